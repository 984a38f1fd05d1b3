//! Says to which part of the API types belong, by what the docs say themselves.
//!
//! First the configured beginnings of page stems, then, in an order that the configuration can change: the service in a
//! stem (`intune-deviceconfig-x`), the namespace, the product in the front matter, the types that refer to a type, and the
//! first word of the stem. Small values that many areas hold are common to all.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::options::{AreaSource, Options};
use crate::facts;
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
    if options.area_sources.contains(&AreaSource::References) && options.areas.is_empty() {
        by_references(api);
    }
    for area in areas(api) {
        if area.is_empty() {
            REST.clone_into(area);
        }
    }
    if options.areas.is_empty() {
        let common = common(api);
        for name in common {
            set(api, &name, COMMON);
        }
    }
    for at in 0..api.operations.len() {
        let of_type = area(api, &api.operations[at].body.ty).to_owned();
        api.operations[at].area = of_type;
    }
}

fn areas(api: &mut Api) -> impl Iterator<Item = &mut String> {
    api.types.values_mut().map(|it| &mut it.area).chain(api.enums.values_mut().map(|it| &mut it.area))
}

fn area<'a>(api: &'a Api, name: &TypeName) -> &'a str {
    api.area(name).unwrap_or_default()
}

fn set(api: &mut Api, name: &TypeName, to: &str) {
    if let Some(it) = api.types.get_mut(name) {
        to.clone_into(&mut it.area);
    } else if let Some(it) = api.enums.get_mut(name) {
        to.clone_into(&mut it.area);
    }
}

/// Who mentions whom, either way round; a base counts as a mention.
fn mentions(api: &Api) -> Vec<(&TypeName, &TypeName)> {
    let of_types = api.types.iter().flat_map(|(name, ty)| {
        let held = ty.properties.iter().filter_map(|it| it.ty.named());
        held.chain(&ty.base).map(move |other| (name, other))
    });
    let of_bodies = api
        .operations
        .iter()
        .flat_map(|it| it.body.properties.iter().filter_map(|row| row.ty.named()).map(|other| (&it.body.ty, other)));
    of_types.chain(of_bodies).filter(|(name, other)| name != other).collect()
}

/// The area of most of those that mention a type, else of most of those that it mentions; round by round outwards.
fn by_references(api: &mut Api) {
    // Most types have an area from the start, and neither get nor give one here.
    let is_open = |it: &TypeName| api.area(it).is_some_and(str::is_empty);
    let open = mentions(api).into_iter().filter(|(one, other)| is_open(one) || is_open(other));
    let open: Vec<(TypeName, TypeName)> = open.map(|(one, other)| (one.clone(), other.clone())).collect();
    loop {
        let mut votes: BTreeMap<&TypeName, [BTreeMap<&str, usize>; 2]> = BTreeMap::new();
        for (name, other) in &open {
            for (at, (to, from)) in [(other, name), (name, other)].into_iter().enumerate() {
                let from = area(api, from);
                if api.area(to) == Some("") && !from.is_empty() {
                    *votes.entry(to).or_default()[at].entry(from).or_default() += 1;
                }
            }
        }
        if votes.is_empty() {
            return;
        }
        let decided = votes.into_iter().filter_map(|(name, [by, of])| Some((name, most(&by).or_else(|| most(&of))?)));
        let decided: Vec<(&TypeName, String)> = decided.map(|(name, area)| (name, area.to_owned())).collect();
        for (name, area) in decided {
            set(api, name, &area);
        }
    }
}

/// The area with most votes; of several, the first by name.
fn most<'a>(votes: &BTreeMap<&'a str, usize>) -> Option<&'a str> {
    votes.iter().max_by_key(|(area, count)| (**count, std::cmp::Reverse(**area))).map(|(area, _)| *area)
}

/// Small types that many areas hold, with all that they hold, if that is small too.
fn common(api: &Api) -> BTreeSet<TypeName> {
    let mut holders: BTreeMap<&TypeName, BTreeSet<&str>> = BTreeMap::new();
    for (name, other) in mentions(api) {
        holders.entry(other).or_default().insert(area(api, name));
    }
    let wanted = holders.into_iter().filter(|(_, areas)| areas.len() >= MIN_AREAS).map(|(name, _)| name);
    wanted.filter_map(|name| reach(api, name)).flatten().cloned().collect()
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
