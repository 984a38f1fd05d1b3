//! Reads any format into models, streaming, and without one line of code for a single type.
//!
//! Nothing but broken syntax can fail: what contradicts its documented type is kept in [`Extra`](super::Extra).

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::Json;

use super::{Choosing, Entry, Fit, Item, Kind, Node, Object, Scalar, Shape, write};

const TYPE: &str = "@odata.type";

/// Reads an object of a known type.
pub fn object<'de, D: Deserializer<'de>>(object: &mut dyn Object, from: D) -> Result<(), D::Error> {
    from.deserialize_map(Whole(Target::Object(object)))
}

/// Reads an object of one of several types.
pub fn choice<'de, D: Deserializer<'de>>(choosing: &mut dyn Choosing, from: D) -> Result<(), D::Error> {
    from.deserialize_map(Whole(Target::Choice(choosing)))
}

/// Reads a value that is no model; that it fits is up to the data here.
pub fn item<'de, T: Item, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let mut slot = None::<T>;
    match (Seed(&mut slot)).deserialize(from)? {
        Rest::Instead(json) => Err(D::Error::custom(format_args!("{json} does not fit"))),
        Rest::Nothing | Rest::Also(_) => slot.ok_or_else(|| D::Error::custom("no value")),
    }
}

/// Puts one member into an object, as if it had been read there.
fn fill(object: &mut dyn Object, name: Cow<'static, str>, value: Json) {
    let Some(index) = object.shape().find(&name, 0) else {
        object.extra_mut().push(name, value);
        return;
    };
    let Some(node) = object.node_mut(index) else { return };
    let rest = reread(node, value);
    keep(object, index, rest, usize::MAX);
}

/// Reads a value that has been read before; such a value always has good syntax.
pub(crate) fn reread(node: &mut dyn Node, value: Json) -> Rest {
    Seed(node).deserialize(value).unwrap_or(Rest::Nothing)
}

/// What of a value did not go into its field.
pub(crate) enum Rest {
    /// Nothing.
    Nothing,
    /// The field is set, but would be written in another way than this.
    Also(Json),
    /// It contradicts the type; the field is to be empty.
    Instead(Json),
}

/// What the members of an object are read into.
enum Target<'a> {
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

    fn read<'de, A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut progress = Progress::default();
        while let Some(discriminator) = members(self.object(), &mut progress, &mut map)? {
            if let (Self::Choice(choosing), Some(name)) = (&mut self, discriminator.as_str()) {
                turn(*choosing, &mut progress, name.strip_prefix('#').unwrap_or(name));
            }
            self.object().extra_mut().push(Cow::Borrowed(TYPE), discriminator);
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
    /// How many names have come that are no members.
    others: usize,
}

/// Reads members until the end, or until the member that names the type.
fn members<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    progress: &mut Progress,
    map: &mut A,
) -> Result<Option<Json>, A::Error> {
    let shape = object.shape();
    while let Some(key) = map.next_key_seed(KeySeed { shape, next: progress.next })? {
        let Key::Member(index) = key else {
            progress.others += 1;
            match key {
                Key::Other(name) => object.extra_mut().push(Cow::Owned(name), map.next_value()?),
                Key::Member(_) | Key::Type => return map.next_value().map(Some),
            }
            continue;
        };
        let Some(node) = object.node_mut(index) else {
            object.extra_mut().push(Cow::Borrowed(shape.members[index]), map.next_value()?);
            continue;
        };
        let rest = map.next_value_seed(Seed(node))?;
        if index < progress.seen || !matches!(rest, Rest::Nothing) {
            keep(object, index, rest, progress.seen);
        }
        progress.next = index + 1;
        progress.seen = progress.seen.max(progress.next);
    }
    Ok(None)
}

