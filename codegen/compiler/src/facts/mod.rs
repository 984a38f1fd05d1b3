//! What one page says, unresolved: names as the page spells them, links as the page has them, a span for each claim.

mod count;
mod granted;

use std::sync::Arc;

pub use count::{Counts, Dropped, PageKind, TableKind};
pub use granted::{Granted, Grantee};

use crate::ir::{Access, Cloud, Permissions, Primitive};
use crate::json;
use crate::markdown::Text;
use crate::source::{PageId, Place};
use crate::span::Span;

/// All claims of a page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The page.
    pub id: PageId,
    /// What kind of page it was read as.
    pub kind: PageKind,
    /// The product that its front matter names, in words of small letters: `identity-and-sign-in`.
    pub product: Option<String>,
    /// The types it describes; mostly one.
    pub types: Vec<Type>,
    /// The enumerations it lists.
    pub enums: Vec<Enum>,
    /// The update it describes.
    pub update: Option<Update>,
    /// What the rows of its permissions say; of pages of an update, and of those that get or delete one thing.
    pub granted: Vec<Granted>,
    /// What became of its tables and rows.
    pub counts: Counts,
    /// The reasons of the fixups that changed it.
    pub repairs: Vec<String>,
}

impl Page {
    /// A range of this page.
    #[must_use]
    pub const fn place(&self, span: Span) -> Place {
        Place { page: self.id, span }
    }
}

/// A word with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// What a resource page says of its type.
#[derive(Debug, Clone, Default)]
pub struct Type {
    /// The name, without namespace.
    pub name: Word,
    /// The namespace, where the page names one.
    pub namespace: Option<String>,
    /// The type it says it derives from, with what the page links there.
    pub base: Option<Mention>,
    /// Whether it says that undocumented properties occur.
    pub open: bool,
    /// Whether it says that only derived types occur.
    pub is_abstract: bool,
    /// What is said of its end, if it is called deprecated.
    pub deprecated: Option<String>,
    /// The property that the page names as the key.
    pub key: Option<String>,
    /// Which operations the page lists.
    pub methods: Methods,
    /// What its tables of methods link.
    pub operations: Vec<Mention>,
    /// What it is.
    pub doc: Vec<Text<'static>>,
    /// Its properties and relationships, in the order of the page.
    pub properties: Vec<Property>,
    /// The JSON representation.
    pub json: Option<Json>,
}

/// Which operations a resource page lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Methods {
    /// None.
    #[default]
    None,
    /// Those of other types.
    Others,
    /// One that gets, updates, lists or deletes this very type.
    Own,
}

/// A type that a page mentions in prose: the word, and the page it links to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mention {
    /// The word.
    pub word: Word,
    /// The link's target, as the page has it.
    pub link: Option<String>,
}

/// A row of a table of properties, relationships or of a request body.
#[derive(Debug, Clone)]
pub struct Property {
    /// The name, cleaned.
    pub name: Word,
    /// The row.
    pub span: Span,
    /// The type cell.
    pub ty: TypeCell,
    /// The description.
    pub doc: Text<'static>,
    /// Whether it stands in a table of relationships.
    pub relationship: bool,
    /// What is said of its end, if it is called deprecated.
    pub deprecated: Option<String>,
    /// Who sets it, by its description.
    pub access: Access,
    /// What the description says of null.
    pub nullable: Option<bool>,
    /// The values that the description lists.
    pub known_values: Vec<Word>,
    /// The type it says the property comes from.
    pub inherited_from: Option<Mention>,
    /// Whether a fixup asks for an enumeration of the known values.
    pub promote: bool,
    /// The reasons of the fixups that changed it.
    pub repairs: Vec<String>,
}

/// A type cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCell {
    /// Whether it says that there are many.
    pub collection: bool,
    /// What it says there is one of, or many.
    pub item: TypeWord,
    /// The link in it.
    pub link: Option<String>,
    /// The cell.
    pub span: Span,
}

