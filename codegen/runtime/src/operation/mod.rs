//! Documented updates as values: what a page says of one, and a request ready to be sent; knows no transport.

mod header;
mod invalid;
mod path;
mod request;

use serde::de::DeserializeOwned;

pub use self::header::{ETag, Prefer};
pub use self::invalid::Invalid;
pub use self::path::PathValue;
pub use self::request::Request;

pub(crate) use self::request::Draft;

use crate::Patch;

/// A documented update; implemented by the markers in generated crates.
pub trait Operation: 'static {
    /// The object that the service answers with, if it answers with one.
    type Answer: DeserializeOwned + Send + 'static;
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
    /// The documented status codes of success.
    pub statuses: &'static [u16],
}

/// The permissions of an operation by kind, from least to most privileged; one of a list is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permissions {
    /// Delegated, with a work or school account.
    pub delegated_work: &'static [&'static str],
    /// Delegated, with a personal Microsoft account.
    pub delegated_personal: &'static [&'static str],
    /// Application.
    pub application: &'static [&'static str],
    /// Of a kind that the page does not name.
    pub unspecified: &'static [&'static str],
}

/// An operation whose page documents the `If-Match` header.
pub trait TakesIfMatch: Operation {}

/// An operation whose page documents the `Prefer` header.
pub trait TakesPrefer: Operation {}
