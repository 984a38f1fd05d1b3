//! What a JSON object held beside the documented members, in the order it came.

use std::borrow::Cow;
use std::fmt;

use crate::Json;

use super::Named;

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
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Sets the value of this name, and gives the one before.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) -> Option<Json> {
        let (name, value) = (name.into(), value.into());
        let entries = &mut self.list.get_or_insert_default().entries;
        if let Some((_, old)) = entries.iter_mut().find(|(key, _)| *key == name) {
            return Some(std::mem::replace(old, value));
        }
        entries.push((name, value));
        None
    }

    /// Takes the value of this name out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let entries = &mut self.list.as_mut()?.entries;
        let position = entries.iter().position(|(key, _)| key == name)?;
        Some(entries.remove(position).1)
    }

    /// Names and values, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.entries().iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries().is_empty()
    }

    /// The type that the service named, without the `#` in front: `microsoft.graph.user`.
    #[must_use]
    pub fn odata_type(&self) -> Option<&str> {
        self.get("@odata.type")?.as_str().map(|name| name.strip_prefix('#').unwrap_or(name))
    }

    fn entries(&self) -> &[(Cow<'static, str>, Json)] {
        self.list.as_ref().map_or(&[], |list| &list.entries)
    }

    /// Whether fields can be written without looking here.
    pub(crate) fn is_silent(&self) -> bool {
        self.list.as_ref().is_none_or(|list| list.entries.is_empty() && list.spellings.is_empty())
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
        self.list.get_or_insert_default().entries.push((name, value));
    }

    /// Forgets all of a name.
    pub(crate) fn forget(&mut self, name: &str) {
        if let Some(list) = &mut self.list {
            list.entries.retain(|(key, _)| key != name);
            list.spellings.retain(|(key, _)| *key != name);
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

    /// The value at this place.
    pub(crate) fn at(&self, place: usize) -> Option<(&str, &Json)> {
        self.entries().get(place).map(|(name, value)| (name.as_ref(), value))
    }

    /// Takes all out, spellings too.
    pub(crate) fn take(&mut self) -> Vec<(Cow<'static, str>, Json)> {
        let Some(list) = self.list.take() else { return Vec::new() };
        let mut all = list.entries;
        all.extend(list.spellings.into_iter().map(|(name, json)| (Cow::Borrowed(name), json)));
        all
    }
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
        self.len() == other.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, value)| (name, Named(name, value)))).finish()
    }
}
