//! The areas as features of both crates: none needs another.
//!
//! A reference to a type of another area is a field, a variant or a setter that is there if the feature of that area is;
//! otherwise what was read for it stays in `extra`, whole. So enabling a feature only adds. What is common to all areas has
//! no feature.

use std::collections::BTreeMap;

use super::options::Packaging;
use super::world::World;
use crate::ir::{self, COMMON};
use crate::names::Area;

/// The features of both crates.
#[derive(Debug, Default)]
pub(super) struct Features {
    /// Those of the areas of the model crate, each with what it holds.
    pub(super) areas: BTreeMap<String, Held>,
}

/// What an area holds, in all versions.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Held {
    /// Types and enums.
    pub(super) types: usize,
    /// Updates.
    pub(super) updates: usize,
}

impl Features {
    pub(super) fn new(worlds: &[World]) -> Self {
        let mut features = Self::default();
        for (area, held) in worlds.iter().flat_map(|world| &world.areas) {
            let sum = features.areas.entry(area.feature.clone()).or_default();
            sum.types += held.types.len();
            sum.updates += held.updates;
        }
        features.areas.remove(COMMON);
        features
    }
}

/// The feature without which an area is not there; `None` for what is common, and in somebody's crate, whose features are
/// not ours.
pub(super) fn feature(world: &World, area: &Area) -> Option<String> {
    match world.options.packaging {
        Packaging::Crates(_) => (area.feature != COMMON).then(|| area.feature.clone()),
        Packaging::Module => None,
    }
}

/// The feature that a place in one area needs to name a type; `None` if that is always there.
pub(super) fn gate(world: &World, own: &str, ty: &ir::TypeName) -> Option<String> {
    let other = world.known_area(ty)?;
    feature(world, other).filter(|it| it != own)
}
