//! Emitted files as text, and the text on disk: formatted, written, compared; the only module that writes.
//!
//! Every file begins with a line that says that it is generated. A file with that line which is no longer emitted is
//! removed; a file without it is never touched: if one of its name is emitted, nothing is written at all.

mod difference;
mod disk;
mod seen;
mod sums;
mod text;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

pub use self::difference::{Change, Drift};
pub use self::disk::{Foreign, Written};
pub use self::sums::Sums;

pub(crate) use self::seen::Seen;
pub(crate) use self::text::file as formatted;

use self::disk::Plan;
use crate::emit::{self, Formatting};

/// The files of a run, by path below the output folder, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files(BTreeMap<String, Arc<str>>);

impl Files {
    /// What was emitted, as text.
    ///
    /// # Panics
    /// If tokens are no Rust, and of no shape that is printed without a look at that; whatever the docs say, that is a bug of
    /// this crate.
    #[must_use]
    pub fn new(files: Vec<emit::File>, formatting: Formatting) -> Self {
        files.into_iter().map(|it| formatted(it, formatting)).collect()
    }

    /// These files and others; of two with one path, the other.
    #[must_use]
    pub fn with(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(|text| &**text)
    }

    /// Paths and texts, in the order of the paths.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), &**text))
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes `folder` hold these files: writes those that differ, each at once or not at all, and removes those that
    /// were generated before and are no longer.
    ///
    /// # Errors
    /// If a file of one of the names is there and was not generated, or a file cannot be read, written or removed, or
    /// changes while this is on; the error names it. Unless it came up in the renaming of files that are complete, nothing
    /// was written.
    pub fn write_to(&self, folder: &Path) -> io::Result<Written> {
        self.write_over(folder, Foreign::Refused)
    }

    /// The same, with a choice of what becomes of files that were not generated.
    ///
    /// # Errors
    /// As above.
    pub fn write_over(&self, folder: &Path, foreign: Foreign) -> io::Result<Written> {
        Plan::new(&self.0, folder, &mut Seen::default())?.carry_out(folder, foreign)
    }

    /// The same, where files that look as they did are not read.
    pub(crate) fn write_again(&self, folder: &Path, foreign: Foreign, seen: &mut Seen) -> io::Result<Written> {
        Plan::new(&self.0, folder, seen)?.carry_out(folder, foreign)
    }

    /// What [`write_to`](Self::write_to) would do.
    ///
    /// # Errors
    /// If a file cannot be read; the error names it.
    pub fn drift(&self, folder: &Path) -> io::Result<Drift> {
        Ok(Plan::new(&self.0, folder, &mut Seen::default())?.drift())
    }
}

/// Paths and texts; of two with one path, the latter.
impl FromIterator<(String, Arc<str>)> for Files {
    fn from_iter<T: IntoIterator<Item = (String, Arc<str>)>>(files: T) -> Self {
        Self(files.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
