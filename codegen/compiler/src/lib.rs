//! Tablewright reads REST API reference documentation, as people write it in markdown, and emits typed Rust crates: a
//! model crate and a PATCH client crate.
//!
//! ```text
//! docs (markdown) -> markdown::Document -> facts (one page's claims) -> fixups -> resolve -> ir::Api
//!                 -> names -> plan -> emit -> tokens -> output (files)
//! ```
//!
//! [`generate`] reads a docs folder and gives back files and diagnostics; it writes nothing. Its two halves are public:
//! [`load`] makes an [`ir::Api`] of pages, [`emit_files`] makes files of an `Api`. A build script calls [`compile`], or a
//! [`Builder`]: these write, and talk to Cargo. [`changes::compare`] says what changed between two `Api`s, and what that is
//! for who uses the crates.

pub mod build;
pub mod changes;
pub mod diagnostic;
pub mod dialect;
pub mod emit;
pub mod facts;
pub mod fixups;
mod front_matter;
mod hashes;
pub mod ir;
pub mod json;
pub mod limits;
pub mod markdown;
mod memory;
mod names;
mod near;
pub mod output;
mod parallel;
mod pipeline;
mod plan;
mod print;
pub mod resolve;
mod search;
mod segments;
pub mod source;
pub mod span;
mod stamp;
mod unread;
mod versions;

pub use build::{Builder, compile};
pub use memory::Memory;
pub use parallel::Threads;
pub use pipeline::{
    Config, Generated, Loaded, Reading, Summary, compare_versions, emit as emit_files, emit_replay, generate, load,
    read, samples,
};
