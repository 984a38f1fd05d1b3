fn main() {
    graph_client::v1_0::PlannerTaskPatch::new().created_date_time(None);
}
