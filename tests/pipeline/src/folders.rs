//! Where the tests find this repository and the real docs.

use std::env;
use std::path::{Path, PathBuf};

/// The top of this repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of real docs: `$TABLEWRIGHT_CORPUS`, else `../shared/graph-docs`. Says so where it is absent.
#[must_use]
pub fn corpus() -> Option<PathBuf> {
    present("TABLEWRIGHT_CORPUS", "../shared/graph-docs")
}

/// The official metadata and the script that scores against it: `$TABLEWRIGHT_TRUTH`, else `../shared/truth`.
#[must_use]
pub fn truth() -> Option<PathBuf> {
    present("TABLEWRIGHT_TRUTH", "../shared/truth")
}

#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn present(variable: &str, by_default: &str) -> Option<PathBuf> {
    let folder = env::var_os(variable).map_or_else(|| root().join(by_default), PathBuf::from);
    if !folder.is_dir() {
        eprintln!("skipped: no folder {}", folder.display());
        return None;
    }
    Some(folder)
}
