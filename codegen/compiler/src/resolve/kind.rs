//! Tells entities from complex types.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::ROOT;
use crate::facts::{self, Json, Methods};
use crate::ir::{self, Kind, TypeName};
use crate::json;

/// An entity has a key, relationships, or an `id` and methods; is one that a relationship leads to; or derives from one.
pub(super) fn classify(cx: Cx<'_>, types: &mut BTreeMap<TypeName, ir::Type>) {
    let related: BTreeSet<TypeName> = types
        .values()
        .flat_map(|ty| &ty.properties)
        .filter(|property| property.relationship)
        .filter_map(|property| property.ty.named().cloned())
        .collect();
    let mut entities: BTreeSet<TypeName> = types
        .iter()
        .filter(|(name, ty)| related.contains(*name) || looks_like_entity(cx, name, ty))
        .map(|(name, _)| name.clone())
        .collect();
    entities.insert(TypeName::new(ROOT, "entity"));
    let names: Vec<TypeName> = types.keys().cloned().collect();
    for name in names {
        let is_entity = chain(types, &name).any(|it| entities.contains(it));
        if let Some(ty) = types.get_mut(&name) {
            ty.kind = if is_entity { Kind::Entity } else { Kind::Complex };
        }
    }
}

fn chain<'a>(types: &'a BTreeMap<TypeName, ir::Type>, name: &'a TypeName) -> impl Iterator<Item = &'a TypeName> {
    std::iter::successors(Some(name), |at| types.get(*at).and_then(|ty| ty.base.as_ref()))
}

fn looks_like_entity(cx: Cx<'_>, name: &TypeName, ty: &ir::Type) -> bool {
    let claims = || cx.index.get(name).into_iter().flat_map(|entry| cx.claims(entry)).map(|(_, claim)| claim);
    let has = |name: &str| ty.properties.iter().any(|it| it.name == name);
    ty.properties.iter().any(|it| it.relationship)
        || claims().any(|it| it.methods == Methods::Own || it.key.as_deref().is_some_and(has))
        || has("id") && claims().any(|it| it.methods == Methods::Others || shows_identifier(it))
}

/// Whether the JSON representation shows `"id": "String (identifier)"`, as those of entities do.
fn shows_identifier(claim: &facts::Type) -> bool {
    let shown = claim.json.as_ref().and_then(Json::value);
    let id = shown.and_then(|it| it.get("id")).and_then(json::Value::text);
    id.is_some_and(|it| it.to_lowercase().contains("identifier"))
}
