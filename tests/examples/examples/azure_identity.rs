//! Signs in as the developer who is signed in with the Azure command line.

use azure_identity::AzureCliCredential;
use graph_client::runtime::{AzureCredential, Client};
use graph_client::v1_0::{UserPatch, update_user};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let credential = AzureCredential::from(AzureCliCredential::new(None)?);
    let client = Client::new(credential)?;
    update_user(UserPatch::new().office_location("18/2111")).send(&client).await?;
    Ok(())
}
