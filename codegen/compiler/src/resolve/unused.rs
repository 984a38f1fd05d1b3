//! Says of lists of members that nothing refers to, where that is probably a slip.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::{Entry, What};
use super::{place, reference};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, TypeWord};
use crate::ir::{Api, TypeName};

/// Looks at all enumerations.
pub(super) fn check(cx: Cx<'_>, api: &Api, diagnostics: &mut Diagnostics) {
    let pages = cx.pages.iter().enumerate().filter(|(_, page)| !page.enums.is_empty());
    let unknown: BTreeMap<usize, Unknown<'_>> =
        pages.filter_map(|(number, page)| Some((number, unknown_row(cx, page)?))).collect();
    let is_suspect = |entry: &&Entry| {
        let mut claims = entry.claims.iter();
        claims.any(|&(page, at)| unknown.contains_key(&page) || first_odd(&cx.pages[page].enums[at]).is_some())
    };
    let suspects: Vec<&Entry> = cx.index.all(What::Enum).filter(is_suspect).collect();
    if suspects.is_empty() {
        return;
    }
    let (used, names) = known(api, &suspects);
    let is_unused = |it: &&Entry| !used.contains(&it.name) && !names.contains(&it.name.name.to_ascii_lowercase());
    for entry in suspects.into_iter().filter(is_unused) {
        for &(number, at) in &entry.claims {
            let page = &cx.pages[number];
            if let Some(row) = unknown.get(&number) {
                unknown_beside(cx, (page, &page.enums[at]), *row, diagnostics);
            }
            odd_members(cx, (page, &page.enums[at]), diagnostics);
        }
    }
}

/// Which of these are the types of properties; and the names of properties in lower case that one of them has, since a section
/// is named after the String that it explains.
fn known<'a>(api: &'a Api, suspects: &[&Entry]) -> (BTreeSet<&'a TypeName>, BTreeSet<String>) {
    let wanted: BTreeSet<&TypeName> = suspects.iter().map(|it| &it.name).collect();
    let spelled: BTreeSet<String> = wanted.iter().map(|it| it.name.to_ascii_lowercase()).collect();
    let of_types = api.types.values().flat_map(|it| &it.properties).map(|it| (&it.name, &it.ty));
    let of_bodies = api.operations.iter().flat_map(|it| &it.body.properties).map(|it| (&it.name, &it.ty));
    let all = of_types.chain(of_bodies);
    let used = all.clone().filter_map(|(_, ty)| ty.named()).filter(|it| wanted.contains(it));
    let names = all.map(|(name, _)| name.to_ascii_lowercase()).filter(|it| spelled.contains(it));
    (used.collect(), names.collect())
}

/// A row that names a type which no page has, with that name.
type Unknown<'a> = (&'a facts::Property, &'a str);

/// A list with its page.
type List<'a> = (&'a facts::Page, &'a facts::Enum);

/// A row of the same page that names a type which is nowhere.
fn unknown_beside(cx: Cx<'_>, (page, list): List<'_>, (row, word): Unknown<'_>, diagnostics: &mut Diagnostics) {
    let message =
        format!("no row refers to `{}`, and one does to `{word}`, whose members stand nowhere", list.name.text);
    diagnostics
        .push(Code::UnusedList, place::named(cx, page, &list.name), message)
        .hint(format!("if these are its members, write `{word}`"))
        .beside(page.place(row.ty.span), format!("`{word}` here"));
}

/// The first such row of a page.
fn unknown_row<'p>(cx: Cx<'_>, page: &'p facts::Page) -> Option<Unknown<'p>> {
    page.types.iter().flat_map(|it| &it.properties).find_map(|row| {
        let TypeWord::Name(word) = &row.ty.item else { return None };
        reference::find(cx, page, word, row.ty.link.as_deref()).is_none().then_some((row, word.as_str()))
    })
}

/// Members that are no identifiers, most of them.
fn odd_members(cx: Cx<'_>, (page, list): List<'_>, diagnostics: &mut Diagnostics) {
    let Some(first) = first_odd(list) else { return };
    let message = format!("`{}` is no name of a member, and no row refers to `{}`", first.name.text, list.name.text);
    diagnostics
        .push(Code::OddMembers, page.place(first.name.span), message)
        .hint("if this is no enumeration, write it as a list")
        .beside(place::named(cx, page, &list.name), "read as an enumeration for this heading");
}

/// The first member that is no identifier, where most are none.
fn first_odd(list: &facts::Enum) -> Option<&facts::Member> {
    let is_odd = |it: &&facts::Member| !facts::is_name(&it.name.text) || it.name.text.contains('.');
    let mut odd = list.members.iter().filter(is_odd);
    (2 * odd.clone().count() > list.members.len()).then(|| odd.next()).flatten()
}
