//! Turns the text of a page into blocks with spans; knows markdown, and nothing of what pages say.
//!
//! The only module that names `pulldown_cmark`. Tables are found by it and split by us, since GFM drops
//! cells, and tables that GFM does not accept are shown on the published site all the same.

mod blocks;
mod budget;
mod fence;
mod inline;
mod prepare;
mod table;

pub use inline::{Run, Text};
pub use table::{Cell, Row, Table};

use crate::diagnostic::{Code, Sink};
use crate::span::Span;

/// A page as blocks, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The flat `key: value` lines between two `---` at the very beginning.
    pub front_matter: Vec<(String, String)>,
    /// What follows.
    pub blocks: Vec<Block>,
    /// The rows that are not read, since the page has too many.
    pub lost_rows: usize,
}

/// A block.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is.
    pub span: Span,
    /// Whether it stands in a block quote.
    pub quoted: bool,
}

/// What a block is. Quotes and lists are flattened: their paragraphs and tables stand here as blocks.
#[derive(Debug, Clone)]
pub enum BlockKind {
    /// `# Title`.
    Heading {
        /// 1 to 6.
        level: u8,
        /// What it says.
        text: Text,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A paragraph, or a bare text, in a list.
    Item(Text),
    /// A table.
    Table(Table),
    /// A code block, fenced or indented.
    Code {
        /// The word after the fence, in lower case: `http`, `json`.
        language: String,
        /// What stands between the fences.
        content: Span,
    },
    /// `<!-- ... -->`, with the marks.
    Comment,
    /// Other HTML.
    Html,
    /// `---`, or the end of a group of tabs.
    Rule,
}

/// How much of a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// All of it.
    Whole,
    /// Blocks, tables and rows, but no inline text.
    Outline,
}

/// Reads a page. What is odd is said to `sink`, nothing fails.
pub fn parse(text: &str, sink: &mut Sink) -> Document {
    read(text, Detail::Whole, sink)
}

/// Reads the blocks of a page and the rows of its tables, without what they say, and says the same of what is odd: for
/// pages that are only counted. It takes a fraction of the time.
pub fn outline(text: &str, sink: &mut Sink) -> Document {
    read(text, Detail::Outline, sink)
}

fn read(text: &str, detail: Detail, sink: &mut Sink) -> Document {
    let prepared = prepare::prepare(text);
    if let Some(at) = text.find("<<<<<<< ").filter(|at| *at == 0 || text[..*at].ends_with('\n')) {
        let message = "git's conflict marks stand in this page: both versions are read".to_owned();
        sink.push(Code::ConflictMarks, Span::new(at, at + 7), message);
    }
    let mut blocks = blocks::blocks(&prepared.text, detail, sink);
    let lost_rows = budget::lost_rows(&mut blocks, sink);
    Document { front_matter: prepared.front_matter, blocks, lost_rows }
}
