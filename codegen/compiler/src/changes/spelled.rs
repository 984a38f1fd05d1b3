//! The types of fields and setters in words, once as Rust has them and once by wire names.
//!
//! Two types are taken to differ only where both differ: so neither a type that is called otherwise in Rust nor one that is
//! spelled otherwise in the docs changes all that mentions it.

use super::side::Side;
use crate::ir::{Primitive, Property, TypeName, TypeRef};

/// What names in a type are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Spelling {
    Rust,
    Wire,
}

/// The type of a field, as `emit` makes it: single models are boxed, and relationships read on demand.
pub(super) fn field(side: &Side, spelling: Spelling, property: &Property) -> String {
    let ty = &property.ty;
    let value = value(side, spelling, ty);
    if side.api.leads_to_models(property) {
        return format!("Related<{value}>");
    }
    let is_model = |name: &TypeName| side.api.types.contains_key(name) && !side.choices.contains_key(name);
    match ty {
        TypeRef::Named(name) if is_model(name) => format!("Option<Box<{value}>>"),
        TypeRef::Named(_) | TypeRef::Primitive(_) | TypeRef::Collection(_) => format!("Option<{value}>"),
    }
}

/// The type of a value.
pub(super) fn value(side: &Side, spelling: Spelling, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Primitive(it) => primitive(*it).to_owned(),
        TypeRef::Named(name) => named(side, spelling, name),
        TypeRef::Collection(item) => format!("Vec<{}>", value(side, spelling, item)),
    }
}

/// A type, an open choice, an enumeration; what is not documented is any JSON.
pub(super) fn named(side: &Side, spelling: Spelling, name: &TypeName) -> String {
    let own = |name: &TypeName| match spelling {
        Spelling::Rust => side.ident(name),
        Spelling::Wire => name.to_string(),
    };
    if side.choices.contains_key(name) {
        return match spelling {
            Spelling::Rust => side.names.choice(name).to_string(),
            Spelling::Wire => format!("any {name}"),
        };
    }
    match side.api.enums.get(name) {
        Some(it) if it.flags => format!("Flags<{}>", own(name)),
        Some(_) => own(name),
        None if side.api.types.contains_key(name) => own(name),
        None => "Json".to_owned(),
    }
}

fn primitive(it: Primitive) -> &'static str {
    match it {
        Primitive::Binary => "Binary",
        Primitive::Boolean => "bool",
        Primitive::Byte => "u8",
        Primitive::Date => "Date",
        Primitive::DateTimeOffset => "DateTimeOffset",
        Primitive::Decimal => "Decimal",
        Primitive::Double => "f64",
        Primitive::Duration => "Duration",
        Primitive::Guid => "Guid",
        Primitive::Int16 => "i16",
        Primitive::Int32 => "i32",
        Primitive::Int64 => "i64",
        Primitive::SByte => "i8",
        Primitive::Single => "f32",
        Primitive::String => "String",
        Primitive::TimeOfDay => "TimeOfDay",
        Primitive::Stream | Primitive::Json => "Json",
    }
}
