//! Finds the base of each type, and sees to it that no type derives from itself.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::{Entry, ROOT};
use super::reference;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, Mention};
use crate::ir::{self, Kind, TypeName};
use crate::limits::MAX_BASES;

type Claims<'a> = [(&'a facts::Page, &'a facts::Type)];

/// The type that the pages say it derives from; else the one that its rows say they come from.
pub(super) fn base(cx: Cx<'_>, entry: &Entry, claims: &Claims<'_>, diagnostics: &mut Diagnostics) -> Option<TypeName> {
    for (page, claim) in claims {
        let Some(mention) = &claim.base else { continue };
        match mentioned(cx, page, mention, entry) {
            Some(base) => return Some(base),
            None if mention.word.text.eq_ignore_ascii_case(&entry.name.name) || mention.link.is_none() => {}
            None => {
                let message = format!("no page describes `{}`", mention.word.text);
                diagnostics.push(Code::UndocumentedBase, page.place(mention.word.span), message);
            }
        }
    }
    from_rows(cx, entry, claims)
}

/// The base that the page of a type states, by the type's name.
pub(super) fn stated(cx: Cx<'_>, page: &facts::Page, word: &str) -> Option<TypeName> {
    let entry = reference::find(cx, page, word, None)?.entry;
    let &(number, at) = entry.claims.first().filter(|_| entry.is_type())?;
    let page = &cx.pages[number];
    mentioned(cx, page, page.types[at].base.as_ref()?, entry)
}

fn mentioned(cx: Cx<'_>, page: &facts::Page, mention: &Mention, entry: &Entry) -> Option<TypeName> {
    let found = reference::find(cx, page, &mention.word.text, mention.link.as_deref())?;
    (found.entry.is_type() && found.entry.name != entry.name).then(|| found.entry.name.clone())
}

/// The base that the rows name most often; the nearest of a chain has rows of its own.
fn from_rows(cx: Cx<'_>, entry: &Entry, claims: &Claims<'_>) -> Option<TypeName> {
    let mut votes: BTreeMap<TypeName, usize> = BTreeMap::new();
    for (page, claim) in claims {
        for mention in claim.properties.iter().filter_map(|row| row.inherited_from.as_ref()) {
            if let Some(name) = mentioned(cx, page, mention, entry) {
                *votes.entry(name).or_default() += 1;
            }
        }
    }
    let root = TypeName::new(ROOT, "entity");
    let specific: BTreeMap<_, _> = votes.iter().filter(|(name, _)| **name != root).collect();
    let best = specific.into_iter().max_by_key(|(_, count)| **count).map(|(name, _)| name.clone());
    best.or_else(|| votes.contains_key(&root).then_some(root))
}

/// Cuts every circle of bases once, and every chain that is too long.
pub(super) fn remove_cycles(cx: Cx<'_>, types: &mut BTreeMap<TypeName, ir::Type>, diagnostics: &mut Diagnostics) {
    let names: Vec<TypeName> = types.keys().cloned().collect();
    let mut bases: BTreeMap<TypeName, usize> = BTreeMap::new();
    for name in names {
        let mut way = vec![name.clone()];
        let mut on_the_way = BTreeSet::from([name]);
        let mut behind = 0;
        while let Some(base) = way.last().and_then(|at| types.get(at)).and_then(|ty| ty.base.clone()) {
            if let Some(known) = bases.get(&base) {
                behind = known + 1;
                break;
            }
            if !on_the_way.insert(base.clone()) {
                cut(cx, types, &way[way.len() - 1], (Code::CyclicBase, "derives from itself".to_owned()), diagnostics);
                break;
            }
            way.push(base);
        }
        for name in way.into_iter().rev() {
            if behind > MAX_BASES {
                let message = format!("has more than {MAX_BASES} bases, one behind the other");
                cut(cx, types, &name, (Code::DeepBase, message), diagnostics);
                behind = 0;
            }
            bases.insert(name, behind);
            behind += 1;
        }
    }
}

/// Takes its base from a type.
fn cut(
    cx: Cx<'_>,
    types: &mut BTreeMap<TypeName, ir::Type>,
    name: &TypeName,
    (code, message): (Code, String),
    diagnostics: &mut Diagnostics,
) {
    if let Some(ty) = types.get_mut(name) {
        ty.base = None;
    }
    let claim = cx.index.get(name).and_then(|entry| entry.claims.first());
    if let Some(&(page, at)) = claim {
        let page = &cx.pages[page];
        let span = page.types[at].base.as_ref().map_or(page.types[at].name.span, |base| base.word.span);
        diagnostics.push(code, page.place(span), format!("`{}` {message}", name.name));
    }
}

/// Entities that name no base derive from `entity`, where a page describes that.
pub(super) fn add_root(cx: Cx<'_>, types: &mut BTreeMap<TypeName, ir::Type>) {
    let root = TypeName::new(ROOT, "entity");
    if cx.index.get(&root).is_none_or(|entry| !entry.is_type()) {
        return;
    }
    for (name, ty) in types.iter_mut().filter(|(_, ty)| ty.kind == Kind::Entity && ty.base.is_none()) {
        if *name != root {
            ty.base = Some(root.clone());
        }
    }
}
