//! Copies models through their tables: what each type would repeat for each of its fields is written once.

use super::object::{items, named};
use super::{Entry, Kind, Node, Object, View};

/// Copies what is in a model or a choice into an empty one of its type.
pub(super) fn inside(from: View<'_>, to: Entry<'_>) {
    match (from, to) {
        (View::Object(from) | View::Choice(from), Entry::Object(to)) => members(from, to),
        (View::Object(from) | View::Choice(from), Entry::Choice(to)) => {
            to.turn(from.shape().name);
            members(from, to.object_mut());
        }
        (View::List(from), Entry::List(to)) => items(from).for_each(|item| value(item, to)),
        _ => {}
    }
}

fn members(from: &dyn Object, to: &mut dyn Object) {
    for (index, (_, node)) in named(from).enumerate() {
        if let Some(to) = to.node_mut(index) {
            if !to.copy(node) {
                value(node.view(0), to);
            }
        }
    }
    from.extra().clone_into(to.extra_mut());
}

/// A model, or a list of what is none of the plain values.
fn value(from: View<'_>, to: &mut dyn Node) {
    match from {
        View::Object(_) | View::Choice(_) => inside(from, to.enter(Kind::Object)),
        View::List(_) => inside(from, to.enter(Kind::List)),
        _ => {}
    }
}
