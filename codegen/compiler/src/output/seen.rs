//! What runs have seen in output folders, so that a file which looks the same is not read again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::stamp::Stamp;

/// Files that were read and were as they should be.
#[derive(Debug, Default)]
pub(crate) struct Seen(BTreeMap<PathBuf, (Stamp, Arc<str>)>);

impl Seen {
    /// Whether a file still looks as it did when it held this text.
    pub(super) fn holds(&self, file: &Path, text: &Arc<str>) -> bool {
        let known = self.0.get(file).filter(|(_, seen)| Arc::ptr_eq(seen, text) || seen == text);
        known.is_some_and(|(stamp, _)| fs::metadata(file).is_ok_and(|it| Stamp::of(&it) == Some(*stamp)))
    }

    /// Remembers that a file held this text when it looked like this.
    pub(super) fn add(&mut self, file: PathBuf, stamp: Stamp, text: &Arc<str>) {
        self.0.insert(file, (stamp, text.clone()));
    }
}
