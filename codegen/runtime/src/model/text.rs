//! Scalars that JSON writes as strings.

use std::fmt::{self, Display, Write};

use crate::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Json, TimeOfDay};

use super::{Item, Scalar, Taken, View};

/// These refuse what they would not print as it came.
macro_rules! textual {
    ($($ty:ty)*) => {$(
        impl Item for $ty {
            #[inline]
            fn take(scalar: Scalar<'_>) -> Taken<Self> {
                match scalar {
                    Scalar::Text(text) => text.parse().map_or(Taken::Not, Taken::Exact),
                    _ => Taken::Not,
                }
            }
            #[inline]
            fn view(&self) -> View<'_> {
                View::Shown(self)
            }
        }
    )*};
}
textual!(Binary Date DateTimeOffset Duration Guid TimeOfDay);

impl Item for Decimal {
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        Self::from_json(&scalar.to_json()).map_or(Taken::Not, Taken::Exact)
    }

    fn view(&self) -> View<'_> {
        match self.to_json() {
            Json::Number(number) => Scalar::of_number(&number).map_or(View::Shown(self), View::Scalar),
            _ => View::Shown(self),
        }
    }
}

/// A value that was made of this text.
pub(crate) fn taken<T: Display>(value: T, text: &str) -> Taken<T> {
    if shows_as(&value, text) { Taken::Exact(value) } else { Taken::Loose(value) }
}

/// Whether a value is shown as this text; allocates nothing.
pub(crate) fn shows_as(value: &dyn Display, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// What has not been seen yet.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
        Ok(())
    }
}
