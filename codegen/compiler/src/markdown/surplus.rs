//! Finds how a row that has too many cells was meant, where that is sure.

use crate::diagnostic::Change;
use crate::span::Span;

/// What gives the row as many cells as the table has columns: bars in parentheses are escaped, or the one empty cell goes.
pub(super) fn mended(source: &str, line: Span, cells: &[Span], width: usize) -> Option<Change<Span>> {
    // What a bar in backticks is depends on who shows the page.
    if line.text(source).contains(['`', '\\']) {
        return None;
    }
    escaped(source, cells, width).or_else(|| without_empty(source, cells, width))
}

/// `(*.cer | *.crt)` at the end of a row.
fn escaped(source: &str, cells: &[Span], width: usize) -> Option<Change<Span>> {
    let whole = cells.get(width.checked_sub(1)?)?.to(*cells.last()?);
    let text = whole.text(source);
    let (mut depth, mut bars) = (0_usize, Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.checked_sub(1)?,
            b'|' if depth == 0 => return None,
            b'|' => bars.push(at),
            _ => {}
        }
    }
    let (first, last) = (*bars.first()?, *bars.last()?);
    let place = Span::new(whole.start + first, whole.start + last + 1);
    let old = place.text(source).to_owned();
    (depth == 0).then(|| Change::Replace { place, new: old.replace('|', "\\|"), old })
}

/// `|scope|string||Whether it is.|` where there are three columns.
fn without_empty(source: &str, cells: &[Span], width: usize) -> Option<Change<Span>> {
    let mut empty = cells.iter().skip(1).filter(|it| it.is_empty());
    let end = empty.next().filter(|_| cells.len() == width + 1 && !cells[0].is_empty())?.start;
    if empty.next().is_some() {
        return None;
    }
    // The bar before the empty cell, and its blanks.
    let place = Span::new(source.get(..end)?.rfind('|')?, end);
    Some(Change::Replace { place, old: place.text(source).to_owned(), new: String::new() })
}
