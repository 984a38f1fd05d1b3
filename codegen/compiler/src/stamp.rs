//! What a file on disk looks like from outside: by it one tells, without reading it, that it is the one that was read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// Length, and time of the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: SystemTime,
}

/// How old a change must be when a file is read: a later one could have the same time, as file systems count it.
const SETTLED: Duration = Duration::from_secs(2);

impl Stamp {
    /// That of a file; `None` where the time of its last change is unknown or too young to tell it from a later one.
    pub(crate) fn of(file: &Metadata) -> Option<Self> {
        let modified = file.modified().ok()?;
        let age = SystemTime::now().duration_since(modified).ok()?;
        (age > SETTLED).then_some(Self { length: file.len(), modified })
    }
}
