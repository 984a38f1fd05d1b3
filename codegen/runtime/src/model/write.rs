//! Writes models to any format.

use std::borrow::Cow;

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::Json;

use super::agree::agrees;
use super::key::TYPE;
use super::object::{ROW, items};
use super::{Choice, Extra, Node, Object, Place, Scalar, Shape, Shown, View};

/// Writes a model whose type is known: what it holds is reached directly.
#[inline]
pub fn model<M: Object, S: Serializer>(model: &M, to: S) -> Result<S::Ok, S::Error> {
    let (shape, extra) = model.about();
    if !extra.is_silent() {
        return object(model, None, to);
    }
    let mut map = to.serialize_map(None)?;
    members(model, shape, &mut map)?;
    map.end()
}

/// Writes a choice of any type.
#[inline]
pub fn choice<C: Choice, S: Serializer>(choice: &C, to: S) -> Result<S::Ok, S::Error> {
    view(choice.view(), to)
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

/// An object; `discriminator` is the name of its type, if that is to be written.
fn object<S: Serializer>(object: &dyn Object, discriminator: Option<&str>, to: S) -> Result<S::Ok, S::Error> {
    let (shape, extra) = object.about();
    let mut map = to.serialize_map(None)?;
    if !extra.is_silent() {
        with_extra(object, discriminator, &mut map)?;
        return map.end();
    }
    if let Some(name) = discriminator {
        map.serialize_entry(TYPE, &Hashed(name))?;
    }
    members(object, shape, &mut map)?;
    map.end()
}

/// The fields of an object that holds nothing else.
#[inline]
fn members<O: Object + ?Sized, M: SerializeMap>(object: &O, shape: &Shape, map: &mut M) -> Result<(), M::Error> {
    for (row, names) in shape.members.chunks(ROW).enumerate() {
        let Some(nodes) = object.nodes(row) else { break };
        for (name, node) in names.iter().zip(&nodes) {
            field(name, *node, map)?;
        }
    }
    Ok(())
}

/// Control information, then the members in documented order, then the rest.
///
/// A field that has a value beats an entry of its name; a spelling speaks for the value it came as and no other.
fn with_extra<M: SerializeMap>(object: &dyn Object, discriminator: Option<&str>, map: &mut M) -> Result<(), M::Error> {
    let extra = object.extra();
    match (extra.get(TYPE), discriminator) {
        (Some(name), _) => map.serialize_entry(TYPE, name)?,
        (None, Some(name)) => map.serialize_entry(TYPE, &Hashed(name))?,
        (None, None) => {}
    }
    for (name, value) in extra.iter().filter(|(name, _)| name.starts_with('@') && *name != TYPE) {
        map.serialize_entry(name, value)?;
    }
    let kept = Kept::of(object);
    let mut members = kept.members.iter().peekable();
    for (row, names) in object.shape().members.chunks(ROW).enumerate() {
        let Some(nodes) = object.nodes(row) else { break };
        for (column, (name, node)) in names.iter().zip(&nodes).enumerate() {
            let mut kept = None;
            while let Some((_, source)) = members.next_if(|(member, _)| *member == row * ROW + column) {
                kept = kept.or_else(|| source.json(extra, node.value()));
            }
            match kept {
                Some(json) => map.serialize_entry(name, json)?,
                None => field(name, *node, map)?,
            }
        }
    }
    for (name, value) in kept.others.iter().filter_map(|place| extra.at(*place)) {
        map.serialize_entry(name, value)?;
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

/// Writes a field that has a value; the usual types without asking twice what they are.
#[inline]
fn field<M: SerializeMap>(name: &str, node: &dyn Node, map: &mut M) -> Result<(), M::Error> {
    let view = node.value();
    if let View::Scalar(Scalar::Text(text)) | View::Enum(text) = view {
        return map.serialize_entry(name, text);
    }
    match view {
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
struct Kept {
    /// Of documented members, with their numbers, ascending.
    members: Vec<(usize, Source)>,
    /// Places of entries of other names.
    others: Vec<usize>,
}

/// Where in an extra something is kept of a member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// The entry at this place.
    Entry(usize),
    /// The spelling at this place.
    Spelling(usize),
}

impl Source {
    /// What is to be written for a field with this value, if it is not the field's to say.
    fn json<'a>(self, extra: &'a Extra, value: View<'_>) -> Option<&'a Json> {
        let is_absent = matches!(value, View::Absent);
        match self {
            Self::Entry(place) => extra.at(place).filter(|_| is_absent).map(|(_, json)| json),
            Self::Spelling(place) => {
                let (_, json) = extra.spellings().get(place)?;
                (!is_absent && agrees(value, json)).then_some(json)
            }
        }
    }
}

impl Kept {
    fn of(object: &dyn Object) -> Self {
        let extra = object.extra();
        let mut kept = Self { members: Vec::with_capacity(extra.len()), others: Vec::new() };
        let mut next = 0;
        for (place, (name, _)) in extra.iter().enumerate() {
            if name.starts_with('@') {
                continue;
            }
            match object.shape().find(name, next) {
                Some(index) => {
                    kept.members.push((index, Source::Entry(place)));
                    next = index + 1;
                }
                None => kept.others.push(place),
            }
        }
        for (place, (name, _)) in extra.spellings().iter().enumerate() {
            kept.members.extend(object.shape().find(name, next).map(|index| (index, Source::Spelling(place))));
        }
        kept.members.sort_unstable();
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
