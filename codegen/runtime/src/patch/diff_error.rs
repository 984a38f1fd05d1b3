//! What of a change no update can make, beside the update that makes the rest.

use std::error::Error;
use std::fmt;

use super::Patch;

/// Something changed that cannot be sent.
///
/// The patch with all that can be sent is inside: [`into_patch`](Self::into_patch) takes it where the rest does not
/// matter, as after reading an object again.
#[derive(Clone, PartialEq)]
pub struct DiffError<P> {
    patch: P,
    left_out: Vec<LeftOut>,
}

/// A changed name that cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// The name on the wire.
    pub name: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a name is in no update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WhyLeftOut {
    /// It identifies the object.
    Key,
    /// The docs call it read-only.
    ReadOnly,
    /// Taken to be set by the service: examples send all but it.
    SetByService,
    /// No page of an update of this type lists it.
    NotListed,
}

impl<P> DiffError<P> {
    /// What can be sent; it may be empty.
    #[must_use]
    pub fn patch(&self) -> &P {
        &self.patch
    }

    /// What can be sent; it may be empty.
    #[must_use]
    pub fn into_patch(self) -> P {
        self.patch
    }

    /// What cannot, in documented order.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }
}

impl fmt::Display for WhyLeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "the key",
            Self::ReadOnly => "read-only",
            Self::SetByService => "set by the service",
            Self::NotListed => "in no documented update",
        })
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({})", self.name, self.why)
    }
}

impl<P: Patch> fmt::Display for DiffError<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an update of {} cannot send what changed: ", P::SHAPE.name())?;
        for (position, it) in self.left_out.iter().enumerate() {
            write!(f, "{}{it}", if position == 0 { "" } else { ", " })?;
        }
        match self.patch.len() {
            0 => f.write_str("; there is nothing else to send"),
            1 => f.write_str("; one other name can be sent"),
            more => write!(f, "; {more} other names can be sent"),
        }
    }
}

impl<P: Patch> fmt::Debug for DiffError<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DiffError").field("patch", &*self.patch).field("left_out", &self.left_out).finish()
    }
}

impl<P: Patch> Error for DiffError<P> {}

/// The least update that makes `new` of `old`, for a builder.
///
/// # Errors
/// If something changed that cannot be sent.
pub fn diff<P: Patch>(old: &P::Model, new: &P::Model) -> Result<P, DiffError<P>> {
    let (body, left_out) = super::diff::diff(P::SHAPE, old, new);
    let patch = P::from_body(body);
    if left_out.is_empty() { Ok(patch) } else { Err(DiffError { patch, left_out }) }
}
