//! Turns findings that can be mended into new texts of the files they are of.

mod disk;

use std::collections::BTreeMap;
use std::path::Path;

use tablewright::diagnostic::{Code, Edit, Edited, edited};

use crate::finding::Finding;
pub(crate) use disk::Refusal;

/// A file, and what mends it.
pub(crate) struct Mend<'a> {
    /// Its path below the docs folder.
    pub(crate) page: &'a str,
    /// As it was read.
    pub(crate) old: &'a str,
    /// As it will be.
    pub(crate) new: String,
    /// What is mended.
    pub(crate) codes: Vec<Code>,
    /// How many findings wait for a second run, since their edits overlap those of others.
    pub(crate) waiting: usize,
}

/// A file after it was to be written.
pub(crate) struct Mended {
    pub(crate) page: String,
    pub(crate) codes: Vec<Code>,
    pub(crate) waiting: usize,
    pub(crate) written: Result<(), Refusal>,
}

/// One for each file, in the order of their paths.
pub(crate) fn mends<'a>(findings: &[Finding<'a>]) -> Vec<Mend<'a>> {
    let mut files: BTreeMap<&str, Vec<&Finding<'a>>> = BTreeMap::new();
    for it in findings.iter().filter(|it| it.can_be_mended()) {
        files.entry(&it.said.origin.page).or_default().push(it);
    }
    files.into_iter().filter_map(|(page, findings)| mend(page, &findings)).collect()
}

fn mend<'a>(page: &'a str, findings: &[&Finding<'a>]) -> Option<Mend<'a>> {
    let old = findings.first()?.docs.text(page)?;
    let edits: Vec<&[Edit]> = findings.iter().map(|it| it.said.edits.as_slice()).collect();
    let Edited { text: new, made } = edited(old, &edits);
    let codes: Vec<Code> = findings.iter().zip(&made).filter(|(_, made)| **made).map(|(it, _)| it.said.code).collect();
    let waiting = made.len() - codes.len();
    Some(Mend { page, old, new, codes, waiting })
}

/// Writes the files below that docs folder.
pub(crate) fn write(docs: &Path, mends: Vec<Mend<'_>>) -> Vec<Mended> {
    let mended = |it: Mend<'_>| Mended {
        written: disk::write(docs, &it),
        page: it.page.to_owned(),
        codes: it.codes,
        waiting: it.waiting,
    };
    mends.into_iter().map(mended).collect()
}
