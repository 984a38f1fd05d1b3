//! Finds the type of an update's body, and its properties.

use super::index::What;
use super::operation::Making;
use super::{Cx, example, property, reference};
use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::facts::{self, Update};
use crate::ir::{self, Access, TypeName};
use crate::json::Value;

/// The types of the body, each with its request lines: mostly one, which the page's stem names. Else that at the end of
/// each path, or what the page links to, or what its example says.
pub(super) fn types(
    making: &mut Making<'_, '_>,
    update: &Update,
    lines: Vec<ir::RequestLine>,
) -> BTreeMap<TypeName, Vec<ir::RequestLine>> {
    let (cx, page) = (making.cx, making.page);
    if let Some(name) = of_stem(cx, page) {
        return BTreeMap::from([(name, lines)]);
    }
    let mentioned = of_mentions(cx, page, update);
    let example = of_example(cx, page, update);
    let rest = example.clone().or_else(|| mentioned.first().cloned()).or_else(|| of_last_word(cx, page));
    let mut types: BTreeMap<TypeName, Vec<ir::RequestLine>> = BTreeMap::new();
    for line in lines {
        let end = making.addresses.end(cx, &line.segments);
        let derived = end.as_ref().and_then(|end| example.iter().chain(&mentioned).find(|it| making.api.is_a(it, end)));
        if let Some(name) = derived.cloned().or(end).or_else(|| rest.clone()) {
            types.entry(name).or_default().push(line);
        }
    }
    for name in types.keys() {
        let message = format!("taken as `{}`", name.name);
        making.diagnostics.push(Code::GuessedBody, page.place(update.title.span), message);
    }
    types
}

/// The stem of an update page without what says that it is one.
fn noun(stem: &str) -> Option<&str> {
    ["-update", "_update", "-patch", "_patch"].iter().find_map(|end| stem.strip_suffix(end))
}

fn of_stem(cx: Cx<'_>, page: &facts::Page) -> Option<TypeName> {
    let noun = noun(cx.docs.page(page.id).stem())?;
    let id = cx.index.page(&format!("{}/resources/{noun}.md", cx.docs.version))?;
    let ty = cx.pages.get(id.0)?.types.first()?;
    let name = super::index::qualified(ty.namespace.as_ref(), &ty.name.text);
    cx.index.get(&name).map(|entry| entry.name.clone())
}

/// All types that a page links to; the one that its stem ends with is meant, and comes first.
fn of_mentions(cx: Cx<'_>, page: &facts::Page, update: &Update) -> Vec<TypeName> {
    let found = update.mentions.iter().filter_map(|mention| {
        let found = reference::find(cx, page, &mention.word.text, mention.link.as_deref())?;
        property::is_type(found.entry).then(|| found.entry.name.clone())
    });
    let mut all: Vec<TypeName> = found.collect();
    let stem = cx.docs.page(page.id).stem().to_lowercase().replace(['-', '_'], "");
    all.sort_by_key(|name| {
        let named = stem.contains(&name.name.to_lowercase());
        std::cmp::Reverse(if named { name.name.len() } else { 0 })
    });
    all
}

fn of_example(cx: Cx<'_>, page: &facts::Page, update: &Update) -> Option<TypeName> {
    let messages = update.examples.iter().flat_map(|it| [&it.request, &it.response]).flatten();
    messages.filter_map(|message| example::body(cx, page, message)).find_map(|body| {
        let name = body.get("@odata.type")?.text()?.trim_start_matches('#').to_owned();
        let entry = cx.index.get(&TypeName::parse(&name)?)?;
        property::is_type(entry).then(|| entry.name.clone())
    })
}

/// The last word of the stem, where exactly one type is named so.
fn of_last_word(cx: Cx<'_>, page: &facts::Page) -> Option<TypeName> {
    let noun = noun(cx.docs.page(page.id).stem())?;
    let word = noun.rsplit(['-', '_']).next()?;
    let mut types = cx.index.short(word).filter(|entry| entry.what == What::Type);
    let found = types.next()?;
    types.next().is_none().then(|| found.name.clone())
}

/// What is sent.
pub(super) fn body(making: &mut Making<'_, '_>, update: &Update, ty: TypeName) -> ir::Body {
    let request = first_body(making, update, |example| example.request.as_ref());
    let response = first_body(making, update, |example| example.response.as_ref());
    let mut properties = match &update.body {
        Some(rows) if !rows.is_empty() => documented(making, rows, &ty),
        Some(_) | None => writable(making, &ty),
    };
    mark_server_set(&mut properties, request.as_ref(), response.as_ref());
    let sent = request.as_ref().and_then(|body| body.get("@odata.type")).and_then(Value::text);
    let discriminated = sent.is_some_and(|it| it.trim_start_matches('#').eq_ignore_ascii_case(&ty.to_string()));
    ir::Body { ty, discriminated, properties }
}

