//! Reads the files of a docs folder: regular ones only, and links only inside of it.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::path;
use crate::limits::MAX_PAGE;

/// Which links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Links {
    /// Those that lead to a place in the docs folder.
    #[default]
    Inside,
    /// All.
    Anywhere,
}

/// What is in the docs folder and was not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// Its path below the docs folder.
    pub path: String,
    /// Why.
    pub why: String,
}

/// A path below the docs folder, and what it holds.
type Named = (String, Vec<u8>);

/// The docs folder while it is read.
pub(super) struct Disk {
    root: PathBuf,
    canonical: PathBuf,
    links: Links,
    /// Folders that were entered, so that a link back is noticed.
    entered: BTreeSet<PathBuf>,
    pub(super) unread: Vec<Unread>,
}

impl Disk {
    pub(super) fn new(root: &Path, links: Links) -> io::Result<Self> {
        let canonical = root.canonicalize().map_err(|error| named(root, &error))?;
        Ok(Self { root: root.to_owned(), canonical, links, entered: BTreeSet::new(), unread: Vec::new() })
    }

    /// All files of a folder, in the order of their paths.
    pub(super) fn files(&mut self, folder: &str) -> io::Result<Vec<Named>> {
        let mut files = Vec::new();
        let path = self.root.join(folder);
        // A folder that cannot be read at all is an error; what is inside it is not.
        fs::read_dir(&path).map_err(|error| named(&path, &error))?;
        self.walk(&path, folder, &mut files);
        files.sort();
        Ok(files)
    }

    /// One file, if it is there and may be read.
    pub(super) fn file(&mut self, name: &str) -> Option<Vec<u8>> {
        let path = self.root.join(name);
        let canonical = path.canonicalize().ok()?;
        let is_there = canonical.is_file() && self.is_allowed(&canonical);
        is_there.then(|| read(&canonical).ok()).flatten()
    }

    fn is_allowed(&self, canonical: &Path) -> bool {
        self.links == Links::Anywhere || canonical.starts_with(&self.canonical)
    }

    fn walk(&mut self, folder: &Path, name: &str, files: &mut Vec<Named>) {
        let entries = match self.entries(folder) {
            Ok(entries) => entries,
            Err(why) => return self.leave(name, &why),
        };
        for entry in entries {
            let name = format!("{name}/{}", entry.file_name().to_string_lossy());
            match self.kind(&entry) {
                Ok(Kind::Folder) => self.walk(&entry.path(), &name, files),
                Ok(Kind::File) if !path::is_markdown(&name) => files.push((name, Vec::new())),
                Ok(Kind::File) => match read(&entry.path()) {
                    Ok(bytes) => files.push((name, bytes)),
                    Err(error) => self.leave(&name, &error.to_string()),
                },
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
        entries.sort_by_key(DirEntry::file_name);
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
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_PAGE + 1).unwrap_or(u64::MAX);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
