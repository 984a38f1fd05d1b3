//! A field of a model as the engines find it.

use super::{Entry, Given, Node, Place, View};

/// A field of a model.
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// One with a string, as most are: these are written without asking what they are.
    Text(&'a Option<String>),
    /// Any other.
    Node(&'a dyn Node),
}

impl<'a> Slot<'a> {
    /// The field, whatever it is.
    #[inline]
    pub(super) fn node(self) -> &'a dyn Node {
        match self {
            Self::Text(field) => field,
            Self::Node(field) => field,
        }
    }
}

/// A field with a string.
#[inline]
#[must_use]
pub fn text(field: &Option<String>) -> Slot<'_> {
    Slot::Text(field)
}

/// A field that is neither a string nor a relationship.
#[inline]
#[must_use]
pub fn slot(field: &dyn Node) -> Slot<'_> {
    Slot::Node(field)
}

/// Stands where a row of [`Object::slots`](super::Object::slots) has no field.
pub const NO_FIELD: Slot<'static> = Slot::Node(&());

/// No field.
impl Node for () {
    fn put(&mut self, _: Place, _: Given<'_>) -> Entry<'_> {
        Entry::No
    }
    fn view(&self, _: Option<usize>) -> View<'_> {
        View::Absent
    }
}
