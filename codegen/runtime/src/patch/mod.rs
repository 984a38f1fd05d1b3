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
    /// What is set.
    fn body_mut(&mut self) -> &mut PatchBody;
}

/// The builder around a body.
pub(crate) fn from_body<P: Patch>(body: PatchBody) -> P {
    let mut patch = P::default();
    *patch.body_mut() = body;
    patch
}

/// What a builder sets.
#[cfg(feature = "client")]
pub(crate) fn into_body<P: Patch>(mut patch: P) -> PatchBody {
    std::mem::replace(patch.body_mut(), PatchBody::new(P::SHAPE))
}

/// Sets the member whose name stands at this byte of [`PatchShape::names`]; generated setters are nothing else.
#[inline]
#[must_use]
pub fn set<T>(body: PatchBody, place: u32, value: impl IntoPatch<T>) -> PatchBody {
    body.with_member(place, value.into_patch())
}

/// Sets a name that the docs do not list; generated `field` and `raw` functions are nothing else.
#[must_use]
pub fn field(mut body: PatchBody, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) -> PatchBody {
    body.insert(name, value);
    body
}

/// What the macro expands to.
#[doc(hidden)]
pub mod engine {
    pub use super::body::from_json;
    pub use super::diff_error::diff;
}
