//! Splits the lines of a table into rows and cells, so that no cell is dropped.

use std::borrow::Cow;

use super::detail::Detail;
use super::inline;
use super::prepare::is_delimiter_row;
use super::surplus;
use super::text::Text;
use crate::diagnostic::{Code, Sink};
use crate::span::Span;

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// The first row.
    pub header: Row<'a>,
    /// The rows below the delimiter row; blank ones are left out.
    pub rows: Vec<Row<'a>>,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row<'a> {
    /// Its cells: as many as the header has, or fewer; what a row has too much is part of its last cell.
    pub cells: Vec<Cell<'a>>,
    /// Its line, or lines.
    pub span: Span,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Cell<'a> {
    /// What it says.
    pub text: Text<'a>,
    /// What stands between the bars, trimmed.
    pub span: Span,
}

impl Row<'_> {
    /// What a reader sees in the cell of that column; empty where there is none.
    #[must_use]
    pub fn plain(&self, column: usize) -> Cow<'_, str> {
        self.cells.get(column).map(|cell| cell.text.plain()).unwrap_or_default()
    }
}

/// The page's text and its link definitions.
pub(super) struct Context<'a, 'p> {
    pub(super) page: &'p str,
    /// The page as the parser reads it.
    pub(super) source: &'a str,
    pub(super) links: &'a dyn Fn(&str) -> Option<String>,
    pub(super) detail: Detail,
}

/// Reads the lines of a table: header, delimiter row, rows.
pub(super) fn table<'p>(cx: &Context<'_, 'p>, span: Span, sink: &mut Sink) -> Table<'p> {
    let mut lines = logical_lines(cx.source, span, sink).into_iter();
    let source = cx.source;
    let header = lines.next().map(|line| row(cx, line, pieces(source, line))).unwrap_or_default();
    if lines.next().is_some_and(|line| columns(source, line) != header.cells.len()) {
        let message = format!("the delimiter row does not fit the {} columns of the header", header.cells.len());
        sink.push(Code::RescuedTable, header.span, message);
    }
    let mut table = Table { header, rows: Vec::new() };
    for line in lines {
        append(cx, &mut table, line, sink);
    }
    table
}

/// Adds one more line to a table.
pub(super) fn append<'p>(cx: &Context<'_, 'p>, table: &mut Table<'p>, line: Span, sink: &mut Sink) {
    let width = table.header.cells.len();
    let mut spans = pieces(cx.source, line);
    let mut surplus = Vec::new();
    if spans.len() > width {
        surplus.clone_from(&spans);
        without_empty_end(&mut surplus, width);
        spans = joined(cx.source, line, width);
    }
    let row = row(cx, line, spans);
    if is_blank(cx, &row) {
        return;
    }
    if surplus.len() > width && row.cells.len() == width {
        let count = surplus.len();
        sink.push(Code::SurplusCells, line, format!("{count} cells, {width} columns: joined into the last"))
            .mend(surplus::mended(cx.source, line, &surplus, width));
    }
    table.rows.push(row);
}

/// Whether a reader sees nothing in a row.
fn is_blank(cx: &Context<'_, '_>, row: &Row<'_>) -> bool {
    match cx.detail {
        Detail::Whole => row.cells.iter().all(|cell| cell.text.is_empty()),
        Detail::Outline => row.cells.iter().all(|cell| {
            let text = cell.span.text(cx.source);
            let is_word = text.bytes().any(|byte| byte.is_ascii_alphanumeric()) && !text.contains(['<', '&', '[']);
            !is_word && inline::text(cx.page, cx.source, cell.span, cx.links).is_empty()
        }),
    }
}

/// The lines of `span`, those that only continue a cell joined to the line before.
fn logical_lines(source: &str, span: Span, sink: &mut Sink) -> Vec<Span> {
    let barred = span.text(source).trim_start().starts_with('|');
    let mut lines: Vec<Span> = Vec::new();
    for line in lines_of(source, span).map(|line| unquoted(source, line)) {
        let continues =
            barred && lines.len() > 2 && lines.last().is_some_and(|last| is_open(source, lines[0], *last, line));
        match lines.last_mut() {
            Some(last) if continues => {
                sink.push(Code::ContinuedRow, line, "this line continues the row above".to_owned());
                *last = last.to(line);
            }
            _ => lines.push(line),
        }
    }
    lines
}

/// Whether a row goes on in the next line: it has no closing bar, and the next begins without one, or has the cells that it
/// lacks.
fn is_open(source: &str, header: Span, last: Span, next: Span) -> bool {
    let last_text = last.text(source);
    let lacks_these = || columns(source, last) + columns(source, next) <= columns(source, header);
    let next_text = next.text(source);
    !last_text.ends_with('|') && (!next_text.starts_with('|') || last_text.starts_with('|') && lacks_these())
}

/// A line of a table without the marks of the block quote around it.
fn unquoted(source: &str, line: Span) -> Span {
    let text = line.text(source);
    let inner = text.trim_start_matches(['>', ' ']);
    if inner.starts_with('|') { Span::new(line.end - inner.len(), line.end) } else { line }
}

