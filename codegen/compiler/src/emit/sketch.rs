//! An example of an operation, made from the example of its page: a few lines of Rust and the JSON they stand for.

use jsonc_parser::ast::{ObjectPropName, Value};

use super::docs::page_example;
use super::operation::requires_if_match;
use super::world::{Patch, World};
use crate::ir;
use crate::names::{LineNames, setters};

/// The most setters that are shown.
const MAX_SETTERS: usize = 4;

/// The example, or nothing if the page has none that can be read.
pub(super) fn example(world: &World, it: &ir::Operation, names: &LineNames) -> String {
    let requests = it.examples.iter().filter_map(|it| it.request.as_ref());
    let Some(json) = requests.filter_map(|it| it.json.as_deref()).next() else { return String::new() };
    let Some(plan) = world.patches.get(&it.body.ty) else { return String::new() };
    let patch = world.names.patch(&it.body.ty);
    let calls: Vec<String> = calls(plan, json).into_iter().map(|it| format!("\n    {it}")).collect();
    let mut arguments: Vec<String> = names.parameters.iter().map(|it| format!("\"{}\"", plain(&it.to_string()))).collect();
    arguments.extend(requires_if_match(it).then(|| "etag".to_owned()));
    arguments.push("patch".to_owned());
    let call = format!("{}({})", names.function, arguments.join(", "));
    let rust = format!("let patch = {patch}::new(){};\nlet updated = {call}.send(&client).await?;", calls.concat());
    page_example(&rust, json)
}

fn plain(ident: &str) -> &str {
    ident.trim_start_matches("r#")
}

/// Setters for the members of the example whose values are as simple in Rust as in JSON.
fn calls(plan: &Patch, json: &str) -> Vec<String> {
    let names: Vec<&str> = plan.members.iter().map(|it| it.name).collect();
    let idents = setters(&names);
    let parsed = jsonc_parser::parse_to_ast(json, &jsonc_parser::CollectOptions::default(), &strict());
    let Some(Value::Object(object)) = parsed.ok().and_then(|it| it.value) else { return Vec::new() };
    let call = |name: &str, value: &Value| {
        let at = names.iter().position(|it| *it == name)?;
        Some(format!(".{}({})", idents[at], literal(plan.members[at].ty, value)?))
    };
    let calls = object.properties.iter().filter_map(|it| call(key(&it.name), &it.value));
    calls.take(MAX_SETTERS).collect()
}

fn strict() -> jsonc_parser::ParseOptions {
    jsonc_parser::ParseOptions { allow_comments: false, allow_loose_object_property_names: false, ..Default::default() }
}

fn key<'a>(name: &'a ObjectPropName) -> &'a str {
    match name {
        ObjectPropName::String(it) => &it.value,
        ObjectPropName::Word(it) => it.value,
    }
}

fn literal(ty: &ir::TypeRef, value: &Value) -> Option<String> {
    let ir::TypeRef::Primitive(primitive) = ty else { return None };
    match (primitive, value) {
        (_, Value::NullKeyword(_)) => Some("None".to_owned()),
        (ir::Primitive::Boolean, Value::BooleanLit(it)) => Some(it.value.to_string()),
        (ir::Primitive::Int32 | ir::Primitive::Int16, Value::NumberLit(it)) => {
            it.value.parse::<i32>().ok().map(|it| it.to_string())
        }
        (ir::Primitive::String, Value::StringLit(it)) if it.value.len() <= 60 => Some(format!("{:?}", it.value.as_ref())),
        (ir::Primitive::DateTimeOffset, Value::StringLit(it)) if it.value.is_ascii() && it.value.len() <= 40 => {
            Some(format!("{:?}.parse::<DateTimeOffset>()?", it.value.as_ref()))
        }
        _ => None,
    }
}
