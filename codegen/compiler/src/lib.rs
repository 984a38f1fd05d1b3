//! Reads REST API reference documentation and emits typed Rust crates.

pub mod diagnostic;
pub mod ir;
pub mod markdown;
pub mod source;
pub mod span;
pub mod dialect;
pub mod facts;
pub mod emit;
mod names;
pub mod output;
