//! Compares the type that a row says with what the JSON representation of its page shows.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::qualified;
use super::kin::Kin;
use super::{place, property};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::ir::{Primitive, TypeName, TypeRef};
use crate::json::{Kind, Member, Value};
use crate::near;

/// Compares the rows of a type with its representation.
pub(super) fn check(
    cx: Cx<'_>,
    kin: &Kin<'_>,
    (page, ty): (&facts::Page, &facts::Type),
    shown: &Value,
    diagnostics: &mut Diagnostics,
) {
    if let Some((member, name)) = own_mark(cx, kin, ty, shown) {
        let own = qualified(ty.namespace.as_ref(), &ty.name.text);
        let own = if own.name == name.name { own.to_string() } else { own.name };
        let message = format!("the JSON representation calls itself `{name}`, and the page describes `{own}`");
        diagnostics
            .push(Code::RepresentationType, page.place(member.value.span), message)
            .beside(place::named(cx, page, &ty.name), "described here");
    }
    let members: BTreeMap<&str, &Member> = shown.members().iter().rev().map(|it| (it.name.as_str(), it)).collect();
    let left = without_row(ty, shown);
    for row in &ty.properties {
        if let Some(member) = members.get(row.name.text.as_str()) {
            let said = property::row_type(cx, page, row);
            let one = one_of_many(&said, &member.value);
            if let Some(what) = one.or_else(|| contradiction(cx, kin, said.item(), single(&member.value))) {
                let message = format!("the row says {said}, and the JSON representation shows {what}");
                diagnostics
                    .push(Code::RepresentationType, page.place(row.ty.span), message)
                    .beside(page.place(member.value.span), "shown here");
            }
        } else if let Some(near) = cx.near.similar(&row.name.text, left.keys().copied()).map(|near| left[near]) {
            let message =
                format!("the JSON representation has no `{}`, and `{}`, which no row has", row.name.text, near.name);
            diagnostics
                .push(Code::UnshownRow, page.place(row.name.span), message)
                .hint(format!("did you mean `{}`?", near.name))
                .beside(page.place(near.span), "this one?");
        }
    }
}

/// The type mark of the whole, where it is that of an unrelated type, or nearly the page's own.
fn own_mark<'s>(cx: Cx<'_>, kin: &Kin<'_>, ty: &facts::Type, shown: &'s Value) -> Option<(&'s Member, TypeName)> {
    let member = shown.members().iter().find(|it| it.name == "@odata.type")?;
    let named = TypeName::parse(member.value.text()?.trim_start_matches('#'))?;
    let own = qualified(ty.namespace.as_ref(), &ty.name.text);
    let own = cx.index.get(&own).map_or(own, |entry| entry.name.clone());
    let is_odd = match cx.index.get(&named).map(|entry| &entry.name) {
        Some(other) => *other != own && !kin.is_a(other, &own) && !kin.is_a(&own, other),
        None if named.name.eq_ignore_ascii_case(&own.name) => ty.namespace.is_some(),
        None => near::is_slip(&named.name, &own.name),
    };
    is_odd.then_some((member, named))
}

/// A single object where the row says that there are many.
fn one_of_many(said: &TypeRef, shown: &Value) -> Option<String> {
    (said.is_collection() && !shown.members().is_empty()).then(|| "a single object".to_owned())
}

/// One of many.
fn single(value: &Value) -> &Value {
    match &value.kind {
        Kind::List(items) => items.first().map_or(value, single),
        Kind::Null | Kind::Boolean(_) | Kind::Number(_) | Kind::Text(_) | Kind::Object(_) => value,
    }
}

/// What the shown value is, if it is none of that type.
fn contradiction(cx: Cx<'_>, kin: &Kin<'_>, said: &TypeRef, shown: &Value) -> Option<String> {
    let is_number = |it: Primitive| {
        matches!(
            it,
            Primitive::Byte
                | Primitive::SByte
                | Primitive::Int16
                | Primitive::Int32
                | Primitive::Int64
                | Primitive::Decimal
                | Primitive::Double
                | Primitive::Single
        )
    };
    match (said, &shown.kind) {
        (TypeRef::Primitive(Primitive::Json | Primitive::Stream), _)
        | (TypeRef::Primitive(Primitive::Boolean), Kind::Boolean(_)) => None,
        (TypeRef::Primitive(it), Kind::Number(_)) if is_number(*it) || *it == Primitive::Duration => None,
        (_, Kind::Number(number)) => Some(format!("the number {number}")),
        (_, Kind::Boolean(it)) => Some(format!("{it}")),
        (TypeRef::Primitive(it), Kind::Text(text)) if *it == Primitive::Boolean || is_number(*it) => {
            (text == "String" || text.starts_with("String (")).then(|| format!("\"{text}\""))
        }
        (_, Kind::Object(_)) => {
            let named = documented(cx, shown)?;
            let fits = said.named().is_some_and(|it| *it == named || kin.is_a(it, &named) || kin.is_a(&named, it));
            (!fits).then(|| format!("`{}`", named.name))
        }
        (TypeRef::Named(name), Kind::Text(text)) if kin.has(name) => text_of(cx, kin, name, text),
        (_, Kind::Text(_) | Kind::Null | Kind::List(_)) => None,
    }
}

/// What a text is that stands where an object belongs, if it says that it is another thing than that.
fn text_of(cx: Cx<'_>, kin: &Kin<'_>, name: &TypeName, text: &str) -> Option<String> {
    let is_string = text.eq_ignore_ascii_case("string");
    let named = || cx.index.get(&TypeName::parse(text.trim_start_matches('#'))?).map(|it| &it.name);
    let is_other = || named().is_some_and(|it| it != name && !kin.is_a(it, name) && !kin.is_a(name, it));
    (is_string || is_other()).then(|| format!("\"{text}\""))
}

/// The documented type that an object names.
fn documented(cx: Cx<'_>, shown: &Value) -> Option<TypeName> {
    let name = shown.get("@odata.type")?.text()?.trim_start_matches('#');
    cx.index.get(&TypeName::parse(name)?).map(|entry| entry.name.clone())
}

/// The shown members that no row has.
fn without_row<'s>(ty: &facts::Type, shown: &'s Value) -> BTreeMap<&'s str, &'s Member> {
    let rows: BTreeSet<String> = ty.properties.iter().map(|row| row.name.text.to_ascii_lowercase()).collect();
    let is_left = |it: &&Member| !it.name.contains('@') && !rows.contains(&it.name.to_ascii_lowercase());
    shown.members().iter().filter(is_left).map(|it| (it.name.as_str(), it)).collect()
}
