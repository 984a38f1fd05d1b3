//! Reads any format into models, streaming, and without one line of code for a single type.
//!
//! Nothing but broken syntax can fail: what contradicts its documented type is kept in [`Extra`](super::Extra).

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::Json;

use super::key::{Key, KeySeed, TYPE};
use super::value::{Rest, Seed, reread};
use super::{Choosing, Entry, Item, Object, Place, Scalar, write};

/// Reads a model or a choice.
#[inline]
pub fn model<'de, T: Item + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let mut model = T::default();
    match entry(model.enter(), from) {
        Ok(()) => Ok(model),
        Err(error) => Err(error),
    }
}

/// Reads the inside of a model or of a choice.
fn entry<'de, D: Deserializer<'de>>(entry: Entry<'_>, from: D) -> Result<(), D::Error> {
    match entry {
        Entry::Object(object) => from.deserialize_map(Whole(Target::Object(object))),
        Entry::Choice(choosing) => from.deserialize_map(Whole(Target::Choice(choosing))),
        Entry::List(_) | Entry::Json(_) | Entry::Fit(_) | Entry::No => Err(D::Error::custom("no model")),
    }
}

/// Reads a model or a choice of JSON; compiled here, once for all types.
///
/// # Errors
/// If the text is no JSON object.
pub fn slice<T: Item + Default>(json: &[u8]) -> serde_json::Result<T> {
    let mut value = T::default();
    entry_of_slice(value.enter(), json).map(|()| value)
}

fn entry_of_slice(into: Entry<'_>, json: &[u8]) -> serde_json::Result<()> {
    let mut from = serde_json::Deserializer::from_slice(json);
    entry(into, &mut from)?;
    from.end()
}

/// Reads a value that is no model; that it fits is up to the data here.
pub fn item<'de, T: Item, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let mut slot = None::<T>;
    let mut rest = Rest::Nothing;
    Seed { node: &mut slot, place: Place::Field, rest: &mut rest }.deserialize(from)?;
    match rest {
        Rest::Instead(json) => Err(D::Error::custom(format_args!("{json} does not fit"))),
        Rest::Nothing | Rest::Also(_) => slot.ok_or_else(|| D::Error::custom("no value")),
    }
}

/// Puts one member into an object, as if it had been read there.
fn fill(object: &mut dyn Object, name: Cow<'static, str>, value: Json) {
    let shape = object.shape();
    let Some(index) = shape.find(&name, 0) else {
        object.extra_mut().push_stranger(shape, name, value);
        return;
    };
    // A member whose type is behind a feature that is off has a name and no field.
    let Some(node) = object.node_mut(index) else {
        object.extra_mut().push(name, value);
        return;
    };
    let rest = reread(node, Place::Field, value);
    keep(object, index, rest, usize::MAX);
}

/// What the members of an object are read into.
pub(super) enum Target<'a> {
    Object(&'a mut dyn Object),
    Choice(&'a mut dyn Choosing),
}

impl Target<'_> {
    fn object(&mut self) -> &mut dyn Object {
        match self {
            Self::Object(object) => *object,
            Self::Choice(choosing) => choosing.object_mut(),
        }
    }

    pub(super) fn read<'de, A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut progress = Progress::default();
        while let Some(discriminator) = members(self.object(), &mut progress, &mut map)? {
            if let (Self::Choice(choosing), Some(name)) = (&mut self, discriminator.as_str()) {
                turn(*choosing, &mut progress, name.strip_prefix('#').unwrap_or(name));
            }
            let object = self.object();
            let shape = object.shape();
            object.extra_mut().push_stranger(shape, Cow::Borrowed(TYPE), discriminator);
        }
        if progress.others > 1 {
            self.object().extra_mut().settle();
        }
        Ok(())
    }
}

/// What has been read of an object.
#[derive(Default)]
struct Progress {
    /// The member that is likely to come next.
    next: usize,
    /// No member from this one on has come yet.
    seen: usize,
    /// How many names have come that are no fields.
    others: usize,
}

/// Reads members until the end, or until the member that names the type.
fn members<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    progress: &mut Progress,
    map: &mut A,
) -> Result<Option<Json>, A::Error> {
    let shape = object.shape();
    let mut other = String::new();
    let mut rest = Rest::Nothing;
    while let Some(key) = map.next_key_seed(KeySeed { shape, next: progress.next, other: &mut other })? {
        let Key::Member(index) = key else {
            progress.others += 1;
            if key == Key::Type {
                return map.next_value().map(Some);
            }
            let value = map.next_value()?;
            object.extra_mut().push_stranger(shape, Cow::Owned(std::mem::take(&mut other)), value);
            continue;
        };
        let Some(node) = object.node_mut(index) else {
            progress.others += 1;
            object.extra_mut().push(Cow::Borrowed(shape.members[index]), map.next_value()?);
            continue;
        };
        map.next_value_seed(Seed { node, place: Place::Field, rest: &mut rest })?;
        if index < progress.seen || !matches!(rest, Rest::Nothing) {
            keep(object, index, std::mem::replace(&mut rest, Rest::Nothing), progress.seen);
        }
        progress.next = index + 1;
        progress.seen = progress.seen.max(progress.next);
    }
    Ok(None)
}

/// Puts what a field did not take into the object's extra, and what an earlier member of the same name left there away.
fn keep(object: &mut dyn Object, index: usize, rest: Rest, seen: usize) {
    let shape = object.shape();
    let Some(name) = shape.members.get(index).copied() else { return };
    if index < seen {
        object.extra_mut().forget(shape, index);
    }
    match rest {
        Rest::Nothing => {}
        Rest::Also(json) => object.extra_mut().spell(name, json),
        Rest::Instead(json) => {
            if let Some(node) = object.node_mut(index) {
                node.accept(Place::Field, Scalar::Null);
            }
            match json {
                Json::Null => object.extra_mut().push_null(shape, index),
                json => object.extra_mut().push(Cow::Borrowed(name), json),
            }
        }
    }
}

/// Makes the named type of what has been read as another one.
fn turn(choosing: &mut dyn Choosing, progress: &mut Progress, name: &str) {
    if choosing.object().shape().name == name {
        return;
    }
    let read = write::take_apart(choosing.object_mut());
    choosing.turn(name);
    *progress = Progress { next: 0, seen: if read.is_empty() { 0 } else { usize::MAX }, others: progress.others };
    for (name, value) in read {
        fill(choosing.object_mut(), name, value);
    }
}

/// Reads an object, and nothing else.
struct Whole<'a>(Target<'a>);

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shape = match &self.0 {
            Target::Object(object) => object.shape(),
            Target::Choice(choosing) => choosing.object().shape(),
        };
        write!(f, "an object, {}", shape.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.read(map)
    }
}
