//! Reads the files of a docs folder: regular ones only, and links only inside of it.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::{File, Remembered};
use super::{include, path};
use crate::limits::MAX_PAGE;
use crate::parallel::Threads;
use crate::stamp::Stamp;

/// Which links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Links {
    /// Those that lead to a place in the docs folder.
    #[default]
    Inside,
    /// All.
    Anywhere,
}

/// How files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Access {
    /// Which links are followed.
    pub links: Links,
    /// How many threads read; what is read is the same with any number.
    pub threads: Threads,
}

/// What is in the docs folder and was not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unread {
    /// Its path below the docs folder.
    pub path: String,
    /// Why.
    pub why: String,
}

/// The docs folder while it is read.
pub(super) struct Disk<'a> {
    root: PathBuf,
    canonical: PathBuf,
    access: Access,
    /// Folders that were entered, so that a link back is noticed.
    entered: BTreeSet<PathBuf>,
    /// What was read before.
    before: &'a Remembered,
    pub(super) unread: Vec<Unread>,
}

impl<'a> Disk<'a> {
    pub(super) fn new(root: &Path, access: Access, before: &'a Remembered) -> io::Result<Self> {
        let canonical = root.canonicalize().map_err(|error| named(root, &error))?;
        Ok(Self { root: root.to_owned(), canonical, access, entered: BTreeSet::new(), before, unread: Vec::new() })
    }

    /// All files of a folder.
    pub(super) fn files(&mut self, folder: &str) -> io::Result<Vec<Arc<File>>> {
        let mut found = Vec::new();
        let path = self.root.join(folder);
        // A folder that cannot be read at all is an error; what is inside it is not.
        fs::read_dir(&path).map_err(|error| named(&path, &error))?;
        self.walk(&path, folder, &mut found);
        let read = self.access.threads.map(&found, |(name, path)| self.markdown(name, path));
        let mut files = Vec::with_capacity(read.len());
        for ((name, _), file) in found.iter().zip(read) {
            match file {
                Ok(file) => files.push(file),
                Err(error) => self.leave(name, &error.to_string()),
            }
        }
        Ok(files)
    }

    /// One file, if it is there and may be read.
    pub(super) fn file(&mut self, name: &str) -> Option<Arc<File>> {
        let path = self.root.join(name);
        let canonical = path.canonicalize().ok()?;
        let is_there = canonical.is_file() && self.is_allowed(&canonical);
        is_there.then(|| self.read(name, &canonical).ok()).flatten()
    }

    fn is_allowed(&self, canonical: &Path) -> bool {
        self.access.links == Links::Anywhere || canonical.starts_with(&self.canonical)
    }

    /// The files of a folder and of those in it, by name and path.
    fn walk(&mut self, folder: &Path, name: &str, found: &mut Vec<(String, PathBuf)>) {
        let entries = match self.entries(folder) {
            Ok(entries) => entries,
            Err(why) => return self.leave(name, &why),
        };
        for entry in entries {
            let name = format!("{name}/{}", entry.file_name().to_string_lossy());
            match self.kind(&entry) {
                Ok(Kind::Folder) => self.walk(&entry.path(), &name, found),
                Ok(Kind::File) => found.push((name, entry.path())),
                Err(why) => self.leave(&name, &why),
            }
        }
    }

    fn entries(&mut self, folder: &Path) -> Result<Vec<DirEntry>, String> {
        let canonical = folder.canonicalize().map_err(|error| error.to_string())?;
        if !self.entered.insert(canonical) {
            return Err("a link back to a folder that is read already".to_owned());
        }
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = entries.map_err(|error| error.to_string())?;
        entries.sort_by_cached_key(DirEntry::file_name);
        Ok(entries)
    }

    fn kind(&self, entry: &DirEntry) -> Result<Kind, String> {
        let mut ty = entry.file_type().map_err(|error| error.to_string())?;
        if ty.is_symlink() {
            let there = entry.path().canonicalize().map_err(|_| "a link that leads nowhere".to_owned())?;
            if !self.is_allowed(&there) {
                return Err("a link to a place outside of the docs folder".to_owned());
            }
            ty = fs::metadata(&there).map_err(|error| error.to_string())?.file_type();
        }
        match () {
            () if ty.is_dir() => Ok(Kind::Folder),
            () if ty.is_file() => Ok(Kind::File),
            () => Err("no regular file".to_owned()),
        }
    }

    /// A file of the folder; of what is no markdown nobody wants to know more than that it is there.
    fn markdown(&self, name: &str, path: &Path) -> io::Result<Arc<File>> {
        if path::is_markdown(name) {
            self.read(name, path)
        } else {
            Ok(Arc::new(File::new(name.to_owned(), &[], None)))
        }
    }

    /// A file, which is the one before if it looks the same.
    fn read(&self, name: &str, path: &Path) -> io::Result<Arc<File>> {
        if let Some(before) = self.before.get(name).filter(|it| it.stamp.is_some()) {
            if Stamp::of(&fs::metadata(path)?) == before.stamp {
                return Ok(before.clone());
            }
        }
        let mut file = fs::File::open(path)?;
        // Before it is read, so that a change in between is noticed the next time.
        let metadata = file.metadata()?;
        let file = File::new(name.to_owned(), &read(&mut file, metadata.len())?, Stamp::of(&metadata));
        // Here, since files are read on several threads, and put together on one.
        include::left(&file);
        Ok(Arc::new(file))
    }

    fn leave(&mut self, path: &str, why: &str) {
        self.unread.push(Unread { path: path.to_owned(), why: why.to_owned() });
    }
}

/// Whether there is a file of that name beside the folders of the versions.
pub(crate) fn has_file(root: &Path, name: &str) -> bool {
    root.join(name).is_file()
}

/// The folders that hold pages, sorted.
pub(super) fn versions(root: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(root).map_err(|error| named(root, &error))?;
    let entries = entries.collect::<io::Result<Vec<_>>>().map_err(|error| named(root, &error))?;
    let holds_pages = |entry: &DirEntry| ["api", "resources"].iter().any(|it| entry.path().join(it).is_dir());
    let mut versions: Vec<String> =
        entries.iter().filter(|it| holds_pages(it)).filter_map(|it| it.file_name().into_string().ok()).collect();
    versions.sort();
    Ok(versions)
}

enum Kind {
    Folder,
    File,
}

/// The bytes of a file, one more than are read of a page at most.
fn read(file: &mut fs::File, length: u64) -> io::Result<Vec<u8>> {
    let most = u64::try_from(MAX_PAGE + 1).unwrap_or(u64::MAX);
    // One more than there are, so that the end is seen without asking for more room.
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(most) + 1).unwrap_or_default());
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
