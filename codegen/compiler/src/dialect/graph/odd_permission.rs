//! Says where a table of permissions contradicts itself, or says nothing of a kind.

use super::Reader;
use super::permission::EMPTY_HINT;
use super::scope::{grants, kind};
use crate::diagnostic::Code;
use crate::facts::Grantee;
use crate::markdown::{Row, Table};
use crate::span::Span;

/// More scopes than these in one row are those of several resources.
const FEW: usize = 4;

impl Reader<'_> {
    /// Says which kind has no row, where others have one.
    pub(super) fn missing_kind(&mut self, table: &Table<'_>) {
        let kinds: Vec<Grantee> = table.rows.iter().filter_map(|row| kind(&row.plain(0))).collect();
        let missing: Vec<Grantee> = Grantee::ALL.into_iter().filter(|kind| !kinds.contains(kind)).collect();
        if let ([only], [_, ..]) = (missing.as_slice(), kinds.as_slice()) {
            let message = format!("this table has no row `{only}`");
            self.sink.push(Code::MissingPermission, table.header.span, message).hint(EMPTY_HINT);
        }
    }

    /// A scope that only reads, beside the same one that writes: an update needs the latter.
    pub(super) fn reading_scopes(&mut self, row: &Row<'_>) {
        let cells = row.cells.iter().skip(1);
        let grants = cells.flat_map(|cell| grants(&cell.text.plain()));
        // What is needed together is no choice.
        let scopes: Vec<String> = grants.filter(|it| it.len() == 1).flatten().collect();
        if scopes.len() > FEW {
            return;
        }
        for reads in &scopes {
            let writes = reads.split('.').map(|part| if part == "Read" { "ReadWrite" } else { part });
            let writes = writes.collect::<Vec<_>>().join(".");
            if writes != *reads && scopes.contains(&writes) {
                let message = format!("`{reads}` does not allow an update");
                let place = |scope: &str| alone(row.span, &self.page.text, scope);
                self.sink
                    .push(Code::ReadingScope, place(reads), message)
                    .hint("remove it")
                    .beside(place(&writes), "this one does");
            }
        }
    }
}

/// Where a scope stands in a row, and not the beginning of a longer one.
fn alone(row: Span, page: &str, scope: &str) -> Span {
    let text = row.text(page);
    let goes_on = |at: usize| text[at + scope.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
    let found = text.match_indices(scope).map(|(at, _)| at).find(|at| !goes_on(*at));
    found.map_or(row, |at| Span::new(row.start + at, row.start + at + scope.len()))
}
