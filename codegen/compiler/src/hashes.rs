//! Finds the numbers of words by hashes: maps of texts would compare them letter by letter each time.

use std::borrow::Cow;

/// The numbers of words, sorted by the hashes of the words.
#[derive(Debug, Default)]
pub(crate) struct Hashes(Vec<(u64, usize)>);

impl Hashes {
    /// Of words whose numbers are 0, 1 and so on.
    pub(crate) fn new(hashes: impl Iterator<Item = u64>) -> Self {
        Self::of_pairs(hashes.zip(0..).collect())
    }

    /// Of hashes with their numbers; a word may have several.
    pub(crate) fn of_pairs(mut all: Vec<(u64, usize)>) -> Self {
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// The numbers of the words with that hash, in their order. Other words may have the same hash.
    pub(crate) fn of(&self, hash: u64) -> impl Iterator<Item = usize> {
        let start = self.0.partition_point(|it| it.0 < hash);
        self.0[start..].iter().take_while(move |it| it.0 == hash).map(|it| it.1)
    }
}

/// What hashes are multiplied by.
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of words in a row, such as those between the dots of a name or the slashes of a path; wherever the row is cut.
pub(crate) fn row<'w>(words: impl Iterator<Item = &'w str>) -> u64 {
    words.fold(0, |hash, it| hash.rotate_left(23).wrapping_mul(ODD) ^ word(it))
}

/// The hash of a word, which is the same for words that differ only in case.
pub(crate) fn word(word: &str) -> u64 {
    // Eight letters at a time; this bit is what capitals lack.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let mix = |hash: u64, chunk: &[u8]| {
        let mut letters = [0; 8];
        letters[..chunk.len()].copy_from_slice(chunk);
        let mixed = (hash ^ (u64::from_le_bytes(letters) | SMALL)).wrapping_mul(ODD);
        mixed ^ mixed >> 32
    };
    let word = lower(word);
    let chunks = word.as_bytes().chunks_exact(8);
    let rest = chunks.remainder();
    mix(chunks.fold(0, mix), rest)
}

/// Whether words differ only in case.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
        || !(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase()
}

/// A word in lower case but for the letters of ASCII, of which hashes take no notice.
fn lower(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { word.into() } else { word.to_lowercase().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_only_in_case_are_the_same() {
        for (one, other) in [("displayName", "DISPLAYNAME"), ("größe", "GRÖßE"), ("id", "Id"), ("", "")] {
            assert!(is_same(one, other) && word(one) == word(other), "{one} {other}");
        }
        for (one, other) in [("display-Name1", "display-Name2"), ("größe", "grösse"), ("id", "ID1"), ("", "a")] {
            assert!(!is_same(one, other) && word(one) != word(other), "{one} {other}");
        }
    }

    #[test]
    fn a_row_is_the_same_wherever_it_is_cut() {
        let of = |folder: &str, rest: &str| row(folder.split('/').chain(rest.split('/')));
        assert_eq!(of("beta/api", "user-get.md"), of("Beta", "api/USER-get.md"));
        assert_ne!(of("beta/api", "user-get.md"), of("api/beta", "user-get.md"));
    }

    #[test]
    fn all_numbers_of_a_word_are_found_in_their_order() {
        let hashes = Hashes::new(["user", "group", "User"].into_iter().map(word));
        let numbers = |it: &str| hashes.of(word(it)).collect::<Vec<usize>>();
        assert_eq!((numbers("USER"), numbers("group"), numbers("users")), (vec![0, 2], vec![1], vec![]));
    }
}
