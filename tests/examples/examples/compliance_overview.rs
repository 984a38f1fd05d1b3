//! Updates the overview of a compliance policy, unless somebody else has changed it since it was read (`If-Match`).

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use graph_client::beta::{DeviceComplianceUserOverviewPatch, update_device_compliance_user_overview};
use graph_client::runtime::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().token(std::env::var("GRAPH_TOKEN")?).build()?;
    match update(&client, "W/\"1\"").await {
        // The line says to read the object again for its new ETag.
        Err(error) if error.status() == Some(412) => println!("somebody was quicker: {error}"),
        Err(error) => return Err(error.into()),
        Ok(revision) => println!("now of revision {revision:?}"),
    }
    Ok(())
}

/// The page of this update documents no `If-Match`, so that the header is named by hand; where a page has it, `if_match`
/// is a method, and where it is required, an argument.
async fn update(client: &Client, etag: &str) -> Result<Option<i32>, Error> {
    let patch = DeviceComplianceUserOverviewPatch::new().number_of_pending_users(4).last_update_time(None);
    let request = update_device_compliance_user_overview("policy-id", patch).header("If-Match", etag);
    let overview = request.send(client).await?;
    Ok(overview.and_then(|it| it.policy_revision))
}
