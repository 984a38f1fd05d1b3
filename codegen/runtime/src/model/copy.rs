//! Copies models through their tables: what each type would repeat for each of its fields is written once.

use std::mem::ManuallyDrop;

use super::object::{items, slots};
use super::{Entry, Given, Item, Kind, Node, Object, Place, Scalar, Slot, View};

/// A copy of a model or a choice.
#[inline]
#[must_use]
pub fn copy<T: Item + Default>(value: &T) -> T {
    // Nothing is dropped if copying panics, so that whoever copies compiles nothing of what drops it.
    let mut copy = ManuallyDrop::new(T::default());
    inside(value.view(), copy.enter());
    ManuallyDrop::into_inner(copy)
}

/// Copies what is in a model or a choice into an empty one of its type.
fn inside(from: View<'_>, to: Entry<'_>) {
    match (from, to) {
        (View::Object(from) | View::Choice(from), Entry::Object(to)) => members(from, to),
        (View::Object(from) | View::Choice(from), Entry::Choice(to)) => {
            to.turn(from.shape().name);
            members(from, to.object_mut());
        }
        // A list that is not copied as it is holds models, or lists of them.
        (View::List(from), Entry::List(to)) => {
            for item in items(from) {
                if let Some(kind) = kind(item) {
                    inside(item, to.put(Place::Next, Given::Empty(kind)));
                }
            }
        }
        _ => {}
    }
}

fn members(from: &dyn Object, to: &mut dyn Object) {
    for (index, slot) in slots(from).enumerate() {
        match slot {
            Slot::Text(None) => {}
            Slot::Text(Some(text)) => _ = to.node_mut(index).map(|to| to.accept(Place::Field, Scalar::Text(text))),
            Slot::Node(node) => field(node, to.node_mut(index)),
        }
    }
    from.extra().clone_into(to.extra_mut());
}

fn field(from: &dyn Node, to: Option<&mut dyn Node>) {
    let Some(to) = to else { return };
    if let Some(plain) = from.plain() {
        to.put(Place::Field, Given::Copy(plain));
    } else if let Some(kind) = kind(from.value()) {
        inside(from.value(), to.put(Place::Field, Given::Empty(kind)));
    }
}

/// What is put into an empty place for a value that is not copied as it is.
fn kind(view: View<'_>) -> Option<Kind> {
    match view {
        View::Object(_) | View::Choice(_) => Some(Kind::Object),
        View::List(_) => Some(Kind::List),
        _ => None,
    }
}
