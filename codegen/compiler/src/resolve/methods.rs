//! Compares the tables of methods on the pages of types with the pages of updates.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::{mend, place, reference};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, Mention, Methods};
use crate::ir::{Api, TypeName};
use crate::source::PageId;
use crate::span::Span;

/// Compares all of them.
pub(super) fn check(cx: Cx<'_>, api: &Api, diagnostics: &mut Diagnostics) {
    let mut linked: BTreeSet<PageId> = BTreeSet::new();
    for page in cx.pages {
        for it in page.types.iter().flat_map(|ty| &ty.operations) {
            match it.link.as_deref().and_then(|link| reference::target_page(cx, page, link)) {
                Some(target) => {
                    linked.insert(target);
                    other_verb(cx, (page, it), target, diagnostics);
                }
                None => dead(cx, page, it, diagnostics),
            }
        }
    }
    unlinked(cx, api, &linked, diagnostics);
}

/// A link that says it leads to one operation, and leads to another one.
fn other_verb(cx: Cx<'_>, (page, it): (&facts::Page, &Mention), target: PageId, diagnostics: &mut Diagnostics) {
    const VERBS: [&str; 5] = ["get", "list", "create", "update", "delete"];
    let stem = cx.docs.page(target).stem().to_lowercase();
    let says = |verb: &&&str| it.word.text.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case(verb));
    let leads = |verb: &&&str| stem.rsplit(['-', '_']).next() == Some(**verb);
    let (Some(said), Some(found)) = (VERBS.iter().find(says), VERBS.iter().find(leads)) else { return };
    // What lists things may get them, and create one.
    if said != found && ![said, found].contains(&&"list") {
        let message = format!("`{}` leads to a page that says how to {found}", it.word.text);
        let title = |page: &facts::Page| page.update.as_ref().map_or(Span::default(), |it| it.title.span);
        let second = cx.pages.get(target.0).map(|page| page.place(title(page)));
        diagnostics.push(Code::LinkMismatch, page.place(it.word.span), message).beside(second, "the link leads here");
    }
}

/// What a table links and that is nowhere.
fn dead(cx: Cx<'_>, page: &facts::Page, it: &Mention, diagnostics: &mut Diagnostics) {
    let Some(link) = it.link.as_deref().filter(|link| reference::is_dead(cx, page, link)) else { return };
    let hint = reference::near_page(cx, link).unwrap_or_default();
    let changes = mend::links(cx, page, &it.word.text, link);
    let message = format!("there is no page `{link}`");
    diagnostics.push(Code::DeadLink, page.place(it.word.span), message).hint(hint).mend(changes);
}

/// Updates that no table of methods links, though the type's own page has one.
fn unlinked(cx: Cx<'_>, api: &Api, linked: &BTreeSet<PageId>, diagnostics: &mut Diagnostics) {
    let mut types: BTreeMap<PageId, BTreeSet<&TypeName>> = BTreeMap::new();
    for it in &api.operations {
        if let Some(page) = cx.docs.number(&it.origin.page).filter(|page| !linked.contains(page)) {
            types.entry(page).or_default().insert(&it.body.ty);
        }
    }
    for (page, types) in types {
        let [ty] = types.into_iter().collect::<Vec<_>>()[..] else { continue };
        let Some(update) = cx.pages.get(page.0).and_then(|page| page.update.as_ref()) else { continue };
        if lists_methods(cx, ty) {
            let message = format!("no table of methods links this update of `{}`", ty.name);
            let second = place::declaration(cx, ty);
            diagnostics
                .push(Code::UnlinkedUpdate, cx.pages[page.0].place(update.title.span), message)
                .beside(second, "this page has such a table");
        }
    }
}

fn lists_methods(cx: Cx<'_>, ty: &TypeName) -> bool {
    let entry = cx.index.get(ty).filter(|it| it.is_type());
    entry.is_some_and(|it| cx.claims(it).any(|(_, claim)| claim.methods == Methods::Own))
}
