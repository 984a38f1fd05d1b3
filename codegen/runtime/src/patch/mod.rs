//! The body of an update: what is not set is not sent, and null is a value.

mod body;
mod diff;
mod diff_error;
mod macros;
mod shape;
mod value;

pub use body::{NotAnObject, PatchBody};
pub use diff_error::{DiffError, LeftOut, WhyLeftOut};
pub use shape::PatchShape;
pub use value::{IntoPatch, PatchValue};

use std::borrow::Cow;
use std::ops::Deref;

use crate::{Json, Model};

/// An update of a documented type: a builder around one [`PatchBody`], which it can be read as.
pub trait Patch: Default + Deref<Target = PatchBody> + Send + Sync + 'static {
    /// What is updated.
    type Model: Model;
    /// The names.
    const SHAPE: &'static PatchShape;
    /// The builder around a body, which is of this [`SHAPE`](Self::SHAPE).
    #[must_use]
    fn from_body(body: PatchBody) -> Self;
    /// What is set.
    fn into_body(self) -> PatchBody;
}

/// Sets the member whose name stands at this byte of [`PatchShape::names`]; generated setters are nothing else.
#[inline]
#[must_use]
pub fn set<P: Patch, T>(patch: P, place: u32, value: impl IntoPatch<T>) -> P {
    P::from_body(patch.into_body().with_member(place, value.into_patch()))
}

/// Sets a name that the docs do not list; generated `field` and `raw` functions are nothing else.
#[must_use]
pub fn field<P: Patch>(patch: P, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) -> P {
    let mut body = patch.into_body();
    body.insert(name, value);
    P::from_body(body)
}

/// What the macro expands to.
#[doc(hidden)]
pub mod engine {
    pub use super::body::from_json;
    pub use super::diff_error::diff;
}
