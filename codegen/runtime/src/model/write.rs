//! Writes models to any format.

use std::borrow::Cow;

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::Json;

use super::agree::agrees;
use super::key::TYPE;
use super::nulls::Nulls;
use super::object::{ROW, items, named};
use super::{Extra, Form as _, Formed, Node, Object, Place, Scalar, Shape, Shown, Slot, View};

/// Writes a model or a choice as its kind is written.
#[inline]
pub fn formed<T: Formed, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    T::Form::write(value, to)
}

/// Writes a model whose type is known: what it holds is reached directly.
#[inline]
pub(super) fn model<M: Object, S: Serializer>(model: &M, to: S) -> Result<S::Ok, S::Error> {
    let (shape, extra) = model.about();
    if !extra.is_silent() {
        return object(model, None, to);
    }
    let mut map = to.serialize_map(None)?;
    fields(model, shape, None, &mut map)?;
    map.end()
}

/// Writes any value.
pub(super) fn view<S: Serializer>(view: View<'_>, to: S) -> Result<S::Ok, S::Error> {
    match view {
        View::Absent => to.serialize_unit(),
        View::Scalar(scalar) => match scalar {
            Scalar::Null => to.serialize_unit(),
            Scalar::Bool(value) => to.serialize_bool(value),
            Scalar::Int(value) => to.serialize_i64(value),
            Scalar::Uint(value) => to.serialize_u64(value),
            Scalar::Double(value) => to.serialize_f64(value),
            Scalar::Text(text) => to.serialize_str(text),
        },
        View::Enum(text) => to.serialize_str(text),
        View::Flags(shown) | View::Shown(shown) => lent(shown, to),
        View::Object(it) => object(it, None, to),
        View::Choice(it) => object(it, Some(it.shape().name), to),
        View::List(it) => list(it, to),
        View::Json(json) => json.serialize(to),
    }
}

fn lent<S: Serializer>(shown: &dyn Shown, to: S) -> Result<S::Ok, S::Error> {
    let mut to = Some(to);
    let mut written = None;
    shown.lend(&mut |text| written = to.take().map(|to| to.serialize_str(text)));
    written.unwrap_or_else(|| Err(S::Error::custom("a value without text")))
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        view(*self, to)
    }
}

/// An object: control information, then the members in documented order, then the rest; `discriminator` is the name of
/// its type, if that is to be written.
fn object<S: Serializer>(object: &dyn Object, discriminator: Option<&str>, to: S) -> Result<S::Ok, S::Error> {
    let (shape, extra) = object.about();
    let mut map = to.serialize_map(None)?;
    match (extra.beside_nulls_of(shape).find(|(name, _)| *name == TYPE), discriminator) {
        (Some((_, name)), _) => map.serialize_entry(TYPE, name)?,
        (None, Some(name)) => map.serialize_entry(TYPE, &Hashed(name))?,
        (None, None) => {}
    }
    for (name, value) in extra.beside_nulls_of(shape).filter(|(name, _)| name.starts_with('@') && *name != TYPE) {
        map.serialize_entry(name, value)?;
    }
    let nulls = extra.nulls_of(shape);
    if extra.is_foreign_to(shape) {
        fields(object, shape, nulls, &mut map)?;
        let mut others = extra.beside_nulls_of(shape).filter(|(name, _)| !name.starts_with('@'));
        others.try_for_each(|(name, value)| map.serialize_entry(name, value))?;
    } else {
        let kept = Kept::of(shape, extra);
        members(object, &kept.members, nulls, &mut map)?;
        kept.others.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
    }
    map.end()
}

/// The members of which nothing else is kept than that they came as null.
#[inline]
fn fields<O: Object + ?Sized, M: SerializeMap>(
    object: &O,
    shape: &Shape,
    nulls: Option<&Nulls>,
    map: &mut M,
) -> Result<(), M::Error> {
    for (row, names) in shape.members.chunks(ROW).enumerate() {
        let Some(slots) = object.slots(row) else { break };
        for (column, (name, slot)) in names.iter().zip(&slots).enumerate() {
            let view = match *slot {
                Slot::Text(Some(text)) => {
                    map.serialize_entry(name, text)?;
                    continue;
                }
                Slot::Text(None) => View::Absent,
                Slot::Node(node) => node.value(),
            };
            field(&Member { name, index: row * ROW + column, nulls }, view, map)?;
        }
    }
    Ok(())
}

