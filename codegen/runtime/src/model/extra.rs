//! What a JSON object held beside the documented members, in the order it came.

use std::borrow::Cow;
use std::fmt;

use crate::Json;

use super::Named;

/// Annotations, undocumented members, nulls, and values that contradict their documented type.
///
/// A small ordered list; an empty one allocates nothing.
#[derive(Default)]
pub struct Extra {
    list: Option<Box<List>>,
}

type List = Vec<(Cow<'static, str>, Json)>;

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
        let list = self.list.get_or_insert_default();
        if let Some((_, old)) = list.iter_mut().find(|(key, _)| *key == name) {
            return Some(std::mem::replace(old, value));
        }
        list.push((name, value));
        None
    }

    /// Takes the value of this name out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let list = self.list.as_mut()?;
        let position = list.iter().position(|(key, _)| key == name)?;
        Some(list.remove(position).1)
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
        self.list.as_ref().map_or(&[], |list| list)
    }

    /// Adds without looking for the name; [`settle`](Self::settle) must follow where it may be there.
    pub(crate) fn push(&mut self, name: Cow<'static, str>, value: Json) {
        self.list.get_or_insert_default().push((name, value));
    }

    /// Of entries with the same name, keeps the last.
    pub(crate) fn settle(&mut self) {
        let Some(list) = &mut self.list else { return };
        let mut order: Vec<usize> = (0..list.len()).collect();
        order.sort_by(|a, b| list[*a].0.cmp(&list[*b].0));
        let mut stale = vec![false; list.len()];
        for pair in order.windows(2) {
            stale[pair[0]] = list[pair[0]].0 == list[pair[1]].0;
        }
        let mut stale = stale.into_iter();
        list.retain(|_| !stale.next().unwrap_or_default());
    }

    /// The entry at this place.
    pub(crate) fn at(&self, place: usize) -> Option<(&str, &Json)> {
        self.entries().get(place).map(|(name, value)| (name.as_ref(), value))
    }

    /// Takes all out.
    pub(crate) fn take(&mut self) -> Vec<(Cow<'static, str>, Json)> {
        self.list.take().map(|list| *list).unwrap_or_default()
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
