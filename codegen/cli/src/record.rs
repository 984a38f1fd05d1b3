//! What the last run into a folder left, so that one that would do just the same does nothing.
//!
//! What a run makes depends on its pages and settings alone. So it is enough to know that these are the same, and that the
//! folder still holds what was made of them. Nothing depends on a record but time: where there is none, all is done.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tablewright::Config;
use tablewright::output::Sums;
use tablewright::source::Docs;

use crate::args::{Input, Output};
use crate::{Failure, apart, replay};

/// What a run said of what it read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Said {
    /// The errors of the docs, rendered.
    pub(crate) errors: String,
    /// The numbers, for a person.
    pub(crate) text: String,
    /// The same, for a machine.
    pub(crate) json: Value,
    /// Whether a fixup repaired nothing, so that the run failed.
    pub(crate) is_stale: bool,
}

/// A run that was carried out.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Of what the files were made.
    pub(crate) inputs: u64,
    pub(crate) files: Sums,
    pub(crate) said: Said,
}

impl Record {
    /// That of the last run into a folder, if another one with these inputs would change nothing there.
    pub(crate) fn same(inputs: u64, out: &Path) -> Option<Self> {
        let text = fs::read_to_string(path(out)?).ok()?;
        let record: Self = serde_json::from_str(&text).ok()?;
        (record.inputs == inputs && record.files.are_in(out).ok()?).then_some(record)
    }

    /// Keeps it for the next run; where that cannot be, that one does all again.
    pub(crate) fn keep(&self, out: &Path) {
        let Some(path) = path(out) else { return };
        let Ok(text) = serde_json::to_string(self) else { return };
        let beside = path.with_extension(format!("{}.tmp", std::process::id()));
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let kept = folder.and_then(|()| fs::write(&beside, text)).and_then(|()| fs::rename(&beside, &path));
        if kept.is_err() {
            fs::remove_file(&beside).ok();
        }
    }
}

/// A number made of all that decides what a run makes: this command, its settings, and the docs.
pub(crate) fn inputs(io: (&Input, &Output), config: &Config, docs: &[Docs]) -> Result<u64, Failure> {
    let mut hasher = DefaultHasher::new();
    (env!("CARGO_PKG_VERSION"), executable()).hash(&mut hasher);
    format!("{config:?} {:?}", replay::wanted(io)?).hash(&mut hasher);
    docs.iter().map(Docs::sum).collect::<Vec<_>>().hash(&mut hasher);
    Ok(hasher.finish())
}

/// What tells one build of this command from another.
fn executable() -> Option<(u64, SystemTime)> {
    let metadata = std::env::current_exe().ok()?.metadata().ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

/// Where the record of a folder is kept: among what the system lets a user's programs keep, and no part of the project.
fn path(out: &Path) -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.cache_dir().join("tablewright");
    let mut hasher = DefaultHasher::new();
    apart::whole(out)?.hash(&mut hasher);
    Some(folder.join(format!("{:016x}.json", hasher.finish())))
}
