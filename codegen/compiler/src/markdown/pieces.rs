//! Texts made of pieces in any order, for tests that compare two ways of reading; the same texts each time.

/// So many texts, each of at most `longest` pieces.
pub(super) fn texts(pieces: &'static [&'static str], longest: usize, count: usize) -> impl Iterator<Item = String> {
    let mut seed = 1_u64;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % below
    };
    (0..count).map(move |_| (0..=next(longest)).map(|_| pieces[next(pieces.len())]).collect())
}
