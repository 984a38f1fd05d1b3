//! Conversions on demand, to and from the standard library's types and, behind features, those of other crates.
//!
//! What other types cannot hold is lost on the way: the number of digits and their trailing zeros, `Z` against `+00:00`,
//! a missing zone (taken as UTC), the units a duration was written in. What they cannot hold at all is an error.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod parts;
mod standard;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

use super::{ParseError, Textual};

/// The error of a foreign value that `T` does not hold.
fn foreign<T: Textual>(value: &impl std::fmt::Debug) -> ParseError {
    ParseError::new(T::KIND, &format!("{value:?}"), T::EXPECTED)
}
