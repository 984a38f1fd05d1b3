//! Compares who may update something with who may get it, and who may delete it, by the pages of these operations.

use super::cx::Cx;
use super::{evidence, place};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, Granted, Grantee};

/// Compares the page of every update with those that are named like it.
pub(super) fn check(cx: Cx<'_>, diagnostics: &mut Diagnostics) {
    for page in cx.pages.iter().filter(|page| page.update.is_some()) {
        nobody(page, diagnostics);
        reading(cx, page, diagnostics);
        if let Some(get) = sibling(cx, page, "get") {
            for (own, other) in pairs(page, get) {
                denied(cx, (page, own), (get, other), diagnostics);
                foreign(cx, (page, own), (get, other), diagnostics);
            }
        }
        if let Some(delete) = sibling(cx, page, "delete") {
            for (own, other) in pairs(page, delete) {
                forgotten((page, own), (delete, other), diagnostics);
            }
        }
    }
}

/// A row of a page with that page.
type Row<'a> = (&'a facts::Page, &'a Granted);

/// The page that does something else with what this page updates.
fn sibling<'a>(cx: Cx<'a>, page: &facts::Page, verb: &str) -> Option<&'a facts::Page> {
    let path = &cx.docs.page(page.id).path;
    let stem = path.strip_suffix(".md")?;
    let noun = evidence::noun(stem)?;
    let joint = stem.get(noun.len()..=noun.len())?;
    cx.pages.get(cx.index.page(&format!("{noun}{joint}{verb}.md"))?.0).map(AsRef::as_ref)
}

/// The rows of the kinds that both pages have one row of each.
fn pairs<'a>(one: &'a facts::Page, other: &'a facts::Page) -> impl Iterator<Item = (&'a Granted, &'a Granted)> {
    Grantee::ALL.into_iter().filter_map(|kind| Some((only(one, kind)?, only(other, kind)?)))
}

fn only(page: &facts::Page, kind: Grantee) -> Option<&Granted> {
    let mut rows = page.granted.iter().filter(|it| it.to == kind);
    rows.next().filter(|_| rows.next().is_none())
}

/// An update that no kind of permission allows.
fn nobody(page: &facts::Page, diagnostics: &mut Diagnostics) {
    let [first, .., last] = page.granted.as_slice() else { return };
    if page.granted.iter().all(|it| it.refused) {
        let message = "no kind of permission allows this update".to_owned();
        diagnostics
            .push(Code::NoPermission, page.place(first.span), message)
            .hint("name the scopes of one kind at least")
            .beside(page.place(last.span), "nor is there one here");
    }
}

/// Who may write and not read: one of the pages is wrong.
fn denied(cx: Cx<'_>, (page, own): Row<'_>, (get, other): Row<'_>, diagnostics: &mut Diagnostics) {
    if let Some(scope) = own.all.first().filter(|_| other.refused) {
        let message = format!(
            "`{scope}` is to allow `{}` this update, and the page that gets the same says that there is no such permission",
            own.to
        );
        diagnostics
            .push(Code::PermissionDiffers, page.place(place::word(cx, page, own.span, scope)), message)
            .hint("if that page is right, write `Not supported.`")
            .beside(get.place(other.span), "none there");
    }
}

/// A scope that writes something else than what the page that gets the same names scopes of.
fn foreign(cx: Cx<'_>, (page, own): Row<'_>, (get, other): Row<'_>, diagnostics: &mut Diagnostics) {
    // Behind a colon stand the scopes of one of several resources.
    let is_parted = |(page, row): Row<'_>| row.span.text(&cx.docs.page(page.id).text).contains(": ");
    if other.all.is_empty() || is_parted((page, own)) || is_parted((get, other)) {
        return;
    }
    let is_known = |scope: &str| other.all.iter().any(|it| resource(it) == resource(scope));
    let is_odd = |scope: &&String| !reads(scope) && resource(scope) != "Directory" && !is_known(scope);
    if let Some(scope) = own.alone.iter().find(is_odd) {
        let message = format!("`{scope}` is to allow this update, and no scope that begins so allows to get the same");
        let known = format!("scopes of `{}` there", resource(&other.all[0]));
        diagnostics
            .push(Code::ForeignScope, page.place(place::word(cx, page, own.span, scope)), message)
            .beside(get.place(other.span), known);
    }
}

/// A kind of permission whose scopes all only read, where that of another kind writes.
fn reading(cx: Cx<'_>, page: &facts::Page, diagnostics: &mut Diagnostics) {
    let Some((other, writes)) = page.granted.iter().find_map(|row| Some((row, row.all.iter().find(|it| !reads(it))?)))
    else {
        return;
    };
    for row in page.granted.iter().filter(|row| row.all.iter().all(|it| reads(it))) {
        let Some(scope) = row.all.first() else { continue };
        let message = format!("`{scope}` only reads, and so do all scopes of `{}` here", row.to);
        diagnostics
            .push(Code::ReadingScope, page.place(place::word(cx, page, row.span, scope)), message)
            .hint("name one that allows to update, or write `Not supported.`")
            .beside(page.place(place::word(cx, page, other.span, writes)), "this one allows to update");
    }
}

/// Whether a scope says that it only reads.
fn reads(scope: &str) -> bool {
    scope.split('.').any(|part| part == "Read" || part == "ReadBasic")
}

/// Who may delete and not update.
fn forgotten((page, own): Row<'_>, (delete, other): Row<'_>, diagnostics: &mut Diagnostics) {
    if let Some(scope) = other.all.first().filter(|_| own.refused) {
        let message = format!(
            "this says that `{}` has no permission to update, and the page that deletes the same names `{scope}`",
            own.to
        );
        diagnostics
            .push(Code::PermissionDiffers, page.place(own.span), message)
            .hint("name the scopes, if there are some")
            .beside(delete.place(other.span), "named there");
    }
}

/// What a scope is about: `Printer` of `Printer.ReadWrite.All`.
fn resource(scope: &str) -> &str {
    scope.split('.').next().unwrap_or(scope)
}
