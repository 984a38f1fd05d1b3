//! The doc comments of operations: what one does, who may, what can be set, an example.

use proc_macro2::TokenStream;

use super::{MAX_ITEM, link, paragraphs, plain, text, text_of};
use crate::emit::sketch;
use crate::emit::world::World;
use crate::ir;
use crate::names::LineNames;

/// The most properties that are listed.
const MAX_PROPERTIES: usize = 60;

/// The marker.
pub(in crate::emit) fn marker(world: &World, it: &ir::Operation) -> TokenStream {
    let first = world.names.operation(it).lines.first().map(|it| it.function.to_string()).unwrap_or_default();
    paragraphs(&[format!("The operation of [`{first}`](super::super::{first}()).")])
}

/// A function.
pub(in crate::emit) fn operation(
    world: &World,
    it: &ir::Operation,
    names: &LineNames,
    line: &ir::RequestLine,
) -> TokenStream {
    let text = text_of(world, &it.doc, MAX_ITEM);
    let title = if text.is_empty() { format!("{}.", text::safe(world, it.title.trim_end_matches('.'))) } else { text };
    let page = link::page(world, &it.origin.page);
    let request = format!("{}, {page}.", plain::code(&line.text));
    let mut all = vec![title, request, parameters(world, names, line)];
    if it.lines.first() == Some(line) {
        all.extend([permissions(&it.permissions), clouds(&it.clouds), headers(it), statuses(it), properties(it)]);
        all.push(sketch::example(world, it, names));
    }
    paragraphs(&all)
}

/// What the docs say of placeholders.
fn parameters(world: &World, names: &LineNames, line: &ir::RequestLine) -> String {
    let docs = line.segments.iter().filter_map(|it| match it {
        ir::Segment::Literal(_) => None,
        ir::Segment::Parameter { doc, .. } => Some(doc),
    });
    let described = names.parameters.iter().zip(docs).filter(|(_, doc)| !doc.trim().is_empty());
    let list = described.map(|(ident, doc)| format!("* `{ident}`: {}", text::safe(world, doc).replace('\n', " ")));
    list.collect::<Vec<_>>().join("\n")
}

fn permissions(it: &ir::Permissions) -> String {
    let kinds = [
        ("delegated (work or school account)", &it.delegated_work),
        ("delegated (personal account)", &it.delegated_personal),
        ("application", &it.application),
        ("kind not stated", &it.unspecified),
    ];
    let lines: Vec<String> = kinds.iter().filter(|(_, scopes)| !scopes.is_empty()).map(permission).collect();
    if lines.is_empty() { String::new() } else { format!("Permissions, one of:\n\n{}", lines.join("\n")) }
}

/// One kind; where the page says so, the least first.
fn permission((kind, scopes): &(&str, &ir::Scopes)) -> String {
    let grant = |it: &Vec<String>| it.iter().map(|it| plain::code(it)).collect::<Vec<_>>().join(" and ");
    let higher: Vec<String> = scopes.all.iter().filter(|it| !scopes.least.contains(it)).map(grant).collect();
    let least: Vec<String> = scopes.least.iter().map(grant).collect();
    match (least.is_empty(), higher.is_empty()) {
        (true, _) => format!("* {kind}: {}", higher.join(", ")),
        (false, true) => format!("* {kind}: {}", least.join(", ")),
        (false, false) => format!("* {kind}: {} (least privileged), {}", least.join(", "), higher.join(", ")),
    }
}

fn clouds(it: &[ir::Cloud]) -> String {
    let name = |it: &ir::Cloud| match it {
        ir::Cloud::Global => "global",
        ir::Cloud::UsL4 => "US Government L4",
        ir::Cloud::UsL5 => "US Government L5 (DoD)",
        ir::Cloud::China => "China",
    };
    let names: Vec<&str> = it.iter().map(name).collect();
    if names.is_empty() { String::new() } else { format!("Clouds: {}.", names.join(", ")) }
}

/// That the caller is told which of several things happened.
fn statuses(it: &ir::Operation) -> String {
    let several = it.response.statuses.len() > 1;
    let creates = if it.creates_if_missing() { "Sent with `Prefer: create-if-missing`. " } else { "" };
    let codes: Vec<String> = it.response.statuses.iter().map(u16::to_string).collect();
    if several {
        format!("{creates}Answers {}; `exchange` tells which came.", codes.join(" or "))
    } else {
        creates.to_owned()
    }
}

fn headers(it: &ir::Operation) -> String {
    let name = |it: &ir::Header| plain::code(&it.name) + if it.required { " (required)" } else { "" };
    let names: Vec<String> = it.headers.iter().map(name).collect();
    if names.is_empty() { String::new() } else { format!("Documented headers: {}.", names.join(", ")) }
}

fn properties(it: &ir::Operation) -> String {
    let names: Vec<String> = it.body.settable().map(|it| plain::code(&it.name)).collect();
    let more = if names.len() > MAX_PROPERTIES { " and more" } else { "" };
    let shown = names[..names.len().min(MAX_PROPERTIES)].join(", ");
    let what = match it.body.basis {
        ir::Basis::Table => "Documented properties",
        ir::Basis::Examples => "Properties that the examples of the page send, which lists none",
        ir::Basis::Type => "The page lists no properties; those of the type",
    };
    if names.is_empty() { String::new() } else { format!("{what}: {shown}{more}.") }
}
