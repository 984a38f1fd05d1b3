//! The body of an update: what is not set is not sent, and null is a value.

mod body;
mod diff;
mod diff_error;
mod macros;
mod value;

pub use body::{NotAnObject, PatchBody};
pub use diff_error::{DiffError, LeftOut, WhyLeftOut};
pub use value::{IntoPatch, PatchValue};

use std::borrow::Cow;

use crate::{Json, Model};

/// What an update of a type can hold.
#[derive(Debug, PartialEq, Eq)]
pub struct PatchShape {
    /// The qualified name, such as `microsoft.graph.user`.
    pub name: &'static str,
    /// Whether `@odata.type` is sent by itself, since the documented type derives from another.
    pub discriminated: bool,
    /// Whether names that the docs do not list can be set (an open type of OData).
    pub open: bool,
    /// The wire names of what can be set, in documented order.
    pub members: &'static [&'static str],
    /// The wire names of what the docs say cannot be set, and why.
    pub fixed: &'static [(&'static str, WhyLeftOut)],
}

impl PatchShape {
    /// Why this name cannot be set; `None` if it can.
    #[must_use]
    pub fn why_left_out(&self, name: &str) -> Option<WhyLeftOut> {
        if self.members.contains(&name) {
            return None;
        }
        let fixed = self.fixed.iter().find(|(fixed, _)| *fixed == name).map(|(_, why)| *why);
        fixed.or((!self.open).then_some(WhyLeftOut::NotListed))
    }
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

/// Sets a name that the docs do not list, in an open type; generated `field` functions are nothing else.
#[inline]
#[must_use]
pub fn field<P: Patch>(patch: P, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) -> P {
    engine::raw(patch, name, value)
}

/// What the macro expands to.
#[doc(hidden)]
pub mod engine {
    pub use super::body::{from_json, raw};
    pub use super::diff_error::diff;
}
