//! What must be done to a folder so that it holds the files of a run, and the doing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use super::difference::{Change, Drift};
use super::text::is_generated;

/// What was done to a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that were written.
    pub written: Vec<String>,
    /// Files that were removed.
    pub removed: Vec<String>,
    /// The number of files that were as they should be, and not touched.
    pub unchanged: usize,
}

/// What is to be done.
pub(super) struct Plan<'a> {
    /// Files to write, with the text that is on disk.
    write: Vec<Write<'a>>,
    remove: Vec<String>,
    unchanged: usize,
}

struct Write<'a> {
    path: &'a str,
    text: &'a str,
    on_disk: Option<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(files: &'a BTreeMap<String, String>, folder: &Path) -> io::Result<Self> {
        let mut plan = Self { write: Vec::new(), remove: Vec::new(), unchanged: 0 };
        for (path, text) in files {
            let on_disk = read(&folder.join(path))?;
            if on_disk.as_ref() == Some(text) {
                plan.unchanged += 1;
            } else {
                plan.write.push(Write { path, text, on_disk });
            }
        }
        for path in generated_before(files, folder)? {
            if !files.contains_key(&path) {
                plan.remove.push(path);
            }
        }
        Ok(plan)
    }

    pub(super) fn drift(self) -> Drift {
        let mut drift = Drift { removed: self.remove, ..Drift::default() };
        for Write { path, text, on_disk } in self.write {
            match on_disk {
                Some(old) => drift.changed.push(Change::between(path, &old, text)),
                None => drift.added.push(path.to_owned()),
            }
        }
        drift
    }

    pub(super) fn carry_out(self, folder: &Path) -> io::Result<Written> {
        let mut done = Written { unchanged: self.unchanged, ..Written::default() };
        for Write { path, text, .. } in self.write {
            write(&folder.join(path), text)?;
            done.written.push(path.to_owned());
        }
        for path in self.remove {
            let file = folder.join(&path);
            fs::remove_file(&file).map_err(|error| named(&file, &error))?;
            remove_empty(folder, &path);
            done.removed.push(path);
        }
        Ok(done)
    }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// The text of a file that is there. One that is no UTF-8 cannot be ours, and differs from all that is.
fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(path, &error)),
    }
}

/// Through a file beside it, so that nobody ever sees half of one.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = parent.and_then(|()| fs::write(&beside, text)).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // The error that matters is the first; what cannot be removed stays.
        fs::remove_file(&beside).ok();
        named(path, &error)
    })
}

/// The files in the folder that an earlier run wrote: only folders that this run writes to are looked at.
fn generated_before(files: &BTreeMap<String, String>, folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let tops: BTreeSet<&str> = files.keys().filter_map(|path| path.split_once('/').map(|(top, _)| top)).collect();
    for top in tops {
        collect(&folder.join(top), top, &mut found)?;
    }
    Ok(found)
}

fn collect(folder: &Path, name: &str, found: &mut BTreeSet<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(named(folder, &error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| named(folder, &error))?;
        let file_name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{name}/{file_name}");
        let kind = entry.file_type().map_err(|error| named(&entry.path(), &error))?;
        if kind.is_dir() && file_name != "target" {
            collect(&entry.path(), &path, found)?;
        } else if kind.is_file() && read(&entry.path())?.is_some_and(|text| is_generated(&text)) {
            found.insert(path);
        }
    }
    Ok(())
}

/// Removes the folders of a removed file that are empty now; one that is not is kept by the system itself.
fn remove_empty(folder: &Path, path: &str) {
    let parents = Path::new(path).ancestors().skip(1).filter(|it| !it.as_os_str().is_empty());
    for parent in parents {
        if fs::remove_dir(folder.join(parent)).is_err() {
            return;
        }
    }
}
