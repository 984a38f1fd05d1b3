fn main() {
    graph_client::beta::DeviceComplianceUserOverviewPatch::new().number_of_pending_users(Some(Some(4)));
}
