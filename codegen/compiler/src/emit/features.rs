//! Which area needs which: the features of both crates, and what a feature brings with it.
//!
//! A type brings the complex types and enums that it holds. The entities that it is related to it brings only where they
//! are in its own area: everything is related to everything in the end. A relationship to another area is a field that
//! is there if the feature of that area is; otherwise what was read for it stays in `extra`.

use std::collections::{BTreeMap, BTreeSet};

use super::world::World;
use crate::ir;
use crate::names::area;

/// The features of both crates.
#[derive(Debug, Default)]
pub(super) struct Features {
    /// The areas of the model crate, each with those that its types refer to.
    pub(super) model: BTreeMap<String, BTreeSet<String>>,
    /// The areas of the client crate.
    pub(super) client: BTreeMap<String, Needs>,
    /// `model`, transitively.
    reach: BTreeMap<String, BTreeSet<String>>,
}

/// What an area of the client crate needs.
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// Areas of the model crate.
    pub(super) models: BTreeSet<String>,
    /// Other areas of the client crate.
    pub(super) clients: BTreeSet<String>,
}

impl Features {
    pub(super) fn new(worlds: &[World]) -> Self {
        let mut features = Self::default();
        for world in worlds {
            features.add_models(world);
        }
        features.reach = features.model.keys().map(|it| (it.clone(), reach(&features.model, it))).collect();
        for world in worlds {
            features.add_patches(world);
            features.add_operations(world);
        }
        features
    }

    /// Whether everyone who has the feature `area` of the model crate has `other`.
    pub(super) fn implies(&self, area: &str, other: &str) -> bool {
        area == other || self.reach.get(area).is_some_and(|it| it.contains(other))
    }

    /// The feature that a field of this type needs beside that of its own area.
    pub(super) fn gate(&self, world: &World, own: &str, ty: &ir::TypeRef) -> Option<String> {
        let name = ty.named().filter(|it| is_entity(world, it))?;
        Some(world.known_area(name)?.feature).filter(|other| !self.implies(own, other))
    }

    fn add_models(&mut self, world: &World) {
        for it in world.api.enums.values() {
            self.model.entry(area(&it.area).feature).or_default();
        }
        for (name, it) in &world.api.types {
            let own = area(&it.area).feature;
            let properties = world.api.all_properties(name);
            let held = properties.iter().filter_map(|it| it.ty.named()).filter(|it| !is_entity(world, it));
            let others = held.filter_map(|it| world.known_area(it)).map(|it| it.feature);
            let others: BTreeSet<String> = others.filter(|it| *it != own).collect();
            self.model.entry(own).or_default().extend(others);
        }
    }

    fn add_patches(&mut self, world: &World) {
        for patch in world.patches.values() {
            let own = world.area(patch.ty).feature;
            let types = patch.members.iter().filter_map(|it| it.ty.named()).chain(patch.choices.iter().copied());
            let models: BTreeSet<String> = types.filter_map(|it| world.known_area(it)).map(|it| it.feature).collect();
            let models = models.into_iter().filter(|it| !self.implies(&own, it)).collect::<Vec<_>>();
            self.client.entry(own.clone()).or_default().models.extend(models.into_iter().chain([own]));
        }
    }

    fn add_operations(&mut self, world: &World) {
        for it in world.operations() {
            let own = area(&it.area).feature;
            let body = world.area(&it.body.ty).feature;
            let needs = self.client.entry(own.clone()).or_default();
            needs.clients.extend((own != body).then_some(body));
        }
    }
}

fn is_entity(world: &World, name: &ir::TypeName) -> bool {
    world.api.types.get(name).is_some_and(|it| it.kind == ir::Kind::Entity)
}

fn reach(edges: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(it) = open.pop() {
        for next in edges.get(it).into_iter().flatten() {
            if reached.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    reached
}
