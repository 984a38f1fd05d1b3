//! Reads the name of a member, and gives its number.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::Shape;

/// The member that names the type.
pub(super) const TYPE: &str = "@odata.type";

/// What a name means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// The documented member with this number.
    Member(usize),
    /// [`TYPE`].
    Type,
    /// Anything else.
    Other,
}

/// Reads a name.
pub(super) struct KeySeed<'a> {
    pub(super) shape: &'static Shape,
    /// The number of the likeliest member.
    pub(super) next: usize,
    /// Where a name that is no member goes.
    pub(super) other: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        let expected = self.shape.members.get(self.next).is_some_and(|member| *member == name);
        Ok(if expected { Key::Member(self.next) } else { self.search(name) })
    }
}

impl KeySeed<'_> {
    #[inline(never)]
    fn search(self, name: &str) -> Key {
        if name == TYPE {
            return Key::Type;
        }
        // No member begins with `@`.
        let member = if name.starts_with('@') { None } else { self.shape.find(name, self.next) };
        member.map_or_else(
            || {
                name.clone_into(self.other);
                Key::Other
            },
            Key::Member,
        )
    }
}
