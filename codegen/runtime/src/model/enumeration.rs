//! An enum that keeps what the docs do not list.

use std::fmt;

use super::Item;

/// An open enum: a variant for each documented member, and one for any other text.
pub trait Enum: Item + Clone + PartialEq + fmt::Debug {
    /// The qualified name, such as `microsoft.graph.complianceStatus`.
    const NAME: &'static str;
    /// The documented members.
    const MEMBERS: &'static [&'static str];
    /// The variant of the member with this number, or, if there is none, for this text.
    fn new(index: usize, text: &str) -> Self;
    /// The number of the member, or the undocumented text.
    fn index(&self) -> Result<usize, &str>;
}

/// The value of a text.
#[inline]
#[must_use]
pub fn from_text<E: Enum>(text: &str) -> E {
    E::new(place(E::MEMBERS, text), text)
}

/// The number of a member, or one that no member has.
fn place(members: &[&str], text: &str) -> usize {
    members.iter().position(|member| *member == text).unwrap_or(members.len())
}

/// The text of a value.
#[inline]
pub fn text<E: Enum>(value: &E) -> &str {
    name(E::MEMBERS, value.index())
}

fn name<'a>(members: &[&'a str], index: Result<usize, &'a str>) -> &'a str {
    match index {
        Ok(index) => members.get(index).copied().unwrap_or_default(),
        Err(text) => text,
    }
}

/// As [`Clone::clone`].
#[inline]
#[must_use]
pub fn copy<E: Enum>(value: &E) -> E {
    match value.index() {
        Ok(index) => E::new(index, ""),
        Err(text) => E::new(E::MEMBERS.len(), text),
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
