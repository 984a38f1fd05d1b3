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
    /// Places within long lines, each with the number of characters before it in its line.
    marks: Vec<(usize, usize)>,
}

/// The bytes between two places within a long line.
const LONG: usize = 1024;

impl File {
    pub(super) fn new(path: String, text: Arc<str>) -> Self {
        let lines: Vec<usize> = std::iter::once(0).chain(line_ends(&text)).collect();
        let marks = marks(&text, &lines);
        Self { path, text, lines, marks }
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
        let mark = self.marks[..self.marks.partition_point(|(mark, _)| *mark <= at)].last();
        let (start, before) = mark.copied().filter(|(mark, _)| *mark > start).unwrap_or((start, 0));
        let column = before + width(self.text.get(start..at).unwrap_or_default()) + 1;
        Origin { page: self.path.clone(), line: narrow(line), column: narrow(column) }
    }
}

/// The characters of a text that a reader counts.
fn width(text: &str) -> usize {
    text.chars().filter(|c| *c != '\u{feff}').count()
}

/// Without these a line of megabytes would be counted from its beginning for everything that is said of it.
fn marks(text: &str, lines: &[usize]) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let ends = lines.iter().skip(1).copied().chain([text.len()]);
    for (start, end) in lines.iter().copied().zip(ends).filter(|(start, end)| end - start > LONG) {
        let (mut at, mut columns) = (start, 0);
        while let Some(next) = (at + LONG..end).find(|it| text.is_char_boundary(*it)) {
            columns += width(&text[at..next]);
            at = next;
            marks.push((at, columns));
        }
    }
    marks
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
