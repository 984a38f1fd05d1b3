//! Makes what the engines see of values of a type.
//!
//! The compiler repeats the code that drops a type in each unit of a crate that makes a trait object of it, or drops it,
//! with the code that drops all that the type reaches: half of what generated crates cost, once. It puts a method into the
//! unit of the module of its `Self`, so what needs that code stands here, as methods of a list, whose drop needs it anyway.

use super::{Choosing, Item, Kind, Node, Object, Value};

/// What is compiled once for a type, and not inlined.
#[allow(clippy::ref_option, reason = "the field itself is the node")]
pub(super) trait Erase<T> {
    /// A field.
    fn node(field: &Option<T>) -> &dyn Node
    where
        T: Value;
    /// A field.
    fn node_mut(field: &mut Option<T>) -> &mut dyn Node
    where
        T: Value;
    /// A list.
    fn list(&self) -> &dyn Node
    where
        T: Value;
    /// A list.
    fn list_mut(&mut self) -> &mut dyn Node
    where
        T: Value;
    /// A model.
    fn object(model: &T) -> &dyn Object
    where
        T: Object;
    /// A model.
    fn object_mut(model: &mut T) -> &mut dyn Object
    where
        T: Object;
    /// A choice.
    fn choosing(choice: &mut T) -> &mut dyn Choosing
    where
        T: Choosing;
    /// As [`Value::blank`].
    fn boxed(kind: Kind) -> Option<Box<T>>
    where
        T: Item;
    /// Puts a value, if there is one, in the place of another; whether there is.
    fn put(place: &mut T, value: Option<T>) -> bool;
    /// Empties a field.
    fn discard(field: &mut Option<T>);
}

#[allow(clippy::ref_option, reason = "the field itself is the node")]
impl<T> Erase<T> for Vec<T> {
    #[inline(never)]
    fn node(field: &Option<T>) -> &dyn Node
    where
        T: Value,
    {
        field
    }

    #[inline(never)]
    fn node_mut(field: &mut Option<T>) -> &mut dyn Node
    where
        T: Value,
    {
        field
    }

    #[inline(never)]
    fn list(&self) -> &dyn Node
    where
        T: Value,
    {
        self
    }

    #[inline(never)]
    fn list_mut(&mut self) -> &mut dyn Node
    where
        T: Value,
    {
        self
    }

    #[inline(never)]
    fn object(model: &T) -> &dyn Object
    where
        T: Object,
    {
        model
    }

    #[inline(never)]
    fn object_mut(model: &mut T) -> &mut dyn Object
    where
        T: Object,
    {
        model
    }

    #[inline(never)]
    fn choosing(choice: &mut T) -> &mut dyn Choosing
    where
        T: Choosing,
    {
        choice
    }

    #[inline(never)]
    fn boxed(kind: Kind) -> Option<Box<T>>
    where
        T: Item,
    {
        T::blank(kind).map(Box::new)
    }

    #[inline(never)]
    fn put(place: &mut T, value: Option<T>) -> bool {
        match value {
            Some(value) => {
                *place = value;
                true
            }
            None => false,
        }
    }

    #[cold]
    #[inline(never)]
    fn discard(field: &mut Option<T>) {
        drop(field.take());
    }
}

/// A field that holds models.
#[allow(clippy::ref_option, reason = "the field itself is the node")]
#[inline]
#[must_use]
pub fn node<V: Value>(field: &Option<V>) -> &dyn Node {
    Vec::node(field)
}

/// A field that holds models.
#[inline]
pub fn node_mut<V: Value>(field: &mut Option<V>) -> &mut dyn Node {
    Vec::node_mut(field)
}

/// A model of any type.
#[inline]
#[must_use]
pub fn object<M: Object>(model: &M) -> &dyn Object {
    Vec::object(model)
}

/// A model of any type.
#[inline]
pub fn object_mut<M: Object>(model: &mut M) -> &mut dyn Object {
    Vec::object_mut(model)
}
