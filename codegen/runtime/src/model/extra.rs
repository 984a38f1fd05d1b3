//! What a JSON object held beside the documented members, in the order it came.

use std::borrow::Cow;
use std::fmt;

use crate::Json;

use super::nulls::Nulls;
use super::{Named, Shape};

/// Annotations, undocumented members, nulls, and values that contradict their documented type.
///
/// A small ordered list; an empty one allocates nothing. An entry named like a field is written only while that field
/// is `None`; [`remove`](Self::remove) it to send nothing.
#[derive(Default)]
pub struct Extra {
    list: Option<Box<List>>,
}

#[derive(Clone, Default)]
struct List {
    entries: Vec<(Cow<'static, str>, Json)>,
    /// How values came that their fields hold and would write in another way. One speaks only for the value it came
    /// as: once the field says something else, or nothing, it is void.
    spellings: Vec<(&'static str, Json)>,
    /// Documented members that came as null: entries too, but a bit is enough for each.
    nulls: Option<Nulls>,
    /// A type of which none of `entries` is a member, where that is known: nobody has to look for them among its members.
    strangers_to: Option<&'static Shape>,
}

impl Extra {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self { list: None }
    }

    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        let list = self.list.as_ref()?;
        let entry = list.entries.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        entry.or_else(|| list.nulls.as_ref()?.has(name).then_some(&Json::Null))
    }

    /// Sets the value of this name, and gives the one before.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) -> Option<Json> {
        let (name, value) = (name.into(), value.into());
        let list = self.list.get_or_insert_default();
        if let Some((_, old)) = list.entries.iter_mut().find(|(key, _)| *key == name) {
            return Some(std::mem::replace(old, value));
        }
        let old = list.take_null(&name);
        list.strangers_to = None;
        list.entries.push((name, value));
        old
    }

    /// Takes the value of this name out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let list = self.list.as_mut()?;
        let position = list.entries.iter().position(|(key, _)| key == name);
        position.map(|position| list.entries.remove(position).1).or_else(|| list.take_null(name))
    }

    /// Names and values: in the order they came, then documented members that came as null.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.entries().chain(self.nulls().into_iter().flat_map(nulls))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.as_ref().map_or(0, |list| list.entries.len() + list.nulls.as_ref().map_or(0, Nulls::len))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The type that the service named, without the `#` in front: `microsoft.graph.user`.
    #[must_use]
    pub fn odata_type(&self) -> Option<&str> {
        self.get("@odata.type")?.as_str().map(|name| name.strip_prefix('#').unwrap_or(name))
    }

    fn entries(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        let entries = self.list.as_ref().map_or(&[][..], |list| &list.entries);
        entries.iter().map(|(name, value)| (name.as_ref(), value))
    }

    fn nulls(&self) -> Option<&Nulls> {
        self.list.as_ref()?.nulls.as_ref()
    }

    /// Whether fields can be written without looking here.
    pub(crate) fn is_silent(&self) -> bool {
        self.list.as_ref().is_none_or(|list| list.spellings.is_empty() && self.is_empty())
    }

    /// Which members of this type came as null, as far as that is known by their numbers.
    pub(super) fn nulls_of(&self, shape: &Shape) -> Option<&Nulls> {
        self.nulls().filter(|nulls| nulls.are_of(shape))
    }

    /// All but [`nulls_of`](Self::nulls_of).
    pub(super) fn beside_nulls_of(&self, shape: &Shape) -> impl Iterator<Item = (&str, &Json)> {
        let foreign = self.nulls().filter(|nulls| !nulls.are_of(shape));
        self.entries().chain(foreign.into_iter().flat_map(nulls))
    }

    /// A member came as null.
    pub(super) fn push_null(&mut self, shape: &'static Shape, index: usize) {
        let list = self.list.get_or_insert_default();
        let nulls = list.nulls.get_or_insert_with(|| Nulls::none_of(shape));
        if nulls.are_of(shape) {
            nulls.insert(index);
        } else if let Some(name) = shape.members.get(index) {
            list.entries.push((Cow::Borrowed(name), Json::Null));
        }
    }

    /// How values came that their fields would write in another way.
    pub(crate) fn spellings(&self) -> &[(&'static str, Json)] {
        self.list.as_ref().map_or(&[], |list| &list.spellings)
    }

    /// Remembers how the value of a field came.
    pub(crate) fn spell(&mut self, name: &'static str, value: Json) {
        self.list.get_or_insert_default().spellings.push((name, value));
    }

    /// Adds without looking for the name; [`settle`](Self::settle) must follow where it may be there.
    pub(crate) fn push(&mut self, name: Cow<'static, str>, value: Json) {
        let list = self.list.get_or_insert_default();
        list.strangers_to = None;
        list.entries.push((name, value));
    }

    /// As [`push`](Self::push), what is no member of this type.
    pub(super) fn push_stranger(&mut self, shape: &'static Shape, name: Cow<'static, str>, value: Json) {
        let list = self.list.get_or_insert_default();
        if list.entries.is_empty() {
            list.strangers_to = Some(shape);
        }
        list.strangers_to = list.strangers_to.filter(|it| it.name == shape.name);
        list.entries.push((name, value));
    }

    /// Whether all that is here is [`nulls_of`](Self::nulls_of) this type, and what is no member of it.
    pub(super) fn is_foreign_to(&self, shape: &Shape) -> bool {
        let Some(list) = &self.list else { return true };
        let is_same = |it: &Shape| it.name == shape.name;
        list.spellings.is_empty()
            && list.nulls.as_ref().is_none_or(|nulls| nulls.are_of(shape))
            && (list.entries.is_empty() || list.strangers_to.is_some_and(is_same))
    }

    /// Forgets all of the member with this number.
    pub(super) fn forget(&mut self, shape: &Shape, index: usize) {
        let (Some(list), Some(name)) = (&mut self.list, shape.members.get(index)) else { return };
        list.entries.retain(|(key, _)| key != name);
        list.spellings.retain(|(key, _)| key != name);
        if let Some(nulls) = list.nulls.as_mut().filter(|nulls| nulls.are_of(shape)) {
            nulls.remove(index);
        }
    }

    /// Of entries with the same name, keeps the last.
    pub(crate) fn settle(&mut self) {
        let Some(list) = &mut self.list else { return };
        let entries = &mut list.entries;
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by(|a, b| entries[*a].0.cmp(&entries[*b].0));
        let mut stale = vec![false; entries.len()];
        for pair in order.windows(2) {
            stale[pair[0]] = entries[pair[0]].0 == entries[pair[1]].0;
        }
        let mut stale = stale.into_iter();
        entries.retain(|_| !stale.next().unwrap_or_default());
    }

    /// Takes all out, spellings too.
    pub(crate) fn take(&mut self) -> Vec<(Cow<'static, str>, Json)> {
        let Some(list) = self.list.take() else { return Vec::new() };
        let mut all = list.entries;
        all.extend(list.nulls.iter().flat_map(Nulls::names).map(|name| (Cow::Borrowed(name), Json::Null)));
        all.extend(list.spellings.into_iter().map(|(name, json)| (Cow::Borrowed(name), json)));
        all
    }
}

