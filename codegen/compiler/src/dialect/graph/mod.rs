//! Reads a page of the Microsoft Graph docs as a resource page, an enum page or an update page.
//!
//! It does not rely on annotations that only some pages have, nor on the front matter's `doc_type`.

mod annotated;
mod annotation;
mod cloud;
mod columns;
mod doc_type;
mod ending;
mod enums;
mod example;
mod granted;
mod level;
mod odd_permission;
mod permission;
mod prose;
mod request_line;
mod resource;
mod row;
mod sample;
mod scope;
mod section;
mod slip;
mod type_cell;
mod update;
mod values;

use std::collections::BTreeSet;

use crate::diagnostic::{Checks, Code, Sink};
use crate::facts::{self, Counts, Dropped, PageKind};
use crate::markdown::{self, Block, BlockKind};
use crate::source::{Page, PageId};
use crate::span::Span;
use section::Section;

pub use request_line::path as path_of;
pub use sample::samples;
pub use type_cell::type_of;

/// Reads one page.
pub fn read(id: PageId, page: &Page, checks: Checks, sink: &mut Sink) -> facts::Page {
    let mut facts = facts::Page {
        id,
        kind: PageKind::NotMarkdown,
        product: None,
        types: Vec::new(),
        enums: Vec::new(),
        update: None,
        granted: Vec::new(),
        counts: Counts::default(),
        repairs: Vec::new(),
    };
    let at_start = Span::new(0, 0);
    if !page.is_utf8 {
        sink.push(Code::NotUtf8, at_start, "this file is not UTF-8".to_owned());
    }
    if !page.path.to_ascii_lowercase().ends_with(".md") {
        sink.push(Code::NotMarkdown, at_start, "the name of this file does not end in `.md`".to_owned());
        return facts;
    }
    if is_other_operation(page) {
        facts.kind = PageKind::OtherOperation;
        if checks == Checks::All {
            count_other_operation(page, &mut facts, sink);
        }
        return facts;
    }
    let document = markdown::parse(&page.text, sink);
    facts.product = product(&document.front_matter);
    let sections = section::sections(&document.blocks);
    let head = &page.text[..document.body];
    let mut reader = Reader { page, head, sections: &sections, sink, counts: Counts::default() };
    if page.folder() == "api" {
        facts.update = reader.update();
        if checks == Checks::All {
            facts.granted = granted::granted(&document.blocks, &page.text);
        }
        facts.kind = reader.operation_kind(&facts);
    } else {
        let said = reader.sink.count();
        (facts.types, facts.enums) = reader.resource();
        facts.kind = resource_kind(&facts);
        if facts.kind == PageKind::Overview {
            reader.sink.take_back(said, &OF_TABLES);
        }
    }
    if facts.kind.is_read() {
        reader.empty_product();
        reader.count_tabs(&document.blocks);
    } else {
        reader.count_unread(&document.blocks);
    }
    reader.count_hidden(&document.blocks);
    reader.counts.dropped(Dropped::TooMany, document.lost_rows);
    reader.slips(facts.kind);
    reader.doc_type();
    reader.title(&document.front_matter);
    facts.counts = reader.counts;
    facts
}

/// Counts the rows of the page of an operation that is no update, and reads its permissions where others are compared with
/// them.
fn count_other_operation(page: &Page, facts: &mut facts::Page, sink: &mut Sink) {
    let said = sink.count();
    let document = markdown::outline(&page.text, sink);
    // Of what is only counted nothing is lost.
    sink.take_back(said, &[Code::TooLarge]);
    facts.product = product(&document.front_matter);
    if granted::is_compared(page) {
        facts.granted = granted::granted(&document.blocks, &page.text);
    }
    let head = &page.text[..document.body];
    let mut reader = Reader { page, head, sections: &[], sink, counts: Counts::default() };
    reader.count_unread(&document.blocks);
    reader.count_hidden(&document.blocks);
    reader.counts.dropped(Dropped::TooMany, document.lost_rows);
    reader.doc_type();
    facts.counts = reader.counts;
}

/// What is said of tables and rows; of no interest where nothing is made of them, as on pages about many types.
const OF_TABLES: [Code; 4] = [Code::UnreadTable, Code::UnreadableType, Code::OddName, Code::UnnamedRow];

/// Whether nothing on the page can be the request line of an update. Most pages of operations are told by this.
fn is_other_operation(page: &Page) -> bool {
    page.folder() == "api" && !is_named_update(page.stem()) && !says_patch(page.text.as_bytes())
}

