//! The Rust types that a property can have, as the engines fill and view them.

use super::{Entry, Given, Kind, Scalar, Taken, View};

/// A type that a property can have: an [`Item`] or a list.
pub trait Value: Clone + Sized + 'static {
    /// Whether a scalar may stand for a value; where none may, no code is made that takes one.
    const IS_SCALAR: bool = true;
    /// Whether there is no model in a value: models and choices of them are copied member by member.
    const IS_PLAIN: bool = Self::IS_SCALAR;
    /// Whether it is a list.
    const IS_LIST: bool = false;
    /// The value that a scalar stands for.
    #[must_use]
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        let _ = scalar;
        Taken::Not
    }
    /// The empty value that an object or a list is read into.
    #[must_use]
    fn blank(kind: Kind) -> Option<Self> {
        let _ = kind;
        None
    }
    /// The inside of what [`blank`](Value::blank) made.
    fn enter(&mut self) -> Entry<'_> {
        Entry::No
    }
    /// The value, never [`View::Absent`].
    fn view(&self) -> View<'_>;
    /// Takes what is given as the next item, in a list.
    fn put_next(&mut self, given: Given<'_>) -> Entry<'_> {
        let _ = given;
        Entry::No
    }
    /// An item of a list, or [`View::Absent`].
    fn view_at(&self, item: usize) -> View<'_> {
        let _ = item;
        View::Absent
    }
}

/// A type that a property can have, other than a list.
///
/// Lists stand apart so that [`IntoPatch`](crate::IntoPatch) can take lists of anything that their items can be made from.
pub trait Item: Value {}

impl<V: Value> Value for Vec<V> {
    const IS_SCALAR: bool = false;
    const IS_PLAIN: bool = V::IS_PLAIN;
    const IS_LIST: bool = true;
    #[inline]
    fn blank(kind: Kind) -> Option<Self> {
        match kind {
            Kind::List => Some(Self::new()),
            Kind::Object => None,
        }
    }
    #[inline]
    fn enter(&mut self) -> Entry<'_> {
        Entry::List(self)
    }
    #[inline]
    fn view(&self) -> View<'_> {
        View::List(self)
    }
    #[inline(never)]
    fn put_next(&mut self, given: Given<'_>) -> Entry<'_> {
        match given {
            Given::Scalar(scalar) if V::IS_SCALAR => {
                let (value, fit) = V::take(scalar).into_parts();
                if let Some(value) = value {
                    self.push(value);
                }
                Entry::Fit(fit)
            }
            Given::Empty(kind) => {
                let Some(value) = V::blank(kind) else { return Entry::No };
                self.push(value);
                match self.last_mut() {
                    Some(value) => value.enter(),
                    None => Entry::No,
                }
            }
            _ => Entry::No,
        }
    }
    #[inline]
    fn view_at(&self, item: usize) -> View<'_> {
        match self.get(item) {
            Some(value) => value.view(),
            None => View::Absent,
        }
    }
}
