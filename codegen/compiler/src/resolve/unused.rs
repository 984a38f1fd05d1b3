//! Says of lists of members that nothing refers to, where that is probably a slip.

use std::collections::BTreeSet;

use super::cx::Cx;
use super::index::{Entry, What};
use super::{place, reference};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, TypeWord};
use crate::ir::Api;

/// Looks at all enumerations.
pub(super) fn check(cx: Cx<'_>, api: &Api, diagnostics: &mut Diagnostics) {
    let properties = || api.types.values().flat_map(|it| &it.properties);
    let of_types = properties().map(|it| (it.name.as_str(), &it.ty));
    let of_bodies = api.operations.iter().flat_map(|it| &it.body.properties).map(|it| (it.name.as_str(), &it.ty));
    let mut used = BTreeSet::new();
    let mut names = BTreeSet::new();
    for (name, ty) in of_types.chain(of_bodies) {
        names.insert(name.to_ascii_lowercase());
        used.extend(ty.named());
    }
    for entry in cx.index.all(What::Enum).filter(|it| !used.contains(&it.name)) {
        // A section is named after the String that it explains.
        if !names.contains(&entry.name.name.to_ascii_lowercase()) {
            unknown_beside(cx, entry, diagnostics);
            odd_members(cx, entry, diagnostics);
        }
    }
}

/// A row of the same page that names a type which is nowhere.
fn unknown_beside(cx: Cx<'_>, entry: &Entry, diagnostics: &mut Diagnostics) {
    for &(number, at) in &entry.claims {
        let page = &cx.pages[number];
        let rows = page.types.iter().flat_map(|it| &it.properties);
        if let Some((row, word)) = rows.filter_map(|row| Some((row, unknown(cx, page, row)?))).next() {
            let name = &entry.name.name;
            let message = format!("no row refers to `{name}`, and one does to `{word}`, whose members stand nowhere");
            let own = place::named(cx, page, &page.enums[at].name);
            diagnostics
                .push(Code::UnusedList, own, message)
                .hint(format!("if these are its members, write `{word}`"))
                .beside(page.place(row.ty.span), format!("`{word}` here"));
        }
    }
}

/// The name that a row says is its type, if no page has that.
fn unknown<'r>(cx: Cx<'_>, page: &facts::Page, row: &'r facts::Property) -> Option<&'r str> {
    let TypeWord::Name(word) = &row.ty.item else { return None };
    reference::find(cx, page, word, row.ty.link.as_deref()).is_none().then_some(word)
}

/// Members that are no identifiers, most of them.
fn odd_members(cx: Cx<'_>, entry: &Entry, diagnostics: &mut Diagnostics) {
    for &(number, at) in &entry.claims {
        let list = &cx.pages[number].enums[at];
        let odd = list.members.iter().filter(|it| !facts::is_name(&it.name.text) || it.name.text.contains('.'));
        if 2 * odd.clone().count() > list.members.len() {
            let Some(first) = odd.clone().next() else { continue };
            let message =
                format!("`{}` is no name of a member, and no row refers to `{}`", first.name.text, entry.name.name);
            let own = place::named(cx, &cx.pages[number], &list.name);
            diagnostics
                .push(Code::OddMembers, cx.pages[number].place(first.name.span), message)
                .hint("if this is no enumeration, write it as a list")
                .beside(own, "read as an enumeration for this heading");
        }
    }
}