/// The lines of a span without white space around them; empty ones are left out.
pub(super) fn lines_of(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = span.start;
    span.text(source).split_inclusive('\n').filter_map(move |line| {
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len();
        (start < end).then(|| Span::new(start, end))
    })
}

/// The cells of a line.
fn columns(source: &str, line: Span) -> usize {
    pieces(source, line).len()
}

/// The cells of a line that has more of them than columns: bars in backticks separate none, and the last are joined.
fn joined(source: &str, line: Span, width: usize) -> Vec<Span> {
    let mut spans = split(source, line, CodeSpans::Kept);
    without_empty_end(&mut spans, width);
    if let Some(last) = spans.last().copied().filter(|_| spans.len() > width && width > 0) {
        spans.truncate(width);
        spans[width - 1] = spans[width - 1].to(last);
    }
    spans
}

/// Bars too many at the end of a line hold nothing.
fn without_empty_end(spans: &mut Vec<Span>, width: usize) {
    while spans.len() > width && spans.last().is_some_and(|span| span.is_empty()) {
        spans.pop();
    }
}

fn row<'p>(cx: &Context<'_, 'p>, line: Span, spans: Vec<Span>) -> Row<'p> {
    Row { cells: spans.into_iter().map(|span| cell(cx, span)).collect(), span: line }
}

fn cell<'p>(cx: &Context<'_, 'p>, span: Span) -> Cell<'p> {
    if cx.detail == Detail::Outline {
        return Cell { text: Text::default(), span };
    }
    let mut text = inline::text(cx.page, cx.source, span, cx.links);
    for run in &mut text.runs {
        if !run.code && run.text.contains("\\|") {
            run.text = run.text.replace("\\|", "|").into();
        }
    }
    Cell { text, span }
}

/// Whether a bar in backticks separates cells: in GFM it does, on the published site it does not.
#[derive(Clone, Copy, PartialEq)]
enum CodeSpans {
    Ignored,
    Kept,
}

/// What stands between the bars of a line, trimmed.
pub(super) fn pieces(source: &str, line: Span) -> Vec<Span> {
    split(source, line, CodeSpans::Ignored)
}

fn split(source: &str, line: Span, code: CodeSpans) -> Vec<Span> {
    let text = line.text(source);
    let inner = text.strip_prefix('|').unwrap_or(text);
    let start = line.end - inner.len();
    let closed = inner.strip_suffix('|').filter(|it| !it.ends_with('\\')).unwrap_or(inner);
    let mut spans = Vec::new();
    let (mut from, mut seen, mut in_code) = (0, 0, false);
    for at in memchr::memchr_iter(b'|', closed.as_bytes()) {
        let before = &closed[seen..at];
        seen = at;
        let is_escaped = (before.len() - before.trim_end_matches('\\').len()) % 2 == 1;
        if code == CodeSpans::Kept {
            in_code ^= before.matches('`').count() % 2 == 1;
        }
        if !is_escaped && !in_code {
            spans.push(trimmed(source, Span::new(start + from, start + at)));
            from = at + 1;
        }
    }
    spans.push(trimmed(source, Span::new(start + from, start + closed.len())));
    spans
}

/// A span without the white space at its ends.
pub(super) fn trimmed(source: &str, span: Span) -> Span {
    let piece = span.text(source);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, (span.start + piece.trim_end().len()).max(start))
}

/// Where in a paragraph a table begins that GFM does not see: a line with bars above a delimiter row.
pub(super) fn hidden_table(source: &str, paragraph: Span) -> Option<Span> {
    if !paragraph.text(source).contains('|') {
        return None;
    }
    let lines: Vec<Span> = lines_of(source, paragraph).collect();
    let at = lines
        .windows(2)
        .position(|pair| pair[0].text(source).contains('|') && is_delimiter_row(pair[1].text(source)))?;
    Some(lines[at].to(*lines.last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str, width: usize) -> Vec<String> {
        let cx = Context { page: line, source: line, links: &|_| None, detail: Detail::Whole };
        let header = Row { cells: vec![Cell::default(); width], span: Span::default() };
        let mut table = Table { header, rows: Vec::new() };
        append(&cx, &mut table, Span::new(0, line.len()), &mut Sink::default());
        table.rows[0].cells.iter().map(|cell| cell.text.plain().into_owned()).collect()
    }

    #[test]
    fn bars_at_the_ends_may_be_missing() {
        assert_eq!(cells("|a|b|", 2), ["a", "b"]);
        assert_eq!(cells("a | b", 2), ["a", "b"]);
        assert_eq!(cells("|a|b", 2), ["a", "b"]);
    }

    #[test]
    fn an_escaped_bar_is_text() {
        assert_eq!(cells(r"|a|b \| c|", 2), ["a", "b | c"]);
        assert_eq!(cells(r"|a|`b \| c`|", 2), ["a", "b | c"]);
    }

    #[test]
    fn surplus_cells_are_joined_into_the_last() {
        assert_eq!(cells("|a|b|c|d|", 2), ["a", "b|c|d"]);
        assert_eq!(cells("|a|`x|y`|d|", 3), ["a", "x|y", "d"]);
    }
}
