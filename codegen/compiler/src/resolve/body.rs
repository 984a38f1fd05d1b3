//! Makes the properties of a body: what the page lists, what else its examples send, or what its type has.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::Found;
use super::cx::Cx;
use super::kin::{Kin, Properties};
use super::making::Making;
use super::place::{self, Row};
use super::{example, mend, property};
use crate::diagnostic::Code;
use crate::facts::{self, Update};
use crate::hashes::{self, Hashes};
use crate::ir::{self, Access, Basis, TypeName};
use crate::json::Value;
use crate::source::Place;

/// What is sent.
pub(super) fn body(making: &mut Making<'_, '_>, update: &Update, found: &Found<'_>, others: &[&TypeName]) -> ir::Body {
    let requests = found.examples.iter().filter_map(|it| it.request.as_ref());
    let requests: Vec<&Value> = requests.filter_map(example::body).collect();
    let rows = update.body.as_deref().unwrap_or_default();
    let rows = own_rows(making, rows, &found.ty, others);
    let (basis, mut properties) = if rows.is_empty() {
        (Basis::Type, writable(making, &found.ty))
    } else {
        (Basis::Table, documented(making, &rows, &found.ty))
    };
    add_sent(making, &mut properties, &requests, &found.ty);
    let names_itself = |body: &&Value| {
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
    let kin = making.kin;
    let has = |ty: &TypeName, name: &str| kin.properties(ty).in_any_case(name).is_some();
    let mut outer_rows = None;
    let mut own = Vec::new();
    for row in rows {
        let (name, _) = split_delta(&row.name.text);
        if has(ty, name) {
            own.push(row);
        } else if let Some(outer) = outer_rows.get_or_insert_with(|| OuterRows::new(making, rows)).around(row) {
            let message = format!("taken as a member of `{}`, not of `{}`", outer.name.text, ty.name);
            let (place, outer) = (making.page.place(row.name.span), making.page.place(outer.name.span));
            making.diagnostics.push(Code::NestedRow, place, message).beside(outer, "its value has such a member");
        } else if !others.iter().any(|other| has(other, name)) {
            own.push(row);
        }
    }
    own
}

/// The rows whose type has properties, by the names of these.
struct OuterRows<'a, 'r> {
    /// In the order of the page.
    rows: BTreeMap<TypeName, Vec<(usize, &'r facts::Property)>>,
    types: BTreeMap<&'a str, Vec<TypeName>>,
}

impl<'a, 'r> OuterRows<'a, 'r> {
    fn new(making: &Making<'a, '_>, rows: &'r [facts::Property]) -> Self {
        let mut by_type: BTreeMap<TypeName, Vec<_>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            if let Some(ty) = property::row_type(making.cx, making.page, row).named() {
                by_type.entry(ty.clone()).or_default().push((at, row));
            }
        }
        let mut types: BTreeMap<&str, Vec<TypeName>> = BTreeMap::new();
        for ty in by_type.keys() {
            for property in making.kin.properties(ty).all() {
                types.entry(&property.name).or_default().push(ty.clone());
            }
        }
        Self { rows: by_type, types }
    }

    /// The first row that this one names in its description, and whose type has a property of this one's name.
    fn around(&self, row: &facts::Property) -> Option<&'r facts::Property> {
        let types = self.types.get(row.name.text.as_str())?;
        let doc = row.doc.plain();
        let names_it = |outer: &facts::Property| outer.name.text != row.name.text && doc.contains(&outer.name.text);
        let first = |ty: &TypeName| self.rows.get(ty)?.iter().find(|(_, outer)| names_it(outer));
        types.iter().filter_map(first).min_by_key(|(at, _)| *at).map(|(_, outer)| *outer)
    }
}

