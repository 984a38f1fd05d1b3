//! A value in a field as the engines see it, whatever its Rust type.

use std::any::Any;

use crate::Json;

use super::erase::Erase;
use super::{Choosing, Object};

/// A JSON value that is neither an object nor an array.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// `null`, which fits nowhere.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number without fraction.
    Int(i64),
    /// A number without fraction that only fits here.
    Uint(u64),
    /// A number with fraction or exponent.
    Double(f64),
    /// A string.
    Text(&'a str),
}

/// What JSON is read into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{...}`
    Object,
    /// `[...]`
    List,
}

/// Whether a scalar was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It was, and it is written as it came.
    Exact,
    /// It was, but it is written in another way: who wants it back as it came must keep it.
    Loose,
    /// It was not.
    Not,
}

/// A scalar as a typed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken<T> {
    /// It is written as it came.
    Exact(T),
    /// It is written in another way.
    Loose(T),
    /// It contradicts the type.
    Not,
}

impl<T> Taken<T> {
    #[inline]
    fn into_parts(self) -> (Option<T>, Fit) {
        match self {
            Self::Exact(value) => (Some(value), Fit::Exact),
            Self::Loose(value) => (Some(value), Fit::Loose),
            Self::Not => (None, Fit::Not),
        }
    }
}

/// Where the inside of an object or a list is read into.
#[non_exhaustive]
pub enum Entry<'a> {
    /// The members of a model.
    Object(&'a mut dyn Object),
    /// The members of a model whose type is still to be found.
    Choice(&'a mut dyn Choosing),
    /// The items of a list; accepting or entering adds one.
    List(&'a mut dyn Node),
    /// Anything.
    Json(&'a mut Json),
    /// It contradicts the type.
    No,
}

/// A value, to be written, compared or printed.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum View<'a> {
    /// No value.
    Absent,
    /// A scalar.
    Scalar(Scalar<'a>),
    /// A member of an enum.
    Enum(&'a str),
    /// Members of an enum, separated by commas.
    Flags(&'a dyn Shown),
    /// A scalar that is written as a string, such as a date.
    Shown(&'a dyn Shown),
    /// A model.
    Object(&'a dyn Object),
    /// A model that is written with `@odata.type`.
    Choice(&'a dyn Object),
    /// A list.
    List(&'a dyn Node),
    /// Anything.
    Json(&'a Json),
}

/// A value that is written as a string which it has to make first.
pub trait Shown {
    /// Lends the string, once.
    fn lend(&self, to: &mut dyn FnMut(&str));
}

/// A field, or a list.
///
/// Generated crates have thousands of these, so there is no method that could be done without.
pub trait Node {
    /// Takes a scalar; a field is empty afterwards if it does not fit, a list takes it as its next item.
    fn accept(&mut self, scalar: Scalar<'_>) -> Fit;
    /// Makes an empty object or list and gives its inside; a field is empty if it does not fit, a list makes it its next item.
    fn enter(&mut self, kind: Kind) -> Entry<'_>;
    /// The value of a field, whatever the number; the item of a list with this number, or [`View::Absent`].
    fn view(&self, item: usize) -> View<'_>;
    /// The field, if there is no model in it.
    fn plain(&self) -> Option<&dyn Any> {
        None
    }
    /// Takes a copy of a field of the same type; whether it does: models are copied member by member.
    fn copy(&mut self, _from: &dyn Node) -> bool {
        false
    }
}

/// A type that a property can have, other than a list.
pub trait Item: Clone + Sized + 'static {
    /// Whether a scalar may stand for a value; where none may, no code is made that takes one. Models and choices of them
    /// say no, and are copied member by member.
    const IS_SCALAR: bool = true;
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
    /// The inside of what [`blank`](Item::blank) made.
    fn enter(&mut self) -> Entry<'_> {
        Entry::No
    }
    /// The value, never [`View::Absent`].
    fn view(&self) -> View<'_>;
}

impl<T: Item> Item for Box<T> {
    const IS_SCALAR: bool = T::IS_SCALAR;
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        match T::take(scalar) {
            Taken::Exact(value) => Taken::Exact(Box::new(value)),
            Taken::Loose(value) => Taken::Loose(Box::new(value)),
            Taken::Not => Taken::Not,
        }
    }
    #[inline]
    fn blank(kind: Kind) -> Option<Self> {
        Vec::boxed(kind)
    }
    #[inline]
    fn enter(&mut self) -> Entry<'_> {
        T::enter(self)
    }
    #[inline]
    fn view(&self) -> View<'_> {
        T::view(self)
    }
}

/// A type that a property can have: an [`Item`] or a list.
///
/// Lists stand apart so that [`IntoPatch`](crate::IntoPatch) can take lists of anything that their items can be made from.
pub trait Value: Clone + Sized + 'static {
    /// As [`Item::IS_SCALAR`].
    const IS_SCALAR_VALUE: bool;
    /// Whether there is no model in a value.
    const IS_PLAIN: bool;
    /// As [`Item::take`].
    fn take_value(scalar: Scalar<'_>) -> Taken<Self>;
    /// As [`Item::blank`].
    fn blank_value(kind: Kind) -> Option<Self>;
    /// As [`Item::enter`].
    fn enter_value(&mut self) -> Entry<'_>;
    /// As [`Item::view`].
    fn view_value(&self) -> View<'_>;
}

impl<T: Item> Value for T {
    const IS_SCALAR_VALUE: bool = T::IS_SCALAR;
    const IS_PLAIN: bool = T::IS_SCALAR;
    #[inline]
    fn take_value(scalar: Scalar<'_>) -> Taken<Self> {
        T::take(scalar)
    }
    #[inline]
    fn blank_value(kind: Kind) -> Option<Self> {
        T::blank(kind)
    }
    #[inline]
    fn enter_value(&mut self) -> Entry<'_> {
        self.enter()
    }
    #[inline]
    fn view_value(&self) -> View<'_> {
        self.view()
    }
}

impl<V: Value> Value for Vec<V> {
    const IS_SCALAR_VALUE: bool = false;
    const IS_PLAIN: bool = V::IS_PLAIN;
    #[inline]
    fn take_value(_: Scalar<'_>) -> Taken<Self> {
        Taken::Not
    }
    #[inline]
    fn blank_value(kind: Kind) -> Option<Self> {
        match kind {
            Kind::List => Some(Self::new()),
            Kind::Object => None,
        }
    }
    #[inline]
    fn enter_value(&mut self) -> Entry<'_> {
        Entry::List(self.list_mut())
    }
    #[inline]
    fn view_value(&self) -> View<'_> {
        View::List(self.list())
    }
}

// Each of these is compiled once for each type that a field has: a `match` where others have closures is a function less.
impl<V: Value> Node for Option<V> {
    fn accept(&mut self, scalar: Scalar<'_>) -> Fit {
        empty(self);
        if !V::IS_SCALAR_VALUE {
            return Fit::Not;
        }
        let (value, fit) = V::take_value(scalar).into_parts();
        set(self, value);
        fit
    }
    fn enter(&mut self, kind: Kind) -> Entry<'_> {
        empty(self);
        set(self, V::blank_value(kind));
        match self {
            Some(value) => value.enter_value(),
            None => Entry::No,
        }
    }
    fn view(&self, _: usize) -> View<'_> {
        match self {
            Some(value) => value.view_value(),
            None => View::Absent,
        }
    }
    fn plain(&self) -> Option<&dyn Any> {
        if V::IS_PLAIN { Some(self) } else { None }
    }
    fn copy(&mut self, from: &dyn Node) -> bool {
        if !V::IS_PLAIN {
            return false;
        }
        let Some(from) = from.plain().and_then(|it| it.downcast_ref::<Self>()) else { return false };
        empty(self);
        set(self, from.clone());
        true
    }
}

