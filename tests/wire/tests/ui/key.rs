fn main() {
    graph_client::beta::DeviceComplianceUserOverviewPatch::new().id("1");
}
