//! What became of every page, table and row.

use std::collections::BTreeMap;
use std::fmt;

/// What a page was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// Describes a type.
    Resource,
    /// Lists the members of one enumeration or several.
    Enum,
    /// Describes an update.
    Update,
    /// An operation page without a request line of method PATCH.
    OtherOperation,
    /// An update page that has no request line that can be used.
    UnreadableUpdate,
    /// A resource page that has neither properties nor members nor a JSON representation.
    Overview,
    /// Taken out by a fixup.
    Fixed,
    /// Not markdown.
    NotMarkdown,
}

impl PageKind {
    /// A stable name for summaries: `other-operation`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::Enum => "enum",
            Self::Update => "update",
            Self::OtherOperation => "other-operation",
            Self::UnreadableUpdate => "unreadable-update",
            Self::Overview => "overview",
            Self::Fixed => "dropped-by-fixup",
            Self::NotMarkdown => "not-markdown",
        }
    }

    /// Whether its claims reach the IR.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Resource | Self::Enum | Self::Update)
    }
}

/// What a table was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Properties of a type.
    Properties,
    /// Relationships of a type.
    Relationships,
    /// Members of an enumeration.
    Members,
    /// Properties of a request body.
    Body,
    /// Permissions.
    Permissions,
    /// National clouds.
    Clouds,
    /// Request headers.
    Headers,
    /// Parameters of the path or the query.
    Parameters,
    /// Links to the operations of a type.
    Methods,
    /// Anything else.
    Other,
}

impl TableKind {
    /// A stable name for summaries: `properties`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Properties => "properties",
            Self::Relationships => "relationships",
            Self::Members => "members",
            Self::Body => "body",
            Self::Permissions => "permissions",
            Self::Clouds => "clouds",
            Self::Headers => "headers",
            Self::Parameters => "parameters",
            Self::Methods => "methods",
            Self::Other => "other",
        }
    }
}

/// Why a row is not in the IR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    /// Its page is of a kind that is not read.
    PageNotRead,
    /// Its table lists operations, which their own pages describe.
    MethodsTable,
    /// It describes a parameter of the path or the query, which the request lines name.
    Parameter,
    /// Its table is of no known kind.
    UnreadTable,
    /// It stands in a comment.
    Hidden,
    /// It is a caption of the rows below it.
    Category,
    /// It names an annotation (`@microsoft.graph.conflictBehavior`), which is no property.
    Annotation,
    /// It has no name, or one that is no identifier.
    NoName,
    /// A fixup took it out.
    Fixup,
    /// It is beyond what is read of a page, or of an enumeration.
    TooMany,
}

impl Dropped {
    /// A stable name for summaries: `methods-table`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PageNotRead => "page-not-read",
            Self::MethodsTable => "methods-table",
            Self::Parameter => "parameter",
            Self::UnreadTable => "unread-table",
            Self::Hidden => "hidden",
            Self::Category => "category",
            Self::Annotation => "annotation",
            Self::NoName => "no-name",
            Self::Fixup => "fixup",
            Self::TooMany => "too-many",
        }
    }
}

macro_rules! display_name {
    ($($ty:ty),*) => {
        $(impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        })*
    };
}
display_name!(PageKind, TableKind, Dropped);

/// The tables and rows of a page, or of many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Tables by kind.
    pub tables: BTreeMap<TableKind, usize>,
    /// Rows below the headers.
    pub seen: usize,
    /// Rows whose claims were taken.
    pub used: usize,
    /// The others, by reason.
    pub dropped: BTreeMap<Dropped, usize>,
}

impl Counts {
    /// Counts one table.
    pub fn table(&mut self, kind: TableKind) {
        *self.tables.entry(kind).or_default() += 1;
    }

    /// Counts one row that was used.
    pub fn used(&mut self) {
        self.seen += 1;
        self.used += 1;
    }

    /// Counts rows that were not.
    pub fn dropped(&mut self, reason: Dropped, rows: usize) {
        if rows > 0 {
            self.seen += rows;
            *self.dropped.entry(reason).or_default() += rows;
        }
    }

    /// Takes back a row that was used.
    pub fn drop_used(&mut self, reason: Dropped) {
        self.used = self.used.saturating_sub(1);
        *self.dropped.entry(reason).or_default() += 1;
    }

    /// Adds those of another page.
    pub fn add(&mut self, other: &Self) {
        self.seen += other.seen;
        self.used += other.used;
        for (kind, count) in &other.tables {
            *self.tables.entry(*kind).or_default() += count;
        }
        for (reason, count) in &other.dropped {
            *self.dropped.entry(*reason).or_default() += count;
        }
    }

    /// Whether every row seen is used or dropped.
    #[must_use]
    pub fn add_up(&self) -> bool {
        self.seen == self.used + self.dropped.values().sum::<usize>()
    }
}
