//! The word among several that is a slip of the pen away from another.

use std::cell::Cell;

use crate::limits::MAX_COMPARED;

/// Looks for what may be meant by unknown words, until it has looked at very many: docs in which everything is unknown
/// would cost the product of what is said and what is known.
pub(crate) struct Near {
    left: Cell<usize>,
}

impl Default for Near {
    fn default() -> Self {
        Self { left: Cell::new(MAX_COMPARED) }
    }
}

impl Near {
    /// What [`similar`] finds; nothing once [`MAX_COMPARED`] words were looked at.
    pub(crate) fn similar<'a>(&self, name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let left = self.left.get();
        let mut looked_at = 0;
        let found = similar(name, names.take(left).inspect(|_| looked_at += 1));
        self.left.set(left - looked_at);
        found
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
    for at in 0..one.len() {
        let mut next = vec![at + 1];
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
        before = std::mem::replace(&mut row, next);
    }
    Some(row[two.len()]).filter(|it| *it <= limit)
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
    fn so_many_words_are_looked_at_and_no_more() {
        let near = Near::default();
        let words = |count| std::iter::repeat_n("other", count - 1).chain(["name"]);
        assert_eq!(near.similar("nam", words(MAX_COMPARED - 1)), Some("name"));
        assert_eq!(near.similar("nam", words(1)), Some("name"));
        assert_eq!(near.similar("nam", words(1)), None);
    }
}
