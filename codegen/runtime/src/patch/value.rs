//! What a setter takes, for each type of a property.

use crate::model::{items, named, text_of, to_json};
use crate::{Enum, Flags, Item, Json, Object, Value, View};

/// What may be given where a property of type `T` is set: a `T`, an `Option<T>` whose `None` is sent as null, and what stands for a `T`.
///
/// Exactly one optional type is taken for each `T`, so that a plain `None` is understood.
pub trait IntoPatch<T> {
    /// The value to send.
    fn into_patch(self) -> PatchValue;
}

/// A value to send.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchValue {
    pub(crate) json: Json,
    pub(crate) unsendable: bool,
}

impl PatchValue {
    /// The JSON.
    #[must_use]
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Any value of a model.
    pub(crate) fn of(view: View<'_>) -> Self {
        Self { json: to_json(view), unsendable: is_unsendable(view) }
    }

    fn null() -> Self {
        Self { json: Json::Null, unsendable: false }
    }
}

impl From<Json> for PatchValue {
    fn from(json: Json) -> Self {
        Self { json, unsendable: false }
    }
}

/// Services answer with this member where they mean one that the client is too old for; they do not take it.
pub(super) const UNSENDABLE: &str = "unknownFutureValue";

/// Whether an enum in a value has the member that must not be sent.
fn is_unsendable(view: View<'_>) -> bool {
    match view {
        View::Enum(text) => text == UNSENDABLE,
        View::Flags(shown) => text_of(shown).split(',').any(|text| text == UNSENDABLE),
        View::Object(object) | View::Choice(object) => has_unsendable(object),
        View::List(list) => items(list).any(is_unsendable),
        View::Json(json) => says_unsendable(json),
        View::Absent | View::Scalar(_) | View::Shown(_) => false,
    }
}

fn says_unsendable(json: &Json) -> bool {
    match json {
        Json::String(text) => text == UNSENDABLE,
        Json::Array(items) => items.iter().any(says_unsendable),
        Json::Object(members) => members.values().any(says_unsendable),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

fn has_unsendable(object: &dyn Object) -> bool {
    named(object).any(|(_, node)| is_unsendable(node.value()))
}

impl<T: Item> IntoPatch<T> for T {
    #[inline]
    fn into_patch(self) -> PatchValue {
        present(self)
    }
}

impl<T: Item> IntoPatch<T> for &T {
    #[inline]
    fn into_patch(self) -> PatchValue {
        PatchValue::of(self.view())
    }
}

impl<T, V: IntoPatch<T>> IntoPatch<Vec<T>> for Vec<V> {
    fn into_patch(self) -> PatchValue {
        collect(self.into_iter().map(V::into_patch))
    }
}

impl<T, V: IntoPatch<T>, const N: usize> IntoPatch<Vec<T>> for [V; N] {
    fn into_patch(self) -> PatchValue {
        collect(self.into_iter().map(V::into_patch))
    }
}

impl<T: Item> IntoPatch<Vec<T>> for &[T] {
    fn into_patch(self) -> PatchValue {
        collect(self.iter().map(IntoPatch::into_patch))
    }
}

impl<T: Item> IntoPatch<Vec<T>> for &Vec<T> {
    fn into_patch(self) -> PatchValue {
        self.as_slice().into_patch()
    }
}

// Inlined, so that a plain `None` becomes null at once, and brings no code of a model into the program: with a function of
// a model come the unwinding tables of its whole crate.
impl<T: Value> IntoPatch<T> for Option<T> {
    #[inline]
    fn into_patch(self) -> PatchValue {
        match self {
            Some(value) => present(value),
            None => PatchValue::null(),
        }
    }
}

/// A value that is given away: written once for each type, so that a setter is small enough to be inlined.
#[inline(never)]
#[allow(clippy::needless_pass_by_value, reason = "what drops it is code of the model too")]
fn present<T: Value>(value: T) -> PatchValue {
    PatchValue::of(value.view())
}

impl<T: Item> IntoPatch<T> for Box<T> {
    fn into_patch(self) -> PatchValue {
        PatchValue::of(T::view(&self))
    }
}

impl IntoPatch<String> for &str {
    fn into_patch(self) -> PatchValue {
        Json::from(self).into()
    }
}

impl IntoPatch<f64> for i32 {
    fn into_patch(self) -> PatchValue {
        Json::from(self).into()
    }
}

impl<E: Enum> IntoPatch<Flags<E>> for E {
    fn into_patch(self) -> PatchValue {
        PatchValue::of(self.view())
    }
}

impl<E: Enum, const N: usize> IntoPatch<Flags<E>> for [E; N] {
    fn into_patch(self) -> PatchValue {
        PatchValue::of(Flags::<E>::from(self).view())
    }
}

fn collect(values: impl Iterator<Item = PatchValue>) -> PatchValue {
    let mut unsendable = false;
    let json = values.map(|value| {
        unsendable |= value.unsendable;
        value.json
    });
    PatchValue { json: json.collect(), unsendable }
}