/// Whether a text has that word, in large letters or small ones.
fn says_patch(text: &[u8]) -> bool {
    // Without an early end it looks at many places at once.
    let is_patch =
        |it: &[u8]| it.iter().zip(b"patch").fold(1, |all, (one, letter)| all & u8::from(one | 0x20 == *letter));
    text.windows(5).map(is_patch).fold(0, |any, it| any | it) == 1
}

/// Whether a file's name says that the page describes an update.
fn is_named_update(stem: &str) -> bool {
    stem.ends_with("update") || stem.ends_with("patch")
}

/// What the front matter names, unless it names nothing; the key changed its name in 2022.
fn product(front_matter: &[(&str, &str)]) -> Option<String> {
    const NONE: [&str; 2] = ["non-product-specific", "none"];
    let said = |key: &str| front_matter.iter().find(|(it, _)| *it == key).map(|(_, value)| value.to_lowercase());
    let value = said("ms.subservice").or_else(|| said("ms.prod"))?;
    let words: Vec<&str> = value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let name = words.join("-");
    (!name.is_empty() && !NONE.contains(&name.as_str())).then_some(name)
}

fn resource_kind(facts: &facts::Page) -> PageKind {
    if !facts.types.is_empty() {
        PageKind::Resource
    } else if !facts.enums.is_empty() {
        PageKind::Enum
    } else {
        PageKind::Overview
    }
}

/// A page while it is read.
struct Reader<'a> {
    page: &'a Page,
    /// Its front matter.
    head: &'a str,
    sections: &'a [Section<'a>],
    sink: &'a mut Sink,
    counts: Counts,
}

impl Reader<'_> {
    fn operation_kind(&self, facts: &facts::Page) -> PageKind {
        if facts.update.is_some() {
            PageKind::Update
        } else if self.method().is_none() && self.is_named_update() {
            PageKind::UnreadableUpdate
        } else {
            PageKind::OtherOperation
        }
    }

    /// Whether the file's name says that the page describes an update.
    fn is_named_update(&self) -> bool {
        is_named_update(self.page.stem())
    }

    /// What is included is not among the pages; a section that has a table says enough without.
    fn report_includes(&mut self, section: &Section<'_>, what: &str) {
        let has_table = section.tables().next().is_some();
        for text in section.texts().filter(|text| !has_table && text.plain().starts_with("[!INCLUDE")) {
            let file = text.links().next().map(|(_, target, _)| format!(", `{target}`,")).unwrap_or_default();
            self.sink.push(
                Code::MissingInclude,
                text.span,
                format!("{what} stand in an included file{file} that is not there"),
            );
        }
    }

    /// Rows of a page that is not read are counted all the same.
    fn count_unread(&mut self, blocks: &[Block<'_>]) {
        self.counts = Counts::default();
        for block in blocks {
            if let BlockKind::Table(table) = &block.kind {
                self.counts.table(facts::TableKind::Other);
                self.counts.dropped(Dropped::PageNotRead, table.rows.len());
            }
        }
    }

    /// Tables in code tabs of other languages are not read.
    fn count_tabs(&mut self, blocks: &[Block<'_>]) {
        let shown: BTreeSet<Span> = self.sections.iter().flat_map(Section::tables).map(|it| it.header.span).collect();
        for block in blocks {
            let BlockKind::Table(table) = &block.kind else { continue };
            if !shown.contains(&table.header.span) {
                let message = format!("{} rows of a table in a code tab", table.rows.len());
                self.sink.push(Code::HiddenRows, table.header.span, message);
                self.counts.dropped(Dropped::Hidden, table.rows.len());
            }
        }
    }

    /// Rows in comments are not shown on the published site either.
    fn count_hidden(&mut self, blocks: &[Block<'_>]) {
        for block in blocks.iter().filter(|block| matches!(block.kind, BlockKind::Comment)) {
            let lines = block.span.text(&self.page.text).lines().map(str::trim);
            let (heads, rows): (Vec<&str>, Vec<&str>) =
                lines.filter(|line| line.starts_with('|')).partition(|line| line.contains("--"));
            let rows = rows.len().saturating_sub(heads.len());
            if rows > 0 {
                self.sink.push(Code::HiddenRows, block.span, format!("{rows} rows of a table in a comment"));
                self.counts.dropped(Dropped::Hidden, rows);
            }
        }
    }
}
