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
#[must_use]
pub fn from_text<E: Enum>(text: &str) -> E {
    match E::from_index(place(E::MEMBERS, text)) {
        Some(member) => member,
        None => E::other(text.to_owned()),
    }
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
        // Every number that a value has is one of a member.
        Ok(index) => E::from_index(index).unwrap_or_else(|| E::other(String::new())),
        Err(text) => E::other(text.to_owned()),
    }
}

/// As [`Value::take`](super::Value::take).
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
