//! The primitive types as they stand in JSON.

use crate::Json;

use super::{Entry, Item, Kind, Scalar, Taken, Value, View};

impl Item for bool {}

impl Value for bool {
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        match scalar {
            Scalar::Bool(value) => Taken::Exact(value),
            _ => Taken::Not,
        }
    }
    #[inline]
    fn view(&self) -> View<'_> {
        View::Scalar(Scalar::Bool(*self))
    }
}

impl Item for String {}

impl Value for String {
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        match scalar {
            Scalar::Text(text) => Taken::Exact(text.to_owned()),
            _ => Taken::Not,
        }
    }
    #[inline]
    fn view(&self) -> View<'_> {
        View::Scalar(Scalar::Text(self))
    }
}

/// Numbers without fraction are also taken from a string, as the format with `IEEE754Compatible=true` sends them.
macro_rules! integer {
    ($($integer:ty)*) => {$(
        impl Item for $integer {}

        impl Value for $integer {
            #[inline]
            fn take(scalar: Scalar<'_>) -> Taken<Self> {
                match scalar {
                    Scalar::Int(value) => Self::try_from(value).map_or(Taken::Not, Taken::Exact),
                    Scalar::Text(text) => text.parse().map_or(Taken::Not, Taken::Loose),
                    Scalar::Null | Scalar::Bool(_) | Scalar::Uint(_) | Scalar::Double(_) => Taken::Not,
                }
            }
            #[inline]
            fn view(&self) -> View<'_> {
                View::Scalar(Scalar::Int(i64::from(*self)))
            }
        }
    )*};
}
integer!(u8 i8 i16 i32 i64);

impl Item for f64 {}

impl Value for f64 {
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        double(scalar)
    }
    #[inline]
    fn view(&self) -> View<'_> {
        View::Scalar(double_scalar(*self))
    }
}

impl Item for f32 {}

impl Value for f32 {
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        let (wide, exact) = match double(scalar) {
            Taken::Exact(wide) => (wide, true),
            Taken::Loose(wide) => (wide, false),
            Taken::Not => return Taken::Not,
        };
        #[allow(clippy::cast_possible_truncation, reason = "what is lost is found out just below")]
        let value = wide as Self;
        if exact && (wide.is_nan() || shortest(value).to_bits() == wide.to_bits()) {
            Taken::Exact(value)
        } else {
            Taken::Loose(value)
        }
    }

    fn view(&self) -> View<'_> {
        View::Scalar(double_scalar(shortest(*self)))
    }
}

/// The number that has the digits a person would write for a single: 0.1, not 0.10000000149011612.
pub(super) fn shortest(value: f32) -> f64 {
    value.to_string().parse().unwrap_or_else(|_| f64::from(value))
}

/// A double of a number, or of one of the three words that JSON has no number for.
fn double(scalar: Scalar<'_>) -> Taken<f64> {
    #[allow(clippy::cast_precision_loss, reason = "the original is kept beside it")]
    match scalar {
        Scalar::Double(value) => Taken::Exact(value),
        Scalar::Int(value) => Taken::Loose(value as f64),
        Scalar::Uint(value) => Taken::Loose(value as f64),
        Scalar::Text("NaN") => Taken::Exact(f64::NAN),
        Scalar::Text("INF") => Taken::Exact(f64::INFINITY),
        Scalar::Text("-INF") => Taken::Exact(f64::NEG_INFINITY),
        Scalar::Null | Scalar::Bool(_) | Scalar::Text(_) => Taken::Not,
    }
}

/// The other way round.
pub(super) fn double_scalar(value: f64) -> Scalar<'static> {
    if value.is_finite() {
        Scalar::Double(value)
    } else if value.is_nan() {
        Scalar::Text("NaN")
    } else if value > 0.0 {
        Scalar::Text("INF")
    } else {
        Scalar::Text("-INF")
    }
}

impl Item for Json {}

impl Value for Json {
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        match scalar {
            Scalar::Null => Taken::Not,
            scalar => Taken::Exact(scalar.to_json()),
        }
    }
    fn blank(_: Kind) -> Option<Self> {
        Some(Self::Null)
    }
    #[inline]
    fn enter(&mut self) -> Entry<'_> {
        Entry::Json(self)
    }
    #[inline]
    fn view(&self) -> View<'_> {
        View::Json(self)
    }
}

impl Scalar<'_> {
    /// The number in a JSON value.
    pub(crate) fn of_number(number: &serde_json::Number) -> Option<Self> {
        let whole = number.as_i64().map(Self::Int).or_else(|| number.as_u64().map(Self::Uint));
        whole.or_else(|| number.as_f64().map(Self::Double))
    }

    /// The same as a JSON value of its own.
    pub(crate) fn to_json(self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Bool(value) => value.into(),
            Self::Int(value) => value.into(),
            Self::Uint(value) => value.into(),
            Self::Double(value) => value.into(),
            Self::Text(text) => text.into(),
        }
    }
}
