//! A value in a field as the engines see it, whatever its Rust type.

use std::any::Any;

use crate::Json;

use super::{Choosing, Object, Value};

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
    pub(super) fn into_parts(self) -> (Option<T>, Fit) {
        match self {
            Self::Exact(value) => (Some(value), Fit::Exact),
            Self::Loose(value) => (Some(value), Fit::Loose),
            Self::Not => (None, Fit::Not),
        }
    }
}

/// What is put into a field or a list.
#[derive(Clone, Copy)]
pub enum Given<'a> {
    /// A scalar.
    Scalar(Scalar<'a>),
    /// An empty object or list.
    Empty(Kind),
    /// What is in a field of the same type, if there is no model in it.
    Copy(&'a dyn Any),
}

/// Where in a node something is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the value of the field, in the place of what there was; nothing is if it does not fit.
    Field,
    /// It is the next item of the list.
    Next,
}

/// What became of what was given: of an empty object or list, where its inside is read into.
#[non_exhaustive]
pub enum Entry<'a> {
    /// It was no object or list: whether it was taken.
    Fit(Fit),
    /// The members of a model.
    Object(&'a mut dyn Object),
    /// The members of a model whose type is still to be found.
    Choice(&'a mut dyn Choosing),
    /// The items of a list, which take what is given as the next one.
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
    /// Takes what is given.
    fn put(&mut self, place: Place, given: Given<'_>) -> Entry<'_>;
    /// The value of a field, or one of its items, or [`View::Absent`].
    fn view(&self, item: Option<usize>) -> View<'_>;
    /// The field, if it has a value and there is no model in that.
    fn plain(&self) -> Option<&dyn Any> {
        None
    }
}

impl dyn Node + '_ {
    /// The value.
    #[inline]
    pub(crate) fn value(&self) -> View<'_> {
        self.view(None)
    }

    /// Takes a scalar.
    #[inline]
    pub(crate) fn accept(&mut self, place: Place, scalar: Scalar<'_>) -> Fit {
        match self.put(place, Given::Scalar(scalar)) {
            Entry::Fit(fit) => fit,
            _ => Fit::Not,
        }
    }
}

// Each of these is compiled once for each type that a field has: a `match` where others have closures is a function less.
impl<V: Value> Node for Option<V> {
    fn put(&mut self, place: Place, given: Given<'_>) -> Entry<'_> {
        if place == Place::Next {
            return match self {
                Some(list) => list.put_next(given),
                None => Entry::No,
            };
        }
        empty(self);
        match given {
            Given::Scalar(scalar) if V::IS_SCALAR => {
                let (value, fit) = V::take(scalar).into_parts();
                set(self, value);
                Entry::Fit(fit)
            }
            Given::Empty(kind) => {
                set(self, V::blank(kind));
                if V::IS_LIST {
                    return if self.is_some() { Entry::List(self) } else { Entry::No };
                }
                match self {
                    Some(value) => value.enter(),
                    None => Entry::No,
                }
            }
            Given::Copy(from) if V::IS_PLAIN => {
                let Some(from) = from.downcast_ref::<Self>() else { return Entry::No };
                set(self, from.clone());
                Entry::Fit(Fit::Exact)
            }
            _ => Entry::No,
        }
    }
    fn view(&self, item: Option<usize>) -> View<'_> {
        let Some(value) = self else { return View::Absent };
        if !V::IS_LIST {
            return value.view();
        }
        match item {
            Some(item) => value.view_at(item),
            None => View::List(self),
        }
    }
    fn plain(&self) -> Option<&dyn Any> {
        if V::IS_PLAIN && self.is_some() { Some(self) } else { None }
    }
}

/// Empties a field, which nearly always is.
#[inline]
fn empty<V>(field: &mut Option<V>) {
    if field.is_some() {
        discard(field);
    }
}

#[cold]
#[inline(never)]
fn discard<V>(field: &mut Option<V>) {
    *field = None;
}

/// Puts a value into an empty field: nothing is there to be dropped, which the compiler does not see.
#[inline]
fn set<V>(field: &mut Option<V>, value: Option<V>) {
    std::mem::forget(std::mem::replace(field, value));
}

/// A list that is an item of another.
impl<V: Value> Node for Vec<V> {
    fn put(&mut self, _: Place, given: Given<'_>) -> Entry<'_> {
        self.put_next(given)
    }
    fn view(&self, item: Option<usize>) -> View<'_> {
        match item {
            Some(item) => self.view_at(item),
            None => View::List(self),
        }
    }
}
