//! Reads a row of a table of properties, relationships or of a request body.

use super::columns::Columns;
use super::{Reader, prose, type_cell, values};
use crate::diagnostic::Code;
use crate::facts::{self, Dropped, TableKind, TypeCell, TypeWord, Word};
use crate::ir::Access;
use crate::limits::{MAX_MEMBERS, MAX_NAME};
use crate::markdown::{Cell, Row, Table, Text};
use crate::span::Span;

/// A name, and what its cell says beside it.
pub(super) struct Name {
    pub(super) word: Word,
    pub(super) deprecated: Option<String>,
}

impl Reader<'_> {
    /// The rows of a table as properties.
    pub(super) fn properties(&mut self, table: &Table<'_>, columns: Columns, kind: TableKind) -> Vec<facts::Property> {
        self.counts.table(kind);
        // A type may have no properties of its own, such as the base of others.
        if kind == TableKind::Body && table.rows.is_empty() {
            self.sink.push(Code::EmptyTable, table.header.span, "this table has no rows".to_owned());
        }
        table.rows.iter().filter_map(|row| self.property((table, kind), row, columns)).collect()
    }

    fn property(
        &mut self,
        (table, kind): (&Table<'_>, TableKind),
        row: &Row<'_>,
        columns: Columns,
    ) -> Option<facts::Property> {
        let name = self.name((table, kind), row, columns.name)?;
        let doc = columns.doc.or(fallback(table, columns)).and_then(|at| row.cells.get(at));
        let none = Text::default();
        let doc = doc.map_or(&none, |cell| &cell.text);
        let plain = doc.plain();
        let lower = plain.to_ascii_lowercase();
        let known_values = self.known_values(doc, &lower);
        let ty = self.type_cell(kind, row, columns);
        self.counts.used();
        Some(facts::Property {
            span: row.span,
            relationship: columns.kind == TableKind::Relationships,
            deprecated: prose::deprecation_in(&plain, &lower).or(name.deprecated),
            access: prose::access(&lower).min(read_only_column(row, columns)),
            nullable: prose::nullable(&lower),
            inherited_from: prose::inherited_from(doc, &lower),
            name: name.word,
            promote: false,
            repairs: Vec::new(),
            known_values,
            ty,
            doc: doc.owned(),
        })
    }

    /// The values that a description lists.
    fn known_values(&mut self, doc: &Text<'_>, lower: &str) -> Vec<Word> {
        let mut values = values::known_values(doc, lower);
        if let Some(first) = values.get(MAX_MEMBERS) {
            let message = format!("{} values are listed, and {MAX_MEMBERS} are read", values.len());
            self.sink.push(Code::TooLarge, first.span, message);
            values.truncate(MAX_MEMBERS);
        }
        values
    }

    fn type_cell(&mut self, kind: TableKind, row: &Row<'_>, columns: Columns) -> TypeCell {
        let cell = columns.value.and_then(|at| row.cells.get(at));
        let read = cell.map(type_cell::read);
        // A body's table without types leaves them to the resource page.
        let is_left_out = kind == TableKind::Body && columns.value.is_none();
        if !is_left_out && read.as_ref().is_none_or(|it| it.item == TypeWord::Nothing) {
            let shown = cell.map(|cell| cell.text.plain()).unwrap_or_default();
            let span = cell.map_or(row.span, |cell| cell.span);
            self.sink.push(Code::UnreadableType, span, format!("`{shown}` is no type"));
        }
        if let Some(cell) = cell {
            self.bracketed(cell);
        }
        read.unwrap_or(TypeCell { collection: false, item: TypeWord::Nothing, link: None, span: row.span })
    }

    /// A name in brackets that is to be a link, and is none.
    fn bracketed(&mut self, cell: &Cell<'_>) {
        if !cell.span.text(&self.page.text).starts_with('[') || cell.text.links().next().is_some() {
            return;
        }
        let plain = cell.text.plain();
        let inner = plain.strip_prefix('[').and_then(|it| it.split_once(']')).map(|(inner, _)| inner);
        if let Some(name) = inner.filter(|it| facts::is_name(it)) {
            let shown = format!("[{name}]");
            let at = cell.span.text(&self.page.text).find(&shown).unwrap_or_default();
            let span = Span::new(cell.span.start + at, cell.span.start + at + shown.len());
            let message = format!("`{shown}` is no link: readers see the brackets");
            self.sink.push(Code::BracketedType, span, message).hint("add the page behind it, or take the brackets off");
        }
    }

    /// The name in a row's first cell; rows that name nothing are counted by reason.
    pub(super) fn name(
        &mut self,
        (table, kind): (&Table<'_>, TableKind),
        row: &Row<'_>,
        column: usize,
    ) -> Option<Name> {
        if let Some(reason) = self.caption(table, row, column) {
            self.counts.dropped(reason, 1);
            return None;
        }
        let cell = &row.cells[column];
        let plain = cell.text.plain();
        let (word, remark) = split_remark(&plain);
        // `members@delta` in a body adds to a collection and takes from it (OData JSON 4.01, 5).
        let bare = word.strip_suffix("@delta").filter(|_| kind == TableKind::Body).unwrap_or(word);
        if bare.contains('@') {
            self.counts.dropped(Dropped::Annotation, 1);
            return None;
        }
        if !is_identifier(bare) {
            let code = if word.is_empty() { Code::UnnamedRow } else { Code::OddName };
            self.sink.push(code, cell.span, format!("`{plain}` is no name of a property"));
            self.counts.dropped(Dropped::NoName, 1);
            return None;
        }
        if row.cells.len() < table.header.cells.len() && table.header.cells.len() - row.cells.len() > 0 {
            let message = format!("{} cells, {} columns", row.cells.len(), table.header.cells.len());
            self.sink.push(Code::ShortRow, row.span, message);
        }
        let word = Word { text: word.to_owned(), span: cell.span };
        Some(Name { word, deprecated: prose::deprecation(remark) })
    }

    /// A row that says nothing but one thing is a caption of those below it: `|**Onboarding**|`.
    fn caption(&mut self, table: &Table<'_>, row: &Row<'_>, column: usize) -> Option<Dropped> {
        let named = row.cells.get(column).is_some_and(|cell| !cell.text.is_empty());
        let others = row.cells.iter().enumerate().any(|(at, cell)| at != column && !cell.text.is_empty());
        if named && (others || table.header.cells.len() == 1) {
            return None;
        }
        let strong = row.cells.iter().any(|cell| cell.text.runs.iter().any(|run| run.strong));
        let single = row.cells.iter().filter(|cell| !cell.text.is_empty()).count() == 1;
        if single && (strong || !is_identifier(&row.plain(column))) {
            return Some(Dropped::Category);
        }
        if named {
            return None;
        }
        self.sink.push(Code::UnnamedRow, row.span, "this row has no name".to_owned());
        Some(Dropped::NoName)
    }
}

/// What a column `Read-only` says.
fn read_only_column(row: &Row<'_>, columns: Columns) -> Access {
    let says = columns.read_only.map(|at| row.plain(at).to_lowercase()).unwrap_or_default();
    if matches!(says.as_str(), "yes" | "true" | "y" | "x" | "\u{2713}" | "\u{2714}") {
        Access::ReadOnly
    } else {
        Access::Writable
    }
}

/// A table without a known header of its description: the column behind the type.
fn fallback(table: &Table<'_>, columns: Columns) -> Option<usize> {
    let next = columns.value.unwrap_or(columns.name) + 1;
    (next < table.header.cells.len()).then_some(next)
}

/// `name (deprecated)`: the name, and the remark behind it.
fn split_remark(plain: &str) -> (&str, &str) {
    let plain = plain.trim_matches(['`', '*', ' ', '"', '\u{a0}']);
    let end = plain.find(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '<' | ',' | '\u{a0}'));
    let (word, remark) = plain.split_at(end.unwrap_or(plain.len()));
    let is_remark =
        remark.trim_start().starts_with(['(', '[', '<']) || remark.trim().is_empty() || remark.contains("deprecated");
    if is_remark { (word.trim_end_matches([':', '.']), remark) } else { (plain, "") }
}

/// Whether a word can be the name of a property (`SimpleIdentifier` of OData CSDL 4.01, 17.2; ASCII only).
pub(super) fn is_identifier(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && word.len() <= MAX_NAME
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
