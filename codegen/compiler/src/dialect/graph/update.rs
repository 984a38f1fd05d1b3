//! Reads an update page: what is sent where, by whom, and what comes back.

use super::section::Section;
use super::{Reader, columns};
use crate::diagnostic::Code;
use crate::facts::{Dropped, Example, Header, Mention, Mentions, Status, TableKind, Update, Word, is_name};
use crate::limits::{MAX_EXAMPLES, MAX_LINES};
use crate::markdown::{Row, Table, Text};
use crate::span::Span;

/// What a section of an update page is about.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Permissions,
    Headers,
    Body,
    Response,
    Parameters,
    Other,
}

impl Reader<'_> {
    /// What the page says, if it has a request line of method PATCH.
    pub(super) fn update(&mut self) -> Option<Update> {
        let mut lines = self.patch_lines();
        self.keep(MAX_LINES, &mut lines, "request lines", |it| it.span);
        if lines.is_empty() {
            return None;
        }
        let title = self.sections.iter().find(|section| section.level == 1);
        let title = title.map(|it| Word { text: it.title.clone(), span: it.span }).unwrap_or_default();
        let intro: Vec<&Text<'_>> = self.intro().collect();
        let mut update =
            Update { title, lines, doc: doc(&intro), mentions: self.mentions(&intro), ..Update::default() };
        self.read_parts(&mut update);
        update.examples = self.examples();
        if update.examples.is_empty() {
            self.other_method_in_example(&update.lines);
        }
        let start = |it: &Example| it.request.as_ref().map_or_else(Span::default, |it| it.start.span);
        self.keep(MAX_EXAMPLES, &mut update.examples, "examples", start);
        self.responses_without_status(&update.statuses);
        if update.clouds.is_empty() {
            update.clouds = self.clouds_by_name();
        }
        update.deprecated = self.deprecation();
        self.deprecate_named(update.body.as_deref_mut().unwrap_or_default());
        Some(update)
    }

    /// Cuts what there is too much of, and says so.
    fn keep<T>(&mut self, most: usize, all: &mut Vec<T>, what: &str, place: impl Fn(&T) -> Span) {
        let Some(first) = all.get(most) else { return };
        let count = all.len();
        let message = format!("the page has {count} {what}, and {most} are read: those from this one on are lost");
        self.sink.push(Code::TooLarge, place(first), message);
        all.truncate(most);
    }

    fn read_parts(&mut self, update: &mut Update) {
        let sections = self.sections;
        let mut part = Part::Other;
        for section in sections {
            if section.level <= 2 {
                part = part_of(&section.key);
            } else if let found @ (Part::Headers | Part::Body | Part::Response | Part::Parameters) =
                part_of(&section.key)
            {
                part = found;
            }
            let is_permissions = super::scope::is_permissions(&section.key);
            let part_here = if is_permissions { Part::Permissions } else { part };
            if part_here == Part::Permissions {
                self.permission_texts(section, &mut update.permissions);
            }
            for table in section.tables() {
                self.read_table(part_here, table, update);
            }
            if part == Part::Response && update.statuses.is_empty() {
                read_response(section, update);
            }
        }
    }

    fn read_table(&mut self, part: Part, table: &Table<'_>, update: &mut Update) {
        let found = columns::columns(table);
        match (part, found.kind) {
            (_, TableKind::Clouds) => {
                let clouds = self.cloud_table(table);
                update.clouds.extend(clouds);
            }
            (Part::Permissions, TableKind::Permissions | TableKind::Other) => {
                self.permission_table(table, &mut update.permissions);
            }
            (Part::Headers, TableKind::Headers | TableKind::Properties | TableKind::Other | TableKind::Members) => {
                self.counts.table(TableKind::Headers);
                let headers: Vec<Header> = table.rows.iter().filter_map(|row| self.header(row)).collect();
                update.headers.extend(headers);
            }
            (Part::Parameters, _) => self.drop_table(table, TableKind::Parameters, Dropped::Parameter),
            (Part::Body, TableKind::Headers | TableKind::Other) if columns::as_properties(table).is_none() => {
                self.unread(table);
            }
            (Part::Body, _) | (_, TableKind::Properties | TableKind::Relationships) if part != Part::Response => {
                let columns = columns::as_properties(table).unwrap_or(found);
                if columns.kind == TableKind::Properties || columns.kind == TableKind::Relationships {
                    let rows = self.properties(table, columns, TableKind::Body);
                    update.body.get_or_insert_default().extend(rows);
                } else {
                    self.unread(table);
                }
            }
            _ => self.unread(table),
        }
    }

    fn header(&mut self, row: &Row<'_>) -> Option<Header> {
        // `Prefer: return=minimal` names the header with its value.
        let name = row.plain(0).split(':').next().unwrap_or_default().to_owned();
        let name = name.trim_matches(['`', '*', ':', ' ']).to_owned();
        let is_token = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if name.is_empty() || !name.chars().all(is_token) {
            self.counts.dropped(Dropped::NoName, 1);
            let span = row.cells.first().map_or(row.span, |cell| cell.span);
            self.sink.push(Code::UnnamedRow, span, format!("`{name}` is no name of a header"));
            return None;
        }
        self.counts.used();
        let doc = row.cells.iter().skip(1).max_by_key(|cell| cell.span.len()).map(|cell| cell.text.owned());
        let required = (1..row.cells.len()).any(|at| row.plain(at).to_lowercase().contains("required"));
        Some(Header { name: Word { text: name, span: row.cells[0].span }, required, doc: doc.unwrap_or_default() })
    }

    /// Links to resource pages.
    fn mentions(&self, intro: &[&Text<'_>]) -> Mentions {
        let of = |part| {
            let sections = self.sections.iter().filter(move |it| part_of(&it.key) == part);
            sections.flat_map(Section::texts).flat_map(mentions).collect()
        };
        Mentions {
            intro: intro.iter().copied().flat_map(mentions).collect(),
            body: of(Part::Body),
            answer: of(Part::Response),
        }
    }
}

