//! An API in the neutral form `graph-ir/1`, which can be compared with official metadata.

use serde_json::{Value, json};
use tablewright::ir::{Access, Api, Enum, Kind, Operation, Property, Type, TypeName, TypeRef};

/// The whole API.
pub(crate) fn value(api: &Api) -> Value {
    json!({
        "format": "graph-ir/1",
        "version": api.version,
        "source": format!("tablewright {}", env!("CARGO_PKG_VERSION")),
        "types": api.types.iter().map(|(name, ty)| self::ty(name, ty)).collect::<Vec<_>>(),
        "enums": api.enums.iter().map(|(name, it)| enumeration(name, it)).collect::<Vec<_>>(),
        "operations": api.operations.iter().flat_map(operations).collect::<Vec<_>>(),
    })
}

fn ty(name: &TypeName, ty: &Type) -> Value {
    json!({
        "name": name.name,
        "namespace": name.namespace,
        "kind": ty.kind,
        "base": base(name, ty),
        "abstract": ty.is_abstract,
        "open": ty.open,
        "properties": ty.properties.iter().map(property).collect::<Vec<_>>(),
    })
}

/// Every entity derives from `entity`, also where no page describes that.
fn base(name: &TypeName, ty: &Type) -> Option<String> {
    let root = "microsoft.graph.entity";
    let stated = ty.base.as_ref().map(ToString::to_string);
    stated.or_else(|| (ty.kind == Kind::Entity && name.to_string() != root).then(|| root.to_owned()))
}

fn property(property: &Property) -> Value {
    json!({
        "name": property.name,
        "type": item(&property.ty),
        "collection": property.ty.is_collection(),
        "nullable": property.nullable,
        "navigation": property.relationship,
        "read_only": property.access != Access::Writable,
        "known_values": property.known_values,
    })
}

fn item(ty: &TypeRef) -> String {
    match ty.item() {
        TypeRef::Primitive(primitive) => format!("{primitive:?}"),
        TypeRef::Named(name) => name.to_string(),
        TypeRef::Collection(item) => self::item(item),
    }
}

fn enumeration(name: &TypeName, it: &Enum) -> Value {
    let members = it.members.iter().map(|member| json!({ "name": member.name, "value": member.value }));
    json!({
        "name": name.name,
        "namespace": name.namespace,
        "flags": it.flags,
        "members": members.collect::<Vec<_>>(),
    })
}

fn operations(operation: &Operation) -> Vec<Value> {
    let line = |path: &str| {
        json!({
            "method": operation.method,
            "path": path,
            "body_type": operation.body.ty,
            "file": operation.origin.page,
        })
    };
    operation.lines.iter().map(|it| line(&it.path)).collect()
}
