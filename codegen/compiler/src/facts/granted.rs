//! What a row of a table of permissions says, with its place.

use std::fmt;

use crate::span::Span;

/// A row of a table of permissions that begins with a kind of permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// The kind.
    pub to: Grantee,
    /// The scopes of which one alone is enough, in the order of the row.
    pub alone: Vec<String>,
    /// All scopes, in the order of the row.
    pub all: Vec<String>,
    /// Whether it says that there is no such permission.
    pub refused: bool,
    /// What stands beside the kind.
    pub span: Span,
}

/// Whom a permission is granted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grantee {
    /// A user with a work or school account, who delegates.
    Work,
    /// A user with a personal account, who delegates.
    Personal,
    /// An application.
    Application,
}

impl Grantee {
    /// All of them, in the order in which pages list them.
    pub const ALL: [Self; 3] = [Self::Work, Self::Personal, Self::Application];
}

impl fmt::Display for Grantee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Work => "Delegated (work or school account)",
            Self::Personal => "Delegated (personal Microsoft account)",
            Self::Application => "Application",
        })
    }
}