impl List {
    fn take_null(&mut self, name: &str) -> Option<Json> {
        self.nulls.as_mut()?.remove_named(name).then_some(Json::Null)
    }
}

fn nulls(nulls: &Nulls) -> impl Iterator<Item = (&str, &Json)> {
    nulls.names().map(|name| (name, &Json::Null))
}

// Not derived, and never inlined: otherwise thousands of types would each repeat how a list is copied and dropped.
impl Clone for Extra {
    #[inline(never)]
    fn clone(&self) -> Self {
        Self { list: self.list.clone() }
    }
}

impl Drop for Extra {
    #[inline]
    fn drop(&mut self) {
        if let Some(list) = self.list.take() {
            discard(list);
        }
    }
}

#[inline(never)]
#[allow(clippy::boxed_local, reason = "the box is to be dropped here, not by the caller")]
fn discard(list: Box<List>) {
    drop(list);
}

impl PartialEq for Extra {
    /// The order does not matter, as in JSON; nor does how the value of a field was written (`10` or `10.0`).
    fn eq(&self, other: &Self) -> bool {
        let is_there = |(name, value): (&str, &Json)| other.get(name) == Some(value);
        if self.nulls() == other.nulls() {
            return self.entries().len() == other.entries().len() && self.entries().all(is_there);
        }
        self.len() == other.len() && self.iter().all(is_there)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, value)| (name, Named(name, value)))).finish()
    }
}
