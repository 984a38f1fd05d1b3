//! The part of an API that is wanted, with what it refers to or without.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeSet;

use super::custom::Custom;
use crate::ir;
use crate::names::area;
use crate::span::stem;

/// Which part of an API is emitted: all that one of the lists names. An update goes with the type that it sends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Areas, in any spelling: `device-config`, `device_config`.
    pub areas: Vec<String>,
    /// Types and enumerations: `user`, `microsoft.graph.callRecords.session`.
    pub types: Vec<String>,
    /// Pages, by stem or path: `user-update`, `v1.0/api/user-update.md`.
    pub pages: Vec<String>,
    /// What becomes of references to the rest.
    pub references: References,
}

/// What becomes of references that lead out of a [`Selection`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum References {
    /// What they refer to is emitted too, and what that refers to.
    #[default]
    Followed,
    /// They are no fields: what a service sends there stays in `extra`, word for word. Bases are emitted all the same,
    /// and so are the values that are common to all areas.
    Kept,
}

impl Selection {
    /// Whether nothing is named, so that all is wanted.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.areas.is_empty() && self.types.is_empty() && self.pages.is_empty()
    }

    /// What it names that none of the APIs has, in the order of the lists.
    #[must_use]
    pub fn unknown(&self, apis: &[impl Borrow<ir::Api>]) -> Vec<&str> {
        let is_known = |one: &Self| {
            apis.iter()
                .map(Borrow::borrow)
                .any(|api| one.roots(api).next().is_some() || one.updates(api).next().is_some())
        };
        self.singles().filter(|(_, one)| !is_known(one)).map(|(it, _)| it).collect()
    }

    /// Each name, and the selection of it alone.
    fn singles(&self) -> impl Iterator<Item = (&str, Self)> {
        let one = |it: &String| vec![it.clone()];
        let areas = self.areas.iter().map(move |it| (it, Self { areas: one(it), ..Self::default() }));
        let types = self.types.iter().map(move |it| (it, Self { types: one(it), ..Self::default() }));
        let pages = self.pages.iter().map(move |it| (it, Self { pages: one(it), ..Self::default() }));
        areas.chain(types).chain(pages).map(|(it, one)| (it.as_str(), one))
    }

    /// The API without what is neither wanted nor needed for it.
    pub(super) fn of<'a>(&self, api: &'a ir::Api, custom: &Custom) -> Cow<'a, ir::Api> {
        if self.is_all() {
            return Cow::Borrowed(api);
        }
        let wanted: Vec<&ir::Operation> = self.updates(api).collect();
        let kept = self.closure(api, custom, &wanted);
        let is_kept = |it: &ir::TypeRef| it.named().is_none_or(|ty| kept.contains(ty) || api.area(ty).is_none());
        let mut operations: Vec<ir::Operation> = wanted.into_iter().cloned().collect();
        for operation in &mut operations {
            operation.body.properties.retain(|it| is_kept(&it.ty));
        }
        let types = api.types.iter().filter(|(name, _)| kept.contains(name)).map(|(name, ty)| {
            let mut ty = ty.clone();
            ty.properties.retain(|it| is_kept(&it.ty));
            (name.clone(), ty)
        });
        let enums = api.enums.iter().filter(|(name, _)| kept.contains(name));
        let enums = enums.map(|(name, it)| (name.clone(), it.clone()));
        let (types, enums) = (types.collect(), enums.collect());
        Cow::Owned(ir::Api { version: api.version.clone(), types, enums, operations })
    }

    fn roots<'a>(&'a self, api: &'a ir::Api) -> impl Iterator<Item = &'a ir::TypeName> {
        let types = api.types.iter().map(|(name, it)| (name, &it.area, &it.origin));
        let enums = api.enums.iter().map(|(name, it)| (name, &it.area, &it.origin));
        let wanted = types
            .chain(enums)
            .filter(|(name, area, origin)| self.has_area(area) || self.has_type(name) || self.has_page(&origin.page));
        wanted.map(|(name, ..)| name)
    }

    fn updates<'a>(&'a self, api: &'a ir::Api) -> impl Iterator<Item = &'a ir::Operation> {
        let is_wanted = |it: &&ir::Operation| {
            self.has_area(&it.area) || self.has_type(&it.body.ty) || self.has_page(&it.origin.page)
        };
        api.operations.iter().filter(is_wanted)
    }

    fn has_area(&self, it: &str) -> bool {
        self.areas.iter().any(|wanted| area(wanted).module == area(it).module)
    }

    fn has_type(&self, it: &ir::TypeName) -> bool {
        self.types.iter().any(|wanted| *wanted == it.name || *wanted == it.to_string())
    }

    fn has_page(&self, it: &str) -> bool {
        self.pages.iter().any(|wanted| wanted == it || wanted == stem(it))
    }

    /// What is named and sent, its bases, and what it refers to as far as references are followed. What a type of the
    /// user's own refers to is his.
    fn closure<'a>(
        &'a self,
        api: &'a ir::Api,
        custom: &Custom,
        operations: &[&'a ir::Operation],
    ) -> BTreeSet<&'a ir::TypeName> {
        let is_followed =
            |it: &&ir::TypeName| self.references == References::Followed || api.area(it) == Some(ir::COMMON);
        let sent = operations
            .iter()
            .flat_map(|it| it.body.properties.iter().filter_map(|it| it.ty.named()))
            .filter(is_followed);
        let bodies = operations.iter().map(|it| &it.body.ty);
        let mut kept = BTreeSet::new();
        let mut open: Vec<&ir::TypeName> = self.roots(api).chain(bodies).chain(sent).collect();
        while let Some(name) = open.pop() {
            if !kept.insert(name) {
                continue;
            }
            open.extend(api.types.get(name).and_then(|ty| ty.base.as_ref()));
            if custom.path(name).is_none() {
                open.extend(api.all_properties(name).into_iter().filter_map(|it| it.ty.named()).filter(is_followed));
            }
        }
        kept
    }
}
