//! The pages of a docs folder, each with what it includes; the only module that reads them.

mod disk;
mod file;
mod include;
mod path;
mod unfollowed;

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::Path;
use std::sync::Arc;

pub use crate::span::stem;
pub(crate) use disk::has_file;
pub use disk::{Access, Links, Unread};
pub use file::File;
pub(crate) use file::Remembered;
pub use path::{is_markdown, join};
pub use unfollowed::{Unfollowed, Why};

use crate::span::{Origin, Span};
use include::{Expanded, Library, Piece};

/// The number of a page in its [`Docs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub usize);

/// A range of bytes in one of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The page.
    pub page: PageId,
    /// The range.
    pub span: Span,
}

/// One page of the docs.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its path below the docs folder, with `/`: `beta/resources/user.md`.
    pub path: String,
    /// Its text, included files in their places; bytes that are no UTF-8 are replaced.
    pub text: Arc<str>,
    /// Whether every byte was UTF-8.
    pub is_utf8: bool,
    /// Whether the file is larger than [`MAX_PAGE`](crate::limits::MAX_PAGE), and cut there.
    pub is_cut: bool,
    /// The includes that were not followed, in the order of the page, but for those of code in other languages.
    pub unfollowed: Arc<[Unfollowed]>,
    /// The file alone.
    own: Arc<File>,
    /// Where the text comes from; empty if it is that of the file.
    pieces: Vec<Piece>,
}

impl Page {
    fn new(own: Arc<File>, library: &mut Library<'_>) -> Self {
        let left = include::left(&own);
        let is_own = left.iter().all(|it| library.leaves(it));
        let page = if is_own { include::Page::Own(left.clone()) } else { include::page(&own, library) };
        let (text, pieces, unfollowed) = match page {
            include::Page::Own(unfollowed) => (own.text.clone(), Vec::new(), unfollowed),
            include::Page::Expanded(Expanded { text, pieces, unfollowed }) => (text.into(), pieces, unfollowed.into()),
        };
        let (path, is_utf8, is_cut) = (own.path.clone(), own.is_utf8, own.is_cut);
        Self { path, text, is_utf8, is_cut, unfollowed, own, pieces }
    }

    /// The file name without folder and ending: `user-update`.
    #[must_use]
    pub fn stem(&self) -> &str {
        stem(&self.path)
    }

    /// The folder below the version: `api`, `resources`; empty where there is none.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.path.rsplit('/').nth(1).unwrap_or_default()
    }

    /// The bytes of a line of the page's own file, counted from 1, as they stand in [`text`](Self::text).
    #[must_use]
    pub fn line(&self, number: u32) -> Span {
        let own = self.own.line(number);
        let moved = |at: usize| {
            let mut pieces = self.pieces.iter().rev().filter(|it| it.file.is_none() && it.from <= at);
            pieces.next().map_or(at, |it| it.at + (at - it.from))
        };
        Span::new(moved(own.start), moved(own.end).max(moved(own.start)))
    }

    /// Where a byte of the text comes from: the included file, if it is none of the page's own, and the byte there.
    fn source(&self, at: usize) -> (Option<usize>, usize) {
        let behind = self.pieces.partition_point(|it| it.at <= at);
        match behind.checked_sub(1).map(|index| self.pieces[index]) {
            Some(piece) => (piece.file, piece.from + (at - piece.at)),
            None => (None, at),
        }
    }
}

/// A place as a person finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// File, line and column.
    pub origin: Origin,
    /// The bytes of that file.
    pub span: Span,
    /// The page that includes the file, if it is an included one.
    pub included_by: Option<String>,
}

/// All pages of one version of an API, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// The version's name, which is the folder's: `beta`, `v1.0`.
    pub version: String,
    /// The pages.
    pub pages: Vec<Page>,
    /// What is there and was not read.
    pub unread: Vec<Unread>,
    included: Vec<Arc<File>>,
}

impl Docs {
    /// Reads `root/version/{api,resources}`, and other folders there, whole, and what they include. Links are followed
    /// inside of `root` only; what is no regular file, or cannot be read, is in [`unread`](Self::unread).
    ///
    /// # Errors
    /// If the folder cannot be read; the error names the path.
    pub fn read(root: &Path, version: &str) -> io::Result<Self> {
        Self::read_with(root, version, Access::default())
    }

    /// The same with a choice of links and threads.
    ///
    /// # Errors
    /// If the folder cannot be read; the error names the path.
    pub fn read_with(root: &Path, version: &str, access: Access) -> io::Result<Self> {
        Self::read_again(root, version, access, &Remembered::default())
    }

    /// The same, where files that are as they were are not read.
    pub(crate) fn read_again(root: &Path, version: &str, access: Access, before: &Remembered) -> io::Result<Self> {
        let mut disk = disk::Disk::new(root, access, before)?;
        let files = disk.files(version)?;
        let mut docs = Self::new(version, files, &mut |path| disk.file(path));
        docs.unread = disk.unread;
        docs.unread.sort();
        Ok(docs)
    }

