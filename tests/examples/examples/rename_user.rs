//! Renames a user: `GRAPH_TOKEN=... cargo run -p tablewright-examples --example rename_user -- USER "New Name"`.

use std::error::Error;

use graph_client::runtime::BlockingClient;
use graph_client::v1_0::{UserPatch, update_user_at_users};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(user), Some(name)) = (args.next(), args.next()) else {
        return Err("a user and a name are missing".into());
    };
    let client = BlockingClient::builder().token(std::env::var("GRAPH_TOKEN")?).build()?;
    let patch = UserPatch::new().display_name(name).job_title(None);
    update_user_at_users(user, patch).send_blocking(&client)?;
    Ok(())
}
