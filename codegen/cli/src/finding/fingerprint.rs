//! What stays the same of a finding while lines above it come and go.

use std::collections::BTreeMap;
use std::fmt;

use tablewright::diagnostic::Diagnostic;
use tablewright::source::Docs;

/// A finding by page, code and the text of its line; no two of a run are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fingerprint {
    /// The file, as a path below the docs folder.
    pub(crate) page: String,
    /// The code's name.
    pub(crate) code: String,
    pub(crate) line: Line,
}

/// A line by its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Line {
    /// Of the text.
    pub(crate) hash: u64,
    /// Which of those of the same page, code and text it is, from 1.
    pub(crate) ordinal: u32,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}:{}", self.hash, self.ordinal)
    }
}

/// A fingerprint for each, in their order.
pub(super) fn fingerprints(all: &[(&Docs, &Diagnostic)]) -> Vec<Fingerprint> {
    let mut counts: BTreeMap<(&str, &str, u64), u32> = BTreeMap::new();
    let mut of = |docs: &Docs, it| {
        let (page, code, hash) = key(docs, it);
        let ordinal = counts.entry((page, code, hash)).or_default();
        *ordinal += 1;
        Fingerprint { page: page.to_owned(), code: code.to_owned(), line: Line { hash, ordinal: *ordinal } }
    };
    all.iter().map(|(docs, it)| of(docs, it)).collect()
}

fn key<'a>(docs: &Docs, it: &'a Diagnostic) -> (&'a str, &'static str, u64) {
    let text = docs.text(&it.origin.page).filter(|_| !it.span.is_empty());
    let line = text.map_or(it.message.as_str(), |text| line(text, it.span.start));
    (&it.origin.page, it.code.name(), hash(line))
}

/// The line on which a byte stands.
fn line(text: &str, at: usize) -> &str {
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let (before, behind) = text.as_bytes().split_at(at.min(text.len()));
    let start = before.iter().rposition(is_end).map_or(0, |at| at + 1);
    let end = behind.iter().position(is_end).map_or(text.len(), |end| before.len() + end);
    text.get(start..end).unwrap_or_default()
}

/// FNV-1a of what is no white space, so that a table can be aligned anew.
fn hash(text: &str) -> u64 {
    let bytes = text.split_whitespace().flat_map(str::bytes);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
