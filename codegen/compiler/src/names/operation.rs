//! The names of operations: a function for each request line, and the marker that they share.
//!
//! * A page that is called like the type it updates, like the end of its name, or like a type that its name is made of, be
//!   it in the singular (`user-update`, `intune-deviceconfig-x-update`, `chartlegend-update` of `workbookChartLegend`), gives
//!   `update_{type}`, and so does one that says the type behind the verb (`print-update-settings`). Where the words before
//!   the type are others than on the type's own page, they are added: `_in_intune_auditing`; words after the verb are, too:
//!   `_for_{words}`. A page called otherwise adds `_on_{its words}`. Glued words are spelled as the docs spell them elsewhere.
//! * The first request line of a page has that name. The others add `_at_` and the literal segments of their path but the
//!   last, which all lines share as a rule (`update_event_at_me_calendars`). Of a long path, it is the fewest from the end
//!   that no line before has. Where all that is not enough, the last one too, then the parameters.
//! * A page whose file name says `upsert` gives `upsert_{type}`.
//! * Should two pages still agree, the one with fewer words before the type keeps the name, and the other adds these:
//!   `_on_{words}`; and if that is not enough, its page: `_by_{page}`.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::{once, once_with};

use super::ident::Ident;
use super::page::{Dictionary, Page, verb};
use super::scope::{Case, distinct};
use super::words::Words;
use crate::ir;
use crate::span::stem;

/// What tells operations apart: their page and the type of their body.
pub(super) type Key = (String, ir::TypeName);

/// The names of an operation.
#[derive(Debug, Hash)]
pub(crate) struct OperationNames {
    /// Its marker type.
    pub(crate) marker: Ident,
    /// What it sends.
    pub(crate) patch: Ident,
    /// What its request lines are called.
    pub(crate) lines: Vec<LineNames>,
}

/// The names of a request line.
#[derive(Debug, Hash)]
pub(crate) struct LineNames {
    /// The function that makes the request.
    pub(crate) function: Ident,
    /// Its arguments, in the order of the path.
    pub(crate) parameters: Vec<Ident>,
}

/// The names of all operations; `noun` is a type in snake case.
pub(super) fn names(
    api: &ir::Api,
    dictionary: &Dictionary<'_>,
    noun: impl Fn(&ir::TypeName) -> String,
    patch: impl Fn(&ir::TypeName) -> String,
) -> BTreeMap<Key, OperationNames> {
    let mut pages: Vec<(Page, &ir::Operation)> =
        api.operations.iter().map(|it| (Page::of(api, dictionary, it), it)).collect();
    pages.sort_by_cached_key(|(page, it)| (page.subject, page.distance(), &it.origin.page, &it.body.ty));
    let mut taken = BTreeSet::new();
    let mut markers = BTreeSet::new();
    let base = |(page, it): &(Page, &ir::Operation)| {
        let noun = noun(&it.body.ty);
        let base = joined(&format!("{}_{noun}", verb(it)), &page.qualifier(dictionary, &noun));
        let on = once_with(|| joined(&base, &page.more(dictionary)));
        let by = once_with(|| joined(&base, &format!("_by_{}", Words::of(stem(&it.origin.page)).snake())));
        first_free(&mut taken, once(base.clone()).chain(on).chain(by))
    };
    let bases: Vec<String> = pages.iter().map(base).collect();
    let order: Vec<&ir::Operation> = pages.iter().map(|(_, it)| *it).collect();
    let markers: Vec<String> = bases.iter().map(|base| first_free(&mut markers, [marker(base)])).collect();
    let patches =
        patches(api, &order.iter().copied().zip(markers.iter().map(String::as_str)).collect::<Vec<_>>(), patch);
    let named = |((it, base), marker): ((&&ir::Operation, &String), &String)| {
        let lines = lines(&mut taken, base, it);
        let patch = patches.get(&key(it)).map_or(marker, |it| it);
        (key(it), OperationNames { marker: Ident::new(marker), patch: Ident::new(patch), lines })
    };
    order.iter().zip(&bases).zip(&markers).map(named).collect()
}

fn key(it: &ir::Operation) -> Key {
    (it.origin.page.clone(), it.body.ty.clone())
}

