//! A version of an API with all that is decided before any of it is emitted: names, choices, patches, areas.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;

use crate::names::Ident;

use super::Options;
use crate::ir;
use crate::names::{Area, Names, area, version};
use crate::plan::{self, Choices, Patch};

/// A version of an API, its names, and what is emitted for it.
pub(super) struct World<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) names: &'a Names,
    pub(super) options: &'a Options,
    /// The types that open choices are emitted for.
    pub(super) choices: Choices<'a>,
    /// The areas as the API calls them, each with its module and its feature.
    named_areas: BTreeMap<&'a str, Area>,
    /// What each area holds.
    pub(super) areas: BTreeMap<Area, Held<'a>>,
    /// The patches that are emitted, by their names.
    pub(super) patches: BTreeMap<Ident, Patch<'a>>,
    frame: OnceLock<u64>,
}

/// What an area of a version holds.
#[derive(Debug, Default, Hash)]
pub(super) struct Held<'a> {
    /// Types and enums, those that are updated first.
    pub(super) types: Vec<&'a ir::TypeName>,
    /// How many updates.
    pub(super) updates: usize,
}

impl<'a> World<'a> {
    pub(super) fn new(api: &'a ir::Api, names: &'a Names, options: &'a Options) -> Self {
        let is_own = |name: &ir::TypeName| options.custom.path(name).is_some();
        let choices = plan::choices(api, &is_own);
        let patches = plan::patches(api, names, &choices, &is_own);
        let (named_areas, areas) = areas(api);
        Self { api, names, options, choices, named_areas, areas, patches, frame: OnceLock::new() }
    }

    /// A number for all that any file may know of things elsewhere: what is decided by the user, and of each type and enum
    /// what it is called and how it is named in Rust. What an item says beside that, it says of itself.
    pub(super) fn frame(&self) -> u64 {
        *self.frame.get_or_init(|| {
            let mut hasher = DefaultHasher::new();
            format!("{:?}", self.options).hash(&mut hasher);
            self.api.version.hash(&mut hasher);
            for (name, area) in self.api.areas() {
                let flags = self.api.enums.get(name).map(|it| it.flags);
                (name, area, self.names.ty(name), flags).hash(&mut hasher);
            }
            self.choices.hash(&mut hasher);
            hasher.finish()
        })
    }

    /// The operations, each with a body that is known.
    pub(super) fn operations(&self) -> impl Iterator<Item = &'a ir::Operation> + use<'_, 'a> {
        plan::operations(self.api)
    }

    /// The module and the feature of a version: `v1_0`.
    pub(super) fn version(&self) -> String {
        version(&self.api.version)
    }

    /// The area of a type or an enum; `None` if it is not emitted.
    pub(super) fn known_area(&self, name: &ir::TypeName) -> Option<&Area> {
        self.api.area(name).map(|it| &self.named_areas[it])
    }

    /// The area of a type that is emitted.
    pub(super) fn area(&self, name: &ir::TypeName) -> &Area {
        self.known_area(name).unwrap_or(&self.named_areas[""])
    }

    /// Where the patch of a type stands: with its update, if that is in the same area, or with its type.
    pub(super) fn patch_page(&self, patch: &Patch<'a>) -> &'a str {
        patch.page.unwrap_or_else(|| self.api.types.get(patch.ty).map_or("", |it| &it.origin.page))
    }
}

/// Tells a hasher all that is said of versions and their areas.
pub(super) fn hash_areas(worlds: &[World], hasher: &mut DefaultHasher) {
    for world in worlds {
        (world.frame(), &world.areas).hash(hasher);
    }
}

/// The areas by what the API calls them, and what each holds.
fn areas(api: &ir::Api) -> (BTreeMap<&str, Area>, BTreeMap<Area, Held<'_>>) {
    let mut areas: BTreeMap<&str, Held<'_>> = BTreeMap::new();
    let mut updated: BTreeSet<&ir::TypeName> = BTreeSet::new();
    for it in plan::operations(api) {
        let held = areas.entry(&api.types[&it.body.ty].area).or_default();
        held.updates += 1;
        if updated.insert(&it.body.ty) {
            held.types.push(&it.body.ty);
        }
    }
    for (name, area) in api.areas() {
        let held = areas.entry(area).or_default();
        if !updated.contains(name) {
            held.types.push(name);
        }
    }
    let mut named = BTreeMap::from([("", area(""))]);
    let mut all_held: BTreeMap<Area, Held<'_>> = BTreeMap::new();
    for (name, held) in areas {
        let area = named.entry(name).or_insert_with(|| area(name));
        let all = all_held.entry(area.clone()).or_default();
        all.updates += held.updates;
        all.types.extend(held.types);
    }
    (named, all_held)
}
