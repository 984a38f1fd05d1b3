//! Reads permissions: the tables of later pages, the scopes in italics or bullets of earlier ones.

use super::Reader;
use super::section::Section;
use crate::diagnostic::Code;
use crate::facts::{Grantee, TableKind};
use crate::ir::{Permissions, Scopes};
use crate::markdown::Table;

/// What a column of scopes holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// The least that will do.
    Least,
    /// More than is needed.
    Higher,
    /// From least to most.
    Ascending,
    /// From most to least.
    Descending,
    /// In an order that the table does not say.
    Any,
    /// Of this kind, one resource a row; the least, as the pages say above.
    Of(Grantee),
}

impl Reader<'_> {
    /// Reads the permissions of a section that has no table.
    pub(super) fn permission_texts(&mut self, section: &Section<'_>, permissions: &mut Permissions) {
        if section.tables().next().is_none() {
            for text in section.texts().filter(|text| !text.plain().starts_with("[!INCLUDE")) {
                add(&mut permissions.unspecified, Column::Any, grants(&text.plain()));
            }
        }
        self.report_includes(section, "the permissions");
    }

    /// Reads one table of permissions; a page may have several, one for each product.
    pub(super) fn permission_table(&mut self, table: &Table, permissions: &mut Permissions) {
        let columns: Vec<Column> =
            (1..table.header.cells.len().max(2)).map(|at| column(&table.header.plain(at))).collect();
        let mut above = None;
        self.counts.table(TableKind::Permissions);
        self.missing_kind(table);
        for (index, row) in table.rows.iter().enumerate() {
            self.counts.used();
            if is_bare(table, index) {
                let message = format!("no scope stands beside `{}`", row.plain(0));
                self.sink.push(Code::EmptyPermission, row.cells[0].span, message).hint(EMPTY_HINT);
            }
            // A row of one product stands below the row of its kind, and is indented.
            let first = row.plain(0);
            above = kind(&first).or(above);
            let is_by_column = columns.iter().any(|it| matches!(it, Column::Of(_)));
            if !is_by_column {
                self.reading_scopes(row);
            }
            if above.is_none() && !is_by_column {
                add(&mut permissions.unspecified, Column::Any, grants(&first));
            }
            for (at, column) in columns.iter().enumerate() {
                let kind = if let Column::Of(kind) = column { Some(*kind) } else { above };
                add(list(permissions, kind), *column, grants(&row.plain(at + 1)));
            }
        }
    }
}

pub(super) const EMPTY_HINT: &str = "name the scopes, or say `Not supported.`";

/// Whether a row names a kind of permission, and nothing else; not where rows of its products stand below it.
fn is_bare(table: &Table, index: usize) -> bool {
    let row = &table.rows[index];
    let is_empty = |at: usize| row.cells.get(at).is_none_or(|cell| cell.text.is_empty());
    let has_products = table.rows.get(index + 1).is_some_and(|next| kind(&next.plain(0)).is_none());
    kind(&row.plain(0)).is_some() && (1..table.header.cells.len()).all(is_empty) && !has_products
}

fn column(header: &str) -> Column {
    let lower = header.to_lowercase();
    match kind(&lower) {
        Some(kind) => Column::Of(kind),
        None if lower.contains("most to least") => Column::Descending,
        None if lower.contains("least to most") => Column::Ascending,
        None if lower.contains("least privileged") => Column::Least,
        None if lower.contains("higher privileged") => Column::Higher,
        None => Column::Any,
    }
}

pub(super) fn kind(cell: &str) -> Option<Grantee> {
    let lower = cell.to_lowercase();
    match () {
        () if lower.starts_with("delegated") && lower.contains("personal") => Some(Grantee::Personal),
        () if lower.starts_with("delegated") => Some(Grantee::Work),
        () if lower.starts_with("application") => Some(Grantee::Application),
        () => None,
    }
}

fn list(permissions: &mut Permissions, kind: Option<Grantee>) -> &mut Scopes {
    match kind {
        Some(Grantee::Work) => &mut permissions.delegated_work,
        Some(Grantee::Personal) => &mut permissions.delegated_personal,
        Some(Grantee::Application) => &mut permissions.application,
        None => &mut permissions.unspecified,
    }
}

