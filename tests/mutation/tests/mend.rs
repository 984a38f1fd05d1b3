//! The edits that findings bring: of random slips in real pages, each is right or leaves nothing that is said anew.

mod docs;

use docs::{real, root};
use tablewright_mutation::{Bench, Mending, kinds};

/// How many slips are mended, and how many of them back to the letter.
#[expect(clippy::print_stderr, reason = "the numbers are what the floors are measured by")]
fn mended(bench: &Bench, names: &[&str], count: usize) -> (usize, usize) {
    let (mut all, mut back) = (0, 0);
    for kind in kinds().filter(|it| names.contains(&it.name)) {
        for slip in bench.slips(&kind, 1, count) {
            let mending = bench.mending(&slip);
            assert_ne!(mending, Mending::Wrong, "{}: `{}` for `{}`", slip.place, slip.after, slip.before);
            all += usize::from(mending != Mending::None);
            back += usize::from(mending == Mending::Back);
        }
    }
    eprintln!("mended {all}, {back} of them back");
    (all, back)
}

/// Those that some finding brings edits for.
const KINDS: [&str; 5] =
    ["type misspelled", "delimiter row missing", "fence missing", "link target missing", "cell missing"];

#[test]
fn slips_in_our_own_pages_are_mended_right() {
    let bench = Bench::new(&root().join("docs-input"), "v1.0").expect("the docs are read");
    let (all, back) = mended(&bench, &KINDS, 8);
    assert!(all >= 15 && back >= 8, "mended {all}, {back} of them back");
}

#[test]
fn slips_in_real_pages_are_mended_right() {
    let Some(bench) = real() else { return };
    let (all, back) = mended(&bench, &KINDS, 4);
    assert!(all >= 5 && back >= 2, "mended {all}, {back} of them back");
}
