//! The clients against a real HTTP server on this machine, which misbehaves in every way that services do.

mod batches;
mod failures;
mod fixture;
mod requests;
mod retries;
mod tokens;
mod types;
