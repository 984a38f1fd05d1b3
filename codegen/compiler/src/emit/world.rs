//! What is emitted for one version of an API, decided before any of it is: choices, patches, areas.

use std::collections::{BTreeMap, BTreeSet};

use super::Options;
use crate::ir;
use crate::names::{Area, Names, area, version};

/// A version of an API, its names, and what is emitted for it.
pub(super) struct World<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) names: &'a Names,
    pub(super) options: &'a Options,
    /// The types that open choices are emitted for, each with those derived from it.
    pub(super) choices: BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>,
    /// The types that patches are emitted for.
    pub(super) patches: BTreeMap<&'a ir::TypeName, Patch<'a>>,
}

/// A patch to be emitted.
#[derive(Debug, Default)]
pub(super) struct Patch<'a> {
    /// What can be set, in the order of the pages.
    pub(super) members: Vec<Member<'a>>,
    /// What is documented and cannot be set.
    pub(super) read_only: Vec<&'a str>,
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
}

/// A base with more derived types than this is a root of all, and a choice between all is of no use: its values are read
/// as the base, and what they hold beyond it stays in `extra`.
const MAX_CHOICE: usize = 300;

impl<'a> World<'a> {
    pub(super) fn new(api: &'a ir::Api, names: &'a Names, options: &'a Options) -> Self {
        let choices = choices(api);
        let patches = patches(api, &choices);
        Self { api, names, options, choices, patches }
    }

    /// The operations, each with a body that is known.
    pub(super) fn operations(&self) -> impl Iterator<Item = &'a ir::Operation> + use<'_, 'a> {
        self.api.operations.iter().filter(|it| self.patches.contains_key(&it.body.ty))
    }

    /// The module and the feature of a version: `v1_0`.
    pub(super) fn version(&self) -> String {
        version(&self.api.version)
    }

    /// The area of a type or an enum; `None` if it is not emitted.
    pub(super) fn known_area(&self, name: &ir::TypeName) -> Option<Area> {
        let of_type = self.api.types.get(name).map(|it| &it.area);
        of_type.or_else(|| self.api.enums.get(name).map(|it| &it.area)).map(|it| area(it))
    }

    /// The area of a type that is emitted.
    pub(super) fn area(&self, name: &ir::TypeName) -> Area {
        self.known_area(name).unwrap_or_else(|| area(""))
    }

    /// Where the patch of a type stands: with its update, if that is in the same area, or with its type.
    pub(super) fn patch_page(&self, name: &ir::TypeName, patch: &Patch<'a>) -> &'a str {
        patch.page.unwrap_or_else(|| self.api.types.get(name).map_or("", |it| &it.origin.page))
    }
}

/// Bases with derived types that some property or answer mentions; nobody else could meet the choice.
fn choices(api: &ir::Api) -> BTreeMap<&ir::TypeName, Vec<&ir::TypeName>> {
    let properties = api.types.values().flat_map(|it| &it.properties).filter_map(|it| it.ty.named());
    let rows = api.operations.iter().flat_map(|it| &it.body.properties).filter_map(|it| it.ty.named());
    let answers = api.operations.iter().filter(|it| it.response.object).map(|it| &it.body.ty);
    let mentioned: BTreeSet<&ir::TypeName> = properties.chain(rows).chain(answers).collect();
    let mut choices = api.descendants();
    choices.retain(|base, derived| derived.len() <= MAX_CHOICE && mentioned.contains(base));
    choices
}

fn patches<'a>(
    api: &'a ir::Api,
    choices: &BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>,
) -> BTreeMap<&'a ir::TypeName, Patch<'a>> {
    let mut patches = BTreeMap::new();
    for it in api.operations.iter().filter(|it| api.types.contains_key(&it.body.ty)) {
        add_operation(api, patches.entry(&it.body.ty).or_default(), it);
    }
    let nested = nested(api, choices, &patches);
    for name in &nested {
        add_type(api, patches.entry(name).or_default(), name);
    }
    for (name, patch) in &mut patches {
        let all = api.all_properties(name);
        let fixed = all.iter().filter(|it| it.access != ir::Access::Writable).map(|it| it.name.as_str());
        add_read_only(patch, fixed);
        let bases = api.chain(name).map(|(base, _)| base);
        patch.choices = bases.filter(|base| nested.contains(base) && choices.contains_key(base)).collect();
    }
    patches
}

fn add_operation<'a>(api: &'a ir::Api, patch: &mut Patch<'a>, it: &'a ir::Operation) {
    for row in it.body.properties.iter().filter(|it| it.access == ir::Access::Writable) {
        add_member(patch, Member { name: &row.name, ty: &row.ty, doc: &row.doc });
    }
    let fixed = it.body.properties.iter().filter(|it| it.access != ir::Access::Writable);
    add_read_only(patch, fixed.map(|it| it.name.as_str()));
    patch.discriminated |= it.body.discriminated;
    if patch.page.is_none() && api.types.get(&it.body.ty).is_some_and(|ty| area(&ty.area) == area(&it.area)) {
        patch.page = Some(&it.origin.page);
    }
}

fn add_type<'a>(api: &'a ir::Api, patch: &mut Patch<'a>, name: &ir::TypeName) {
    for it in api.all_properties(name).into_iter().filter(|it| it.access == ir::Access::Writable) {
        add_member(patch, Member { name: &it.name, ty: &it.ty, doc: &it.doc });
    }
    patch.discriminated |= api.types.get(name).is_some_and(|it| it.base.is_some());
}

fn add_member<'a>(patch: &mut Patch<'a>, member: Member<'a>) {
    if !patch.members.iter().any(|it| it.name == member.name) {
        patch.members.push(member);
    }
}

fn add_read_only<'a>(patch: &mut Patch<'a>, names: impl Iterator<Item = &'a str>) {
    for name in names {
        if !patch.read_only.contains(&name) && !patch.members.iter().any(|it| it.name == name) {
            patch.read_only.push(name);
        }
    }
}

/// The complex types that can stand inside a body, at any depth.
fn nested<'a>(
    api: &'a ir::Api,
    choices: &BTreeMap<&'a ir::TypeName, Vec<&'a ir::TypeName>>,
    patches: &BTreeMap<&'a ir::TypeName, Patch<'a>>,
) -> BTreeSet<&'a ir::TypeName> {
    let mut nested = BTreeSet::new();
    let mut open: Vec<&ir::TypeName> =
        patches.values().flat_map(|it| &it.members).filter_map(|it| it.ty.named()).collect();
    while let Some(name) = open.pop() {
        let is_complex = api.types.get(name).is_some_and(|it| it.kind == ir::Kind::Complex);
        if !is_complex || !nested.insert(name) {
            continue;
        }
        open.extend(choices.get(name).into_iter().flatten().copied());
        let properties = api.all_properties(name);
        let writable = properties.into_iter().filter(|it| it.access == ir::Access::Writable);
        open.extend(writable.filter_map(|it| it.ty.named()));
    }
    nested
}
