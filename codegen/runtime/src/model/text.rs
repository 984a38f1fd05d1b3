//! Scalars that JSON writes as strings, which they have to make first.

use crate::scalar::Textual;
use crate::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Json, TimeOfDay};

use super::{Item, Scalar, Shown, Taken, Value, View};

impl<T: Textual> Shown for T {
    #[inline]
    fn lend(&self, to: &mut dyn FnMut(&str)) {
        self.with_text(to);
    }
}

/// These refuse what they would not print as it came.
macro_rules! textual {
    ($($ty:ty)*) => {$(
        impl Item for $ty {}

        impl Value for $ty {
            #[inline]
            fn take(scalar: Scalar<'_>) -> Taken<Self> {
                match scalar {
                    Scalar::Text(text) => Self::read(text).map_or(Taken::Not, Taken::Exact),
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

impl Item for Decimal {}

impl Value for Decimal {
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

/// The string of a value.
pub(crate) fn text_of(shown: &dyn Shown) -> String {
    let mut text = String::new();
    shown.lend(&mut |it| it.clone_into(&mut text));
    text
}
