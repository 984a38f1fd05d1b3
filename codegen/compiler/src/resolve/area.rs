//! Says to which part of the API types belong, by what the docs say themselves.
//!
//! First the configured beginnings of page stems, then, in an order that the configuration can change: the service in a
//! stem (`intune-deviceconfig-x`), the namespace, the product in the front matter, the types that refer to a type, and the
//! first word of the stem. Small values that many areas hold are common to all.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::kin;
use super::options::{AreaSource, Options};
use crate::facts;
use crate::hashes::Hashes;
use crate::ir::{Api, COMMON, Kind, TypeName, TypeRef};

/// The area of what nothing is said of.
const REST: &str = "core";

/// A value that so many areas hold is common,
const MIN_AREAS: usize = 3;

/// if it has at most so many properties,
const MAX_COMMON: usize = 12;

/// or is a root of entities with so many,
const MAX_ROOT: usize = 1;

/// and reaches at most so many types.
const MAX_REACH: usize = 8;

/// What a page says of the area of its types; empty where it says nothing.
pub(super) fn stated(cx: Cx<'_>, page: &facts::Page, namespace: Option<&str>) -> String {
    let stem = cx.docs.page(page.id).stem();
    if let Some(area) = configured(cx.options, stem) {
        return area;
    }
    let said =
        cx.options.area_sources.iter().take_while(|it| **it != AreaSource::References).find_map(
            |source| match source {
                AreaSource::Service => service(stem),
                AreaSource::Namespace => namespace.and_then(of_namespace),
                AreaSource::Product => page.product.clone(),
                AreaSource::Page => first_word(stem),
                AreaSource::References => None,
            },
        );
    said.unwrap_or_default()
}

fn configured(options: &Options, stem: &str) -> Option<String> {
    let configured = options.areas.iter().filter(|(prefix, _)| stem.starts_with(prefix.as_str()));
    configured.max_by_key(|(prefix, _)| prefix.len()).map(|(_, area)| area.clone())
}

/// `intune-deviceconfig` of `intune-deviceconfig-androidcompliancepolicy`.
fn service(stem: &str) -> Option<String> {
    let words: Vec<&str> = stem.split(['-', '_']).collect();
    match words.as_slice() {
        ["intune", area, _, ..] => Some(format!("intune-{area}")),
        _ => None,
    }
}

/// `callrecords` of `microsoft.graph.callRecords`.
fn of_namespace(namespace: &str) -> Option<String> {
    let rest = namespace.strip_prefix(super::index::ROOT)?.strip_prefix('.')?;
    rest.split('.').next().map(str::to_lowercase)
}

fn first_word(stem: &str) -> Option<String> {
    let (first, _) = stem.split_once(['-', '_'])?;
    (!first.is_empty()).then(|| first.to_owned())
}

/// Gives an area to what no page says one for, and to what is common to all; then updates follow their types.
pub(super) fn settle(options: &Options, api: &mut Api) {
    let mut settling = Settling::new(api);
    if options.area_sources.contains(&AreaSource::References) && options.areas.is_empty() {
        settling.by_references();
    }
    for area in settling.areas.iter_mut().filter(|it| it.is_empty()) {
        *area = REST;
    }
    if options.areas.is_empty() {
        settling.common(api);
    }
    let areas: Vec<String> = settling.areas.into_iter().map(str::to_owned).collect();
    let types = api.types.values_mut().map(|it| &mut it.area);
    for (area, settled) in types.chain(api.enums.values_mut().map(|it| &mut it.area)).zip(areas) {
        *area = settled;
    }
    for at in 0..api.operations.len() {
        let of_type = api.area(&api.operations[at].body.ty).unwrap_or_default().to_owned();
        api.operations[at].area = of_type;
    }
}

/// The areas so far; types and enumerations have numbers, in the order of their names, types first.
struct Settling<'a> {
    names: Vec<&'a TypeName>,
    areas: Vec<&'a str>,
    /// Who mentions whom; a base counts as a mention.
    mentions: Vec<(usize, usize)>,
}

