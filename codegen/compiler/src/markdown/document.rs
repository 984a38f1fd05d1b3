//! A page as blocks.

use super::table::Table;
use super::text::Text;
use crate::span::Span;

/// A page as blocks, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    /// The flat `key: value` lines between two `---` at the very beginning.
    pub front_matter: Vec<(&'a str, &'a str)>,
    /// Where they end.
    pub body: usize,
    /// What follows.
    pub blocks: Vec<Block<'a>>,
    /// The rows that are not read, since the page has too many.
    pub lost_rows: usize,
}

/// A block.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    /// What it is.
    pub kind: BlockKind<'a>,
    /// Where it is.
    pub span: Span,
    /// Whether it stands in a block quote.
    pub quoted: bool,
}

/// What a block is. Quotes and lists are flattened: their paragraphs and tables stand here as blocks.
#[derive(Debug, Clone)]
pub enum BlockKind<'a> {
    /// `# Title`.
    Heading {
        /// 1 to 6.
        level: u8,
        /// What it says.
        text: Text<'a>,
    },
    /// A paragraph.
    Paragraph(Text<'a>),
    /// A paragraph, or a bare text, in a list.
    Item(Text<'a>),
    /// A table.
    Table(Table<'a>),
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