fn first_body(
    making: &Making<'_, '_>,
    update: &Update,
    pick: impl Fn(&facts::Example) -> Option<&facts::Message>,
) -> Option<Value> {
    update.examples.iter().filter_map(pick).find_map(|message| example::body(making.cx, making.page, message))
}

/// The rows of the page's own tables, each with the type that the resource page gives it.
fn documented(making: &mut Making<'_, '_>, rows: &[facts::Property], ty: &TypeName) -> Vec<ir::BodyProperty> {
    let known = making.api.all_properties(ty);
    let mut properties: Vec<ir::BodyProperty> = Vec::new();
    for row in rows {
        if properties.iter().any(|it| it.name == row.name.text) {
            continue;
        }
        let same = known.iter().find(|it| it.name == row.name.text);
        let same = same.or_else(|| known.iter().find(|it| it.name.eq_ignore_ascii_case(&row.name.text)));
        properties.push(match same {
            Some(property) => of_resource(making, row, property),
            None => of_row(making, row, ty),
        });
    }
    properties
}

fn of_resource(making: &mut Making<'_, '_>, row: &facts::Property, property: &ir::Property) -> ir::BodyProperty {
    let cx = making.cx;
    let ty = row_type(making, row);
    if ty.is_collection() != property.ty.is_collection() {
        let message = format!("`{}` is a collection on one page only; that of the resource is taken", row.name.text);
        making.diagnostics.push(Code::TypeDiffers, making.page.place(row.ty.span), message);
    }
    let access = property.access.min(row.access);
    ir::BodyProperty {
        name: property.name.clone(),
        ty: property.ty.clone(),
        doc: super::doc::line(cx, making.page, &row.doc),
        origin: cx.origin(making.page, row.span),
        access,
    }
}

fn of_row(making: &mut Making<'_, '_>, row: &facts::Property, ty: &TypeName) -> ir::BodyProperty {
    let cx = making.cx;
    let known = making.api.all_properties(ty);
    let names = known.iter().map(|it| it.name.as_str());
    let hint =
        super::check::similar(&row.name.text, names).map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
    let message = format!("`{}` has no property `{}`", ty.name, row.name.text);
    making.diagnostics.hinted(Code::RowNotInResource, making.page.place(row.name.span), (message, hint));
    ir::BodyProperty {
        name: row.name.text.clone(),
        ty: row_type(making, row),
        doc: super::doc::line(cx, making.page, &row.doc),
        origin: cx.origin(making.page, row.span),
        access: row.access,
    }
}

/// The type that a row of the body's table says. What is wrong with it was said of the resource page's row, or is lost
/// in favour of that.
fn row_type(making: &Making<'_, '_>, row: &facts::Property) -> ir::TypeRef {
    property::row_type(making.cx, making.page, row)
}

/// Without a table: what the type has that may be sent.
fn writable(making: &Making<'_, '_>, ty: &TypeName) -> Vec<ir::BodyProperty> {
    let all = making.api.all_properties(ty).into_iter().filter(|it| !it.relationship);
    all.map(|it| ir::BodyProperty {
        name: it.name.clone(),
        ty: it.ty.clone(),
        access: it.access,
        doc: it.doc.clone(),
        origin: it.origin.clone(),
    })
    .collect()
}

/// The example sends nearly all that the table lists, and the response has the rest: the service sets the rest. Pages of
/// Intune list `createdDateTime` in the body, and their examples never send it.
fn mark_server_set(properties: &mut [ir::BodyProperty], request: Option<&Value>, response: Option<&Value>) {
    let (Some(request), Some(response)) = (request, response) else { return };
    let writable = || properties.iter().filter(|it| it.access == Access::Writable);
    let sent = writable().filter(|it| request.get(&it.name).is_some()).count();
    let is_left_out = |it: &ir::BodyProperty| request.get(&it.name).is_none() && response.get(&it.name).is_some();
    let left_out = writable().filter(|it| is_left_out(it)).count();
    if sent >= 2 * left_out && sent + left_out == writable().count() {
        for property in properties.iter_mut().filter(|it| it.access == Access::Writable && is_left_out(it)) {
            property.access = Access::ReadOnly;
        }
    }
}
