//! Tells what types have of their own and from their bases. It finds both by number: names would be compared letter by
//! letter each time.

use crate::hashes::{self, Hashes, is_same};
use crate::ir::{Api, Property, Type, TypeName};

/// The types of an API with their bases.
pub(super) struct Kin<'a> {
    pub(super) api: &'a Api,
    names: Hashes,
    /// In the order of their names.
    types: Vec<Member<'a>>,
}

/// A type.
struct Member<'a> {
    name: &'a TypeName,
    ty: &'a Type,
    /// The number of its base.
    base: Option<usize>,
    /// The names of its own properties.
    properties: Hashes,
}

/// The properties that a type has, of its own or from a base; no type has one that a base has too.
#[derive(Clone, Copy)]
pub(super) struct Properties<'k, 'a> {
    kin: &'k Kin<'a>,
    ty: Option<usize>,
}

impl<'a> Kin<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        let names = Hashes::new(api.types.keys().map(hash));
        let member = |(name, ty): (&'a TypeName, &'a Type)| {
            let properties = Hashes::new(ty.properties.iter().map(|it| hashes::word(&it.name)));
            Member { name, ty, base: None, properties }
        };
        let mut kin = Self { api, names, types: api.types.iter().map(member).collect() };
        for number in 0..kin.types.len() {
            kin.types[number].base = kin.types[number].ty.base.as_ref().and_then(|base| kin.number(base));
        }
        kin
    }

    /// Whether there is a type of that name.
    pub(super) fn has(&self, name: &TypeName) -> bool {
        self.number(name).is_some()
    }

    /// As [`Api::chain`].
    pub(super) fn chain(&self, name: &TypeName) -> impl Iterator<Item = (&'a TypeName, &'a Type)> {
        self.line(self.number(name)).map(|it| (it.name, it.ty))
    }

    /// As [`Api::is_a`].
    pub(super) fn is_a(&self, name: &TypeName, base: &TypeName) -> bool {
        self.chain(name).any(|(it, _)| it == base)
    }

    /// The properties of a type; none where there is no such type.
    pub(super) fn properties(&self, name: &TypeName) -> Properties<'_, 'a> {
        Properties { kin: self, ty: self.number(name) }
    }

    fn number(&self, name: &TypeName) -> Option<usize> {
        self.names.of(hash(name)).find(|at| self.types[*at].name == name)
    }

    /// A type, its base, the base of that, and so on to the root.
    fn line(&self, first: Option<usize>) -> impl Iterator<Item = &Member<'a>> {
        let member = |at: Option<usize>| Some(&self.types[at?]);
        std::iter::successors(member(first), move |it| member(it.base))
    }
}

impl<'k, 'a> Properties<'k, 'a> {
    /// Those of the root first, its own last.
    pub(super) fn all(self) -> impl Iterator<Item = &'a Property> + use<'k, 'a> {
        let levels: Vec<&'a [Property]> = self.kin.line(self.ty).map(|it| it.ty.properties.as_slice()).collect();
        levels.into_iter().rev().flatten()
    }

    /// The one of that name.
    pub(super) fn get(self, name: &str) -> Option<&'a Property> {
        self.find(name, |it| it.name == name)
    }

    /// The first one of that name in any case.
    pub(super) fn in_any_case(self, name: &str) -> Option<&'a Property> {
        self.find(name, |it| is_same(&it.name, name))
    }

    fn find(self, name: &str, is_it: impl Fn(&Property) -> bool) -> Option<&'a Property> {
        let hash = hashes::word(name);
        self.kin
            .line(self.ty)
            .find_map(|level| level.properties.of(hash).map(|at| &level.ty.properties[at]).find(|it| is_it(it)))
    }
}

/// The hash of a type's name.
pub(super) fn hash(name: &TypeName) -> u64 {
    hashes::row([name.namespace.as_str(), &name.name].into_iter())
}
