//! The scalar values (`Edm.` types) that Rust's own types do not hold exactly: each gives back the text it was read from.
//!
//! A text is accepted only if the value prints it again byte for byte: lower-case `t` and `z`, a leap second, more than
//! nine fraction digits or a GUID of mixed case are refused, and whoever reads them keeps the original instead.

mod binary;
mod convert;
mod date;
mod date_time_offset;
mod decimal;
mod duration;
mod error;
mod guid;
mod text;
mod time_of_day;
mod zone;

pub use self::binary::Binary;
pub use self::date::Date;
pub use self::date_time_offset::DateTimeOffset;
pub use self::decimal::Decimal;
pub use self::duration::Duration;
pub use self::error::ParseError;
pub use self::guid::Guid;
pub use self::time_of_day::TimeOfDay;
pub use self::zone::Zone;

use std::fmt;
use std::marker::PhantomData;

/// A value that is one text; what [`textual!`] builds the common traits from.
pub(crate) trait Textual: Sized {
    /// The name of the type, for messages.
    const KIND: &'static str;
    /// The form of text that is accepted, for messages.
    const EXPECTED: &'static str;

    /// The value of a text, or `None` if the value would not print it back.
    fn read(text: &str) -> Option<Self>;

    /// Lends the text of this value, without allocating where the text is short.
    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R;

    /// The error that says that this value does not fit somewhere else.
    fn misfit(&self, expected: &'static str) -> ParseError {
        self.with_text(|text| ParseError::new(Self::KIND, text, expected))
    }
}

/// The value of a text, or the error that names what was expected.
fn parse<T: Textual>(text: &str) -> Result<T, ParseError> {
    T::read(text).ok_or_else(|| ParseError::new(T::KIND, text, T::EXPECTED))
}

/// Reads a [`Textual`] from a string of any serde format.
struct TextVisitor<T>(PhantomData<T>);

impl<T: Textual> serde::de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        parse(text).map_err(E::custom)
    }
}

/// `FromStr`, `TryFrom<&str>`, `Display` and `Debug` of a [`Textual`].
macro_rules! textual {
    ($name:ty) => {
        impl ::std::str::FromStr for $name {
            type Err = $crate::scalar::ParseError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::scalar::parse(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::scalar::ParseError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                $crate::scalar::parse(text)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::scalar::Textual::with_text(self, |text| f.pad(text))
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self, f)
            }
        }
    };
}

/// What [`textual!`] gives, and `Serialize` and `Deserialize` as a string.
macro_rules! textual_with_serde {
    ($name:ty) => {
        $crate::scalar::textual!($name);

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::scalar::Textual::with_text(self, |text| serializer.serialize_str(text))
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::scalar::TextVisitor(::std::marker::PhantomData))
            }
        }
    };
}

use {textual, textual_with_serde};

#[cfg(test)]
mod tests;