/// Empties a field, which nearly always is.
#[inline]
fn empty<V>(field: &mut Option<V>) {
    if field.is_some() {
        Vec::discard(field);
    }
}

/// Puts a value into an empty field: nothing is there to be dropped, which the compiler does not see.
#[inline]
fn set<V>(field: &mut Option<V>, value: Option<V>) {
    std::mem::forget(std::mem::replace(field, value));
}

impl<V: Value> Node for Vec<V> {
    fn accept(&mut self, scalar: Scalar<'_>) -> Fit {
        if !V::IS_SCALAR_VALUE {
            return Fit::Not;
        }
        let (value, fit) = V::take_value(scalar).into_parts();
        if let Some(value) = value {
            self.push(value);
        }
        fit
    }
    fn enter(&mut self, kind: Kind) -> Entry<'_> {
        let Some(value) = V::blank_value(kind) else { return Entry::No };
        self.push(value);
        match self.last_mut() {
            Some(value) => value.enter_value(),
            None => Entry::No,
        }
    }
    fn view(&self, item: usize) -> View<'_> {
        match self.get(item) {
            Some(value) => value.view_value(),
            None => View::Absent,
        }
    }
}

/// No field.
impl Node for () {
    fn accept(&mut self, _: Scalar<'_>) -> Fit {
        Fit::Not
    }
    fn enter(&mut self, _: Kind) -> Entry<'_> {
        Entry::No
    }
    fn view(&self, _: usize) -> View<'_> {
        View::Absent
    }
}
