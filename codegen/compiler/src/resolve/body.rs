//! Makes the properties of a body: what the page lists, what else its examples send, or what its type has.

use super::bodies::Found;
use super::operation::Making;
use super::place::{self, Row};
use super::{Cx, example, property};
use crate::diagnostic::Code;
use crate::facts::{self, Update};
use crate::ir::{self, Access, Basis, TypeName};
use crate::json::Value;
use crate::near;
use crate::source::Place;
use crate::span::Span;

/// What is sent.
pub(super) fn body(making: &mut Making<'_, '_>, update: &Update, found: &Found<'_>, others: &[&TypeName]) -> ir::Body {
    let requests = found.examples.iter().filter_map(|it| it.request.as_ref());
    let requests: Vec<Value> = requests.filter_map(|it| example::body(making.cx, making.page, it)).collect();
    let rows = update.body.as_deref().unwrap_or_default();
    let rows = own_rows(making, rows, &found.ty, others);
    let (basis, mut properties) = if rows.is_empty() {
        (Basis::Type, writable(making, &found.ty))
    } else {
        (Basis::Table, documented(making, &rows, &found.ty))
    };
    add_sent(making, &mut properties, &requests, &found.ty);
    let names_itself = |body: &Value| {
        let sent = body.get("@odata.type").and_then(Value::text);
        sent.is_some_and(|it| it.trim_start_matches('#').eq_ignore_ascii_case(&found.ty.to_string()))
    };
    let discriminated = requests.iter().any(names_itself);
    ir::Body { ty: found.ty.clone(), discriminated, basis, properties, evidence: found.evidence.clone() }
}

/// The rows that are about this type: not those that only another body of the page knows, nor those that describe what
/// stands inside another row's value.
fn own_rows<'r>(
    making: &mut Making<'_, '_>,
    rows: &'r [facts::Property],
    ty: &TypeName,
    others: &[&TypeName],
) -> Vec<&'r facts::Property> {
    let api = making.api;
    let has = |ty: &TypeName, name: &str| {
        let (bare, _) = split_delta(name);
        api.all_properties(ty).iter().any(|it| it.name.eq_ignore_ascii_case(bare))
    };
    let mut own = Vec::new();
    for row in rows {
        let name = &row.name.text;
        if has(ty, name) {
            own.push(row);
        } else if let Some(outer) = around(making, rows, row) {
            let message = format!("taken as a member of `{}`, not of `{}`", outer.name.text, ty.name);
            let (place, outer) = (making.page.place(row.name.span), making.page.place(outer.name.span));
            making.diagnostics.push(Code::NestedRow, place, message).beside(outer, "its value has such a member");
        } else if !others.iter().any(|other| has(other, name)) {
            own.push(row);
        }
    }
    own
}

/// The row whose type has a property of this name, where the type of the body has none.
fn around<'r>(
    making: &Making<'_, '_>,
    rows: &'r [facts::Property],
    row: &facts::Property,
) -> Option<&'r facts::Property> {
    let has = |outer: &facts::Property| {
        let ty = property::row_type(making.cx, making.page, outer);
        ty.named().is_some_and(|ty| making.api.all_properties(ty).iter().any(|it| it.name == row.name.text))
    };
    let names_it = |outer: &facts::Property| row.doc.plain().contains(&outer.name.text);
    rows.iter().find(|outer| outer.name.text != row.name.text && names_it(outer) && has(outer))
}

/// The rows of the page's own tables, each with the type that the resource page gives it.
fn documented(making: &mut Making<'_, '_>, rows: &[&facts::Property], ty: &TypeName) -> Vec<ir::BodyProperty> {
    let known = making.api.all_properties(ty);
    let mut properties: Vec<ir::BodyProperty> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(first) = rows[..at].iter().position(|it| it.name.text == row.name.text) {
            say_twice(making, &rows[first..=at]);
            continue;
        }
        let (bare, delta) = split_delta(&row.name.text);
        let same = known.iter().find(|it| it.name == bare);
        let same = same.or_else(|| known.iter().find(|it| it.name.eq_ignore_ascii_case(bare)));
        properties.push(match same {
            Some(property) => {
                let property = of_resource(making, row, property);
                say_exchanged(making, row, &property, &known);
                ir::BodyProperty { name: property.name.clone() + delta, ..property }
            }
            None => of_row(making, row, ty),
        });
    }
    properties
}

