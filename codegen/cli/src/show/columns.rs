//! Rows of cells as aligned text.

use std::fmt::Write as _;

/// The widest cell that others are aligned with.
const WIDEST: usize = 44;

/// Each row in a line; cells of one column begin at the same place, the first column is aligned to the right.
pub(super) fn text<const N: usize>(indent: &str, rows: &[[String; N]]) -> String {
    let widths: [usize; N] = std::array::from_fn(|column| {
        rows.iter().map(|row| row[column].chars().count()).filter(|width| *width <= WIDEST).max().unwrap_or_default()
    });
    rows.iter().map(|row| line(indent, row, &widths)).collect()
}

fn line<const N: usize>(indent: &str, row: &[String; N], widths: &[usize; N]) -> String {
    let mut line = indent.to_owned();
    for (column, (cell, &width)) in row.iter().zip(widths).enumerate() {
        let _ = match column {
            0 => write!(line, "{cell:>width$}  "),
            _ => write!(line, "{cell:<width$}  "),
        };
    }
    line.truncate(line.trim_end().len());
    line + "\n"
}