/// Puts what a field did not take into the object's extra, and what an earlier member of the same name left there away.
fn keep(object: &mut dyn Object, index: usize, rest: Rest, seen: usize) {
    let Some(name) = object.shape().members.get(index).copied() else { return };
    if index < seen {
        object.extra_mut().remove(name);
    }
    match rest {
        Rest::Nothing => {}
        Rest::Also(json) => object.extra_mut().push(Cow::Borrowed(name), json),
        Rest::Instead(json) => {
            if let Some(node) = object.node_mut(index) {
                node.clear();
            }
            object.extra_mut().push(Cow::Borrowed(name), json);
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

enum Key {
    Member(usize),
    Type,
    Other(String),
}

struct KeySeed {
    shape: &'static Shape,
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(self.key(name))
    }
}

impl KeySeed {
    fn key(&self, name: &str) -> Key {
        if name.starts_with('@') {
            return if name == TYPE { Key::Type } else { Key::Other(name.to_owned()) };
        }
        self.shape.find(name, self.next).map_or_else(|| Key::Other(name.to_owned()), Key::Member)
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

/// Reads anything into a field.
struct Seed<'a>(&'a mut dyn Node);

impl Seed<'_> {
    #[inline]
    fn scalar(self, scalar: Scalar<'_>) -> Rest {
        match self.0.accept(scalar) {
            Fit::Exact => Rest::Nothing,
            Fit::Loose => Rest::Also(scalar.to_json()),
            Fit::Not => Rest::Instead(scalar.to_json()),
        }
    }

    /// Numbers come as objects if someone turned `serde_json`'s `arbitrary_precision` on.
    fn number_or(self, json: Json) -> Rest {
        let scalar = match &json {
            Json::Number(number) => Scalar::of_number(number),
            _ => None,
        };
        match scalar.map_or(Fit::Not, |scalar| self.0.accept(scalar)) {
            Fit::Exact => Rest::Nothing,
            Fit::Loose => Rest::Also(json),
            Fit::Not => Rest::Instead(json),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Rest;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Rest, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Rest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Rest, E> {
        Ok(self.scalar(Scalar::Bool(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Rest, E> {
        Ok(self.scalar(Scalar::Int(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Rest, E> {
        Ok(self.scalar(i64::try_from(value).map_or(Scalar::Uint(value), Scalar::Int)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Rest, E> {
        Ok(self.scalar(Scalar::Double(value)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Rest, E> {
        Ok(self.scalar(Scalar::Text(text)))
    }

    fn visit_unit<E: Error>(self) -> Result<Rest, E> {
        Ok(Rest::Instead(Json::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Rest, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Rest, D::Error> {
        self.deserialize(from)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Rest, A::Error> {
        match self.0.enter(Kind::Object) {
            Entry::Object(object) => Target::Object(object).read(map)?,
            Entry::Choice(choosing) => Target::Choice(choosing).read(map)?,
            Entry::Json(json) => *json = Json::deserialize(MapAccessDeserializer::new(map))?,
            Entry::List(_) | Entry::No => {
                return Ok(self.number_or(Json::deserialize(MapAccessDeserializer::new(map))?));
            }
        }
        Ok(Rest::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Rest, A::Error> {
        match self.0.enter(Kind::List) {
            Entry::List(items) => return list(items, seq),
            Entry::Json(json) => *json = Json::deserialize(SeqAccessDeserializer::new(seq))?,
            Entry::Object(_) | Entry::Choice(_) | Entry::No => {
                return Json::deserialize(SeqAccessDeserializer::new(seq)).map(Rest::Instead);
            }
        }
        Ok(Rest::Nothing)
    }
}

/// Reads items; from the first that is not written as it came, all are kept as they came too.
fn list<'de, A: SeqAccess<'de>>(items: &mut dyn Node, mut seq: A) -> Result<Rest, A::Error> {
    let mut exact = 0;
    loop {
        match seq.next_element_seed(Seed(items))? {
            None => return Ok(Rest::Nothing),
            Some(Rest::Nothing) => exact += 1,
            Some(rest) => return odd_list(items, rest, exact, seq),
        }
    }
}

fn odd_list<'de, A: SeqAccess<'de>>(
    items: &mut dyn Node,
    mut rest: Rest,
    exact: usize,
    mut seq: A,
) -> Result<Rest, A::Error> {
    let mut kept = write::first_items(items.view(), exact);
    loop {
        match rest {
            Rest::Nothing => {}
            Rest::Also(json) => kept.push(json),
            Rest::Instead(json) => {
                kept.push(json);
                while let Some(json) = seq.next_element()? {
                    kept.push(json);
                }
                return Ok(Rest::Instead(Json::Array(kept)));
            }
        }
        let Some(json) = seq.next_element::<Json>()? else { return Ok(Rest::Also(Json::Array(kept))) };
        rest = match reread(items, json.clone()) {
            Rest::Nothing => Rest::Also(json),
            rest => rest,
        };
    }
}
