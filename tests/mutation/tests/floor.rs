//! The share of slips that somebody is told of does not fall.

use std::path::{Path, PathBuf};

use tablewright::span::stem;
use tablewright_mutation::{Bench, Counts, Tally, kinds};

/// Told of the slips that change the crates, in per cent. Raise them with what is learnt:
/// `cargo test -p tablewright-mutation -- --nocapture` prints what they are now (`all`, the first per cent).
/// All real pages are tried by `cargo run --release -p tablewright-mutation`, which takes three minutes.
const OWN: usize = 86;
const REAL: usize = 88;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[expect(clippy::print_stderr, reason = "the numbers are what the floors are measured by")]
fn counted(bench: &Bench, count: usize) -> Counts {
    let mut tally = Tally::default();
    for kind in kinds() {
        tally.try_kind(bench, kind, 1, count);
    }
    eprintln!("{tally}");
    tally.total()
}

fn assert_told(counts: Counts, floor: usize) {
    assert!(counts.changed() >= counts.slips / 2, "the slips change too little: {counts:?}");
    let told = counts.crates.percent();
    assert!(told >= floor, "told of {told} %, not of {floor} %: {counts:?}");
}

#[test]
fn slips_in_our_own_pages_are_told() {
    let bench = Bench::new(&root().join("docs-input"), "v1.0").expect("the docs are read");
    assert_told(counted(&bench, 6), OWN);
}

/// The real pages of three services: in debug, all would take two seconds a slip.
#[test]
fn slips_in_real_pages_are_told() {
    let real =
        std::env::var_os("TABLEWRIGHT_CORPUS").map_or_else(|| root().join("../shared/graph-docs"), PathBuf::from);
    if !real.is_dir() {
        eprintln!("skipped: no folder {}", real.display());
        return;
    }
    let services = ["education", "planner", "todo"];
    let is_wanted = |path: &str| services.iter().any(|it| stem(path).starts_with(it));
    let bench = Bench::excerpt(&real.join("2021-07"), "v1.0", is_wanted).expect("the docs are read");
    assert_told(counted(&bench, 3), REAL);
}