/// The members of which more is kept: in ascending order, with their numbers.
///
/// A field that has a value beats an entry of its name; a spelling speaks for the value it came as and no other.
fn members<M: SerializeMap>(
    object: &dyn Object,
    kept: &[(usize, Source)],
    nulls: Option<&Nulls>,
    map: &mut M,
) -> Result<(), M::Error> {
    let mut kept = kept.iter().peekable();
    for (index, (name, node)) in named(object).enumerate() {
        let view = node.value();
        let mut json = None;
        while let Some((_, source)) = kept.next_if(|(member, _)| *member == index) {
            json = json.or_else(|| source.json(view));
        }
        match json {
            Some(json) => map.serialize_entry(name, json)?,
            None => field(&Member { name, index, nulls }, view, map)?,
        }
    }
    Ok(())
}

fn list<S: Serializer>(list: &dyn Node, to: S) -> Result<S::Ok, S::Error> {
    let mut to = to.serialize_seq(None)?;
    for item in items(list) {
        match item {
            View::Scalar(Scalar::Text(text)) | View::Enum(text) => to.serialize_element(text)?,
            item => to.serialize_element(&item)?,
        }
    }
    to.end()
}

/// A member, and which of all came as null.
struct Member<'a> {
    name: &'a str,
    index: usize,
    nulls: Option<&'a Nulls>,
}

/// Writes a field that has a value, or came as null; the usual types without asking twice what they are.
#[inline]
fn field<M: SerializeMap>(member: &Member<'_>, view: View<'_>, map: &mut M) -> Result<(), M::Error> {
    let name = member.name;
    if let View::Scalar(Scalar::Text(text)) | View::Enum(text) = view {
        return map.serialize_entry(name, text);
    }
    match view {
        View::Absent if member.nulls.is_some_and(|nulls| nulls.contains(member.index)) => {
            map.serialize_entry(name, &())
        }
        View::Absent => Ok(()),
        View::Scalar(Scalar::Bool(value)) => map.serialize_entry(name, &value),
        View::Scalar(Scalar::Int(value)) => map.serialize_entry(name, &value),
        view => map.serialize_entry(name, &view),
    }
}

/// `#microsoft.graph.user`
struct Hashed<'a>(&'a str);

impl Serialize for Hashed<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("#{}", self.0))
    }
}

/// What an extra holds besides annotations.
struct Kept<'a> {
    /// Of documented members, with their numbers, ascending.
    members: Vec<(usize, Source<'a>)>,
    /// Entries of other names.
    others: Vec<(&'a str, &'a Json)>,
}

/// What is kept of a member.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// An entry.
    Entry(&'a Json),
    /// A spelling.
    Spelling(&'a Json),
}

impl<'a> Source<'a> {
    /// What is to be written for a field with this value, if it is not the field's to say.
    fn json(self, value: View<'_>) -> Option<&'a Json> {
        let is_absent = matches!(value, View::Absent);
        match self {
            Self::Entry(json) => is_absent.then_some(json),
            Self::Spelling(json) => (!is_absent && agrees(value, json)).then_some(json),
        }
    }
}

impl<'a> Kept<'a> {
    fn of(shape: &Shape, extra: &'a Extra) -> Self {
        let mut kept = Self { members: Vec::new(), others: Vec::new() };
        let mut next = 0;
        for (name, json) in extra.beside_nulls_of(shape).filter(|(name, _)| !name.starts_with('@')) {
            match shape.find(name, next) {
                Some(index) => {
                    kept.members.push((index, Source::Entry(json)));
                    next = index + 1;
                }
                None => kept.others.push((name, json)),
            }
        }
        let spellings = extra.spellings().iter();
        kept.members
            .extend(spellings.filter_map(|(name, json)| Some((shape.find(name, next)?, Source::Spelling(json)))));
        kept.members.sort_by_key(|(index, _)| *index);
        kept
    }
}

/// A value on its own.
pub(crate) fn to_json(value: View<'_>) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// As JSON text.
#[cfg(feature = "replay")]
pub(crate) fn written(value: View<'_>) -> String {
    serde_json::to_string(&value).unwrap_or_default()
}

/// The first items of a list, each on its own.
pub(crate) fn first_items(list: &dyn Node, count: usize) -> Vec<Json> {
    items(list).take(count).map(to_json).collect()
}

/// Takes everything out of an object.
pub(crate) fn take_apart(object: &mut dyn Object) -> Vec<(Cow<'static, str>, Json)> {
    let mut parts = object.extra_mut().take();
    for (index, name) in object.shape().members.iter().enumerate() {
        let Some(node) = object.node_mut(index) else { continue };
        // What was kept of a field's name says the same as the field, and says it better.
        if !matches!(node.value(), View::Absent) && parts.iter().all(|(key, _)| key != name) {
            parts.push((Cow::Borrowed(*name), to_json(node.value())));
        }
        node.accept(Place::Field, Scalar::Null);
    }
    parts
}
