//! A transport of one's own: here, one that counts the requests and hands them to another.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use graph_client::runtime::{BoxFuture, Client, Incoming, Outgoing, ReqwestTransport, Transport, TransportError};
use graph_client::v1_0::{UserPatch, update_user};

/// Counts what goes through it.
#[derive(Clone)]
struct Counting {
    inner: ReqwestTransport,
    requests: Arc<AtomicUsize>,
}

impl Transport for Counting {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Incoming, TransportError>> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        self.inner.send(outgoing)
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()> {
        self.inner.sleep(time)
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let transport = Counting { inner: ReqwestTransport::new()?, requests: Arc::default() };
    let requests = Arc::clone(&transport.requests);
    let client = Client::builder().transport(transport).token(std::env::var("GRAPH_TOKEN")?).build()?;
    update_user(UserPatch::new().mobile_phone(None)).send(&client).await?;
    println!("{} requests", requests.load(Ordering::Relaxed));
    Ok(())
}
