//! Reads permissions: the tables of later pages, the scopes in italics or bullets of earlier ones.

use super::Reader;
use super::scope::{grants, kind};
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
    pub(super) fn permission_table(&mut self, table: &Table<'_>, permissions: &mut Permissions) {
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
fn is_bare(table: &Table<'_>, index: usize) -> bool {
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