/// The type in a type cell, without the word "collection".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeWord {
    /// A spelling of a primitive type.
    Primitive(Primitive),
    /// A name to be found, perhaps with its namespace.
    Name(String),
    /// Several are offered.
    Alternatives(Vec<String>),
    /// Nothing that is a type.
    Nothing,
}

/// A table of members.
#[derive(Debug, Clone, Default)]
pub struct Enum {
    /// The name, without namespace.
    pub name: Word,
    /// The namespace, where the page names one.
    pub namespace: Option<String>,
    /// Whether the page says that members combine.
    pub flags: bool,
    /// What it is.
    pub doc: Vec<Text<'static>>,
    /// The members.
    pub members: Vec<Member>,
    /// The reasons of the fixups that changed it.
    pub repairs: Vec<String>,
}

/// A row of a table of members.
#[derive(Debug, Clone, Default)]
pub struct Member {
    /// The name.
    pub name: Word,
    /// What is said of its end, if it is called deprecated.
    pub deprecated: Option<String>,
    /// Its number.
    pub value: Option<i64>,
    /// The description.
    pub doc: Text<'static>,
}

/// What an update page says.
#[derive(Debug, Clone, Default)]
pub struct Update {
    /// The title.
    pub title: Word,
    /// What it does.
    pub doc: Vec<Text<'static>>,
    /// The types that the page links to.
    pub mentions: Mentions,
    /// The request lines.
    pub lines: Vec<RequestLine>,
    /// Who may call it.
    pub permissions: Permissions,
    /// Where it is there.
    pub clouds: Vec<Cloud>,
    /// What is said of its end, if it is called deprecated.
    pub deprecated: Option<String>,
    /// The request headers.
    pub headers: Vec<Header>,
    /// The tables of the request body; `None` where the page has none.
    pub body: Option<Vec<Property>>,
    /// The documented status codes of success.
    pub statuses: Vec<Status>,
    /// Whether an object is promised.
    pub object: bool,
    /// The examples.
    pub examples: Vec<Example>,
}

/// The types that an update page links to, by place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions {
    /// In the introduction.
    pub intro: Vec<Mention>,
    /// In the section about the request body.
    pub body: Vec<Mention>,
    /// In the section about the response.
    pub answer: Vec<Mention>,
}

/// A status code, and where the page promises it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// The code.
    pub code: u16,
    /// Where it stands.
    pub span: Span,
}

/// A request line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RequestLine {
    /// As the page has it, white space folded.
    pub text: String,
    /// The path, without host, version, query and trailing slash.
    pub path: String,
    /// The line.
    pub span: Span,
}

/// A row of a table of request headers.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// The name.
    pub name: Word,
    /// Whether it is required.
    pub required: bool,
    /// The description.
    pub doc: Text<'static>,
}

/// A request and its response.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// The request.
    pub request: Option<Message>,
    /// The response.
    pub response: Option<Message>,
}

/// A code block that shows an HTTP message.
#[derive(Debug, Clone, Default)]
pub struct Message {
    /// The first line.
    pub start: Word,
    /// The path of a request, normalised; empty for a response.
    pub path: String,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Option<Json>,
    /// The type that the comment above the block names, without `#`.
    pub annotated: Option<Word>,
}

/// What a page shows as JSON.
#[derive(Debug, Clone)]
pub struct Json {
    /// Where it is.
    pub span: Span,
    /// What it says; `None` where that cannot be read.
    pub read: Option<Arc<json::Read>>,
}

impl Json {
    /// Reads it.
    #[must_use]
    pub fn new(page: &str, span: Span) -> Self {
        Self { span, read: json::read(page, span).map(Arc::new) }
    }

    /// The value, if it can be read.
    #[must_use]
    pub fn value(&self) -> Option<&json::Value> {
        self.read.as_ref().map(|it| &it.value)
    }
}

/// An object that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The type that the comment above the block names, without `#`; `None` where it names none.
    pub ty: Option<String>,
    /// The JSON.
    pub span: Span,
}

/// Whether a word can be the name of a type, perhaps with its namespace.
#[must_use]
pub fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.len() <= crate::limits::MAX_NAME
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.')
        && !word.contains("..")
        && !word.ends_with('.')
}
