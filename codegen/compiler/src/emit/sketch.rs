//! An example of an operation, made from the example of its page: a few lines of Rust and the JSON they stand for.

use super::docs::page_example;
use super::world::World;
use crate::ir;
use crate::json::{self, Kind};
use crate::names::{LineNames, setters};
use crate::plan::Patch;
use crate::span::Span;

/// The most setters that are shown.
const MAX_SETTERS: usize = 4;

/// The longest string that is shown.
const MAX_TEXT: usize = 60;

/// The example, or nothing if the page has none that can be read.
pub(super) fn example(world: &World, it: &ir::Operation, names: &LineNames) -> String {
    let mut requests = it.examples.iter().filter_map(|it| it.request.as_ref());
    let Some(json) = requests.find_map(|it| it.json.as_deref()) else { return String::new() };
    let patch = &world.names.operation(it).patch;
    let Some(plan) = world.patches.get(patch) else { return String::new() };
    let calls: Vec<String> = calls(plan, json).into_iter().map(|it| format!("\n    {it}")).collect();
    let mut arguments: Vec<String> =
        names.parameters.iter().map(|it| format!("\"{}\"", plain(&it.to_string()))).collect();
    arguments.extend(it.requires_if_match().then(|| "etag".to_owned()));
    arguments.push("patch".to_owned());
    let call = format!("{}({})", names.function, arguments.join(", "));
    let rust = format!(
        "let patch = {patch}::new(){};\nlet updated = {call}\n    .send(&client)\n    .await?;",
        calls.concat()
    );
    page_example(&rust, json)
}

fn plain(ident: &str) -> &str {
    ident.trim_start_matches("r#")
}

/// Setters for the members of the example whose values are as simple in Rust as in JSON.
fn calls(plan: &Patch, json: &str) -> Vec<String> {
    let names: Vec<&str> = plan.members.iter().map(|it| it.name).collect();
    let idents = setters(&names);
    let Some(Kind::Object(members)) = json::read(json, Span::new(0, json.len())).map(|it| it.value.kind) else {
        return Vec::new();
    };
    let call = |it: &json::Member| {
        let at = names.iter().position(|name| *name == it.name)?;
        Some(format!(".{}({})", idents[at], literal(plan.members[at].ty, &it.value.kind)?))
    };
    members.iter().filter_map(call).take(MAX_SETTERS).collect()
}

/// A value in Rust, if it is as simple there as in JSON.
fn literal(ty: &ir::TypeRef, value: &Kind) -> Option<String> {
    let ir::TypeRef::Primitive(primitive) = ty else { return None };
    match (primitive, value) {
        (_, Kind::Null) => Some("None".to_owned()),
        (ir::Primitive::Boolean, Kind::Boolean(it)) => Some(it.to_string()),
        (ir::Primitive::Int32 | ir::Primitive::Int16, Kind::Number(it)) => {
            it.parse::<i32>().ok().map(|it| it.to_string())
        }
        (ir::Primitive::String, Kind::Text(it)) if it.len() <= MAX_TEXT => Some(format!("{it:?}")),
        (ir::Primitive::DateTimeOffset, Kind::Text(it)) if it.len() <= MAX_TEXT => {
            Some(format!("{it:?}.parse::<DateTimeOffset>()?"))
        }
        _ => None,
    }
}