fn mentions(text: &Text<'_>) -> impl Iterator<Item = Mention> {
    text.links().filter_map(|(shown, target, span)| {
        let word = shown.split_whitespace().next()?.to_owned();
        let leads = target.contains("resources/") && is_name(&word);
        leads.then(|| Mention { word: Word { text: word, span }, link: Some(target.to_owned()) })
    })
}

fn part_of(key: &str) -> Part {
    match key {
        _ if super::scope::is_permissions(key) => Part::Permissions,
        _ if key.contains("header") => Part::Headers,
        _ if key.contains("path parameter")
            || key.contains("query parameter")
            || key.contains("function parameter") =>
        {
            Part::Parameters
        }
        _ if key.starts_with("request body") || key.starts_with("propert") => Part::Body,
        "response" | "responses" | "return value" => Part::Response,
        _ => Part::Other,
    }
}

/// The codes and the promise of an object in the sentences of the response.
fn read_response(section: &Section<'_>, update: &mut Update) {
    for text in section.texts() {
        for run in &text.runs {
            for code in run.text.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(|it| it.parse::<u16>().ok()) {
                if SUCCESS.contains(&code) && !update.statuses.iter().any(|it| it.code == code) {
                    update.statuses.push(Status { code, span: run.span });
                }
            }
        }
        let lower = text.plain().to_lowercase();
        let returns = lower.contains("object in the response body") || !lower.contains("return anything");
        update.object |= returns && lower.contains("in the response body");
    }
}

/// The paragraphs that say what something is, without the namespace line and the sentence that names the base.
pub(super) fn doc(intro: &[&Text<'_>]) -> Vec<Text<'static>> {
    let is_doc = |text: &&&Text<'_>| {
        let plain = text.plain();
        let lower = plain.to_lowercase();
        let names_base_only = lower.starts_with("inherits from") && plain.split_whitespace().count() < 5;
        let says_nothing = lower.is_empty() || lower == "not yet documented";
        let is_directive = lower.starts_with("namespace:") || lower.starts_with("[!include");
        !(names_base_only || says_nothing || is_directive)
    };
    intro.iter().filter(is_doc).take(MAX_PARAGRAPHS).map(|text| text.owned()).collect()
}

/// The codes of success that a page can promise; 250 is a number of something.
const SUCCESS: std::ops::RangeInclusive<u16> = 200..=207;

/// How many paragraphs of an introduction become documentation.
const MAX_PARAGRAPHS: usize = 4;