/// The rows of the page's own tables, each with the type that the resource page gives it.
fn documented(making: &mut Making<'_, '_>, rows: &[&facts::Property], ty: &TypeName) -> Vec<ir::BodyProperty> {
    let known = making.kin.properties(ty);
    let described: Vec<&ir::Property> = known.all().filter(|it| it.doc.len() >= LONG_DOC).collect();
    let docs = Hashes::new(described.iter().map(|it| hashes::word(&it.doc)));
    let mut first_rows: BTreeMap<&str, usize> = BTreeMap::new();
    let mut properties: Vec<ir::BodyProperty> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let first = *first_rows.entry(&row.name.text).or_insert(at);
        if first < at {
            say_twice(making, &rows[first..=at]);
            continue;
        }
        let (bare, delta) = split_delta(&row.name.text);
        let same = known.get(bare).or_else(|| known.in_any_case(bare));
        properties.push(match same {
            Some(property) => {
                let sent = of_resource(making, row, property);
                let same = docs.of(hashes::word(&sent.doc)).map(|at| described[at]);
                if let [other] = same.filter(|it| it.doc == sent.doc).take(2).collect::<Vec<_>>()[..] {
                    say_exchanged(making, row, property, other);
                }
                ir::BodyProperty { name: sent.name.clone() + delta, ..sent }
            }
            None => of_row(making, row, (ty, known)),
        });
    }
    properties
}

