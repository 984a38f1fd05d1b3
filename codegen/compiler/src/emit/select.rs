//! The part of an API that the wanted areas need: their own items and all that these refer to.

use std::collections::BTreeSet;

use super::Options;
use crate::ir;
use crate::names::area;

/// The API without what no wanted area needs.
pub(super) fn selected(api: &ir::Api, options: &Options) -> ir::Api {
    let Some(areas) = &options.areas else { return api.clone() };
    let areas: BTreeSet<String> = areas.iter().map(|it| area(it).module).collect();
    let is_wanted = |it: &str| areas.contains(&area(it).module);
    let operations: Vec<_> = api.operations.iter().filter(|it| is_wanted(&it.area)).cloned().collect();
    let types = api.types.iter().filter(|(_, it)| is_wanted(&it.area)).map(|(name, _)| name);
    let enums = api.enums.iter().filter(|(_, it)| is_wanted(&it.area)).map(|(name, _)| name);
    let kept = closure(api, types.chain(enums).chain(operations.iter().flat_map(used)));
    let types = api.types.iter().filter(|(name, _)| kept.contains(name)).map(cloned).collect();
    let enums = api.enums.iter().filter(|(name, _)| kept.contains(name)).map(cloned).collect();
    ir::Api { version: api.version.clone(), types, enums, operations }
}

fn cloned<K: Clone, V: Clone>((key, value): (&K, &V)) -> (K, V) {
    (key.clone(), value.clone())
}

fn used(it: &ir::Operation) -> impl Iterator<Item = &ir::TypeName> {
    it.body.properties.iter().filter_map(|it| it.ty.named()).chain([&it.body.ty])
}

fn closure<'a>(api: &'a ir::Api, roots: impl Iterator<Item = &'a ir::TypeName>) -> BTreeSet<&'a ir::TypeName> {
    let mut kept = BTreeSet::new();
    let mut open: Vec<&ir::TypeName> = roots.collect();
    while let Some(name) = open.pop() {
        if !kept.insert(name) {
            continue;
        }
        if let Some(ty) = api.types.get(name) {
            open.extend(ty.base.as_ref());
            open.extend(ty.properties.iter().filter_map(|it| it.ty.named()));
        }
    }
    kept
}
