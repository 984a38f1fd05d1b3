//! Chooses the spelling of a name that pages spell in several cases.

use std::collections::BTreeMap;

/// The spelling most claims agree on; names begin with a small letter where any page has it so.
pub(super) fn best<'a>(spellings: &[&'a str]) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in spellings {
        *counts.entry(it).or_default() += 1;
    }
    let is_small = |it: &str| it.starts_with(|c: char| c.is_ascii_lowercase());
    let best = counts.into_iter().max_by_key(|(it, count)| (is_small(it), *count, std::cmp::Reverse(*it)));
    best.map(|(it, _)| it)
}
