//! A model as its members in documented order.

use super::{Extra, Item, Node, Slot, View};

/// The names of a type.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// The qualified name, such as `microsoft.graph.user`.
    pub name: &'static str,
    /// The wire names of the members, in documented order, those of the bases first.
    pub members: &'static [&'static str],
}

impl Shape {
    /// The number of a member; `from` is the likeliest one.
    #[must_use]
    pub(crate) fn find(&self, name: &str, from: usize) -> Option<usize> {
        let (before, after) = self.members.split_at_checked(from).unwrap_or((self.members, &[]));
        let later = after.iter().position(|member| *member == name).map(|index| from + index);
        later.or_else(|| before.iter().position(|member| *member == name))
    }
}

/// A documented structured type: a struct with a field for each documented property.
pub trait Model: Item + Default + Object {
    /// The names.
    const SHAPE: &'static Shape;
}

/// How many fields [`Object::slots`] gives at a time.
pub const ROW: usize = 4;

/// What the engines ask of a [`Model`], whatever its type.
///
/// Implemented for each type, and not for all models at once, which would be these functions twice for each.
pub trait Object {
    /// The names, and what the JSON held beside the fields.
    fn about(&self) -> (&'static Shape, &Extra);
    /// The fields of [`ROW`] members, the first of which has the number `ROW * row`; [`NO_FIELD`](super::NO_FIELD)
    /// where there are no more.
    ///
    /// Several at once, since the processor seldom foresees a jump to one of many fields.
    fn slots(&self, row: usize) -> Option<[Slot<'_>; ROW]>;
    /// The field of the member with this number.
    fn node_mut(&mut self, index: usize) -> Option<&mut dyn Node>;
    /// What the JSON held beside the fields.
    fn extra_mut(&mut self) -> &mut Extra;
}

impl dyn Object + '_ {
    /// As [`Model::SHAPE`].
    #[inline]
    #[must_use]
    pub fn shape(&self) -> &'static Shape {
        self.about().0
    }

    /// What the JSON held beside the fields.
    #[inline]
    #[must_use]
    pub fn extra(&self) -> &Extra {
        self.about().1
    }
}

/// The fields.
pub(super) fn slots(object: &dyn Object) -> impl Iterator<Item = Slot<'_>> {
    (0..).map_while(|row| object.slots(row)).flatten()
}

/// The fields with their names.
pub(crate) fn named(object: &dyn Object) -> impl Iterator<Item = (&'static str, &dyn Node)> {
    object.shape().members.iter().copied().zip(slots(object).map(Slot::node))
}

/// The items of a list.
pub(crate) fn items(list: &dyn Node) -> impl Iterator<Item = View<'_>> {
    (0..).map(|item| list.view(Some(item))).take_while(|view| !matches!(view, View::Absent))
}

/// That values of a type can be sent to other threads and shared with them, which a crate's tests assert of each of its
/// models: as a bound of [`Model`] it would cost a tenth of every build.
pub const fn shared<T: Send + Sync + 'static>() {}
