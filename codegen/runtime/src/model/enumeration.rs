//! An enum that keeps what the docs do not list.

use std::fmt;

use super::{Item, Scalar, Taken};

/// An open enum: a variant for each documented member, and one for any other text.
pub trait Enum: Item + Clone + PartialEq + fmt::Debug {
    /// The qualified name, such as `microsoft.graph.complianceStatus`.
    const NAME: &'static str;
    /// The documented members.
    const MEMBERS: &'static [&'static str];
    /// The variant of the member with this number.
    fn from_index(index: usize) -> Option<Self>;
    /// The variant for a text that is not documented.
    fn other(text: String) -> Self;
    /// The number of the member, or the undocumented text.
    fn index(&self) -> Result<usize, &str>;
}

/// The value of a text.
#[inline]
pub fn from_text<E: Enum>(text: &str) -> E {
    let index = E::MEMBERS.iter().position(|member| *member == text);
    index.and_then(E::from_index).unwrap_or_else(|| E::other(text.to_owned()))
}

/// The text of a value.
#[inline]
pub fn text<E: Enum>(value: &E) -> &str {
    match value.index() {
        Ok(index) => E::MEMBERS.get(index).copied().unwrap_or_default(),
        Err(text) => text,
    }
}

/// As [`Item::take`].
#[inline]
#[must_use]
pub fn take<E: Enum>(scalar: Scalar<'_>) -> Taken<E> {
    match scalar {
        Scalar::Text(text) => Taken::Exact(from_text(text)),
        _ => Taken::Not,
    }
}

/// A documented member as the docs write it, another text in quotes.
#[inline]
pub fn debug<E: Enum>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value.index() {
        Ok(_) => f.write_str(text(value)),
        Err(text) => fmt::Debug::fmt(text, f),
    }
}
