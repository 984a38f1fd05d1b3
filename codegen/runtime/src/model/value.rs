//! Reads a value of any kind into a field, or says what did not fit there.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::Json;

use super::read::Target;
use super::{Entry, Fit, Given, Kind, Node, Place, Scalar, write};

/// What of a value did not go into its field.
pub(super) enum Rest {
    /// Nothing.
    Nothing,
    /// The field is set, but would be written in another way than this.
    Also(Json),
    /// It contradicts the type; the field is to be empty.
    Instead(Json),
}

/// Reads a value that has been read before; such a value always has good syntax.
pub(super) fn reread(node: &mut dyn Node, place: Place, value: Json) -> Rest {
    let mut rest = Rest::Nothing;
    match (Seed { node, place, rest: &mut rest }).deserialize(value) {
        Ok(()) | Err(_) => rest,
    }
}

/// Reads anything into a field, or into a list as its next item.
pub(super) struct Seed<'a> {
    pub(super) node: &'a mut dyn Node,
    pub(super) place: Place,
    /// Set unless the value went into the field and is written as it came.
    pub(super) rest: &'a mut Rest,
}

impl Seed<'_> {
    #[inline]
    fn scalar(self, scalar: Scalar<'_>) {
        match self.node.accept(self.place, scalar) {
            Fit::Exact => {}
            Fit::Loose => *self.rest = Rest::Also(scalar.to_json()),
            Fit::Not => *self.rest = Rest::Instead(scalar.to_json()),
        }
    }

    /// Numbers come as objects if someone turned `serde_json`'s `arbitrary_precision` on.
    fn number_or(self, json: Json) {
        let scalar = match &json {
            Json::Number(number) => Scalar::of_number(number),
            _ => None,
        };
        match scalar.map_or(Fit::Not, |scalar| self.node.accept(self.place, scalar)) {
            Fit::Exact => {}
            Fit::Loose => *self.rest = Rest::Also(json),
            Fit::Not => *self.rest = Rest::Instead(json),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(value));
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Scalar::Int(value));
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.scalar(i64::try_from(value).map_or(Scalar::Uint(value), Scalar::Int));
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Scalar::Double(value));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(text));
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        *self.rest = Rest::Instead(Json::Null);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.deserialize(from)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.node.put(self.place, Given::Empty(Kind::Object)) {
            Entry::Object(object) => return Target::Object(object).read(map),
            Entry::Choice(choosing) => return Target::Choice(choosing).read(map),
            Entry::Json(json) => *json = Json::deserialize(MapAccessDeserializer::new(map))?,
            Entry::List(_) | Entry::Fit(_) | Entry::No => {
                self.number_or(Json::deserialize(MapAccessDeserializer::new(map))?);
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        match self.node.put(self.place, Given::Empty(Kind::List)) {
            Entry::List(items) => return list(items, self.rest, seq),
            Entry::Json(json) => *json = Json::deserialize(SeqAccessDeserializer::new(seq))?,
            Entry::Object(_) | Entry::Choice(_) | Entry::Fit(_) | Entry::No => {
                *self.rest = Rest::Instead(Json::deserialize(SeqAccessDeserializer::new(seq))?);
            }
        }
        Ok(())
    }
}

/// Reads items; from the first that is not written as it came, all are kept as they came too.
fn list<'de, A: SeqAccess<'de>>(items: &mut dyn Node, rest: &mut Rest, mut seq: A) -> Result<(), A::Error> {
    let mut exact = 0;
    while seq.next_element_seed(Seed { node: items, place: Place::Next, rest })?.is_some() {
        if !matches!(rest, Rest::Nothing) {
            return odd_list(items, rest, exact, seq);
        }
        exact += 1;
    }
    Ok(())
}

#[inline(never)]
fn odd_list<'de, A: SeqAccess<'de>>(
    items: &mut dyn Node,
    rest: &mut Rest,
    exact: usize,
    mut seq: A,
) -> Result<(), A::Error> {
    let mut kept = write::first_items(items, exact);
    loop {
        match std::mem::replace(rest, Rest::Nothing) {
            Rest::Nothing => {}
            Rest::Also(json) => kept.push(json),
            Rest::Instead(json) => {
                kept.push(json);
                while let Some(json) = seq.next_element()? {
                    kept.push(json);
                }
                *rest = Rest::Instead(Json::Array(kept));
                return Ok(());
            }
        }
        let Some(json) = seq.next_element::<Json>()? else {
            *rest = Rest::Also(Json::Array(kept));
            return Ok(());
        };
        *rest = match reread(items, Place::Next, json.clone()) {
            Rest::Nothing => Rest::Also(json),
            rest => rest,
        };
    }
}
