//! A file as it is on disk: its text, and its lines.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str;
use std::sync::{Arc, OnceLock};

use super::unfollowed::Unfollowed;
use crate::limits::MAX_PAGE;
use crate::span::{Origin, Span};
use crate::stamp::Stamp;

/// Files by their paths below the docs folder.
pub(crate) type Remembered = BTreeMap<String, Arc<File>>;

/// A file of the docs as it is on disk.
#[derive(Debug)]
pub struct File {
    /// Its path below the docs folder, with `/`.
    pub path: String,
    /// Its text; bytes that are no UTF-8 are replaced.
    pub text: Arc<str>,
    /// Whether every byte was UTF-8.
    pub(super) is_utf8: bool,
    /// Whether it is larger than [`MAX_PAGE`], and cut there.
    pub(super) is_cut: bool,
    /// What it looked like when it was read; `None` if it was never on disk.
    pub(super) stamp: Option<Stamp>,
    /// Where its lines begin; most files are never asked for that.
    lines: OnceLock<Lines>,
    /// Its includes, if none of them is followed; a file that is remembered is not searched again for them.
    pub(super) left: OnceLock<Arc<[Unfollowed]>>,
}

/// The lines of a text.
#[derive(Debug)]
struct Lines {
    starts: Vec<usize>,
    /// Places within long lines, each with the number of characters before it in its line.
    marks: Vec<(usize, usize)>,
}

/// The bytes between two places within a long line.
const LONG: usize = 1024;

impl File {
    pub(super) fn new(path: String, bytes: &[u8], stamp: Option<Stamp>) -> Self {
        let start = &bytes[..bytes.len().min(MAX_PAGE)];
        // Looking for what is to be replaced takes longer than looking whether there is any.
        let text = str::from_utf8(start).map_or_else(|_| String::from_utf8_lossy(start), Cow::Borrowed);
        let is_cut = bytes.len() > MAX_PAGE;
        let is_utf8 = is_cut || matches!(text, Cow::Borrowed(_));
        Self { path, text: text.into(), is_utf8, is_cut, stamp, lines: OnceLock::new(), left: OnceLock::new() }
    }

    /// Whether the same was read from the same place.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let read = |it: &Self| (it.is_utf8, it.is_cut);
        self.path == other.path && read(self) == read(other) && self.text == other.text
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    /// The bytes of a line, counted from 1, without its end; empty where there is no such line.
    pub(super) fn line(&self, number: u32) -> Span {
        let starts = &self.lines().starts;
        let at = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let start = starts.get(at).copied().unwrap_or(self.text.len());
        let end = starts.get(at.saturating_add(1)).copied().unwrap_or(self.text.len());
        Span::new(start, start + self.text[start..end].trim_end().len())
    }

    /// Line and column of a byte.
    pub(super) fn origin(&self, at: usize) -> Origin {
        let Lines { starts, marks } = self.lines();
        let line = starts.partition_point(|start| *start <= at).max(1);
        let start = starts[line - 1];
        let mark = marks[..marks.partition_point(|(mark, _)| *mark <= at)].last();
        let (start, before) = mark.copied().filter(|(mark, _)| *mark > start).unwrap_or((start, 0));
        let width = before + self.text.get(start..at).unwrap_or_default().chars().count();
        // A byte order mark at the beginning of the file is no character of its first line.
        let mark = usize::from(line == 1 && width > 0 && self.text.starts_with('\u{feff}'));
        let column = width - mark + 1;
        Origin { page: self.path.clone(), line: narrow(line), column: narrow(column) }
    }
}

impl Lines {
    fn of(text: &str) -> Self {
        let starts = line_starts(text);
        let marks = marks(text, &starts);
        Self { starts, marks }
    }
}

/// Without these a line of megabytes would be counted from its beginning for everything that is said of it.
fn marks(text: &str, lines: &[usize]) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let ends = lines.iter().skip(1).copied().chain([text.len()]);
    for (start, end) in lines.iter().copied().zip(ends).filter(|(start, end)| end - start > LONG) {
        let (mut at, mut columns) = (start, 0);
        while let Some(next) = (at + LONG..end).find(|it| text.is_char_boundary(*it)) {
            columns += text[at..next].chars().count();
            at = next;
            marks.push((at, columns));
        }
    }
    marks
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    // A carriage return alone ends a line too.
    let is_end = |at: &usize| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(is_end);
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}
