//! Chooses the spelling of a name that pages spell in several cases.

use std::collections::BTreeMap;

use super::index::{Entry, What};
use crate::facts;

/// The spelling most claims agree on; names begin with a small letter where any page has it so.
pub(super) fn best(pages: &[facts::Page], entry: &Entry) -> String {
    let spellings: Vec<&str> = entry
        .claims
        .iter()
        .map(|&(page, at)| match entry.what {
            What::Type => pages[page].types[at].name.text.as_str(),
            What::Enum => pages[page].enums[at].name.text.as_str(),
        })
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in &spellings {
        *counts.entry(it).or_default() += 1;
    }
    let is_small = |it: &str| it.starts_with(|c: char| c.is_ascii_lowercase());
    let best = counts.into_iter().max_by_key(|(it, count)| (is_small(it), *count, std::cmp::Reverse(*it)));
    best.map_or_else(|| entry.name.name.clone(), |(it, _)| it.to_owned())
}