/// The patches: that of the type for its first update, and for others that take just the same; each of the rest has one of
/// its own, called like its marker.
fn patches(
    api: &ir::Api,
    order: &[(&ir::Operation, &str)],
    patch: impl Fn(&ir::TypeName) -> String,
) -> BTreeMap<Key, String> {
    let mut taken: BTreeSet<String> = api.types.keys().map(&patch).collect();
    let mut homes: BTreeMap<&ir::TypeName, BTreeSet<&str>> = BTreeMap::new();
    let places: BTreeMap<Key, usize> = order.iter().enumerate().map(|(at, (it, _))| (key(it), at)).collect();
    let mut groups: Vec<(usize, Vec<&ir::Operation>)> = Vec::new();
    for group in api.updates() {
        let group: Vec<_> = group.into_iter().map(|at| &api.operations[at]).collect();
        let first = group.iter().filter_map(|it| places.get(&key(it))).min();
        groups.push((first.copied().unwrap_or(0), group));
    }
    groups.sort_by_key(|(first, _)| *first);
    let mut names = BTreeMap::new();
    for (first, group) in groups {
        let ty = &group[0].body.ty;
        let members: BTreeSet<&str> =
            group.iter().flat_map(|it| it.body.settable()).map(|it| it.name.as_str()).collect();
        let home = homes.entry(ty).or_insert_with(|| members.clone());
        let own = format!(
            "{}Patch",
            order[first].1.trim_start_matches("Update").trim_start_matches("Upsert").trim_end_matches("Operation")
        );
        let name = if *home == members { patch(ty) } else { first_free(&mut taken, [own]) };
        names.extend(group.iter().map(|it| (key(it), name.clone())));
    }
    names
}

/// The most letters of a path that become part of a name where fewer would do.
const MAX_PARENTS: usize = 32;

/// The first of the candidates that is free, or the last with underscores.
fn first_free(taken: &mut BTreeSet<String>, candidates: impl IntoIterator<Item = String>) -> String {
    let mut name = String::new();
    for candidate in candidates {
        name = candidate;
        if !taken.contains(&name) {
            break;
        }
    }
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

/// A name with more words behind it. An underscore at its end, which keeps it apart from others, is no part of a longer one.
fn joined(name: &str, words: &str) -> String {
    if words.is_empty() { name.to_owned() } else { name.trim_end_matches('_').to_owned() + words }
}

/// A marker never ends in `Patch`: that is how patches end.
fn marker(base: &str) -> String {
    let camel = Words::of(base).camel();
    if camel.ends_with("Patch") { camel + "Operation" } else { camel }
}

fn lines(taken: &mut BTreeSet<String>, base: &str, it: &ir::Operation) -> Vec<LineNames> {
    let mut lines = Vec::new();
    for (index, line) in it.lines.iter().enumerate() {
        let parameters = parameters(line);
        let function = if index == 0 { base.to_owned() } else { first_free(taken, at(base, line, &parameters)) };
        lines.push(LineNames { function: Ident::new(&function), parameters });
    }
    lines
}

/// What a further line may be called, the best first.
fn at(base: &str, line: &ir::RequestLine, parameters: &[Ident]) -> impl Iterator<Item = String> {
    let literals: Vec<String> = line.path.split('/').filter_map(literal).collect();
    let own = literals.len().saturating_sub(1).max(1).min(literals.len());
    let shortest = if literals[..own].join("_").len() > MAX_PARENTS { own - 1 } else { 0 };
    let tails = (0..=shortest).rev().map(move |from| (from, own)).chain([(0, literals.len())]);
    let parameters = parameters.iter().map(ToString::to_string);
    let parameters = parameters.map(|it| it.trim_start_matches("r#").trim_matches('_').to_owned());
    let by: Vec<String> = literals.iter().cloned().chain(["by".to_owned()]).chain(parameters).collect();
    let paths = tails.map(move |(from, to)| literals[from..to].join("_")).chain(once_with(move || by.join("_")));
    paths.filter(|path| !path.is_empty()).map(move |path| joined(base, &format!("_at_{path}")))
}

/// The words of a segment of a path without its placeholders and without the namespace of a cast.
fn literal(segment: &str) -> Option<String> {
    let mut depth = 0_usize;
    let visible = |c: &char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    let text: String = segment.chars().filter(visible).collect();
    let text = text.rsplit('.').next().unwrap_or_default();
    text.contains(|c: char| c.is_ascii_alphanumeric()).then(|| Words::of(text).snake())
}

fn parameters(line: &ir::RequestLine) -> Vec<Ident> {
    let wanted = |name: &str| {
        let snake = Words::of(name).snake();
        if matches!(snake.as_str(), "patch" | "if_match" | "self" | "super" | "crate") { snake + "_" } else { snake }
    };
    let names: Vec<_> = line
        .segments
        .iter()
        .filter_map(|it| match it {
            ir::Segment::Literal(_) => None,
            ir::Segment::Parameter { name, .. } => Some((name.as_str(), wanted(name))),
        })
        .collect();
    distinct(Case::Snake, &names).iter().map(|text| Ident::new(text)).collect()
}
