//! An object as a page shows it: no part of an API, but a test of the crates that are made of one.

use super::TypeName;
use crate::span::Origin;

/// An object of a documented type, or an answer with a list of them in `value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its type, a key of [`super::Api::types`].
    pub ty: TypeName,
    /// Strict JSON in the order of the page.
    pub json: String,
    /// Where it begins.
    pub origin: Origin,
}
