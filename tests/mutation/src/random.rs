//! Numbers that look random, the same for the same seed (`SplitMix64`).

/// A source of numbers.
pub(crate) struct Random(u64);

impl Random {
    /// The source of a seed and a name: what is drawn under one name does not depend on what is drawn under others.
    pub(crate) fn new(seed: u64, name: &str) -> Self {
        let mixed = name.bytes().fold(seed, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        Self(mixed)
    }

    /// A number below `end`, or none if there is no such number.
    pub(crate) fn below(&mut self, end: usize) -> Option<usize> {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let all = u64::try_from(end).ok().filter(|it| *it > 0)?;
        usize::try_from((it ^ (it >> 31)) % all).ok()
    }

    /// One of the items.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        self.below(items.len()).map(|at| &items[at])
    }
}
