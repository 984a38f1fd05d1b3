//! Reads what each row of the permissions says, from the bare blocks of a page, so that pages can be compared that are not
//! read whole.

use super::scope::{grants, is_permissions, kind};
use crate::facts::Granted;
use crate::markdown::{Block, BlockKind, Row};
use crate::source::Page;
use crate::span::Span;

/// Whether a page's name says that it gets or deletes one thing.
pub(super) fn is_compared(page: &Page) -> bool {
    ["-get", "_get", "-delete", "_delete"].iter().any(|end| page.stem().ends_with(end))
}

/// The rows of the section about permissions.
pub(super) fn granted(blocks: &[Block<'_>], text: &str) -> Vec<Granted> {
    let mut inside = false;
    let mut rows = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { level, .. } if *level <= 2 => inside = is_permissions(&key(block.span, text)),
            BlockKind::Table(table) if inside => rows.extend(table.rows.iter().filter_map(|row| of_row(row, text))),
            _ => {}
        }
    }
    rows
}

/// What a heading says, in lower case.
fn key(heading: Span, text: &str) -> String {
    heading.text(text).trim_matches(['#', ' ', '\r', '\n']).to_lowercase()
}

fn of_row(row: &Row<'_>, text: &str) -> Option<Granted> {
    let [first, rest @ ..] = row.cells.as_slice() else { return None };
    let to = kind(first.span.text(text).trim_matches(['*', '`', ' ']))?;
    let span = rest.first()?.span.to(rest.last()?.span);
    let said = rest.iter().map(|cell| cell.span.text(text));
    let ways: Vec<Vec<String>> = said.clone().flat_map(grants).collect();
    let alone = ways.iter().filter(|it| it.len() == 1).flatten().cloned().collect();
    Some(Granted { to, alone, refused: ways.is_empty() && said.clone().any(is_refusal), all: ways.concat(), span })
}

fn is_refusal(cell: &str) -> bool {
    let lower = cell.trim_matches(['*', '`', '.', ' ']).to_lowercase();
    ["not supported", "not available", "not applicable"].iter().any(|it| lower.contains(it))
        || ["none", "n/a", "no"].contains(&lower.as_str())
}
