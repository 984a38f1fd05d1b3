//! Decides what all operations together tell of what may be sent.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::options::ServerSet;
use crate::diagnostic::{Code, Diagnostics};
use crate::ir::{Access, Api, Basis, BodyProperty, Operation, TypeName};
use crate::source::Place;

/// A name that so many pages list is looked at.
const MIN_PAGES: usize = 5;

/// It is the service's where at most one of so many examples sends it.
const MAX_SHARE: usize = 50;

/// The names that the examples of an operation send.
pub(super) type Sent<'a> = BTreeSet<&'a str>;

/// Narrows and widens what each operation's own page tells, by what its examples send.
pub(super) fn settle(cx: Cx<'_>, api: &mut Api, shown: &[Sent<'_>], diagnostics: &mut Diagnostics) {
    widen(api, shown);
    narrow(api, shown);
    if cx.options.server_set == ServerSet::Inferred {
        mark_server_set(cx, api, shown, diagnostics);
    }
}

/// What an example sends and another update page of the type lists can be set, though the page of the type calls it
/// read-only in general.
fn widen(api: &mut Api, shown: &[Sent<'_>]) {
    let mut listed: BTreeMap<&TypeName, BTreeSet<&str>> = BTreeMap::new();
    for it in api.operations.iter().filter(|it| it.body.basis == Basis::Table) {
        listed.entry(&it.body.ty).or_default().extend(it.body.settable().map(|row| row.name.as_str()));
    }
    let mut wider: Vec<(usize, usize)> = Vec::new();
    let by_type = api.operations.iter().zip(shown).enumerate().filter(|(_, (it, _))| it.body.basis == Basis::Type);
    for (number, (operation, sent)) in by_type {
        let Some(listed) = listed.get(&operation.body.ty) else { continue };
        let is_wider = |it: &BodyProperty| {
            let name = it.name.as_str();
            it.access == Access::ReadOnly && sent.contains(name) && listed.contains(name)
        };
        let rows = operation.body.properties.iter().enumerate().filter(|(_, it)| is_wider(it));
        wider.extend(rows.map(|(at, _)| (number, at)));
    }
    for (number, at) in wider {
        api.operations[number].body.properties[at].access = Access::Writable;
    }
}

/// A page without a table opens nothing more than its examples send, where another page lists what the same update takes.
fn narrow(api: &mut Api, shown: &[Sent<'_>]) {
    let basis = |at: usize| api.operations[at].body.basis;
    let listed = api.updates().into_iter().filter(|group| group.iter().any(|at| basis(*at) == Basis::Table));
    let unlisted: Vec<usize> = listed.flatten().filter(|at| basis(*at) == Basis::Type).collect();
    for at in unlisted {
        let operation = &mut api.operations[at];
        operation.body.properties.retain(|it| it.access != Access::Writable || shown[at].contains(it.name.as_str()));
        operation.body.basis = Basis::Examples;
    }
}

/// Pages of Intune list `createdDateTime` in the body, and none of their hundreds of examples sends it: the service sets it.
fn mark_server_set(cx: Cx<'_>, api: &mut Api, shown: &[Sent<'_>], diagnostics: &mut Diagnostics) {
    let names = names_left_out(api, shown);
    for (operation, sent) in api.operations.iter_mut().zip(shown) {
        if sent.is_empty() || operation.body.basis != Basis::Table {
            continue;
        }
        let is_left_out = |name: &str| names.contains(name) && !sent.contains(name);
        for it in &mut operation.body.properties {
            if it.access == Access::Writable && is_left_out(&it.name) {
                it.access = Access::ServerSet;
                let message = format!("`{}` is taken to be set by the service: examples send all but it", it.name);
                say(cx, diagnostics, &it.origin, message);
            }
        }
    }
}

fn say(cx: Cx<'_>, diagnostics: &mut Diagnostics, origin: &crate::span::Origin, message: String) {
    if let Some(page) = cx.index.page(&origin.page) {
        let span = cx.docs.page(page).line(origin.line);
        diagnostics.push(Code::ServerSet, Place { page, span }, message);
    }
}

/// Whether an example sends at least two rows for each that it leaves out.
fn sends_most(operation: &Operation, sent: &Sent<'_>) -> bool {
    let (shown, left_out): (Vec<_>, Vec<_>) = operation.body.settable().partition(|it| sent.contains(it.name.as_str()));
    !shown.is_empty() && shown.len() >= 2 * left_out.len()
}

/// Names that pages list in the body and examples do not send, though these send most of what is listed.
fn names_left_out(api: &Api, shown: &[Sent<'_>]) -> BTreeSet<String> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (operation, sent) in api.operations.iter().zip(shown) {
        if operation.body.basis != Basis::Table || !sends_most(operation, sent) {
            continue;
        }
        for it in &operation.body.properties {
            let (listed, count) = counts.entry(&it.name).or_default();
            *listed += 1;
            *count += usize::from(sent.contains(it.name.as_str()));
        }
    }
    let is_left_out = |(listed, sent): (usize, usize)| listed >= MIN_PAGES && sent * MAX_SHARE <= listed;
    counts.into_iter().filter(|(_, count)| is_left_out(*count)).map(|(name, _)| name.to_owned()).collect()
}
