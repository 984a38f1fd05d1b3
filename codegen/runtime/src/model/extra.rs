//! What a JSON object held beside the documented members, in the order it came.

use std::borrow::Cow;
use std::fmt;

use crate::Json;

use super::Named;

/// Annotations, undocumented members, nulls, and values that contradict their documented type.
///
/// A small ordered list; an empty one allocates nothing.
#[derive(Clone, Default)]
pub struct Extra {
    entries: Vec<(Cow<'static, str>, Json)>,
}

impl Extra {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Sets the value of this name, and gives the one before.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) -> Option<Json> {
        let (name, value) = (name.into(), value.into());
        if let Some((_, old)) = self.entries.iter_mut().find(|(key, _)| *key == name) {
            return Some(std::mem::replace(old, value));
        }
        self.entries.push((name, value));
        None
    }

    /// Takes the value of this name out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let position = self.entries.iter().position(|(key, _)| key == name)?;
        Some(self.entries.remove(position).1)
    }

    /// Names and values, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.entries.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The type that the service named, without the `#` in front: `microsoft.graph.user`.
    #[must_use]
    pub fn odata_type(&self) -> Option<&str> {
        self.get("@odata.type")?.as_str().map(|name| name.strip_prefix('#').unwrap_or(name))
    }

    /// Adds without looking for the name; [`settle`](Self::settle) must follow where it may be there.
    pub(crate) fn push(&mut self, name: Cow<'static, str>, value: Json) {
        self.entries.push((name, value));
    }

    /// Of entries with the same name, keeps the last.
    pub(crate) fn settle(&mut self) {
        let count = self.entries.len();
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|a, b| self.entries[*a].0.cmp(&self.entries[*b].0));
        let mut stale = vec![false; count];
        for pair in order.windows(2) {
            stale[pair[0]] = self.entries[pair[0]].0 == self.entries[pair[1]].0;
        }
        let mut stale = stale.into_iter();
        self.entries.retain(|_| !stale.next().unwrap_or_default());
    }

    /// The entry at this place.
    pub(crate) fn at(&self, place: usize) -> Option<(&str, &Json)> {
        self.entries.get(place).map(|(name, value)| (name.as_ref(), value))
    }

    /// Takes all out.
    pub(crate) fn take(&mut self) -> Vec<(Cow<'static, str>, Json)> {
        std::mem::take(&mut self.entries)
    }
}

impl PartialEq for Extra {
    /// The order does not matter, as in JSON.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, value)| (name, Named(name, value)))).finish()
    }
}
