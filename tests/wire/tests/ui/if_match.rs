use graph_client::v1_0::{PlannerTaskPatch, update_planner_task};

fn main() {
    let _ = update_planner_task("1", PlannerTaskPatch::new().title("x"));
}
