//! What a relationship leads to: JSON of which the documented type is read when it is asked for.

use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeSeed;

use crate::Json;

use super::value::{Rest, Seed};
use super::write::to_json;
use super::{Named, Node, Place, Slot, Value};

/// What a relationship leads to, a `T` or, of many, a `Vec<T>`; there only where an answer holds it, as with `$expand`.
///
/// It is kept as it came, and read when it is asked for: relationships lead from any type to most others, and who uses one
/// would otherwise compile them all.
///
/// ```
/// # use tablewright_runtime::Related;
/// let mut related = Related::of(&vec!["a".to_owned()]);
/// let mut list = related.read().unwrap_or_default();
/// list.push("b".to_owned());
/// related = Related::of(&list);
/// assert_eq!(related.json(), Some(&serde_json::json!(["a", "b"])));
/// ```
pub struct Related<T> {
    json: Option<Json>,
    to: PhantomData<fn() -> T>,
}

impl<T> Related<T> {
    /// Nothing.
    #[inline]
    #[must_use]
    pub const fn none() -> Self {
        Self { json: None, to: PhantomData }
    }

    /// What has any JSON, whether it fits or not.
    #[inline]
    #[must_use]
    pub const fn raw(json: Json) -> Self {
        Self { json: Some(json), to: PhantomData }
    }

    /// As it came.
    #[inline]
    #[must_use]
    pub const fn json(&self) -> Option<&Json> {
        self.json.as_ref()
    }

    /// Whether there is nothing.
    #[inline]
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.json.is_none()
    }

    /// Whether there is something, be it of the documented type or not.
    #[inline]
    #[must_use]
    pub const fn is_some(&self) -> bool {
        self.json.is_some()
    }
}

impl<T: Value> Related<T> {
    /// What has this value.
    #[must_use]
    pub fn of(value: &T) -> Self {
        Self::raw(to_json(value.view()))
    }

    /// What it says; `None` where there is nothing, or something that contradicts the documented type, which
    /// [`json`](Self::json) has.
    #[must_use]
    pub fn read(&self) -> Option<T> {
        let mut value = None;
        read(self.json.as_ref()?, &mut value).then_some(value?)
    }
}

/// Whether the JSON fits.
fn read(json: &Json, into: &mut dyn Node) -> bool {
    let mut rest = Rest::Nothing;
    let read = Seed { node: into, place: Place::Field, rest: &mut rest }.deserialize(json);
    read.is_ok() && !matches!(rest, Rest::Instead(_))
}

// By hand, since a derive would ask all this of `T` too.
impl<T> Clone for Related<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { json: self.json.clone(), to: PhantomData }
    }
}

impl<T> Default for Related<T> {
    #[inline]
    fn default() -> Self {
        Self::none()
    }
}

impl<T> PartialEq for Related<T> {
    /// Equal if the JSON is: other than in fields, `10` and `10.0` are two things.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl<T> fmt::Debug for Related<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.json.as_ref().map(|json| Named("", json)).fmt(f)
    }
}

/// A field with what a relationship leads to: the same code whatever that is.
#[inline]
#[must_use]
pub fn related<T>(field: &Related<T>) -> Slot<'_> {
    Slot::Node(&field.json)
}

/// The field as the engines see it.
#[inline]
pub fn related_mut<T>(field: &mut Related<T>) -> &mut dyn Node {
    &mut field.json
}
