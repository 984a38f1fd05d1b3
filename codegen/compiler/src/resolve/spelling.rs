//! Chooses the spelling of a name that pages spell in several cases.

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
    let count = |it: &str| spellings.iter().filter(|other| **other == it).count();
    let is_small = |it: &str| it.starts_with(|c: char| c.is_ascii_lowercase());
    let best = spellings.iter().max_by_key(|it| (is_small(it), count(it), std::cmp::Reverse(**it)));
    best.map_or_else(|| entry.name.name.clone(), |it| (*it).to_owned())
}
