//! The words among several that are a slip of the pen away from another.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::hashes::Hashes;
use crate::limits::MAX_COMPARED;

/// Looks for what may be meant by unknown words, until it has looked at very many: docs in which everything is unknown
/// would cost the product of what is said and what is known.
pub(crate) struct Near {
    left: AtomicUsize,
}

impl Default for Near {
    fn default() -> Self {
        Self::share(1)
    }
}

impl Near {
    /// One of several that look at [`MAX_COMPARED`] words together.
    pub(crate) fn share(of: usize) -> Self {
        Self { left: AtomicUsize::new(MAX_COMPARED / of) }
    }

    /// What [`similar`] finds; nothing once [`MAX_COMPARED`] words were looked at.
    pub(crate) fn similar<'a>(&self, name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        similar(name, self.counted(names))
    }

    /// What [`slip`] finds, likewise.
    pub(crate) fn slip<'a>(&self, name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        slip(name, self.counted(names))
    }

    fn counted<'a>(&self, names: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
        // Relaxed: nothing but the number itself is shared by it.
        let left = self.left.load(Ordering::Relaxed);
        names.take(left).inspect(|_| {
            self.left.fetch_sub(1, Ordering::Relaxed);
        })
    }
}

/// The one of `names` that is a slip of the pen away.
pub(crate) fn similar<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    within(limit(name), name, names).min().map(|(_, it)| it)
}

/// The one of `names` that is a single slip of the pen away, where no other is near: sure enough to be written without a
/// look. Other digits are no slip, unless two changed places: `Int23` is `Int32`, and `windows81` is not `windows10`.
pub(crate) fn slip<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut near: Vec<(usize, &str)> = within(limit(name), name, names).collect();
    near.sort_unstable();
    near.dedup();
    let [(1, only)] = near[..] else { return None };
    (digits(only) == digits(name)).then_some(only)
}

fn digits(name: &str) -> Vec<char> {
    let mut digits: Vec<char> = name.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

/// How many letters of a name a slip changes at most.
fn limit(name: &str) -> usize {
    (name.len() / 6).clamp(1, 3)
}

/// The names that are within so many letters, each with how many.
fn within<'a>(
    limit: usize,
    name: &str,
    names: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let name = name.to_lowercase();
    let letters = letters(&name);
    let name: Vec<char> = name.chars().collect();
    names.filter_map(move |it| {
        // Most words are told by their length or by the letters in them.
        if it.is_ascii() && (it.len().abs_diff(name.len()) > limit || lacking(&letters, it) > limit) {
            return None;
        }
        let other: Vec<char> = it.to_lowercase().chars().collect();
        Some((distance(&name, &other, limit)?, it))
    })
}

/// How many there are of each letter, or of some together: capitals and small letters are one.
fn letters(word: &str) -> [u8; 32] {
    let mut letters = [0_u8; 32];
    for byte in word.bytes() {
        let count = &mut letters[usize::from(byte & 31)];
        *count = count.saturating_add(1);
    }
    letters
}

/// How many of the letters a word lacks: each of them costs a letter to insert or to replace.
fn lacking(wanted: &[u8; 32], word: &str) -> usize {
    let found = letters(word);
    wanted.iter().zip(found).map(|(wanted, found)| usize::from(wanted.saturating_sub(found))).sum()
}

/// The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment), if it is
/// within the limit.
fn distance(one: &[char], two: &[char], limit: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    let mut next: Vec<usize> = Vec::new();
    for at in 0..one.len() {
        next.clear();
        next.push(at + 1);
        for to in 0..two.len() {
            let replaced = row[to] + usize::from(one[at] != two[to]);
            let is_swap = at > 0 && to > 0 && one[at] == two[to - 1] && one[at - 1] == two[to];
            let swapped = if is_swap { before[to - 1] + 1 } else { usize::MAX };
            next.push(replaced.min(swapped).min(row[to + 1] + 1).min(next[to] + 1));
        }
        // From two rows beyond the limit no way leads back.
        if next.iter().chain(&row).all(|it| *it > limit) {
            return None;
        }
        std::mem::swap(&mut before, &mut row);
        std::mem::swap(&mut row, &mut next);
    }
    Some(row[two.len()]).filter(|it| *it <= limit)
}

