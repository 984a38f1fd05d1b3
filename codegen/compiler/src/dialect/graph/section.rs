//! Cuts a page into sections at its headings, without the code tabs of other languages than HTTP.

use crate::markdown::{Block, BlockKind, Table, Text};
use crate::span::Span;

/// A heading and what follows it, up to the next heading of any level.
#[derive(Debug, Clone)]
pub(super) struct Section<'a> {
    /// 0 for what stands before the first heading.
    pub(super) level: u8,
    /// What the heading says; empty before the first.
    pub(super) title: String,
    /// The title for comparing: lower case, without a colon at its end.
    pub(super) key: String,
    /// Where the heading is.
    pub(super) span: Span,
    pub(super) blocks: Vec<&'a Block<'a>>,
}

impl Section<'_> {
    fn new(level: u8, title: String, span: Span) -> Self {
        let key = title.trim_end_matches([':', '.', ' ']).to_lowercase();
        Self { level, title, key, span, blocks: Vec::new() }
    }

    /// The paragraphs and list items outside of quotes.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text<'_>> {
        self.blocks.iter().filter(|block| !block.quoted).filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Item(text) => Some(text),
            BlockKind::Heading { .. }
            | BlockKind::Table(_)
            | BlockKind::Code { .. }
            | BlockKind::Comment
            | BlockKind::Html
            | BlockKind::Rule => None,
        })
    }

    /// Its tables.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table<'_>> {
        self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        })
    }

    /// What stands between the fences of its code blocks, with the language.
    pub(super) fn codes(&self) -> impl Iterator<Item = (&str, Span)> {
        self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Code { language, content } => Some((language.as_str(), *content)),
            _ => None,
        })
    }
}

/// What a tab shows.
#[derive(Clone, Copy, PartialEq)]
enum Tab {
    None,
    Http,
    Other,
}

pub(super) fn sections<'a>(blocks: &'a [Block<'a>]) -> Vec<Section<'a>> {
    let mut sections = vec![Section::new(0, String::new(), Span::default())];
    let mut tab = Tab::None;
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { level, text } => {
                let opened = tab_of(text);
                tab = opened.unwrap_or(Tab::None);
                if opened.is_none() {
                    sections.push(Section::new(*level, text.plain().into_owned(), block.span));
                }
            }
            BlockKind::Rule => tab = Tab::None,
            _ if tab == Tab::Other => {
                // The response stands behind the last tab where the page forgets to close the tabs.
                if is_response(block) {
                    tab = Tab::None;
                    push(&mut sections, block);
                }
            }
            _ => push(&mut sections, block),
        }
    }
    sections
}

fn push<'a>(sections: &mut [Section<'a>], block: &'a Block<'a>) {
    if let Some(section) = sections.last_mut() {
        section.blocks.push(block);
    }
}

/// `# [C#](#tab/csharp)` is a tab, not a heading.
fn tab_of(heading: &Text<'_>) -> Option<Tab> {
    let target = heading.links().find_map(|(_, target, _)| target.strip_prefix("#tab/"))?;
    Some(if target.starts_with("http") { Tab::Http } else { Tab::Other })
}

fn is_response(block: &Block<'_>) -> bool {
    matches!(&block.kind, BlockKind::Code { language, .. } if language == "http")
}
