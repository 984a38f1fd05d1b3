//! What tells the files of a run without their texts, for one who asks later whether a folder still holds them.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Files;
use super::disk::{generated_before, read};
use super::seen::Seen;

/// The files of a run by their paths, each with a number made of its text. The numbers mean nothing to another build of
/// this crate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sums(BTreeMap<String, u64>);

impl Files {
    /// What tells these files.
    #[must_use]
    pub fn sums(&self) -> Sums {
        Sums(self.iter().map(|(path, text)| (path.to_owned(), sum(text))).collect())
    }
}

impl Sums {
    /// How many files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether [`Files::write_to`] would find nothing to do: a folder holds these files, and none that an earlier run left.
    ///
    /// # Errors
    /// If a file cannot be read; the error names it.
    pub fn are_in(&self, folder: &Path) -> io::Result<bool> {
        for (path, wanted) in &self.0 {
            if read(&folder.join(path))?.is_none_or(|it| sum(&it.text) != *wanted) {
                return Ok(false);
            }
        }
        Ok(generated_before(&self.0, folder)?.is_empty())
    }

    /// The text of a file that the folder still holds.
    pub(crate) fn text(&self, path: &str, folder: &Path, seen: &mut Seen) -> Option<Arc<str>> {
        let wanted = self.0.get(path)?;
        let on_disk = read(&folder.join(path)).ok()??;
        let text: Arc<str> = (sum(&on_disk.text) == *wanted).then(|| on_disk.text.into())?;
        if let Some(stamp) = on_disk.stamp {
            seen.add(path, stamp, &text);
        }
        Some(text)
    }
}

fn sum(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
