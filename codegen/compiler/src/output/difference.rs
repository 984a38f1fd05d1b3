//! How the files on disk differ from what would be written, for a person to read.

use std::fmt;

/// The differences between a run and a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drift {
    /// Files that are not on disk.
    pub added: Vec<String>,
    /// Files that differ.
    pub changed: Vec<Change>,
    /// Files that are on disk and no longer generated.
    pub removed: Vec<String>,
}

/// A file that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path below the output folder.
    pub path: String,
    /// The first line that differs, from 1.
    pub line: usize,
    /// This line on disk; `None` if the file ends before it.
    pub on_disk: Option<String>,
    /// This line as generated; `None` if the file ends before it.
    pub generated: Option<String>,
}

impl Drift {
    /// Whether the folder holds what the run made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

impl Change {
    pub(super) fn between(path: &str, on_disk: &str, generated: &str) -> Self {
        let (mut old, mut new) = (on_disk.split('\n'), generated.split('\n'));
        let mut line = 1;
        loop {
            let (on_disk, generated) = (old.next(), new.next());
            if on_disk != generated || on_disk.is_none() {
                let (on_disk, generated) = (on_disk.map(str::to_owned), generated.map(str::to_owned));
                return Self { path: path.to_owned(), line, on_disk, generated };
            }
            line += 1;
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for path in &self.added {
            writeln!(f, "added    {path}")?;
        }
        for path in &self.removed {
            writeln!(f, "removed  {path}")?;
        }
        self.changed.iter().try_for_each(|change| writeln!(f, "{change}"))
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "changed  {}:{}", self.path, self.line)?;
        for (sign, line) in [('-', &self.on_disk), ('+', &self.generated)] {
            if let Some(line) = line {
                write!(f, "\n    {sign} {line}")?;
            }
        }
        Ok(())
    }
}
