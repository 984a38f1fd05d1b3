//! Tells entities from complex types.

use std::collections::{BTreeMap, BTreeSet};

use super::index::ROOT;
use crate::facts::{self, Json, Methods};
use crate::ir::{self, Kind, TypeName};
use crate::json;

/// What the pages of a type show of it alone: an entity has a key, relationships, or an `id` and methods.
pub(super) fn shown(claims: &[(&facts::Page, &facts::Type)], properties: &[ir::Property]) -> Kind {
    let claims = || claims.iter().map(|(_, claim)| *claim);
    let has = |name: &str| properties.iter().any(|it| it.name == name);
    let is_entity = properties.iter().any(|it| it.relationship)
        || claims().any(|it| it.methods == Methods::Own || it.key.as_deref().is_some_and(has))
        || has("id") && claims().any(|it| it.methods == Methods::Others || shows_identifier(it));
    if is_entity { Kind::Entity } else { Kind::Complex }
}

/// An entity, too, is what a relationship leads to, and what derives from an entity.
pub(super) fn classify(types: &mut BTreeMap<TypeName, ir::Type>) {
    let root = TypeName::new(ROOT, "entity");
    let properties = types.values().flat_map(|ty| &ty.properties);
    let related = properties.filter(|it| it.relationship).filter_map(|it| it.ty.named());
    let entities: BTreeSet<&TypeName> = related.chain([&root]).collect();
    let is_entity = |(name, ty): &(&TypeName, &ir::Type)| ty.kind == Kind::Entity || entities.contains(name);
    let kind = |first| {
        let base = |(_, ty): &(&TypeName, &ir::Type)| types.get_key_value(ty.base.as_ref()?);
        if std::iter::successors(Some(first), base).any(|it| is_entity(&it)) { Kind::Entity } else { Kind::Complex }
    };
    let kinds: Vec<Kind> = types.iter().map(kind).collect();
    types.values_mut().zip(kinds).for_each(|(ty, kind)| ty.kind = kind);
}

/// Whether the JSON representation shows `"id": "String (identifier)"`, as those of entities do.
fn shows_identifier(claim: &facts::Type) -> bool {
    let shown = claim.json.as_ref().and_then(Json::value);
    let id = shown.and_then(|it| it.get("id")).and_then(json::Value::text);
    id.is_some_and(|it| it.to_lowercase().contains("identifier"))
}
