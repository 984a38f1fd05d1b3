//! Compares the values that rows list with the members of the enumeration that is their type.

use std::collections::BTreeSet;

use super::cx::Cx;
use super::place;
use super::property;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, TypeWord, Word};
use crate::ir::{Api, Enum, TypeName};
use crate::source::Place;

/// Compares all rows.
pub(super) fn check(cx: Cx<'_>, api: &Api, diagnostics: &mut Diagnostics) {
    for page in cx.pages {
        let sent = page.update.iter().flat_map(|it| it.body.iter().flatten());
        for row in page.types.iter().flat_map(|it| &it.properties).chain(sent) {
            row_of(cx, api, (page, row), diagnostics);
        }
    }
}

fn row_of(cx: Cx<'_>, api: &Api, (page, row): (&facts::Page, &facts::Property), diagnostics: &mut Diagnostics) {
    if row.known_values.len() < 2 || !matches!(row.ty.item, TypeWord::Name(_)) {
        return;
    }
    let ty = property::row_type(cx, page, row);
    let Some((name, list)) = ty.named().and_then(|name| api.enums.get_key_value(name)) else { return };
    let values = row.known_values.iter().filter(|it| !is_same(&it.text, SENTINEL));
    let members: BTreeSet<String> = list.members.iter().map(|it| it.name.to_ascii_lowercase()).collect();
    let (listed, unlisted): (Vec<&Word>, Vec<&Word>) =
        values.partition(|value| members.contains(&value.text.to_ascii_lowercase()));
    if unlisted.is_empty() {
        return;
    }
    let known: BTreeSet<String> = row.known_values.iter().map(|it| it.text.to_ascii_lowercase()).collect();
    let others = list.members.iter().map(|it| it.name.as_str());
    let others: Vec<&str> = others.filter(|name| !known.contains(&name.to_ascii_lowercase())).collect();
    for value in &unlisted {
        let near = cx.near.similar(&value.text, others.iter().copied());
        // Values of another list are explained, not these.
        if near.is_none() && listed.len() <= unlisted.len() {
            continue;
        }
        let hint = near.map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
        let label = near.map_or_else(|| format!("the members of `{}`", name.name), |it| format!("`{it}` here"));
        let second = near.and_then(|near| member(cx, list, near)).or_else(|| place::declaration(cx, name));
        diagnostics
            .push(Code::UnlistedValue, page.place(value.span), message(name, value))
            .hint(hint)
            .beside(second, label);
    }
}

/// What pages often leave out.
pub(super) const SENTINEL: &str = "unknownFutureValue";

fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn message(name: &TypeName, value: &Word) -> String {
    format!("the table of `{}` has no member `{}`, which this row lists", name.name, value.text)
}

fn member(cx: Cx<'_>, list: &Enum, name: &str) -> Option<Place> {
    let origin = &list.members.iter().find(|it| it.name == name)?.origin;
    let page = cx.pages.get(cx.index.page(&origin.page)?.0)?;
    let members = page.enums.iter().flat_map(|it| &it.members);
    let found = members.filter(|it| it.name.text == name).find(|it| cx.origin(page, it.name.span) == *origin)?;
    Some(page.place(found.name.span))
}
