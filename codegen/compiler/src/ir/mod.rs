//! An API as its docs describe it, under wire names.
//!
//! Invariants: every [`TypeRef::Named`] and every [`Type::base`] is a key of [`Api::types`] or [`Api::enums`], the base
//! always of `types` (or absent); no type reaches itself along `base`; no name is a key of both maps; properties of a
//! type are its own, without those of its bases, and differ in name from these. Everything that is ordered by nature
//! (rows, request lines) is in the order of the docs, everything else in the order of its name. [`Api::faults`] tells what
//! of it does not hold.

mod faults;
mod groups;
mod name;
mod operation;
mod request_line;
mod sample;
mod types;

pub use name::TypeName;
pub use operation::{
    Basis, Body, BodyProperty, Cloud, Evidence, Example, Header, Message, Method, Operation, Permissions, Response,
    Scopes, Source,
};
pub use request_line::{RequestLine, Segment};
pub use sample::Sample;
pub use types::{Access, Enum, Kind, Member, Primitive, Property, Type, TypeRef};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use groups::Groups;

/// The area of what is common to all: the values that many areas hold.
pub const COMMON: &str = "common";

/// All that one version of an API has.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Api {
    /// The version's name in URLs: `beta`, `v1.0`.
    pub version: String,
    /// Entity and complex types.
    pub types: BTreeMap<TypeName, Type>,
    /// Enumerations.
    pub enums: BTreeMap<TypeName, Enum>,
    /// Updates, in the order of their pages.
    pub operations: Vec<Operation>,
}

/// Whether a version is a numbered one, no preview: `v1.0`.
#[must_use]
pub fn is_numbered(version: &str) -> bool {
    version.strip_prefix('v').is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
}

impl Api {
    /// The type itself, its base, the base of that, and so on to the root.
    pub fn chain<'a>(&'a self, name: &TypeName) -> impl Iterator<Item = (&'a TypeName, &'a Type)> + use<'a> {
        let first = self.types.get_key_value(name);
        std::iter::successors(first, |(_, ty)| ty.base.as_ref().and_then(|base| self.types.get_key_value(base)))
    }

    /// All properties of a type: those of the root first, its own last.
    #[must_use]
    pub fn all_properties(&self, name: &TypeName) -> Vec<&Property> {
        let mut levels: Vec<_> = self.chain(name).map(|(_, ty)| &ty.properties).collect();
        levels.reverse();
        levels.into_iter().flatten().collect()
    }

    /// Whether a property is a relationship that leads to documented types.
    #[must_use]
    pub fn leads_to_models(&self, it: &Property) -> bool {
        it.relationship && it.ty.named().is_some_and(|ty| self.types.contains_key(ty))
    }

    /// Types, then enumerations, each with its area.
    pub fn areas(&self) -> impl Iterator<Item = (&TypeName, &str)> {
        let types = self.types.iter().map(|(name, it)| (name, it.area.as_str()));
        types.chain(self.enums.iter().map(|(name, it)| (name, it.area.as_str())))
    }

    /// The area of a type or an enumeration; `None` if the API has no such name.
    #[must_use]
    pub fn area(&self, name: &TypeName) -> Option<&str> {
        let of_enum = || self.enums.get(name).map(|it| it.area.as_str());
        self.types.get(name).map(|it| it.area.as_str()).or_else(of_enum)
    }

    /// Whether `name` is `base` or derived from it.
    #[must_use]
    pub fn is_a(&self, name: &TypeName, base: &TypeName) -> bool {
        self.chain(name).any(|(it, _)| it == base)
    }

    /// The operations of each page, by its path.
    #[must_use]
    pub fn by_page(&self) -> BTreeMap<&str, Vec<&Operation>> {
        let mut operations: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
        for it in &self.operations {
            operations.entry(&it.origin.page).or_default().push(it);
        }
        operations
    }

    /// The operations, by number, in groups that update the same thing, though on several pages: same type of body, and a
    /// path in common. In the order of the operations.
    #[must_use]
    pub fn updates(&self) -> Vec<Vec<usize>> {
        let mut groups = Groups::new(self.operations.len());
        let mut first: BTreeMap<(&TypeName, String), usize> = BTreeMap::new();
        for (index, it) in self.operations.iter().enumerate() {
            for line in &it.lines {
                groups.join(index, *first.entry((&it.body.ty, line.shape())).or_insert(index));
            }
        }
        groups.all()
    }

    /// The types derived from each type that has any, at any depth, in the order of their names.
    #[must_use]
    pub fn descendants(&self) -> BTreeMap<&TypeName, Vec<&TypeName>> {
        let mut all: BTreeMap<&TypeName, Vec<&TypeName>> = BTreeMap::new();
        for name in self.types.keys() {
            for (base, _) in self.chain(name).skip(1) {
                all.entry(base).or_default().push(name);
            }
        }
        all
    }
}
