//! Members that came as null: a bit for each, since answers are full of them.

use super::Shape;

/// Which members of a type came as null.
#[derive(Clone)]
pub(super) struct Nulls {
    shape: &'static Shape,
    words: Box<[u64]>,
}

impl Nulls {
    /// None yet, of this type.
    pub(super) fn none_of(shape: &'static Shape) -> Self {
        Self { shape, words: vec![0; shape.members.len().div_ceil(64)].into() }
    }

    /// Whether they are members of this type.
    #[inline]
    pub(super) fn are_of(&self, shape: &Shape) -> bool {
        self.shape.name == shape.name
    }

    /// Whether the member with this number came as null.
    #[inline]
    pub(super) fn contains(&self, index: usize) -> bool {
        self.words.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// The member with this number came as null.
    pub(super) fn insert(&mut self, index: usize) {
        if let Some(word) = self.words.get_mut(index / 64) {
            *word |= 1 << (index % 64);
        }
    }

    /// Forgets the member with this number.
    pub(super) fn remove(&mut self, index: usize) {
        if let Some(word) = self.words.get_mut(index / 64) {
            *word &= !(1 << (index % 64));
        }
    }

    /// Forgets the one of this name, and tells whether there was one.
    pub(super) fn remove_named(&mut self, name: &str) -> bool {
        let Some(index) = self.position(name) else { return false };
        self.remove(index);
        true
    }

    /// Whether one of this name came as null.
    pub(super) fn has(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// Their names, in documented order.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        let members = self.shape.members.iter().enumerate();
        members.filter(|(index, _)| self.contains(*index)).map(|(_, name)| *name)
    }

    pub(super) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.shape.find(name, 0).filter(|index| self.contains(*index))
    }
}

impl PartialEq for Nulls {
    fn eq(&self, other: &Self) -> bool {
        self.are_of(other.shape) && self.words == other.words
    }
}
