//! Makes a type of what an update page says of its body, where no page describes the type.
//!
//! The table of the request body gives the properties; without one, the members of the example's request do.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::{Found, Shown};
use super::index::qualified;
use super::making::Making;
use super::{body, doc, evidence, example, property};
use crate::diagnostic::Code;
use crate::facts::{self, Update};
use crate::ir::{self, Access, Basis, Kind, Primitive, RequestLine, TypeName, TypeRef};
use crate::json;

/// The body that a page implies, with its type; `None` where the page says nothing of it.
pub(super) fn implied<'a>(
    making: &mut Making<'_, '_>,
    update: &'a Update,
    lines: &[RequestLine],
    types: &mut BTreeMap<TypeName, ir::Type>,
) -> Option<(Found<'a>, ir::Body)> {
    // What a page describes is not made up again, be it as something that is no body.
    let name = name(making, update).filter(|it| making.kin.api.area(it).is_none())?;
    let properties = properties(making, update);
    if properties.is_empty() || lines.is_empty() {
        return None;
    }
    let message = format!("no page describes `{}`: its properties are those that this page sends", name.name);
    making.diagnostics.push(Code::ImpliedType, making.page.place(update.title.span), message);
    let body = ir::Body {
        ty: name.clone(),
        discriminated: false,
        basis: if update.body.is_some() { Basis::Table } else { Basis::Examples },
        properties: properties.iter().map(body::of_type).collect(),
        evidence: Vec::new(),
    };
    types.entry(name.clone()).or_insert_with(|| ty(making, update, properties));
    let examples = update.examples.iter().collect();
    Some((Found { ty: name, lines: lines.to_vec(), evidence: Vec::new(), examples, shown: Shown::Told }, body))
}

/// What the answer's annotation names, else the title in the spelling of a link or as it is: `Update adminReportSettings`.
fn name(making: &Making<'_, '_>, update: &Update) -> Option<TypeName> {
    let mut annotated = update.examples.iter().filter_map(|it| it.response.as_ref()?.annotated.as_ref());
    if let Some(name) = annotated.find_map(|it| TypeName::parse(&it.text)) {
        return Some(name);
    }
    let stem = making.cx.docs.page(making.page.id).stem();
    let noun = evidence::noun(stem).unwrap_or(stem).to_lowercase().replace(['-', '_'], "");
    let mentions = &update.mentions;
    let linked = mentions.intro.iter().chain(&mentions.body).chain(&mentions.answer).map(|it| it.word.text.as_str());
    let titled = update.title.text.split_whitespace().skip(1);
    let fits = |word: &&str| noun.ends_with(&word.to_lowercase()) || word.to_lowercase() == noun;
    let word = linked.chain(titled).find(fits).map_or(noun.clone(), str::to_owned);
    (!word.is_empty() && crate::facts::is_name(&word)).then(|| qualified(None, &word))
}

fn properties(making: &mut Making<'_, '_>, update: &Update) -> Vec<ir::Property> {
    let rows = update.body.as_deref().unwrap_or_default();
    let mut names = BTreeSet::new();
    let new = rows.iter().filter(|row| names.insert(row.name.text.clone()));
    let mut all: Vec<ir::Property> = new.map(|row| of_row(making, row)).collect();
    if all.is_empty() {
        let requests = update.examples.iter().filter_map(|it| it.request.as_ref());
        for body in requests.filter_map(example::body) {
            for member in body.members().iter().filter(|it| !it.name.contains('@')) {
                if !names.insert(member.name.clone()) {
                    continue;
                }
                if facts::is_name(&member.name) {
                    all.push(of_member(making, member));
                } else {
                    let place = making.page.place(member.span);
                    making.diagnostics.push(Code::OddName, place, "this is no name of a property".to_owned());
                }
            }
        }
    }
    all
}

fn of_row(making: &Making<'_, '_>, row: &facts::Property) -> ir::Property {
    ir::Property {
        name: row.name.text.clone(),
        ty: property::row_type(making.cx, making.page, row),
        access: row.access,
        nullable: row.nullable,
        relationship: false,
        deprecated: row.deprecated.clone(),
        known_values: row.known_values.iter().map(|it| it.text.clone()).collect(),
        doc: doc::line(making.cx, making.page, &row.doc),
        origin: making.cx.origin(making.page, row.span),
        repairs: row.repairs.clone(),
    }
}

fn of_member(making: &Making<'_, '_>, member: &json::Member) -> ir::Property {
    ir::Property {
        name: member.name.clone(),
        ty: shown(&member.value.kind),
        access: Access::Writable,
        nullable: None,
        relationship: false,
        deprecated: None,
        known_values: Vec::new(),
        doc: String::new(),
        origin: making.cx.origin(making.page, member.span),
        repairs: Vec::new(),
    }
}

/// The type of a value in JSON, as far as it tells.
fn shown(kind: &json::Kind) -> TypeRef {
    match kind {
        json::Kind::Boolean(_) => TypeRef::Primitive(Primitive::Boolean),
        json::Kind::Text(_) => TypeRef::Primitive(Primitive::String),
        json::Kind::List(items) if !items.is_empty() && items.iter().all(|it| it.text().is_some()) => {
            TypeRef::Collection(Box::new(TypeRef::Primitive(Primitive::String)))
        }
        json::Kind::Null | json::Kind::Number(_) | json::Kind::List(_) | json::Kind::Object(_) => {
            TypeRef::Primitive(Primitive::Json)
        }
    }
}

fn ty(making: &Making<'_, '_>, update: &Update, properties: Vec<ir::Property>) -> ir::Type {
    ir::Type {
        kind: Kind::Entity,
        base: None,
        open: false,
        is_abstract: false,
        deprecated: None,
        area: super::area::stated(making.cx, making.page, None),
        doc: format!("What the page \u{201c}{}\u{201d} sends.", update.title.text),
        origin: making.cx.origin(making.page, update.title.span),
        also: Vec::new(),
        properties,
        repairs: Vec::new(),
    }
}
