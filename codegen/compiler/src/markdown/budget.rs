//! Cuts the tables of a page to what is read of them, and says what is lost.

use super::{Block, BlockKind, Table};
use crate::diagnostic::{Code, Sink};
use crate::limits::{MAX_COLUMNS, MAX_ROWS};

/// Cuts them; how many rows are lost.
pub(super) fn lost_rows(blocks: &mut [Block<'_>], sink: &mut Sink) -> usize {
    let (mut left, mut lost, mut first) = (MAX_ROWS, 0, None);
    for block in blocks {
        let BlockKind::Table(table) = &mut block.kind else { continue };
        cut_columns(table, sink);
        if let Some(row) = table.rows.get(left) {
            first = first.or(Some(row.span));
            lost += table.rows.len() - left;
            table.rows.truncate(left);
        }
        left -= table.rows.len();
    }
    if let Some(span) = first {
        let message = format!(
            "the tables of this page have {} rows, and {MAX_ROWS} are read: {lost} are lost, from this one on",
            MAX_ROWS + lost
        );
        sink.push(Code::TooLarge, span, message).hint("split the page");
    }
    lost
}

fn cut_columns(table: &mut Table<'_>, sink: &mut Sink) {
    let Some(first) = table.header.cells.get(MAX_COLUMNS) else { return };
    let columns = table.header.cells.len();
    let message =
        format!("this table has {columns} columns, and {MAX_COLUMNS} are read: those from this one on are lost");
    sink.push(Code::TooLarge, first.span, message).hint("split the table");
    for row in std::iter::once(&mut table.header).chain(&mut table.rows) {
        row.cells.truncate(MAX_COLUMNS);
    }
}
