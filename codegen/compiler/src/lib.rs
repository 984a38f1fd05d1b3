//! Tablewright reads REST API reference documentation, as people write it in markdown, and emits typed Rust crates: a
//! model crate and a PATCH client crate.
//!
//! ```text
//! docs (markdown) -> markdown::Document -> facts (one page's claims) -> fixups -> resolve -> ir::Api
//!                 -> names -> emit -> tokens -> output (files)
//! ```
//!
//! [`generate`] reads a docs folder and gives back files and diagnostics; it writes nothing. Its two halves are public:
//! [`load`] makes an [`ir::Api`] of pages, [`emit_crates`] makes files of an `Api`.

pub mod diagnostic;
pub mod dialect;
pub mod emit;
pub mod facts;
pub mod fixups;
mod front_matter;
pub mod ir;
pub mod json;
pub mod markdown;
mod memory;
mod names;
pub mod output;
mod pipeline;
pub mod resolve;
pub mod source;
pub mod span;
mod unread;

pub use memory::Memory;
pub use pipeline::{Config, Generated, Loaded, Reading, Summary, emit as emit_crates, generate, load, read};