impl<'a> Settling<'a> {
    fn new(api: &'a Api) -> Self {
        let types = api.types.iter().map(|(name, it)| (name, it.area.as_str()));
        let enums = api.enums.iter().map(|(name, it)| (name, it.area.as_str()));
        let (names, areas) = types.chain(enums).unzip();
        let mut settling = Self { names, areas, mentions: Vec::new() };
        settling.mentions = settling.mentions(api);
        settling
    }

    fn mentions(&self, api: &Api) -> Vec<(usize, usize)> {
        let numbers = Hashes::new(self.names.iter().copied().map(kin::hash));
        let number = |name: &TypeName| numbers.of(kin::hash(name)).find(|at| self.names[*at] == name);
        let of_types = (0..).zip(api.types.values()).flat_map(|(at, ty)| {
            let held = ty.properties.iter().filter_map(|it| it.ty.named());
            held.chain(&ty.base).map(move |other| (at, other))
        });
        let of_bodies = api.operations.iter().filter_map(|it| Some((number(&it.body.ty)?, it))).flat_map(|(at, it)| {
            it.body.properties.iter().filter_map(|row| row.ty.named()).map(move |other| (at, other))
        });
        let all = of_types.chain(of_bodies).filter_map(|(at, other)| Some((at, number(other)?)));
        all.filter(|(at, other)| at != other).collect()
    }

    /// The area of most of those that mention a type, else of most of those that it mentions; round by round outwards.
    fn by_references(&mut self) {
        // Most have an area from the start, and neither get nor give one here.
        let is_open = |at: usize| self.areas[at].is_empty();
        let open: Vec<(usize, usize)> =
            self.mentions.iter().copied().filter(|(one, other)| is_open(*one) || is_open(*other)).collect();
        loop {
            let mut votes: BTreeMap<usize, [BTreeMap<&str, usize>; 2]> = BTreeMap::new();
            for &(name, other) in &open {
                for (at, (to, from)) in [(other, name), (name, other)].into_iter().enumerate() {
                    let from = self.areas[from];
                    if self.areas[to].is_empty() && !from.is_empty() {
                        *votes.entry(to).or_default()[at].entry(from).or_default() += 1;
                    }
                }
            }
            if votes.is_empty() {
                return;
            }
            for (at, [by, of]) in votes {
                self.areas[at] = most(&by).or_else(|| most(&of)).unwrap_or_default();
            }
        }
    }

    /// Small types that many areas hold, with all that they hold, if that is small too.
    fn common(&mut self, api: &Api) {
        let mut holders: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for &(name, other) in &self.mentions {
            holders.entry(other).or_default().insert(self.areas[name]);
        }
        let wanted = holders.into_iter().filter(|(_, areas)| areas.len() >= MIN_AREAS);
        let common: BTreeSet<&TypeName> = wanted.filter_map(|(at, _)| reach(api, self.names[at])).flatten().collect();
        for (name, area) in self.names.iter().zip(&mut self.areas) {
            if common.contains(name) {
                *area = COMMON;
            }
        }
    }
}

/// The area with most votes; of several, the first by name.
fn most<'a>(votes: &BTreeMap<&'a str, usize>) -> Option<&'a str> {
    votes.iter().max_by_key(|(area, count)| (**count, std::cmp::Reverse(**area))).map(|(area, _)| *area)
}

/// A type and all that it reaches; `None` if that is not small.
fn reach<'a>(api: &'a Api, name: &'a TypeName) -> Option<BTreeSet<&'a TypeName>> {
    let mut reached = BTreeSet::new();
    let mut open = vec![name];
    while let Some(at) = open.pop() {
        if !reached.insert(at) {
            continue;
        }
        let Some(ty) = api.types.get(at) else { continue };
        let most = if ty.kind == Kind::Complex { MAX_COMMON } else { MAX_ROOT };
        if ty.properties.len() > most || reached.len() > MAX_REACH {
            return None;
        }
        open.extend(ty.properties.iter().filter_map(|it| TypeRef::named(&it.ty)));
    }
    Some(reached)
}