    /// The files that pages were read from, for [`read_again`](Self::read_again).
    pub(crate) fn remembered(&self) -> Remembered {
        self.files().map(|file| (file.path.clone(), file.clone())).collect()
    }

    /// Whether both were read from the same files, and the same was not read.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let (files, others) = (self.files(), other.files());
        let counts = |it: &Self| (it.pages.len(), it.included.len());
        (&self.version, &self.unread, counts(self)) == (&other.version, &other.unread, counts(other))
            && files.zip(others).all(|(one, other)| Arc::ptr_eq(one, other) || one.is_same(other))
    }

    /// The files of the pages, and those that they include.
    fn files(&self) -> impl Iterator<Item = &Arc<File>> {
        self.pages.iter().map(|page| &page.own).chain(&self.included)
    }

    /// The versions that a docs folder holds: its folders that have `api` or `resources` in them, sorted.
    ///
    /// # Errors
    /// If the folder cannot be read; the error names the path.
    pub fn versions(root: &Path) -> io::Result<Vec<String>> {
        disk::versions(root)
    }

    /// Takes files that are already in memory: path below the docs folder, and bytes. Those below a folder `includes` are
    /// there to be included.
    #[must_use]
    pub fn from_files(version: &str, files: Vec<(String, Vec<u8>)>) -> Self {
        let files = files.into_iter().map(|(path, bytes)| Arc::new(File::new(path, &bytes, None))).collect();
        Self::new(version, files, &mut |_| None)
    }

    fn new(version: &str, mut files: Vec<Arc<File>>, elsewhere: &mut dyn FnMut(&str) -> Option<Arc<File>>) -> Self {
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let (includes, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| path::is_include(&file.path));
        let mut includes: Remembered = includes.into_iter().map(|file| (file.path.clone(), file)).collect();
        let mut fetch = |path: &str| includes.remove(path).or_else(|| elsewhere(path));
        let mut library = Library::new(&mut fetch);
        let pages = files.into_iter().map(|file| Page::new(file, &mut library)).collect();
        Self { version: version.to_owned(), pages, unread: Vec::new(), included: library.files }
    }

    /// The page of that number.
    #[must_use]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// The files that a page includes, each once, by their paths below the docs folder.
    #[must_use]
    pub fn included(&self, id: PageId) -> BTreeSet<&str> {
        let files = self.page(id).pieces.iter().filter_map(|it| self.included.get(it.file?));
        files.map(|file| file.path.as_str()).collect()
    }

    /// The number of the page of that path, if there is one.
    #[must_use]
    pub fn number(&self, path: &str) -> Option<PageId> {
        self.pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok().map(PageId)
    }

    /// File, line and column of a place.
    #[must_use]
    pub fn origin(&self, place: Place) -> Origin {
        let page = self.page(place.page);
        let (file, at) = page.source(place.span.start);
        self.file(page, file).origin(at)
    }

    /// A place in the file that it comes from.
    #[must_use]
    pub fn find(&self, place: Place) -> Found {
        let page = self.page(place.page);
        let (file, start) = page.source(place.span.start);
        // The last byte of the span, so that the end is in the same file if the whole span is.
        let last = page.source(place.span.end.saturating_sub(1).max(place.span.start));
        let end = if last.0 == file && last.1 >= start { last.1 + usize::from(!place.span.is_empty()) } else { start };
        let included_by = file.map(|_| page.path.clone());
        Found { origin: self.file(page, file).origin(start), span: Span::new(start, end), included_by }
    }

    /// The text of a file as it is on disk, by its path below the docs folder.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.named(path).map(|file| &*file.text)
    }

    /// Line and column of a byte of a file, by the file's path below the docs folder.
    #[must_use]
    pub fn position(&self, path: &str, at: usize) -> Option<Origin> {
        self.named(path).map(|file| file.origin(at))
    }

    fn named(&self, path: &str) -> Option<&File> {
        let included = || self.included.iter().find(|file| file.path == path);
        self.number(path).map(|id| &self.page(id).own).or_else(included).map(Arc::as_ref)
    }

    /// The paths of all files that were read, pages and others, below the docs folder.
    pub fn inputs(&self) -> impl Iterator<Item = &str> {
        let included = self.included.iter().map(|file| file.path.as_str());
        self.pages.iter().map(|page| page.path.as_str()).chain(included)
    }

    /// A number made of all that was read: what is made of these docs is made of others with the same number. It means
    /// nothing to another build of this crate.
    #[must_use]
    pub fn sum(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.version, &self.unread).hash(&mut hasher);
        for page in &self.pages {
            (&page.path, &page.text, page.is_utf8, page.is_cut).hash(&mut hasher);
        }
        // Where a page holds what it includes, the files tell which of it is whose.
        for file in self.pages.iter().filter(|it| !it.pieces.is_empty()).map(|it| &it.own).chain(&self.included) {
            (&file.path, &file.text).hash(&mut hasher);
        }
        hasher.finish()
    }

    fn file<'a>(&'a self, page: &'a Page, included: Option<usize>) -> &'a File {
        included.and_then(|at| self.included.get(at)).unwrap_or(&page.own)
    }
}
