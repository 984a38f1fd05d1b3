//! The two crates, or the two modules in somebody's crate.

/// One of the two crates, or of the two modules in somebody's crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crate {
    /// Types and enums.
    Model,
    /// Patches and operations.
    Client,
}

impl Crate {
    /// Its folder.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Client => "client",
        }
    }

    /// What it holds.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Model => {
                "Models of a REST API, one struct or enum for each documented type, grouped by version and area."
            }
            Self::Client => {
                "The documented updates of a REST API: a patch for each type, a function for each request line."
            }
        }
    }
}