/// Says that the first and the last row have one name, if all between them are rows of one table: tables for several
/// cases, and parts of a table below captions, may list a name each.
fn say_twice(making: &mut Making<'_, '_>, rows: &[&facts::Property]) {
    let [first, .., last] = rows else { return };
    let between = Span::new(first.span.start, last.span.start);
    let lines = between.text(&making.cx.docs.page(making.page.id).text).matches('\n').count();
    if lines != rows.len() - 1 {
        return;
    }
    let (one, two) = (row_type(making, first), row_type(making, last));
    let types = if one == two { String::new() } else { format!(", as `{one}` and as `{two}`") };
    let message = format!("`{}` stands twice in the request body{types}", last.name.text);
    let (place, first) = (making.page.place(last.name.span), making.page.place(first.name.span));
    making.diagnostics.push(Code::DuplicateRow, place, message).beside(first, "the first one");
}

/// `members@delta`: the property, and the mark that its value is a difference.
fn split_delta(name: &str) -> (&str, &str) {
    name.split_at(name.find("@delta").unwrap_or(name.len()))
}

fn of_resource(making: &mut Making<'_, '_>, row: &facts::Property, property: &ir::Property) -> ir::BodyProperty {
    let cx = making.cx;
    let ty = row_type(making, row);
    let known = place::row(cx, &property.name, &property.origin);
    let place = |span| making.page.place(span);
    let is_known = *property.ty.item() != ir::TypeRef::Primitive(ir::Primitive::Json);
    if let Some(word) = unknown_word(making, row).filter(|_| is_known) {
        let message = format!("no page describes `{word}`; `{}` is taken", property.ty);
        let hint = property::near_type(cx, word).unwrap_or_default();
        let label = format!("the page of the type says `{}` here", property.ty);
        let remark = making.diagnostics.push(Code::MisspelledType, place(row.ty.span), message);
        remark.hint(hint).beside(known.map(Row::ty), label);
    } else if ty.is_collection() != property.ty.is_collection() {
        let message = format!("`{}` is a collection on one page only; that of the resource is taken", row.name.text);
        let label = format!("the page of the type says `{}` here", property.ty);
        making.diagnostics.push(Code::TypeDiffers, place(row.ty.span), message).beside(known.map(Row::ty), label);
    } else if are_at_odds(making.api, ty.item(), property.ty.item()) {
        let message = format!("`{}` is `{ty}` here, and `{}` there, which is taken", row.name.text, property.ty);
        let label = format!("the page of the type says `{}` here", property.ty);
        making.diagnostics.push(Code::TypeDiffers, place(row.ty.span), message).beside(known.map(Row::ty), label);
    }
    // What the page of an update says of its own body outranks what the page of the type says in general.
    let access = if property.access == Access::Key { Access::Key } else { row.access };
    if property.access == Access::ReadOnly && access == Access::Writable {
        let message = format!("`{}` is read-only on the page of the type, and listed here", row.name.text);
        let said = known.map(Row::doc);
        making.diagnostics.push(Code::AccessDiffers, place(row.name.span), message).beside(said, "read-only here");
    }
    ir::BodyProperty {
        name: property.name.clone(),
        ty: property.ty.clone(),
        deprecated: row.deprecated.clone().or_else(|| property.deprecated.clone()),
        doc: super::doc::line(cx, making.page, &row.doc),
        origin: cx.origin(making.page, row.span),
        access,
    }
}

/// Whether two pages cannot both be right: not where one says less, as `String` of an enumeration does, or a base.
fn are_at_odds(api: &ir::Api, one: &ir::TypeRef, other: &ir::TypeRef) -> bool {
    use ir::TypeRef::{Named, Primitive};
    match (one, other) {
        (Primitive(ir::Primitive::Json), _) | (_, Primitive(ir::Primitive::Json)) => false,
        (Primitive(one), Primitive(other)) => one != other,
        (Named(one), Named(other)) => !api.is_a(one, other) && !api.is_a(other, one) && one != other,
        (Primitive(ir::Primitive::String), Named(name)) | (Named(name), Primitive(ir::Primitive::String)) => {
            !api.enums.contains_key(name)
        }
        _ => true,
    }
}

