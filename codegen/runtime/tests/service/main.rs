//! The clients against a real HTTP server on this machine, which misbehaves in every way that services do.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]
#![expect(clippy::print_stdout, reason = "the rows of the table of failures")]

mod batches;
mod failures;
mod fixture;
mod hostile;
mod requests;
mod retries;
mod tokens;
mod types;
