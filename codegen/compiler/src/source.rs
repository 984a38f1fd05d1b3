//! The pages of a docs folder; the only place that reads them.

use std::fs;
use std::io;
use std::path::Path;

use crate::span::{Origin, Span};

/// The largest page that is read, in bytes. The largest real page has 0.4 MB.
pub const MAX_PAGE: usize = 4 << 20;

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

/// One file of the docs.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its path below the docs folder, with `/`: `beta/resources/user.md`.
    pub path: String,
    /// Its text as it is on disk; bytes that are no UTF-8 are replaced.
    pub text: String,
    /// Whether every byte was UTF-8.
    pub is_utf8: bool,
    lines: Vec<usize>,
}

impl Page {
    fn new(path: String, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_PAGE)]);
        let is_utf8 = matches!(text, std::borrow::Cow::Borrowed(_));
        let lines = std::iter::once(0).chain(line_ends(&text)).collect();
        Self { lines, is_utf8, text: text.into_owned(), path }
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

    /// The bytes of a line, counted from 1, without its end; empty where there is no such line.
    #[must_use]
    pub fn line(&self, number: u32) -> Span {
        let at = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let start = self.lines.get(at).copied().unwrap_or(self.text.len());
        let end = self.lines.get(at.saturating_add(1)).copied().unwrap_or(self.text.len());
        Span::new(start, start + self.text[start..end].trim_end().len())
    }

    /// Line and column of the first byte of `span`.
    #[must_use]
    pub fn origin(&self, span: Span) -> Origin {
        let line = self.lines.partition_point(|start| *start <= span.start).max(1);
        let start = self.lines[line - 1];
        let before = self.text.get(start..span.start).unwrap_or_default();
        let column = before.chars().filter(|c| *c != '\u{feff}').count() + 1;
        Origin { page: self.path.clone(), line: narrow(line), column: narrow(column) }
    }
}

/// The file name of a path without folder and ending.
#[must_use]
pub fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.split_once(".md").map_or(file, |(stem, _)| stem)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn line_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .filter(|&at| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
        .map(|at| at + 1)
}

/// All pages of one version of an API, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// The version's name, which is the folder's: `beta`, `v1.0`.
    pub version: String,
    /// The pages.
    pub pages: Vec<Page>,
}

impl Docs {
    /// Reads `root/version/{api,resources}`, and other folders there, whole.
    ///
    /// # Errors
    /// If the folder is absent, or a file in it cannot be read; the error names the path.
    pub fn read(root: &Path, version: &str) -> io::Result<Self> {
        let mut files = Vec::new();
        collect(&root.join(version), version, &mut files)?;
        Ok(Self::from_files(version, files))
    }

    /// Takes pages that are already in memory: path below the docs folder, and bytes.
    #[must_use]
    pub fn from_files(version: &str, mut files: Vec<(String, Vec<u8>)>) -> Self {
        files.sort();
        let pages = files.into_iter().map(|(path, bytes)| Page::new(path, &bytes)).collect();
        Self { version: version.to_owned(), pages }
    }

    /// The page of that number.
    #[must_use]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// Line and column of a place.
    #[must_use]
    pub fn origin(&self, place: Place) -> Origin {
        self.page(place.page).origin(place.span)
    }
}

fn collect(folder: &Path, name: &str, files: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(named)? {
        let entry = entry.map_err(named)?;
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(named)?.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else {
            files.push((path, fs::read(entry.path()).map_err(named)?));
        }
    }
    Ok(())
}