/// Says that the first and the last row have one name, if all between them are rows of one table: tables for several
/// cases, and parts of a table below captions, may list a name each.
fn say_twice(making: &mut Making<'_, '_>, rows: &[&facts::Property]) {
    let [first, .., last] = rows else { return };
    let line = |row: &facts::Property| making.cx.origin(making.page, row.span).line as usize;
    if line(last) != line(first) + rows.len() - 1 {
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
    let known = || place::row(cx, &property.name, &property.origin);
    let place = |span| making.page.place(span);
    let is_known = *property.ty.item() != ir::TypeRef::Primitive(ir::Primitive::Json);
    if let Some(word) = unknown_word(making, row).filter(|_| is_known) {
        let message = format!("no page describes `{word}`; `{}` is taken", property.ty);
        let hint = property::near_type(cx, word).unwrap_or_default();
        let label = format!("the page of the type says `{}` here", property.ty);
        let change = mend::primitive(cx, making.page, row, Some(property.ty.item()));
        let remark = making.diagnostics.push(Code::MisspelledType, place(row.ty.span), message);
        remark.hint(hint).beside(known().map(Row::ty), label).mend(change);
    } else if ty.is_collection() != property.ty.is_collection() {
        let message = format!("`{}` is a collection on one page only; that of the resource is taken", row.name.text);
        let label = format!("the page of the type says `{}` here", property.ty);
        making.diagnostics.push(Code::TypeDiffers, place(row.ty.span), message).beside(known().map(Row::ty), label);
    } else if are_at_odds(making.kin, ty.item(), property.ty.item()) {
        let message = format!("`{}` is `{ty}` here, and `{}` there, which is taken", row.name.text, property.ty);
        let label = format!("the page of the type says `{}` here", property.ty);
        making.diagnostics.push(Code::TypeDiffers, place(row.ty.span), message).beside(known().map(Row::ty), label);
    }
    // What the page of an update says of its own body outranks what the page of the type says in general.
    let access = if property.access == Access::Key { Access::Key } else { row.access };
    if property.access == Access::ReadOnly && access == Access::Writable {
        let message = format!("`{}` is read-only on the page of the type, and listed here", row.name.text);
        let said = known().map(Row::doc);
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
fn are_at_odds(kin: &Kin<'_>, one: &ir::TypeRef, other: &ir::TypeRef) -> bool {
    use ir::TypeRef::{Named, Primitive};
    match (one, other) {
        (Primitive(ir::Primitive::Json), _) | (_, Primitive(ir::Primitive::Json)) => false,
        (Primitive(one), Primitive(other)) => one != other,
        (Named(one), Named(other)) => !kin.is_a(one, other) && !kin.is_a(other, one) && one != other,
        (Primitive(ir::Primitive::String), Named(name)) | (Named(name), Primitive(ir::Primitive::String)) => {
            !kin.api.enums.contains_key(name)
        }
        _ => true,
    }
}

/// Says that a row has the description which the page of the type gives another property alone.
fn say_exchanged(making: &mut Making<'_, '_>, row: &facts::Property, own: &ir::Property, other: &ir::Property) {
    if other.name == own.name || own.doc.is_empty() {
        return;
    }
    let message = format!("this describes `{}` on the page of the type, and here `{}`", other.name, row.name.text);
    let second = place::row(making.cx, &other.name, &other.origin).map(Row::doc);
    making
        .diagnostics
        .push(Code::ExchangedText, making.page.place(row.doc.span), message)
        .beside(second, "the same text");
}

/// What is shorter may be said of several properties.
const LONG_DOC: usize = 20;

/// A row that the type lacks, of which all properties are given.
fn of_row(
    making: &mut Making<'_, '_>,
    row: &facts::Property,
    (ty, known): (&TypeName, Properties<'_, '_>),
) -> ir::BodyProperty {
    let cx = making.cx;
    let names = known.all().map(|it| it.name.as_str());
    let near = cx.near.similar(&row.name.text, names);
    let hint = near.map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
    let message = format!("`{}` has no property `{}`", ty.name, row.name.text);
    let (place, (second, label)) = (making.page.place(row.name.span), near_row(cx, making.kin, ty, near));
    if !is_of_derived(making, ty, &row.name.text) {
        making.diagnostics.push(Code::RowNotInResource, place, message).hint(hint).beside(second, label);
    }
    if let Some(word) = unknown_word(making, row) {
        let hint = property::near_type(cx, word).unwrap_or_default();
        let message = format!("no page describes `{word}`");
        let change = mend::primitive(cx, making.page, row, None);
        making.diagnostics.push(Code::UnknownType, making.page.place(row.ty.span), message).hint(hint).mend(change);
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

/// Whether a type that derives from `ty`, and is named on the page, has a property: one page may describe the update of all
/// of them.
fn is_of_derived(making: &Making<'_, '_>, ty: &TypeName, property: &str) -> bool {
    let text = &making.cx.docs.page(making.page.id).text;
    let has = |it: &ir::Type| it.properties.iter().any(|it| it.name == property);
    making.kin.api.types.iter().any(|(name, it)| has(it) && making.kin.is_a(name, ty) && text.contains(&name.name))
}

/// What a row's type cell says, if that is no type that is known.
fn unknown_word<'r>(making: &Making<'_, '_>, row: &'r facts::Property) -> Option<&'r str> {
    let facts::TypeWord::Name(word) = &row.ty.item else { return None };
    let found = super::reference::find(making.cx, making.page, word, row.ty.link.as_deref());
    found.is_none().then_some(word)
}

/// The row of a type that may be meant, else the type.
pub(super) fn near_row(cx: Cx<'_>, kin: &Kin<'_>, ty: &TypeName, near: Option<&str>) -> (Option<Place>, String) {
    match near.and_then(|near| place::property(cx, kin, ty, near)) {
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
    making.kin.properties(ty).all().filter(|it| !it.relationship).map(of_type).collect()
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
fn add_sent(making: &mut Making<'_, '_>, properties: &mut Vec<ir::BodyProperty>, requests: &[&Value], ty: &TypeName) {
    let mut listed: BTreeSet<String> = properties.iter().map(|it| it.name.clone()).collect();
    let known = making.kin.properties(ty);
    for member in requests.iter().flat_map(|it| it.members()) {
        if listed.contains(&member.name) {
            continue;
        }
        let known = known.get(split_delta(&member.name).0);
        if let Some(known) = known.filter(|it| it.access == Access::Writable) {
            listed.insert(member.name.clone());
            let message = format!("no row of the request body lists `{}`, which the example sends", member.name);
            let (place, row) = (making.page.place(member.span), place::row(making.cx, &known.name, &known.origin));
            let label = "the page of the type lists it here";
            making.diagnostics.push(Code::SentUnlisted, place, message).beside(row.map(Row::name), label);
            properties.push(ir::BodyProperty { name: member.name.clone(), ..of_type(known) });
        }
    }
}
