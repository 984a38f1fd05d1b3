//! Reads a resource page: which type it describes, its base, its properties.

use super::section::Section;
use super::{Reader, annotation, columns, prose};
use crate::diagnostic::Code;
use crate::facts::{self, Dropped, Json, Mention, Methods, TableKind, Word, is_name};
use crate::markdown::{BlockKind, Row, Table, Text};
use crate::span::Span;

impl Reader<'_> {
    /// The types and enumerations of a page.
    pub(super) fn resource(&mut self) -> (Vec<facts::Type>, Vec<facts::Enum>) {
        let mut ty = self.head();
        let mut enums = Vec::new();
        let mut found = false;
        let sections = self.sections;
        for (index, section) in sections.iter().enumerate() {
            for table in section.tables() {
                found |= self.resource_table(index, table, &mut ty);
            }
            enums.extend(self.enums_of(index, &ty));
            if matches!(section.key.as_str(), "properties" | "relationships" | "members") {
                self.report_includes(section, "the rows");
            }
        }
        self.deprecate_named(&mut ty.properties);
        ty.json = self.json_representation().map(|span| Json::new(&self.page.text, span));
        let is_enum_page = !enums.is_empty() && !found && ty.json.is_none();
        // The file's name alone makes no type: `users.md` is about many.
        let is_named = ty.name.span != self.stem_name().span;
        let is_type = ty.json.is_some() || is_named && (found || self.is_type_title());
        if is_type {
            self.compare_annotation(&ty);
        }
        let types = if is_type && !is_enum_page && !ty.name.text.is_empty() { vec![ty] } else { Vec::new() };
        (types, enums)
    }

    /// Reads one table into the type; whether it held properties.
    fn resource_table(&mut self, index: usize, table: &Table<'_>, ty: &mut facts::Type) -> bool {
        let section = &self.sections[index];
        let key = &section.key;
        // "Properties of a policy definition" are those of a string that holds JSON: `claimsmappingpolicy.md`.
        let is_other = key.contains("definition") || key.contains("instance attributes");
        if is_other && columns::columns(table).kind == TableKind::Properties {
            self.drop_table(table, TableKind::Other, Dropped::UnreadTable);
            return false;
        }
        let is_properties = key.contains("propert") || key.starts_with("relationship");
        let columns = if is_properties { columns::as_properties(table) } else { None };
        let columns = columns.unwrap_or_else(|| columns::columns(table));
        match columns.kind {
            TableKind::Properties | TableKind::Relationships => {
                let kind = columns.kind;
                let rows = self.properties(table, columns, kind);
                ty.properties.extend(rows);
                true
            }
            TableKind::Members => false,
            TableKind::Methods => {
                ty.methods = ty.methods.max(self.methods(table));
                ty.operations.extend(operations(table));
                self.drop_table(table, TableKind::Methods, Dropped::MethodsTable);
                false
            }
            TableKind::Body
            | TableKind::Permissions
            | TableKind::Clouds
            | TableKind::Headers
            | TableKind::Parameters
            | TableKind::Other => {
                if !self.is_member_table(index, table) {
                    self.unread(table);
                }
                false
            }
        }
    }

    /// Whether a table of methods links to an operation page that is named like this page: `thing-get`.
    fn methods(&self, table: &Table<'_>) -> Methods {
        let own = self.page.stem().to_lowercase();
        let links = table.rows.iter().filter_map(|row| row.cells.first()).flat_map(|cell| cell.text.links());
        let is_own = links.map(|(_, target, _)| crate::source::stem(target).to_lowercase()).any(|stem| {
            let verb = stem.strip_prefix(&own).map(|rest| rest.trim_start_matches(['-', '_']));
            matches!(verb, Some("get" | "update" | "list" | "delete"))
        });
        if is_own { Methods::Own } else { Methods::Others }
    }

    /// Counts a table of no known kind. It is told where rows are named as properties, members or types are; prose in
    /// columns is of no interest.
    pub(super) fn unread(&mut self, table: &Table<'_>) {
        self.drop_table(table, TableKind::Other, Dropped::UnreadTable);
        let is_named = |row: &&Row<'_>| super::row::is_identifier(row.plain(0).trim_matches(['`', '*', '"']));
        if 2 * table.rows.iter().filter(is_named).count() > table.rows.len() {
            self.sink.push(Code::UnreadTable, table.header.span, "this table is of no known kind".to_owned());
        }
    }

    /// Counts a table whose rows are not used.
    pub(super) fn drop_table(&mut self, table: &Table<'_>, kind: TableKind, reason: Dropped) {
        self.counts.table(kind);
        self.counts.dropped(reason, table.rows.len());
    }

    /// All that the page says outside of its tables.
    fn head(&self) -> facts::Type {
        let (namespace, name) = self.type_name();
        let intro: Vec<&Text> = self.intro().collect();
        let plain: String = intro.iter().map(|text| text.plain() + "\n").collect();
        let lower = plain.to_lowercase();
        let comments = || self.comments().map(|(text, _)| text);
        facts::Type {
            base: self.annotated_base().or_else(|| intro.iter().find_map(|text| prose::base(text))),
            open: comments().any(|it| annotation::is_true(it, "openType")) || is_open(&lower),
            is_abstract: lower.contains("abstract type") || lower.contains("is an abstract"),
            deprecated: self.deprecation(),
            key: comments().find_map(|it| annotation::text(it, "keyProperty")).map(str::to_owned),
            doc: super::update::doc(&intro),
            namespace: namespace.or_else(|| self.namespace()),
            name,
            ..facts::Type::default()
        }
    }

    /// The paragraphs below the title, up to the first section.
    pub(super) fn intro(&self) -> impl Iterator<Item = &Text<'_>> {
        self.sections.iter().take_while(|section| section.level < 2).flat_map(Section::texts)
    }

    /// Comments, with their places.
    pub(super) fn comments(&self) -> impl Iterator<Item = (&str, Span)> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block.kind {
            BlockKind::Comment => Some((block.span.text(&self.page.text), block.span)),
            _ => None,
        })
    }

    /// `Namespace: microsoft.graph` below the title.
    pub(super) fn namespace(&self) -> Option<String> {
        self.intro().find_map(|text| {
            let plain = text.plain();
            let word = plain.strip_prefix("Namespace:")?.split_whitespace().next()?.to_owned();
            word.split('.').all(super::row::is_identifier).then_some(word)
        })
    }

    /// The name of the type: the annotation beats the title, then come the sample and the file's name.
    fn type_name(&self) -> (Option<String>, Word) {
        let annotated = self
            .comments()
            .filter(|(text, _)| text.contains("\"resource\"") || text.contains("keyProperty"))
            .find_map(|(text, span)| {
                let (namespace, name) = annotation::qualified(
                    annotation::text(text, "@odata.type").or_else(|| annotation::text(text, "@type"))?,
                )?;
                Some((Some(namespace), Word { text: name, span }))
            });
        annotated
            .or_else(|| Some((None, self.titled_name()?)))
            .or_else(|| self.sampled_name())
            .unwrap_or_else(|| (None, self.stem_name()))
    }

    /// The first word of the title, where the title is that of a type.
    fn titled_name(&self) -> Option<Word> {
        let title = self.sections.iter().find(|section| section.level == 1)?;
        let word = title.title.split([' ', '(']).next()?.rsplit('.').next()?;
        let is_type = is_name(word) && self.is_type_title();
        is_type.then(|| Word { text: small_initial(word), span: title.span })
    }

    /// Whether the title says that the page describes a type.
    fn is_type_title(&self) -> bool {
        let title = self.sections.iter().find(|section| section.level == 1).map(|it| it.title.to_lowercase());
        title.is_some_and(|title| {
            let words: Vec<&str> = title.split_whitespace().collect();
            matches!(
                words.as_slice(),
                [_] | [_, "resource" | "facet" | "entity" | "complextype" | "enum" | "enumeration"]
                    | [_, "resource" | "complex" | "entity" | "enum" | "enumeration", "type", ..]
            )
        })
    }

    fn sampled_name(&self) -> Option<(Option<String>, Word)> {
        let sample = self.json_representation()?;
        let text = sample.text(&self.page.text);
        let (namespace, name) = annotation::qualified(annotation::text(text, "@odata.type")?)?;
        Some((Some(namespace), Word { text: name, span: sample }))
    }

    fn stem_name(&self) -> Word {
        let stem = self.page.stem();
        let word = stem.rsplit(['-', '_']).next().unwrap_or(stem);
        let word = if is_name(word) { word } else { "" };
        Word { text: word.to_owned(), span: Span::new(0, 0) }
    }

    fn annotated_base(&self) -> Option<Mention> {
        self.comments().find_map(|(text, span)| {
            let (_, name) = annotation::qualified(annotation::text(text, "baseType")?)?;
            Some(Mention { word: Word { text: name, span }, link: None })
        })
    }

    /// The JSON below "JSON representation".
    fn json_representation(&self) -> Option<Span> {
        let section = self.sections.iter().find(|section| section.key.contains("json representation"))?;
        section.codes().map(|(_, span)| span).next()
    }
}

/// What a table of methods links in its first column.
fn operations(table: &Table<'_>) -> impl Iterator<Item = Mention> {
    let cells = table.rows.iter().filter_map(|row| row.cells.first());
    cells.flat_map(|cell| cell.text.links()).map(|(text, target, span)| Mention {
        word: Word { text: text.to_owned(), span },
        link: Some(target.to_owned()),
    })
}

fn is_open(lower: &str) -> bool {
    ["open type", "opentype", "open complex type", "dynamic properties"].iter().any(|it| lower.contains(it))
        && !lower.contains("not an open type")
}

/// Titles begin with a capital now and then, names of types never do. `URIThing` is left alone.
fn small_initial(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() => {
            std::iter::once(first.to_ascii_lowercase()).chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}
