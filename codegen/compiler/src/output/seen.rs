//! What runs have seen in an output folder, so that a file which looks the same is not read again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::stamp::Stamp;

/// Files that were read and were as they should be.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    folder: PathBuf,
    /// By path below the folder.
    files: BTreeMap<String, (Stamp, Arc<str>)>,
}

impl Seen {
    /// Forgets what it has seen, unless that was in this folder.
    pub(crate) fn enter(&mut self, folder: &Path) {
        if self.folder != folder {
            *self = Self { folder: folder.to_owned(), files: BTreeMap::new() };
        }
    }

    /// Whether a file still looks as it did when it held this text.
    pub(super) fn holds(&self, path: &str, text: &Arc<str>) -> bool {
        let known = self.files.get(path).filter(|(_, seen)| Arc::ptr_eq(seen, text) || seen == text);
        let now = |path| fs::metadata(self.folder.join(path)).ok().and_then(|it| Stamp::of(&it));
        known.is_some_and(|(stamp, _)| now(path) == Some(*stamp))
    }

    /// Remembers that a file held this text when it looked like this.
    pub(super) fn add(&mut self, path: &str, stamp: Stamp, text: &Arc<str>) {
        self.files.insert(path.to_owned(), (stamp, text.clone()));
    }
}
