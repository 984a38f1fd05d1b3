//! The body of an update: what is not set is not sent, and null is a value.

mod body;
mod diff;
mod macros;
mod value;

pub use body::{NotAnObject, PatchBody};
pub use value::{IntoPatch, PatchValue};

use crate::Model;

/// What an update of a type can hold.
#[derive(Debug, PartialEq, Eq)]
pub struct PatchShape {
    /// The qualified name, such as `microsoft.graph.user`.
    pub name: &'static str,
    /// Whether `@odata.type` is sent by itself, since the documented type derives from another.
    pub discriminated: bool,
    /// The wire names of what can be set, in documented order.
    pub members: &'static [&'static str],
    /// The wire names of what is documented and cannot be set.
    pub read_only: &'static [&'static str],
}

/// An update of a documented type: a builder around one [`PatchBody`].
pub trait Patch: Sized + Send + Sync + 'static {
    /// What is updated.
    type Model: Model;
    /// The names.
    const SHAPE: &'static PatchShape;
    /// What is set.
    fn body(&self) -> &PatchBody;
    /// The builder around this.
    fn from_body(body: PatchBody) -> Self;
    /// What is set.
    fn into_body(self) -> PatchBody;
}

/// Sets the member with this number in [`PatchShape::members`]; generated setters are nothing else.
#[inline]
#[must_use]
pub fn set<P: Patch, T>(patch: P, member: u16, value: impl IntoPatch<T>) -> P {
    let mut body = patch.into_body();
    body.put_member(member, value.into_patch());
    P::from_body(body)
}

/// What the macro expands to.
#[doc(hidden)]
pub mod engine {
    pub use super::body::{from_json, raw};
    pub use super::diff::diff;
}
