//! Generates the crates from the docs at each build, for a crate that has no generated code checked in.
//!
//! Needs `tablewright` under `[build-dependencies]`. Nothing is read but the docs, nothing is written but `OUT_DIR`.

use std::error::Error;
use std::path::{Path, PathBuf};

use tablewright::Config;
use tablewright::diagnostic::Severity;

/// The folder that holds `beta/` and `v1.0/`, as seen from this package.
const DOCS: &str = "docs-input";

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    generate(&root.join(DOCS), &out)
}

/// Writes `model/` and `client/` below `out`; only files that differ are written.
pub(crate) fn generate(docs: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let config = Config { docs: docs.to_owned(), versions: vec!["beta".to_owned()], ..Config::default() };
    // To have some areas, types or pages only, name them: `config.emit.selection.types.push("user".to_owned())`.
    let generated = tablewright::generate(&config)?;
    for loaded in &generated.loaded {
        for page in loaded.docs.inputs() {
            println!("cargo::rerun-if-changed={}", docs.join(page).display());
        }
        // A folder is watched for pages that come and go.
        println!("cargo::rerun-if-changed={}", docs.join(&loaded.docs.version).display());
        for it in loaded.diagnostics.iter().filter(|it| it.code.severity() == Severity::Error) {
            println!("cargo::warning={}: {}: {}", it.origin, it.code, it.message);
        }
    }
    generated.files.write_to(out)?;
    Ok(())
}
