//! What the last run into a folder left, so that one that would do just the same does nothing.
//!
//! What a run makes depends on its pages and settings alone. So it is enough to know that these are the same, and that the
//! folder still holds what was made of them. Nothing depends on a record but time: where there is none, all is done.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tablewright::Config;
use tablewright::output::Sums;
use tablewright::source::Docs;

use crate::apart;
use crate::replay::Wanted;

/// What a run said of what it read.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// The build of the command that carried it out.
    pub(crate) command: String,
    /// Of what all was made.
    pub(crate) inputs: u64,
    /// Of what each file was made, but for those of the test crate.
    pub(crate) of_files: BTreeMap<String, u64>,
    pub(crate) files: Sums,
    pub(crate) said: Said,
}

impl Record {
    /// That of the last run into a folder.
    pub(crate) fn of(out: &Path) -> Option<Self> {
        let record: Self = serde_json::from_str(&fs::read_to_string(path(out)?).ok()?).ok()?;
        (record.command == command()).then_some(record)
    }

    /// Whether another run with these inputs would change nothing in the folder.
    pub(crate) fn is_same(&self, inputs: u64, out: &Path) -> bool {
        self.inputs == inputs && self.files.are_in(out).is_ok_and(|it| it)
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

/// A number made of all that decides what a run of this command makes: its settings, and the docs.
pub(crate) fn inputs(tests: Option<&Wanted>, config: &Config, docs: &[Docs]) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{config:?} {tests:?}").hash(&mut hasher);
    docs.iter().map(Docs::sum).collect::<Vec<_>>().hash(&mut hasher);
    hasher.finish()
}

/// What tells this build of the command from others.
pub(crate) fn command() -> String {
    let executable = std::env::current_exe().and_then(|it| it.metadata());
    let told = executable.and_then(|it| Ok((it.len(), it.modified()?)));
    format!("{} {told:?}", env!("CARGO_PKG_VERSION"))
}

/// Where the record of a folder is kept: among what the system lets a user's programs keep, and no part of the project.
fn path(out: &Path) -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.cache_dir().join("tablewright");
    let mut hasher = DefaultHasher::new();
    apart::whole(out)?.hash(&mut hasher);
    Some(folder.join(format!("{:016x}.json", hasher.finish())))
}
