//! Generates a module from the docs at each build, for a crate that has no generated code checked in.
//!
//! Needs `tablewright` under `[build-dependencies]` and `tablewright-runtime` under `[dependencies]`. The crate has it by
//! `pub mod graph { include!(concat!(env!("OUT_DIR"), "/graph/mod.rs")); }`.

use tablewright::build::{Builder, Error};

fn main() -> Result<(), Error> {
    builder("docs-input").compile()
}

/// What is generated, from a folder that holds `beta/` and `v1.0/`.
pub(crate) fn builder(docs: &str) -> Builder {
    // To have some areas, types or pages only, name them: `.types(["user"])`.
    Builder::new(docs).versions(["beta"])
}
