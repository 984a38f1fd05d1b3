//! Documented updates as values: what a page says of one, and a request ready to be sent; knows no transport.

mod header;
mod invalid;
mod path;
mod request;
mod scopes;

pub use self::header::{ETag, Prefer};
pub use self::invalid::Invalid;
pub use self::path::PathValue;
pub use self::request::Request;
pub use self::scopes::Scopes;

pub(crate) use self::request::Draft;

use crate::{Item, Patch};

/// A documented update; implemented by the markers in generated crates.
pub trait Operation: 'static {
    /// The object that the service answers with, if it answers with one.
    type Answer: Item + Default;
    /// What is sent.
    type Patch: Patch;
    /// What the page says of it.
    const INFO: &'static OperationInfo;
}

/// What the documentation says of an operation.
#[derive(Debug, PartialEq, Eq)]
pub struct OperationInfo {
    /// The name of the function that makes the request.
    pub name: &'static str,
    /// Where the page is.
    pub page: &'static str,
    /// The version of the API, as in the path: `v1.0` or `beta`.
    pub version: &'static str,
    /// The documented request lines, as they are written there.
    pub request_lines: &'static [&'static str],
    /// Who may call it.
    pub permissions: Permissions,
    /// The clouds that it is there in; empty where the page does not say.
    pub clouds: &'static [Deployment],
    /// The documented status codes of success.
    pub statuses: &'static [u16],
}

/// The permissions of an operation by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permissions {
    /// Delegated, with a work or school account.
    pub delegated_work: Scopes,
    /// Delegated, with a personal Microsoft account.
    pub delegated_personal: Scopes,
    /// Application.
    pub application: Scopes,
    /// Of a kind that the page does not name.
    pub unspecified: Scopes,
}

/// An operation whose page documents the `If-Match` header.
pub trait TakesIfMatch: Operation {}

/// An operation whose page documents the `Prefer` header.
pub trait TakesPrefer: Operation {}

/// A deployment of the service, as pages name them; [`Cloud`](crate::Cloud) has their addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Deployment {
    /// The worldwide one.
    Global,
    /// For the US government, level 4.
    UsL4,
    /// For the US government, level 5 (Department of Defense).
    UsL5,
    /// In China, operated by 21Vianet.
    China,
}

impl Deployment {
    /// The name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::UsL4 => "US Government L4",
            Self::UsL5 => "US Government L5",
            Self::China => "China",
        }
    }
}
