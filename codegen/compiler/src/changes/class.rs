//! The classes of changes, and what a class asks of a crate's version.

use std::fmt;

/// What a change is for who uses the generated crates; the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Only doc comments differ.
    DocsOnly,
    /// Code that was right stays right: something is new, or a constant has another value.
    Compatible,
    /// Code that was right does not compile any more, or means something else.
    Breaking,
}

impl Class {
    /// All, the worst first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Compatible, Self::DocsOnly];

    /// Its name in all formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DocsOnly => "docs-only",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What changes ask of a crate's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Bump {
    /// Nothing.
    #[default]
    None,
    /// A release without news.
    Patch,
    /// A release with news.
    Minor,
    /// A release that breaks.
    Major,
}

impl Bump {
    /// What changes of these classes ask for together.
    pub(super) fn of(classes: impl Iterator<Item = Class>) -> Self {
        classes.max().map_or(Self::None, |worst| match worst {
            Class::DocsOnly => Self::Patch,
            Class::Compatible => Self::Minor,
            Class::Breaking => Self::Major,
        })
    }

    /// Its name in all formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The version after `version`, as Cargo understands compatibility: before 1.0.0 the second number is the one that
    /// breaks. `None` if the version is not three numbers.
    #[must_use]
    pub fn next(self, version: &str) -> Option<String> {
        let numbers: Vec<u64> = version.split('.').map(|it| it.parse().ok()).collect::<Option<_>>()?;
        let [major, minor, patch] = numbers.try_into().ok()?;
        let (major, minor, patch): (u64, u64, u64) = (major, minor, patch);
        let (major, minor, patch) = match (self, major, minor) {
            (Self::None, ..) => (major, minor, patch),
            (Self::Major, 0, 0) | (Self::Patch, ..) | (Self::Minor, 0, _) => (major, minor, patch.checked_add(1)?),
            (Self::Major, 0, _) | (Self::Minor, ..) => (major, minor.checked_add(1)?, 0),
            (Self::Major, ..) => (major.checked_add(1)?, 0, 0),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }
}

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How many changes of each class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Those that break.
    pub breaking: usize,
    /// Those that do not.
    pub compatible: usize,
    /// Those of doc comments only.
    pub docs_only: usize,
}

impl Counts {
    /// Those of a class.
    #[must_use]
    pub const fn of(self, class: Class) -> usize {
        match class {
            Class::DocsOnly => self.docs_only,
            Class::Compatible => self.compatible,
            Class::Breaking => self.breaking,
        }
    }
}
