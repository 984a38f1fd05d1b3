use graph_client::v1_0::{UserPatch, update_user};

fn main() {
    let _ = update_user(UserPatch::new().job_title("x")).if_match("*");
}
