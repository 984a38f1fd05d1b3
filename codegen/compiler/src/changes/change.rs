//! One change: of what, of which kind, of which class and why, and where it stands in the docs.

use std::fmt;

use super::class::{Class, Counts};
use crate::span::Origin;

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is for who uses the generated crates.
    pub class: Class,
    /// The same for who uses the model crate alone; `None` if that does not differ.
    pub models: Option<Class>,
    /// Who notices, if it breaks.
    pub detection: Detection,
    /// What changed.
    pub item: Item,
    /// Which part of it.
    pub element: Element,
    /// In which respect.
    pub kind: Kind,
    /// What changed in the docs, in a few words.
    pub what: String,
    /// What that is in the generated crates, and so the reason of the class.
    pub why: String,
    /// Where the new docs say it; the old ones where it was removed.
    pub origin: Origin,
}

/// Who notices a change that breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detection {
    /// The compiler.
    Compiler,
    /// Nobody: old code still compiles, and means something else.
    Nobody,
}

/// A documented item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What it is.
    pub of: Of,
    /// The qualified name of a type, the function of an operation, the name of a version; where these differ, the new one.
    pub name: String,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A version of the API.
    Version,
    /// An entity or complex type.
    Type,
    /// An enumeration.
    Enum,
    /// An update.
    Operation,
}

impl Of {
    /// Its name in all formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Type => "type",
            Self::Enum => "enum",
            Self::Operation => "operation",
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.of.name(), self.name)
    }
}

/// A part of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Element {
    /// All of it.
    Whole,
    /// A property of a type.
    Property(String),
    /// A member of an enumeration.
    Member(String),
    /// A request line of an operation, as documented.
    Line(String),
    /// A property in the body of an operation.
    Row(String),
    /// A header of an operation.
    Header(String),
}

impl Element {
    /// What it is in all formats, and its name; `None` for all of an item.
    #[must_use]
    pub fn named(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Whole => None,
            Self::Property(name) => Some(("property", name)),
            Self::Member(name) => Some(("member", name)),
            Self::Line(text) => Some(("request-line", text)),
            Self::Row(name) => Some(("body-property", name)),
            Self::Header(name) => Some(("header", name)),
        }
    }
}

/// In which respect something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is in another area.
    Area,
    /// It is called otherwise in Rust, though not in the docs.
    Name,
    /// It is spelled otherwise in the docs, though not in Rust.
    Spelling,
    /// Entity, complex type, enumeration.
    Kind,
    /// The base of a type.
    Base,
    /// Whether a type takes names that are not documented.
    Openness,
    /// Whether only derived types occur.
    Abstract,
    /// Whether a type is read as an open choice with those derived from it.
    Choice,
    /// The type of a value or of a body.
    Type,
    /// Whether there is one value or a collection.
    Collection,
    /// Who sets a property.
    Access,
    /// Whether a property may be null.
    Nullable,
    /// Whether a property is a relationship.
    Relationship,
    /// The values that are listed for a string.
    KnownValues,
    /// Whether several members travel at once.
    Flags,
    /// The number of a member.
    Value,
    /// What can be set by a patch.
    Patch,
    /// What a request line looks like.
    Line,
    /// Whether `@odata.type` is sent.
    Discriminator,
    /// Who may call an operation.
    Permissions,
    /// Where an operation is there.
    Clouds,
    /// Whether a header is required.
    Required,
    /// What an operation is answered with.
    Answer,
    /// Whether the docs call it deprecated.
    Deprecation,
    /// The page that describes it.
    Page,
    /// Titles, descriptions, examples.
    Text,
}

impl Kind {
    /// Its name in all formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Area => "area",
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Kind => "kind",
            Self::Base => "base",
            Self::Openness => "openness",
            Self::Abstract => "abstract",
            Self::Choice => "choice",
            Self::Type => "type",
            Self::Collection => "collection",
            Self::Access => "access",
            Self::Nullable => "nullable",
            Self::Relationship => "relationship",
            Self::KnownValues => "known-values",
            Self::Flags => "flags",
            Self::Value => "value",
            Self::Patch => "patch",
            Self::Line => "request-line",
            Self::Discriminator => "discriminator",
            Self::Permissions => "permissions",
            Self::Clouds => "clouds",
            Self::Required => "required",
            Self::Answer => "answer",
            Self::Deprecation => "deprecation",
            Self::Page => "page",
            Self::Text => "text",
        }
    }
}

impl<'a> FromIterator<&'a Change> for Counts {
    fn from_iter<T: IntoIterator<Item = &'a Change>>(changes: T) -> Self {
        let mut counts = Self::default();
        for it in changes {
            match it.class {
                Class::DocsOnly => counts.docs_only += 1,
                Class::Compatible => counts.compatible += 1,
                Class::Breaking => counts.breaking += 1,
            }
        }
        counts
    }
}
