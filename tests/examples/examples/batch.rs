//! Fifty updates in three requests: up to twenty go together, and those that are throttled go again by themselves.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use graph_client::runtime::{Batch, Client};
use graph_client::v1_0::{UserPatch, update_user_at_users};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().token(std::env::var("GRAPH_TOKEN")?).build()?;
    let users: Vec<String> = (1..=50).map(|number| format!("user{number}@contoso.com")).collect();
    for users in users.chunks(Batch::LIMIT) {
        let mut batch = Batch::new();
        let mut items = Vec::new();
        for user in users {
            let patch = UserPatch::new().department("Sales");
            items.push((user, batch.add(update_user_at_users(user, patch))));
        }
        let mut answers = batch.send(&client).await?;
        for (user, item) in items {
            if let Err(error) = answers.take(item) {
                println!("{user}: {error}");
            }
        }
    }
    Ok(())
}
