//! The least update that makes one model of another, and what of the change no update can make.

use crate::model::{named, same};
use crate::{Json, Node, Object, View};

use super::{LeftOut, PatchBody, PatchShape, PatchValue, WhyLeftOut};

/// What differs: members that can be set, and what cannot be sent.
///
/// Lists go whole. A nested value goes whole too, with null for what vanished inside, since services merge it into what
/// they have (OData 4.01 protocol, 11.4.3). Annotations are the service's own and do not count.
pub(super) fn diff(shape: &'static PatchShape, old: &dyn Object, new: &dyn Object) -> (PatchBody, Vec<LeftOut>) {
    let mut body = PatchBody::new(shape);
    let mut left_out = Vec::new();
    let documented = new.shape().members;
    let (old, new) = (members(old), members(new));
    let vanished = old.iter().filter(|(name, _)| new.iter().all(|(other, _)| other != name));
    for (name, wanted) in new.iter().copied().chain(vanished.map(|(name, _)| (*name, View::Absent))) {
        let before = value(&old, name);
        if same(before, wanted) {
            continue;
        }
        let unlisted = || (documented.contains(&name) && !shape.sets(name)).then_some(WhyLeftOut::NotListed);
        match shape.why_left_out(name).or_else(unlisted) {
            None => body.insert_value(name.to_owned(), merging(before, wanted)),
            Some(why) => left_out.push(LeftOut { name: name.to_owned(), why }),
        }
    }
    (body, left_out)
}

type Members<'a> = Vec<(&'a str, View<'a>)>;

/// Names and values of all fields, or what was kept of their names, then of other names that are no annotations.
fn members<'a>(object: &'a dyn Object) -> Members<'a> {
    let effective = |(name, node): (&'static str, &'a dyn Node)| match node.value() {
        View::Absent => (name, kept(object, name)),
        view => (name, view),
    };
    let mut all: Members<'a> = named(object).map(effective).collect();
    let fields = all.len();
    for (name, json) in object.extra().iter().filter(|(name, json)| !json.is_null() && !name.contains('@')) {
        if all[..fields].iter().all(|(field, _)| *field != name) {
            all.push((name, View::Json(json)));
        }
    }
    all
}

fn kept<'a>(object: &'a dyn Object, name: &str) -> View<'a> {
    object.extra().get(name).filter(|json| !json.is_null()).map_or(View::Absent, View::Json)
}

fn value<'a>(members: &Members<'a>, name: &str) -> View<'a> {
    members.iter().find(|(member, _)| *member == name).map_or(View::Absent, |(_, view)| *view)
}

/// The value to send, so that merged into `old` it gives `new`.
fn merging(old: View<'_>, new: View<'_>) -> PatchValue {
    let mut value = PatchValue::of(new);
    clear_vanished(old, new, &mut value.json);
    value
}

/// Adds null for what a nested value had and has no more; one of another type takes nothing over.
fn clear_vanished(old: View<'_>, new: View<'_>, json: &mut Json) {
    let (Some(old), Some(new), Json::Object(json)) = (inside(old), inside(new), json) else { return };
    if old.shape().name != new.shape().name {
        return;
    }
    let (old, new) = (members(old), members(new));
    for (name, before) in old {
        match (before, value(&new, name)) {
            (View::Absent, _) => {}
            (_, View::Absent) => _ = json.insert(name.to_owned(), Json::Null),
            (before, wanted) => {
                if let Some(inner) = json.get_mut(name) {
                    clear_vanished(before, wanted, inner);
                }
            }
        }
    }
}

fn inside(view: View<'_>) -> Option<&dyn Object> {
    match view {
        View::Object(object) | View::Choice(object) => Some(object),
        _ => None,
    }
}
