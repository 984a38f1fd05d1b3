//! Members of an enum that hold at the same time, which travel as one string with commas.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::engine::{from_text, text};
use super::{Enum, Item, Scalar, Shown, Taken, Value, View};

/// A set of flags, in the order they came.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Flags<E> {
    members: Vec<E>,
}

impl<E> Flags<E> {
    /// No flag.
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Vec::new() }
    }

    /// The flags, in order.
    #[must_use]
    pub fn into_vec(self) -> Vec<E> {
        self.members
    }
}

impl<E: PartialEq> Flags<E> {
    /// Whether all of these are set.
    #[must_use]
    pub fn contains_all(&self, members: &[E]) -> bool {
        members.iter().all(|member| self.members.contains(member))
    }

    /// Sets a flag, unless it is.
    pub fn insert(&mut self, member: E) {
        if !self.members.contains(&member) {
            self.members.push(member);
        }
    }
}

impl<E> Default for Flags<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Deref for Flags<E> {
    type Target = Vec<E>;

    fn deref(&self) -> &Vec<E> {
        &self.members
    }
}

impl<E> DerefMut for Flags<E> {
    fn deref_mut(&mut self) -> &mut Vec<E> {
        &mut self.members
    }
}

impl<E> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Self { members: vec![member] }
    }
}

impl<E, const N: usize> From<[E; N]> for Flags<E> {
    fn from(members: [E; N]) -> Self {
        Self { members: members.into() }
    }
}

impl<E> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        Self { members: members.into_iter().collect() }
    }
}

impl<E> IntoIterator for Flags<E> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

impl<'a, E> IntoIterator for &'a Flags<E> {
    type Item = &'a E;
    type IntoIter = std::slice::Iter<'a, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

impl<E: Enum> From<&str> for Flags<E> {
    fn from(list: &str) -> Self {
        super::agree::members(list).map(from_text).collect()
    }
}

impl<E: Enum> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, member) in self.members.iter().enumerate() {
            f.write_str(if position == 0 { "" } else { "," })?;
            f.write_str(text(member))?;
        }
        Ok(())
    }
}

impl<E: Enum> Shown for Flags<E> {
    fn lend(&self, to: &mut dyn FnMut(&str)) {
        match self.members.as_slice() {
            [member] => to(text(member)),
            _ => to(&self.to_string()),
        }
    }
}

impl<E: fmt::Debug> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.members).finish()
    }
}

impl<E: Enum> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de, E: Enum> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        super::engine::read_item(from)
    }
}

impl<E: Enum> Item for Flags<E> {}

impl<E: Enum> Value for Flags<E> {
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        match scalar {
            Scalar::Text(list) => {
                let flags = Self::from(list);
                if flags.to_string() == list { Taken::Exact(flags) } else { Taken::Loose(flags) }
            }
            _ => Taken::Not,
        }
    }

    fn view(&self) -> View<'_> {
        View::Flags(self)
    }
}