/// Says where a row has the description that the page of the type gives another property.
fn say_exchanged(making: &mut Making<'_, '_>, row: &facts::Property, own: &ir::BodyProperty, known: &[&ir::Property]) {
    let is_told = |it: &&&ir::Property| it.doc == own.doc;
    let mut told = known.iter().filter(is_told);
    let (Some(other), None) = (told.next(), told.next()) else { return };
    let is_own = known.iter().any(|it| it.name == own.name && it.doc.is_empty());
    if other.name == own.name || is_own || own.doc.len() < LONG_DOC {
        return;
    }
    let message = format!("this describes `{}` on the page of the type, and here `{}`", other.name, own.name);
    let second = place::row(making.cx, &other.name, &other.origin).map(Row::doc);
    making
        .diagnostics
        .push(Code::ExchangedText, making.page.place(row.doc.span), message)
        .beside(second, "the same text");
}

/// What is shorter may be said of several properties.
const LONG_DOC: usize = 20;

fn of_row(making: &mut Making<'_, '_>, row: &facts::Property, ty: &TypeName) -> ir::BodyProperty {
    let cx = making.cx;
    let known = making.api.all_properties(ty);
    let names = known.iter().map(|it| it.name.as_str());
    let near = near::similar(&row.name.text, names);
    let hint = near.map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
    let message = format!("`{}` has no property `{}`", ty.name, row.name.text);
    let (place, (second, label)) = (making.page.place(row.name.span), near_row(cx, making.api, ty, near));
    making.diagnostics.push(Code::RowNotInResource, place, message).hint(hint).beside(second, label);
    if let Some(word) = unknown_word(making, row) {
        let hint = property::near_type(cx, word).unwrap_or_default();
        let message = format!("no page describes `{word}`");
        making.diagnostics.push(Code::UnknownType, making.page.place(row.ty.span), message).hint(hint);
    }
    ir::BodyProperty {
        name: row.name.text.clone(),
        ty: row_type(making, row),
        deprecated: row.deprecated.clone(),
        doc: super::doc::line(cx, making.page, &row.doc),
        origin: cx.origin(making.page, row.span),
        access: row.access,
    }
}

/// What a row's type cell says, if that is no type that is known.
fn unknown_word<'r>(making: &Making<'_, '_>, row: &'r facts::Property) -> Option<&'r str> {
    let facts::TypeWord::Name(word) = &row.ty.item else { return None };
    let found = super::reference::find(making.cx, making.page, word, row.ty.link.as_deref());
    found.is_none().then_some(word)
}

/// The row of a type that may be meant, else the type.
pub(super) fn near_row(cx: Cx<'_>, api: &ir::Api, ty: &TypeName, near: Option<&str>) -> (Option<Place>, String) {
    match near.and_then(|near| place::property(cx, api, ty, near)) {
        Some(row) => (Some(row.name()), "this one?".to_owned()),
        None => (place::declaration(cx, ty), format!("`{}` is described here", ty.name)),
    }
}

/// The type that a row of the body's table says. What is wrong with it was said of the resource page's row, or is lost
/// in favour of that.
fn row_type(making: &Making<'_, '_>, row: &facts::Property) -> ir::TypeRef {
    property::row_type(making.cx, making.page, row)
}

/// Without a table: what the type has that may be sent.
fn writable(making: &Making<'_, '_>, ty: &TypeName) -> Vec<ir::BodyProperty> {
    making.api.all_properties(ty).into_iter().filter(|it| !it.relationship).map(of_type).collect()
}

pub(super) fn of_type(it: &ir::Property) -> ir::BodyProperty {
    ir::BodyProperty {
        name: it.name.clone(),
        ty: it.ty.clone(),
        access: it.access,
        deprecated: it.deprecated.clone(),
        doc: it.doc.clone(),
        origin: it.origin.clone(),
    }
}

/// Adds what the examples send and no table lists, where no page calls it read-only.
fn add_sent(making: &mut Making<'_, '_>, properties: &mut Vec<ir::BodyProperty>, requests: &[Value], ty: &TypeName) {
    for member in requests.iter().flat_map(Value::members) {
        if properties.iter().any(|it| it.name == member.name) {
            continue;
        }
        let (bare, _) = split_delta(&member.name);
        let known = making.api.all_properties(ty).into_iter().find(|it| it.name == bare);
        if let Some(known) = known.filter(|it| it.access == Access::Writable) {
            let message = format!("no row of the request body lists `{}`, which the example sends", member.name);
            let (place, row) = (making.page.place(member.span), place::row(making.cx, bare, &known.origin));
            let label = "the page of the type lists it here";
            making.diagnostics.push(Code::SentUnlisted, place, message).beside(row.map(Row::name), label);
            properties.push(ir::BodyProperty { name: member.name.clone(), ..of_type(known) });
        }
    }
}
