//! The doc comments of items: the docs' text made safe, what the IR knows beside it, and a link to the page.

mod area;
mod inline;
mod link;
mod operation;
mod plain;
mod text;

use proc_macro2::TokenStream;
use quote::quote;

use super::options::DocText;
use super::world::World;
use crate::ir;
use crate::plan::{Member, Patch};

pub(super) use self::area::{area, version};
pub use self::link::page_url;
pub(super) use self::operation::{marker, operation};
pub(super) use self::plain::visible;

/// The longest text that is taken from the docs for a type or an operation, in bytes.
const MAX_ITEM: usize = 4000;

/// The longest text that is taken for a property or a member.
const MAX_ROW: usize = 1500;

/// The most values that are listed.
const MAX_VALUES: usize = 40;

/// Doc attributes, one for each line.
pub(super) fn lines(text: &str) -> TokenStream {
    let lines = text.trim().lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Paragraphs that are not empty.
fn paragraphs(paragraphs: &[String]) -> TokenStream {
    let filled: Vec<&str> = paragraphs.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    lines(&filled.join("\n\n"))
}

/// The docs' text, as much of it as is wanted.
fn text_of(world: &World, doc: &str, max: usize) -> String {
    match world.options.doc_text {
        DocText::Full => text::safe(world, &plain::bounded(doc, max)),
        DocText::Summary => text::safe(world, &plain::bounded(plain::summary(doc), max)),
        DocText::Link => String::new(),
    }
}

/// A struct.
pub(super) fn ty(world: &World, name: &ir::TypeName, it: &ir::Type) -> TokenStream {
    paragraphs(&[text_of(world, &it.doc, MAX_ITEM), format!("`{name}`, {}.", link::page(world, &it.origin.page))])
}

/// A choice.
pub(super) fn choice(world: &World, base: &ir::TypeName) -> TokenStream {
    let ident = world.names.ty(base);
    lines(&format!("A [`{ident}`](super::super::{ident}) or a type derived from it, told apart by `@odata.type`."))
}

/// An enum.
pub(super) fn enumeration(world: &World, name: &ir::TypeName, it: &ir::Enum) -> TokenStream {
    let flags = if it.flags { "Several members can be set at once." } else { "" };
    paragraphs(&[
        text_of(world, &it.doc, MAX_ITEM),
        flags.to_owned(),
        format!("`{name}`, {}.", link::page(world, &it.origin.page)),
    ])
}

/// A member of an enum.
pub(super) fn member(world: &World, it: &ir::Member) -> TokenStream {
    let text = text_of(world, &it.doc, MAX_ROW);
    if text.is_empty() { lines(&plain::code(&it.name)) } else { lines(&text) }
}

/// A field; `gate` is the feature without which it is not there.
pub(super) fn property(world: &World, it: &ir::Property, gate: Option<&str>) -> TokenStream {
    let text = text_of(world, &it.doc, MAX_ROW);
    let said = it.doc.to_ascii_lowercase();
    let access = match it.access {
        ir::Access::Key => "Key: never sent in an update.",
        ir::Access::ReadOnly if !said.contains("read-only") => "Read-only.",
        ir::Access::ReadOnly | ir::Access::ServerSet | ir::Access::Writable => "",
    };
    let gate = gate.map_or_else(String::new, |it| format!("With the feature `{it}`; in `extra` without."));
    let all = [text, values(&it.known_values), access.to_owned(), gate];
    if all.iter().all(|it| it.trim().is_empty()) { lines(&plain::code(&it.name)) } else { paragraphs(&all) }
}

/// The values of a string that is no enum.
fn values(known: &[String]) -> String {
    if known.is_empty() {
        return String::new();
    }
    let shown: Vec<String> = known.iter().take(MAX_VALUES).map(|it| plain::code(it)).collect();
    let more = if known.len() > MAX_VALUES { " and others" } else { "" };
    format!("Known values: {}{more}.", shown.join(", "))
}

/// An example in Rust and as JSON; neither is a test.
pub(super) fn page_example(rust: &str, json: &str) -> String {
    format!("{}\n\n{}", block("ignore", rust), block("json", json))
}

/// A code block that cannot be left from inside.
fn block(kind: &str, code: &str) -> String {
    let visible = plain::visible(code).replace("```", "` ` `");
    let lines: Vec<&str> = visible.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let (shown, more) = lines.split_at(lines.len().min(MAX_VALUES));
    let dots = if more.is_empty() { "" } else { "\n..." };
    format!("```{kind}\n{}{dots}\n```", shown.join("\n"))
}

/// A setter.
pub(super) fn setter(world: &World, it: &Member) -> TokenStream {
    let text = text_of(world, it.doc, MAX_ROW);
    if text.is_empty() { lines(&format!("Sets {}.", plain::code(it.name))) } else { lines(&text) }
}

/// A patch.
pub(super) fn patch(world: &World, plan: &Patch) -> TokenStream {
    let model = world.names.ty(plan.ty);
    let what = format!("An update of a [`{model}`](super::super::models::{model}): what is not set stays as it is.");
    let fixed = |wanted: ir::Access| {
        let names = plan.fixed.iter().filter(move |(_, access)| *access == wanted).map(|(name, _)| plain::code(name));
        names.take(MAX_VALUES).collect::<Vec<_>>().join(", ")
    };
    let sentence = |(access, says): (ir::Access, &str)| match fixed(access) {
        names if names.is_empty() => String::new(),
        names => format!("{says}: {names}."),
    };
    let cannot = [
        (ir::Access::Key, "Never sent, since it is the key"),
        (ir::Access::ReadOnly, "Cannot be set, since the docs call it read-only"),
        (ir::Access::ServerSet, "Cannot be set, taken to be set by the service, since examples send all but it"),
    ];
    let open = if plan.open { "The type is open: `field` sets any other name." } else { "" };
    paragraphs(&[what, open.to_owned(), cannot.map(sentence).join("\n\n")])
}

#[cfg(test)]
mod tests;
