//! The least update that makes one model of another.

use crate::model::{named, same};
use crate::{Node, Object, View};

use super::{PatchBody, PatchShape, PatchValue};

/// The members that can be set and differ; nested values and lists go whole, and what vanished becomes null.
#[must_use]
pub fn diff(shape: &'static PatchShape, old: &dyn Object, new: &dyn Object) -> PatchBody {
    let mut body = PatchBody::new(shape);
    let (old, new) = (members(old), members(new));
    for (member, name) in (0..).zip(shape.members) {
        let wanted = value(&new, name);
        if !same(value(&old, name), wanted) {
            body.put_member(member, PatchValue::of(wanted));
        }
    }
    body
}

/// Names and values of all fields, or what was kept of their names.
fn members<'a>(object: &'a dyn Object) -> Vec<(&'static str, View<'a>)> {
    let effective = |(name, node): (&'static str, &'a dyn Node)| match node.view(0) {
        View::Absent => (name, kept(object, name)),
        view => (name, view),
    };
    named(object).map(effective).collect()
}

fn kept<'a>(object: &'a dyn Object, name: &str) -> View<'a> {
    object.extra().get(name).filter(|json| !json.is_null()).map_or(View::Absent, View::Json)
}

fn value<'a>(members: &[(&'static str, View<'a>)], name: &str) -> View<'a> {
    members.iter().find(|(member, _)| *member == name).map_or(View::Absent, |(_, view)| *view)
}
