//! A file as it is on disk: its text, and its lines.

use std::sync::Arc;

use crate::span::{Origin, Span};

/// A file of the docs as it is on disk.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path below the docs folder, with `/`.
    pub path: String,
    /// Its text; bytes that are no UTF-8 are replaced.
    pub text: Arc<str>,
    lines: Vec<usize>,
}

impl File {
    pub(super) fn new(path: String, text: Arc<str>) -> Self {
        let lines = std::iter::once(0).chain(line_ends(&text)).collect();
        Self { path, text, lines }
    }

    /// The bytes of a line, counted from 1, without its end; empty where there is no such line.
    pub(super) fn line(&self, number: u32) -> Span {
        let at = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let start = self.lines.get(at).copied().unwrap_or(self.text.len());
        let end = self.lines.get(at.saturating_add(1)).copied().unwrap_or(self.text.len());
        Span::new(start, start + self.text[start..end].trim_end().len())
    }

    /// Line and column of a byte.
    pub(super) fn origin(&self, at: usize) -> Origin {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines[line - 1];
        let before = self.text.get(start..at).unwrap_or_default();
        // A byte order mark at the beginning of the file is no character of its first line.
        let mark = usize::from(line == 1 && before.starts_with('\u{feff}'));
        let column = before.chars().count() - mark + 1;
        Origin { page: self.path.clone(), line: narrow(line), column: narrow(column) }
    }
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
