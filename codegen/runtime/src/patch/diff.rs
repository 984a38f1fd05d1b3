//! The least update that makes one model of another.

use crate::model::same;
use crate::{Object, View};

use super::{PatchBody, PatchShape, PatchValue};

/// The members that can be set and differ; nested values and lists go whole, and what vanished becomes null.
#[must_use]
pub fn diff(shape: &'static PatchShape, old: &dyn Object, new: &dyn Object) -> PatchBody {
    let mut body = PatchBody::new(shape);
    for (member, name) in (0..).zip(shape.members) {
        let wanted = value(new, name);
        if !same(value(old, name), wanted) {
            body.put_member(member, PatchValue::of(wanted));
        }
    }
    body
}

/// A member's field, or what was kept of its name.
fn value<'a>(object: &'a dyn Object, name: &str) -> View<'a> {
    let node = object.shape().find(name, 0).and_then(|index| object.node(index));
    match node.map_or(View::Absent, crate::Node::view) {
        View::Absent => object.extra().get(name).filter(|json| !json.is_null()).map_or(View::Absent, View::Json),
        view => view,
    }
}
