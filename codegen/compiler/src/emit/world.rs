//! What is emitted for one version of an API, decided before any of it is: choices, patches, areas.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use super::{Custom, Options};
use crate::ir;
use crate::names::{Area, Names, area, version};

/// A version of an API, its names, and what is emitted for it.
pub(super) struct World<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) names: &'a Names,
    pub(super) options: &'a Options,
    /// The types that open choices are emitted for, each with those derived from it.
    pub(super) choices: BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>,
    /// What each area holds.
    pub(super) areas: BTreeMap<Area, Held<'a>>,
    /// The patches that are emitted, by their names.
    pub(super) patches: BTreeMap<Ident, Patch<'a>>,
}

/// What an area of a version holds.
#[derive(Debug, Default)]
pub(super) struct Held<'a> {
    /// Types and enums, those that are updated first.
    pub(super) types: Vec<&'a ir::TypeName>,
    /// How many updates.
    pub(super) updates: usize,
}

/// A patch to be emitted.
#[derive(Debug)]
pub(super) struct Patch<'a> {
    /// The type that it updates.
    pub(super) ty: &'a ir::TypeName,
    /// What can be set, in the order of the pages.
    pub(super) members: Vec<Member<'a>>,
    /// What is documented and cannot be set, and why.
    pub(super) fixed: Vec<(&'a str, ir::Access)>,
    /// Whether names that are not documented can be set.
    pub(super) open: bool,
    pub(super) discriminated: bool,
    /// The choices that stand in bodies, and that a patch of this type can be a value of.
    pub(super) choices: Vec<&'a ir::TypeName>,
    /// The page of the update; `None` if it only stands inside other bodies.
    pub(super) page: Option<&'a str>,
}

/// A property that can be set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) ty: &'a ir::TypeRef,
    pub(super) doc: &'a str,
    pub(super) deprecated: Option<&'a String>,
}

/// A base with more derived types than this is a root of all, and a choice between all is of no use: its values are read
/// as the base, and what they hold beyond it stays in `extra`.
const MAX_CHOICE: usize = 300;

impl<'a> World<'a> {
    pub(super) fn new(api: &'a ir::Api, names: &'a Names, options: &'a Options) -> Self {
        let choices = choices(api, &options.custom);
        let patches = patches(api, names, &choices, &options.custom);
        Self { api, names, options, choices, areas: areas(api), patches }
    }

    /// The operations, each with a body that is known.
    pub(super) fn operations(&self) -> impl Iterator<Item = &'a ir::Operation> + use<'_, 'a> {
        self.api.operations.iter().filter(|it| self.api.types.contains_key(&it.body.ty))
    }

    /// The module and the feature of a version: `v1_0`.
    pub(super) fn version(&self) -> String {
        version(&self.api.version)
    }

    /// The area of a type or an enum; `None` if it is not emitted.
    pub(super) fn known_area(&self, name: &ir::TypeName) -> Option<Area> {
        self.api.area(name).map(area)
    }

    /// The area of a type that is emitted.
    pub(super) fn area(&self, name: &ir::TypeName) -> Area {
        self.known_area(name).unwrap_or_else(|| area(""))
    }

    /// Where the patch of a type stands: with its update, if that is in the same area, or with its type.
    pub(super) fn patch_page(&self, patch: &Patch<'a>) -> &'a str {
        patch.page.unwrap_or_else(|| self.api.types.get(patch.ty).map_or("", |it| &it.origin.page))
    }
}

fn areas(api: &ir::Api) -> BTreeMap<Area, Held<'_>> {
    let mut areas: BTreeMap<&str, Held<'_>> = BTreeMap::new();
    for it in api.operations.iter().filter(|it| api.types.contains_key(&it.body.ty)) {
        let held = areas.entry(&api.types[&it.body.ty].area).or_default();
        held.updates += 1;
        if !held.types.contains(&&it.body.ty) {
            held.types.push(&it.body.ty);
        }
    }
    let updated: BTreeSet<&ir::TypeName> = areas.values().flat_map(|it| it.types.iter().copied()).collect();
    for (name, area) in api.areas() {
        let held = areas.entry(area).or_default();
        if !updated.contains(name) {
            held.types.push(name);
        }
    }
    let mut named: BTreeMap<Area, Held<'_>> = BTreeMap::new();
    for (name, held) in areas {
        let all = named.entry(area(name)).or_default();
        all.updates += held.updates;
        all.types.extend(held.types);
    }
    named
}

