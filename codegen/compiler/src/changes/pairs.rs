//! What of the old side is what of the new one: by its name in the docs, else by its name in Rust; operations by page, by
//! path and by the type that they send.

use std::collections::{BTreeMap, BTreeSet};

use super::side::Side;
use crate::ir::{Operation, TypeName};
use crate::span::stem;

/// Something on both sides, or on one only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair<T> {
    Both(T, T),
    Old(T),
    New(T),
}

/// Something with its names in the docs and in Rust.
pub(super) struct Named<T> {
    pub(super) wire: String,
    pub(super) rust: String,
    pub(super) it: T,
}

/// The types or the enumerations of a side with their names.
pub(super) fn named<'a, T>(side: &Side<'a>, all: &'a BTreeMap<TypeName, T>) -> Vec<Named<(&'a TypeName, &'a T)>> {
    all.iter().map(|it| Named { wire: it.0.to_string(), rust: side.ident(it.0), it }).collect()
}

/// Pairs what has the same name in the docs, then of the rest what has the same name in Rust. In the order of the new
/// side; what only the old one has comes last.
pub(super) fn by_name<T>(old: Vec<Named<T>>, new: Vec<Named<T>>) -> Vec<Pair<Named<T>>> {
    let kept: BTreeSet<String> = new.iter().map(|it| it.wire.clone()).collect();
    let mut by_rust: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_wire: BTreeMap<String, usize> = BTreeMap::new();
    for (at, it) in old.iter().enumerate() {
        by_wire.insert(it.wire.clone(), at);
        if !kept.contains(&it.wire) {
            by_rust.insert(it.rust.clone(), at);
        }
    }
    let mut old: Vec<Option<Named<T>>> = old.into_iter().map(Some).collect();
    let mut pairs: Vec<Pair<Named<T>>> = Vec::new();
    for it in new {
        let at = by_wire.get(&it.wire).or_else(|| by_rust.get(&it.rust));
        pairs.push(match at.and_then(|at| old[*at].take()) {
            Some(before) => Pair::Both(before, it),
            None => Pair::New(it),
        });
    }
    pairs.extend(old.into_iter().flatten().map(Pair::Old));
    pairs
}

/// Pairs operations, the surest way first: the same page and type; the same page by its words; the same type and a path in
/// common, or the same name in Rust; the same page or name, whatever it sends.
pub(super) fn operations<'a>(old: &Side<'a>, new: &Side<'a>) -> Vec<Pair<&'a Operation>> {
    let rules: [Rule; 6] = [
        |one, other| one.it.origin.page == other.it.origin.page && one.it.body.ty == other.it.body.ty,
        |one, other| one.page == other.page && one.it.body.ty == other.it.body.ty,
        |one, other| one.it.body.ty == other.it.body.ty && !one.shapes.is_disjoint(&other.shapes),
        |one, other| one.it.body.ty == other.it.body.ty && one.function == other.function,
        |one, other| one.page == other.page,
        |one, other| one.function == other.function,
    ];
    let mut rest: Vec<Option<Seen>> = old.operations.iter().map(|it| Some(Seen::new(old, it))).collect();
    let new: Vec<Seen> = new.operations.iter().map(|it| Seen::new(new, it)).collect();
    let mut found: Vec<Option<&Operation>> = vec![None; new.len()];
    for rule in rules {
        for (it, found) in new.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let fits = |before: &&mut Option<Seen>| before.as_ref().is_some_and(|before| rule(before, it));
            *found = rest.iter_mut().find(fits).and_then(Option::take).map(|before| before.it);
        }
    }
    let pair = |(it, found): (&Seen<'a>, Option<&'a Operation>)| {
        found.map_or(Pair::New(it.it), |before| Pair::Both(before, it.it))
    };
    let mut pairs: Vec<_> = new.iter().zip(found).map(pair).collect();
    pairs.extend(rest.into_iter().flatten().map(|it| Pair::Old(it.it)));
    pairs
}

/// Whether an operation of the old side and one of the new side are the same.
type Rule = fn(&Seen<'_>, &Seen<'_>) -> bool;

/// An operation with what tells it from others.
struct Seen<'a> {
    it: &'a Operation,
    /// `user_update` and `user-update` are one page.
    page: String,
    shapes: BTreeSet<String>,
    function: String,
}

impl<'a> Seen<'a> {
    fn new(side: &Side<'a>, it: &'a Operation) -> Self {
        let page = stem(&it.origin.page).to_lowercase().replace('_', "-");
        let shapes = it.lines.iter().map(crate::ir::RequestLine::shape).collect();
        Self { it, page, shapes, function: side.function(it) }
    }
}