/// Whether `written` is `meant` with one slip in it: two neighbours swapped, a letter missing, doubled or too many, in a
/// longer word another vowel. Not what grammar does too: `users` is no slip of `user`, nor `issued` of `issuer`.
pub(crate) fn is_slip(written: &str, meant: &str) -> bool {
    let (one, two) = (written.as_bytes(), meant.as_bytes());
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let head = one.iter().zip(two).take_while(same).count();
    let tail = one[head..].iter().rev().zip(two[head..].iter().rev()).take_while(same).count();
    let (end, len) = (one.len() - tail, one.len());
    match (end - head, two.len() - tail - head) {
        // Swapped.
        (2, 2) => len >= 5 && same(&(&one[head], &two[head + 1])) && same(&(&one[head + 1], &two[head])),
        // Missing: the last letter may be an ending, and a short word without its first is another.
        (0, 1) => tail > 0 && len >= if head == 0 { 6 } else { 5 },
        // Doubled, where the second one is found to be too many.
        (1, 0) if head > 0 && same(&(&one[head], &one[head - 1])) => len >= 5,
        (1, 0) => head > 0 && tail > 0 && len >= 6,
        (1, 1) => tail > 0 && len >= 8 && is_vowel(one[head]) && is_vowel(two[head]),
        _ => false,
    }
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Finds what of many words is a slip of others, without comparing each with each: a word and a slip of it are equal, or
/// are so once each lacks at most one letter.
pub(crate) struct Slips<'a> {
    words: Vec<&'a str>,
    /// The words with at most one letter left out.
    keys: Hashes,
}

impl<'a> Slips<'a> {
    pub(crate) fn new(words: Vec<&'a str>) -> Self {
        let of = |(number, word): (usize, &&'a str)| keys(word).map(move |key| (key, number)).collect::<Vec<_>>();
        let keys = Hashes::of_pairs(words.iter().enumerate().flat_map(of).collect());
        Self { words, keys }
    }

    /// The numbers of the words that are slips of this one, in order.
    pub(crate) fn of(&self, meant: &str) -> Vec<usize> {
        let like = keys(meant).flat_map(|key| self.keys.of(key));
        let mut found: Vec<usize> = like.filter(|number| is_slip(self.words[*number], meant)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The hashes of a word, and of what it is without each of its letters.
fn keys(word: &str) -> impl Iterator<Item = u64> + '_ {
    (0..=word.len()).map(|left_out| {
        let (head, tail) = word.as_bytes().split_at(left_out);
        hash(head.iter().chain(tail.get(1..).unwrap_or_default()))
    })
}

/// The same for words that differ only in case (FNV-1a); of what is no letter some are taken for others.
fn hash<'a>(letters: impl Iterator<Item = &'a u8>) -> u64 {
    letters.fold(0xCBF2_9CE4_8422_2325, |hash, letter| (hash ^ u64::from(letter | 0x20)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_a_letter_or_two_by_the_length_of_the_word() {
        let similar = |name| similar(name, ["Int32", "displayName", "id"].into_iter());
        assert_eq!(similar("Int3"), Some("Int32"));
        assert_eq!(similar("dispalyName"), Some("displayName"));
        assert_eq!(similar("displayname"), Some("displayName"));
        assert_eq!(similar("Int23"), Some("Int32"));
        assert_eq!(similar("ie"), Some("id"));
        assert_eq!(similar("name"), None);
    }

    #[test]
    fn only_a_single_slip_with_one_outcome_is_sure() {
        let slip = |name| slip(name, ["Int16", "Int32", "Int64", "String", "macosapp", "iosapp"].into_iter());
        assert_eq!(slip("Sting"), Some("String"));
        assert_eq!(slip("Int23"), Some("Int32"));
        for unsure in ["Int3", "Int6", "Int34", "Int33", "Strng1", "String", "mcosap"] {
            assert_eq!(slip(unsure), None, "{unsure}");
        }
    }

    #[test]
    fn what_grammar_does_is_no_slip() {
        for (written, meant) in [
            ("dispaly", "display"),
            ("Dsiplay", "display"),
            ("disply", "display"),
            ("isplay", "display"),
            ("workbbook", "workbook"),
            ("dissplay", "display"),
            ("protocal", "protocol"),
        ] {
            assert!(is_slip(written, meant), "{written} {meant}");
        }
        for (written, meant) in [
            ("display", "display"),
            ("users", "user"),
            ("user", "users"),
            ("issued", "issuer"),
            ("border", "order"),
            ("eight", "height"),
            ("taken", "token"),
            ("perm", "prem"),
            ("identify", "identity"),
            ("name", "display"),
        ] {
            assert!(!is_slip(written, meant), "{written} {meant}");
        }
    }

    #[test]
    fn so_many_words_are_looked_at_and_no_more() {
        let near = Near::default();
        let words = |count| std::iter::repeat_n("other", count - 1).chain(["name"]);
        assert_eq!(near.similar("nam", words(MAX_COMPARED - 1)), Some("name"));
        assert_eq!(near.similar("nam", words(1)), Some("name"));
        assert_eq!(near.similar("nam", words(1)), None);
    }

    #[test]
    fn the_slips_of_a_word_are_found_among_many() {
        let slips = Slips::new(vec!["dispaly", "size", "Disply", "display", "name"]);
        assert_eq!(slips.of("display"), [0, 2]);
        assert_eq!(slips.of("number"), [0; 0]);
    }
}