/// Bases with derived types that some property or answer mentions; nobody else could meet the choice. A type of the user's
/// own is neither a base, since it stands for whatever comes, nor one to choose.
fn choices<'a>(api: &'a ir::Api, custom: &Custom) -> BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>> {
    let properties = api.types.values().flat_map(|it| &it.properties).filter_map(|it| it.ty.named());
    let rows = api.operations.iter().flat_map(|it| &it.body.properties).filter_map(|it| it.ty.named());
    let answers = api.operations.iter().filter(|it| it.response.object).map(|it| &it.body.ty);
    let mentioned: BTreeSet<&ir::TypeName> = properties.chain(rows).chain(answers).collect();
    let mut choices = api.descendants();
    choices.retain(|base, derived| {
        derived.retain(|it| custom.path(it).is_none());
        let is_choice = !derived.is_empty() && derived.len() <= MAX_CHOICE;
        is_choice && mentioned.contains(base) && custom.path(base).is_none()
    });
    choices
}

fn patches<'a>(
    api: &'a ir::Api,
    names: &Names,
    choices: &BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>,
    custom: &Custom,
) -> BTreeMap<Ident, Patch<'a>> {
    let mut patches = BTreeMap::new();
    for it in api.operations.iter().filter(|it| api.types.contains_key(&it.body.ty)) {
        let ident = names.operation(it).patch.clone();
        add_operation(patches.entry(ident).or_insert_with(|| Patch::new(api, &it.body.ty)), it);
    }
    let nested = nested(api, choices, &patches, custom);
    for name in &nested {
        add_type(api, patches.entry(names.patch(name)).or_insert_with(|| Patch::new(api, name)));
    }
    for patch in patches.values_mut() {
        let all = api.all_properties(patch.ty);
        add_fixed(patch, all.iter().map(|it| (it.name.as_str(), it.access)));
        let bases = api.chain(patch.ty).map(|(base, _)| base);
        patch.choices = bases.filter(|base| nested.contains(base) && choices.contains_key(base)).collect();
        // Where it can stand for a base, it has to say what it is.
        patch.discriminated |= patch.choices.iter().any(|base| *base != patch.ty);
    }
    patches
}

impl<'a> Patch<'a> {
    fn new(api: &ir::Api, ty: &'a ir::TypeName) -> Self {
        let open = api.chain(ty).any(|(_, it)| it.open);
        let (members, fixed, choices) = (Vec::new(), Vec::new(), Vec::new());
        Self { ty, members, fixed, open, discriminated: false, choices, page: None }
    }
}

fn add_operation<'a>(patch: &mut Patch<'a>, it: &'a ir::Operation) {
    for row in it.body.settable() {
        let deprecated = row.deprecated.as_ref();
        add_member(patch, Member { name: &row.name, ty: &row.ty, doc: &row.doc, deprecated });
    }
    add_fixed(patch, it.body.properties.iter().map(|it| (it.name.as_str(), it.access)));
    patch.discriminated |= it.body.discriminated;
    patch.page.get_or_insert(&it.origin.page);
}

/// An entity that stands inside a body and has no update of its own is told by its key.
fn add_type<'a>(api: &'a ir::Api, patch: &mut Patch<'a>) {
    let is_updated = patch.page.is_some();
    let is_member = |it: &&ir::Property| match it.access {
        ir::Access::Writable => !it.relationship,
        ir::Access::Key => !is_updated,
        ir::Access::ReadOnly | ir::Access::ServerSet => false,
    };
    for it in api.all_properties(patch.ty).into_iter().filter(is_member) {
        add_member(patch, Member { name: &it.name, ty: &it.ty, doc: &it.doc, deprecated: it.deprecated.as_ref() });
    }
}

fn add_member<'a>(patch: &mut Patch<'a>, member: Member<'a>) {
    if !patch.members.iter().any(|it| it.name == member.name) {
        patch.members.push(member);
        patch.fixed.retain(|(name, _)| *name != member.name);
    }
}

fn add_fixed<'a>(patch: &mut Patch<'a>, names: impl Iterator<Item = (&'a str, ir::Access)>) {
    for (name, access) in names.filter(|(_, access)| *access != ir::Access::Writable) {
        let is_known = patch.fixed.iter().any(|(it, _)| *it == name) || patch.members.iter().any(|it| it.name == name);
        if !is_known {
            patch.fixed.push((name, access));
        }
    }
}

/// The types whose values can stand inside a body, at any depth. A type of the user's own is sent as it is.
fn nested<'a>(
    api: &'a ir::Api,
    choices: &BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>,
    patches: &BTreeMap<Ident, Patch<'a>>,
    custom: &Custom,
) -> BTreeSet<&'a ir::TypeName> {
    let mut nested = BTreeSet::new();
    let mut open: Vec<&ir::TypeName> =
        patches.values().flat_map(|it| &it.members).filter_map(|it| it.ty.named()).collect();
    while let Some(name) = open.pop() {
        if !api.types.contains_key(name) || custom.path(name).is_some() || !nested.insert(name) {
            continue;
        }
        open.extend(choices.get(name).into_iter().flatten().copied());
        let properties = api.all_properties(name);
        let writable = properties.into_iter().filter(|it| it.access == ir::Access::Writable && !it.relationship);
        open.extend(writable.filter_map(|it| it.ty.named()));
    }
    nested
}
