//! The pieces of the generated crates that a user's code can name, by what they are made from.

use crate::ir::TypeName;

/// A piece.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub(super) owner: Owner,
    pub(super) part: Part,
}

/// The item that a piece is made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A type or an enumeration.
    Type(TypeName),
    /// An operation, by a number that it has on both sides.
    Operation(usize),
}

/// What of the item; names are wire names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The struct or the enum.
    Item,
    /// A field.
    Field(String),
    /// A variant.
    Member(String),
    /// The open choice between a type and those derived from it.
    Choice,
    /// A variant of that.
    Variant(TypeName),
    /// A patch.
    Patch(PatchName),
    /// A setter.
    Setter(PatchName, String),
    /// The setter of an open type.
    AnySetter(PatchName),
    /// That a patch can be a value of a choice.
    StandsFor(PatchName, TypeName),
    /// The marker of an operation.
    Marker,
    /// That its requests can have `If-Match`.
    IfMatch,
    /// That its requests can have `Prefer`.
    Prefer,
    /// The function of a request line, by the shape of its path.
    Function(String),
}

/// Which patch of a type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PatchName {
    /// The one that is called like the type.
    Home,
    /// One of an update that takes something else.
    Other(String),
}

/// Which of the two crates has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Crate {
    Model,
    Client,
}

impl Part {
    pub(super) fn krate(&self) -> Crate {
        match self {
            Self::Item | Self::Field(_) | Self::Member(_) | Self::Choice | Self::Variant(_) => Crate::Model,
            Self::Patch(_)
            | Self::Setter(..)
            | Self::AnySetter(_)
            | Self::StandsFor(..)
            | Self::Marker
            | Self::IfMatch
            | Self::Prefer
            | Self::Function(_) => Crate::Client,
        }
    }

    /// What it stands in, so that its coming and going need no word when that comes or goes.
    pub(super) fn inside(&self) -> Option<Self> {
        match self {
            Self::Item | Self::Choice | Self::Patch(_) | Self::Marker | Self::Function(_) => None,
            Self::Field(_) | Self::Member(_) => Some(Self::Item),
            Self::Variant(_) => Some(Self::Choice),
            Self::Setter(patch, _) | Self::AnySetter(patch) | Self::StandsFor(patch, _) => {
                Some(Self::Patch(patch.clone()))
            }
            Self::IfMatch | Self::Prefer => Some(Self::Marker),
        }
    }

    /// The patch that it is part of.
    pub(super) fn patch(&self) -> Option<&PatchName> {
        match self {
            Self::Patch(it) | Self::Setter(it, _) | Self::AnySetter(it) | Self::StandsFor(it, _) => Some(it),
            Self::Item
            | Self::Field(_)
            | Self::Member(_)
            | Self::Choice
            | Self::Variant(_)
            | Self::Marker
            | Self::IfMatch
            | Self::Prefer
            | Self::Function(_) => None,
        }
    }

    /// Whether it is the field or a setter of this property.
    pub(super) fn is_of(&self, property: &str) -> bool {
        matches!(self, Self::Field(it) | Self::Setter(_, it) if it == property)
    }
}
