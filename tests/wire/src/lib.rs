//! What the tests of the generated crates share: the examples of pages, and a server that shows them to the client.

mod page;
mod server;

pub use page::{Message, Page, compact};
pub use server::{Received, Server};
