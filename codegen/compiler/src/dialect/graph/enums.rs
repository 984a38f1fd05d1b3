//! Reads tables of members: on a page of their own, on `enums.md`, or in a section of a resource page.

use super::Reader;
use super::columns::{self, Columns};
use crate::diagnostic::Code;
use crate::facts::{self, Dropped, TableKind, Word, is_name};
use crate::limits::{MAX_MEMBERS, MAX_NAME};
use crate::markdown::{Row, Table};

impl Reader<'_> {
    /// The enumerations in one section.
    pub(super) fn enums_of(&mut self, index: usize, page: &facts::Type) -> Vec<facts::Enum> {
        let sections = self.sections;
        let mut enums: Vec<facts::Enum> = Vec::new();
        for table in sections[index].tables() {
            let Some(columns) = self.member_columns(index, table) else { continue };
            let Some(name) = self.enum_name(index, page) else {
                self.drop_table(table, TableKind::Other, Dropped::UnreadTable);
                continue;
            };
            self.counts.table(TableKind::Members);
            let members: Vec<_> = table.rows.iter().filter_map(|row| self.member(table, row, columns)).collect();
            match enums.last_mut() {
                Some(last) if last.name.text == name.text => last.members.extend(members),
                _ => enums.push(self.enumeration(index, page, (name, members))),
            }
        }
        for it in &mut enums {
            self.cut_members(it);
        }
        enums
    }

    /// Cuts an enumeration to the members that are read.
    fn cut_members(&mut self, it: &mut facts::Enum) {
        let (name, count) = (&it.name.text, it.members.len());
        let Some(first) = it.members.get(MAX_MEMBERS) else { return };
        let message =
            format!("`{name}` has {count} members, and {MAX_MEMBERS} are read: those from this one on are lost");
        self.sink.push(Code::TooLarge, first.name.span, message);
        it.members.drain(MAX_MEMBERS..).for_each(|_| self.counts.drop_used(Dropped::TooMany));
    }

    fn enumeration(
        &self,
        index: usize,
        page: &facts::Type,
        (name, members): (Word, Vec<facts::Member>),
    ) -> facts::Enum {
        let own_page = self.sections[index].key.starts_with("member");
        let intro: Vec<_> = if own_page { self.intro().collect() } else { self.sections[index].texts().collect() };
        let plain: String = intro.iter().map(|text| text.plain() + "\n").collect();
        let lower = plain.to_lowercase();
        facts::Enum {
            flags: lower.contains("flags") || lower.contains("flagged enum") || lower.contains("bitmask"),
            namespace: page.namespace.clone().or_else(|| self.namespace()),
            doc: super::update::doc(&intro),
            repairs: Vec::new(),
            name,
            members,
        }
    }

    /// Whether `enums_of` reads this table.
    pub(super) fn is_member_table(&self, index: usize, table: &Table<'_>) -> bool {
        self.member_columns(index, table).is_some()
    }

    fn member_columns(&self, index: usize, table: &Table<'_>) -> Option<Columns> {
        let key = &self.sections[index].key;
        let named = key.ends_with(" values")
            || key.ends_with(" enum")
            || key.ends_with(" enumeration")
            || key.starts_with("members")
            || key.ends_with(" enum type")
            || key.ends_with(" enumeration type");
        let found = if named { columns::as_members(table) } else { Some(columns::columns(table)) };
        found.filter(|columns| columns.kind == TableKind::Members)
    }

    /// `### status values`, or the page's own name below `## Members`.
    fn enum_name(&self, index: usize, page: &facts::Type) -> Option<Word> {
        let section = &self.sections[index];
        let words: Vec<&str> = section.title.split_whitespace().map(|it| it.trim_matches(['`', '*', ':'])).collect();
        let lower: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
        let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
        let is_own = matches!(
            lower.as_slice(),
            ["members" | "values" | "member" | "possible" | "enum" | "enumeration", ..] | []
        );
        if is_own || section.level == 1 {
            return (!page.name.text.is_empty()).then(|| page.name.clone());
        }
        let word = words.first()?.rsplit('.').next()?;
        let is_heading = matches!(
            lower.as_slice(),
            [_] | [_, "values" | "enum" | "enumeration" | "enum_values" | "type" | "property", ..]
        );
        let named = is_heading && is_name(word);
        named.then(|| Word { text: word.to_owned(), span: section.span })
    }

    fn member(&mut self, table: &Table<'_>, row: &Row<'_>, columns: Columns) -> Option<facts::Member> {
        let Some(cell) = row.cells.get(columns.name).filter(|cell| !cell.text.is_empty()) else {
            self.sink.push(Code::UnnamedRow, row.span, "this member has no name".to_owned());
            self.counts.dropped(Dropped::NoName, 1);
            return None;
        };
        let plain = cell.text.plain();
        let name = plain.trim_matches(['`', '*', '"', '\'', '.', ' ']);
        if name.is_empty() || name.len() > MAX_NAME {
            self.sink.push(Code::OddName, cell.span, "this is no name of a member".to_owned());
            self.counts.dropped(Dropped::NoName, 1);
            return None;
        }
        if let Some(short) = name.strip_prefix("microsoft.graph.") {
            let message = format!("`{name}` is the name of a type, and no member");
            self.sink.push(Code::QualifiedMember, cell.span, message).hint(format!("did you mean `{short}`?"));
        }
        self.counts.used();
        let doc = columns.doc.or((columns.value.is_none() && table.header.cells.len() > 1).then_some(1));
        let doc = doc.and_then(|at| row.cells.get(at)).map(|cell| cell.text.owned()).unwrap_or_default();
        Some(facts::Member {
            // A member that is called so says what it stands for.
            deprecated: super::prose::deprecation(&doc.plain()).filter(|_| !name.to_lowercase().contains("deprecat")),
            name: Word { text: name.to_owned(), span: cell.span },
            value: columns.value.and_then(|at| number(&row.plain(at))),
            doc,
        })
    }
}

fn number(plain: &str) -> Option<i64> {
    let plain = plain.trim_matches(['`', ' ']);
    match plain.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => plain.parse().ok(),
    }
}
