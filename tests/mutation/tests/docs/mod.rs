//! The docs that slips are tried in.

use std::path::{Path, PathBuf};

use tablewright::span::stem;
use tablewright_mutation::Bench;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The real pages of three services, since in debug all would take two seconds a slip; `None` where they are absent, which
/// is said.
#[expect(clippy::print_stderr, reason = "that a test is skipped is said")]
pub(crate) fn real() -> Option<Bench> {
    let real =
        std::env::var_os("TABLEWRIGHT_CORPUS").map_or_else(|| root().join("../shared/graph-docs"), PathBuf::from);
    if !real.is_dir() {
        eprintln!("skipped: no folder {}", real.display());
        return None;
    }
    let is_wanted = |path: &str| ["education", "planner", "todo"].iter().any(|it| stem(path).starts_with(it));
    Some(Bench::excerpt(&real.join("2021-07"), "v1.0", is_wanted).expect("the docs are read"))
}
