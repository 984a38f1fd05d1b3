//! Copies models through their tables: what each type would repeat for each of its fields is written once.

use super::object::{items, named};
use super::{Entry, Kind, Node, Object, Scalar, View};

/// Copies what is in a model or a choice into an empty one of its type.
pub(super) fn inside(from: View<'_>, to: Entry<'_>) {
    match (from, to) {
        (View::Object(from) | View::Choice(from), Entry::Object(to)) => members(from, to),
        (View::Object(from) | View::Choice(from), Entry::Choice(to)) => {
            to.turn(from.shape().name);
            members(from, to.object_mut());
        }
        (View::List(from), Entry::List(to)) => items(from).for_each(|item| value(item, to)),
        (View::Json(from), Entry::Json(to)) => from.clone_into(to),
        _ => {}
    }
}

fn members(from: &dyn Object, to: &mut dyn Object) {
    for (index, (_, node)) in named(from).enumerate() {
        let view = node.view(0);
        if matches!(view, View::Absent) {
            continue;
        }
        if let Some(to) = to.node_mut(index) {
            value(view, to);
        }
    }
    from.extra().clone_into(to.extra_mut());
}

/// Every value can be read from what it is written as.
fn value(from: View<'_>, to: &mut dyn Node) {
    match from {
        View::Absent => {}
        View::Scalar(scalar) => _ = to.accept(scalar),
        View::Enum(text) => _ = to.accept(Scalar::Text(text)),
        View::Flags(shown) | View::Shown(shown) => shown.lend(&mut |text| _ = to.accept(Scalar::Text(text))),
        View::Object(_) | View::Choice(_) | View::Json(_) => inside(from, to.enter(Kind::Object)),
        View::List(_) => inside(from, to.enter(Kind::List)),
    }
}
