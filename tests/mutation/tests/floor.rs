//! The share of slips that somebody is told of does not fall.

mod docs;

use docs::{real, root};
use tablewright_mutation::{Bench, Counts, Tally, kinds};

/// Told of the slips that change the crates, in per cent. Raise them with what is learnt:
/// `cargo test -p tablewright-mutation -- --nocapture` prints what they are now (`all`, the first per cent).
/// All real pages are tried by `cargo run --release -p tablewright-mutation`, which takes three minutes.
const OWN: usize = 86;
const REAL: usize = 88;

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

#[test]
fn slips_in_real_pages_are_told() {
    let Some(bench) = real() else { return };
    assert_told(counted(&bench, 3), REAL);
}
