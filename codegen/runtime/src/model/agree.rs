//! Tells whether a field still says what it was read from, so that it can be written as it came.

use serde_json::Number;

use crate::Json;

use super::object::items;
use super::primitive::{double_scalar, shortest};
use super::text::text_of;
use super::write::to_json;
use super::{Scalar, View};

/// Whether this value could have been read from this.
pub(super) fn agrees(view: View<'_>, kept: &Json) -> bool {
    match (view, kept) {
        (View::Scalar(scalar), Json::Number(number)) => number_agrees(scalar, number),
        (View::Scalar(Scalar::Int(value)), Json::String(text)) => text.parse() == Ok(value),
        (View::Flags(flags), Json::String(text)) => {
            let flags = text_of(flags);
            flags.split(',').filter(|flag| !flag.is_empty()).eq(members(text))
        }
        (View::List(list), Json::Array(kept)) => {
            items(list).count() == kept.len() && items(list).zip(kept).all(|(item, kept)| agrees(item, kept))
        }
        (view, kept) => to_json(view) == *kept,
    }
}

/// What is kept of a double came without fraction, and what is kept of a single may have had more digits.
fn number_agrees(scalar: Scalar<'_>, number: &Number) -> bool {
    let Some(wide) = number.as_f64() else { return false };
    #[allow(clippy::cast_possible_truncation, reason = "as when it was read")]
    let narrow = shortest(wide as f32);
    Scalar::of_number(number) == Some(scalar) || double_scalar(wide) == scalar || double_scalar(narrow) == scalar
}

/// The flags in a list.
pub(super) fn members(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|member| !member.is_empty())
}
