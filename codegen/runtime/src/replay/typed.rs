//! JSON as a patch that its setters could have made: what no setter takes is a problem, not sent.

use crate::model::engine::read_slice;
use crate::model::{items, named};
use crate::{Json, Object, Patch, PatchBody, PatchShape, PatchValue, View, WhyLeftOut};

/// A patch, and the names in it that have no setter since the docs call them fixed.
pub(super) struct Typed<P> {
    pub(super) patch: P,
    pub(super) forced: Vec<String>,
}

/// The patch that sends this object: each value read as the documented type, and taken from there.
pub(super) fn patch<P: Patch>(json: &str) -> Result<Typed<P>, String> {
    let model: P::Model = read_slice(json.as_bytes()).map_err(|error| format!("the request is no JSON: {error}"))?;
    let (body, forced) = body(P::SHAPE, &model, json)?;
    Ok(Typed { patch: P::from_body(body), forced })
}

fn body(shape: &'static PatchShape, object: &dyn Object, json: &str) -> Result<(PatchBody, Vec<String>), String> {
    let json: Json = serde_json::from_str(json).map_err(|error| format!("the request is no JSON: {error}"))?;
    let Json::Object(members) = json else { return Err("the request is no object".to_owned()) };
    let mut body = PatchBody::new(shape);
    let (mut forced, mut problems) = (Vec::new(), Vec::new());
    for (name, value) in members {
        match entry(shape, object, &name, value) {
            Ok(Sent::Set(value)) => body.insert_value(name, value),
            Ok(Sent::Raw(value)) => {
                forced.push(name.clone());
                body.insert(name, value);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok((body, forced)) } else { Err(problems.join("; ")) }
}

/// How a value gets into a patch.
enum Sent {
    /// By its setter, or as an annotation.
    Set(PatchValue),
    /// By `raw`, since the docs say that it cannot be set.
    Raw(Json),
}

fn entry(shape: &PatchShape, object: &dyn Object, name: &str, value: Json) -> Result<Sent, String> {
    if name.contains('@') {
        return Ok(Sent::Set(value.into()));
    }
    match shape.why_left_out(name) {
        None => {}
        Some(WhyLeftOut::NotListed) => return Err(format!("`{name}` has no setter: {}", WhyLeftOut::NotListed)),
        Some(WhyLeftOut::Key | WhyLeftOut::ReadOnly | WhyLeftOut::SetByService) => return Ok(Sent::Raw(value)),
    }
    let node = named(object).find(|(known, _)| *known == name).map(|(_, node)| node.value());
    match node {
        // What only the page of the update lists, and open types: no model says how it is read.
        None => Ok(Sent::Set(value.into())),
        Some(_) if value.is_null() => Ok(Sent::Set(value.into())),
        Some(View::Absent) => Err(format!("`{name}` does not take {value}")),
        Some(view) => {
            let mut misfits = Vec::new();
            misfits_of(view, name, &mut misfits);
            if misfits.is_empty() { Ok(Sent::Set(PatchValue::of(view))) } else { Err(misfits.join("; ")) }
        }
    }
}

/// The values in an object, at any depth, that are not of their documented types.
pub(super) fn misfits(object: &dyn Object) -> Vec<String> {
    let mut misfits = Vec::new();
    misfits_of(View::Object(object), "", &mut misfits);
    misfits
}

fn misfits_of(view: View<'_>, place: &str, misfits: &mut Vec<String>) {
    match view {
        View::Object(object) | View::Choice(object) => {
            let documented = object.shape().members;
            let unfit = object.extra().iter().filter(|(name, json)| !json.is_null() && documented.contains(name));
            misfits.extend(unfit.map(|(name, json)| format!("`{}` does not take {json}", join(place, name))));
            for (name, node) in named(object) {
                misfits_of(node.value(), &join(place, name), misfits);
            }
        }
        View::List(list) => items(list).for_each(|item| misfits_of(item, place, misfits)),
        View::Absent | View::Scalar(_) | View::Shown(_) | View::Enum(_) | View::Flags(_) | View::Json(_) => {}
    }
}

fn join(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") }
}