/// Adds the alternatives of one cell.
fn add(scopes: &mut Scopes, column: Column, mut grants: Vec<Vec<String>>) {
    if column == Column::Descending {
        grants.reverse();
    }
    let least = match column {
        Column::Least | Column::Of(_) => grants.len(),
        Column::Ascending | Column::Descending => 1,
        Column::Higher | Column::Any => 0,
    };
    for (at, grant) in grants.into_iter().enumerate() {
        if at < least && !scopes.least.contains(&grant) {
            scopes.least.push(grant.clone());
        }
        if !scopes.all.contains(&grant) {
            scopes.all.push(grant);
        }
    }
}

pub(super) fn is_permissions(key: &str) -> bool {
    key.starts_with("permission") || key.starts_with("prerequisite") || key == "authorization"
}

/// The alternatives in a text, each the scopes that are needed together: `A and B, C` is two. In a list that ends in
/// "and", such as `A, B, and C` or `A, B and C`, the word joins alternatives.
pub(super) fn grants(plain: &str) -> Vec<Vec<String>> {
    let mut grants: Vec<Vec<String>> = Vec::new();
    let mut between = String::new();
    let separators = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '*' | '`' | '|' | '(' | ')' | '<' | '>');
    let mut rest = plain;
    while !rest.is_empty() {
        let end = rest.find(separators).unwrap_or(rest.len());
        // The number of a footnote stands right behind its scope.
        let word = rest[..end].trim_matches(['_', '.', ':', '"', '\'']).trim_end_matches(|c: char| c.is_ascii_digit());
        if is_scope(word) {
            match grants.last_mut().filter(|_| is_joined(&between, &plain[..plain.len() - rest.len()])) {
                Some(grant) => grant.push(word.to_owned()),
                None => grants.push(vec![word.to_owned()]),
            }
            between.clear();
        } else {
            between.push_str(&rest[..end]);
        }
        let next = rest[end..].chars().next();
        between.extend(next);
        rest = &rest[end + next.map_or(0, char::len_utf8)..];
    }
    grants
}

/// Whether what stands between two scopes says that both are needed: not behind a comma, where a list ends so.
fn is_joined(between: &str, before: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    !before.contains([',', ';']) && matches!(words.as_slice(), ["and" | "plus" | "+" | "&"])
}

fn is_scope(word: &str) -> bool {
    let mut parts = word.split('.');
    let first = parts.next().unwrap_or_default();
    let mut rest = parts.peekable();
    let is_part = |it: &str| {
        it.starts_with(|c: char| c.is_ascii_uppercase())
            && it.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    is_part(first) && rest.peek().is_some() && rest.all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_words_with_dots() {
        assert_eq!(
            grants("*DeviceManagementApps.Read.All; User.ReadWrite*").concat(),
            ["DeviceManagementApps.Read.All", "User.ReadWrite"]
        );
        for none in ["Not supported.", "Not available.", "One of the following scopes is required. To learn more.", ""]
        {
            assert_eq!(grants(none), Vec::<Vec<String>>::new(), "{none}");
        }
    }

    #[test]
    fn and_joins_and_or_parts() {
        let read = |text| grants(text).iter().map(|it| it.join("+")).collect::<Vec<_>>().join(" ");
        assert_eq!(read("A.Read and B.Read"), "A.Read+B.Read");
        assert_eq!(read("A.Read and B.Read, C.All"), "A.Read+B.Read C.All");
        assert_eq!(read("A.Read or B.Read"), "A.Read B.Read");
        assert_eq!(read("A.Read, B.Read, and C.Read"), "A.Read B.Read C.Read");
        assert_eq!(read("A.Read, B.Read and C.Read"), "A.Read B.Read C.Read");
        assert_eq!(read("A.Read1 or B.Read2"), "A.Read B.Read");
        assert_eq!(read("A.Read<sup>1</sup>, **B.Read.All**\u{a0}"), "A.Read B.Read.All");
        assert_eq!(read("For users: User.Read; for devices: Device.Read.All"), "User.Read Device.Read.All");
    }
}
