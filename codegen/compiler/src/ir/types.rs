//! Types, their properties, and enums.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::TypeName;
use crate::span::Origin;

/// An entity or complex type.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Type {
    /// Entity or complex.
    pub kind: Kind,
    /// The type it derives from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<TypeName>,
    /// Whether an answer may hold properties that are not documented (OData `OpenType`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    /// Whether the docs say that only derived types occur.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_abstract: bool,
    /// What the docs say of its end, if they call it deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// The part of the API it belongs to; a Rust feature and module of that name are made from it.
    pub area: String,
    /// What the docs say of it: markdown, links to pages as `version/folder/stem.md` or absolute.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Where its page names it.
    pub origin: Origin,
    /// The other pages that describe parts of the same type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Origin>,
    /// Its own properties.
    pub properties: Vec<Property>,
    /// The reasons of the fixups that changed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<String>,
}

/// What a type is in OData's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Has a key and can be addressed.
    Entity,
    /// A value inside an entity.
    Complex,
}

/// A property, or a relationship (OData: navigation property).
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Property {
    /// The name on the wire.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: TypeRef,
    /// Who sets it.
    pub access: Access,
    /// Whether it may be null; `None` where the docs do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nullable: Option<bool>,
    /// Whether the docs list it under Relationships.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relationship: bool,
    /// What the docs say of its end, if they call it deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// The values that the docs list for a String that is no documented enum.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_values: Vec<String>,
    /// What the docs say of it; markdown as in [`Type::doc`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Its row.
    pub origin: Origin,
    /// The reasons of the fixups that changed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<String>,
}

/// Who sets a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Identifies the entity; never sent in an update.
    Key,
    /// Set by the service, as the docs say; never sent.
    ReadOnly,
    /// Taken to be set by the service, since examples send all but it; never sent.
    ServerSet,
    /// May be sent.
    Writable,
}

/// A type as a property mentions it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TypeRef {
    /// A type every OData service has.
    Primitive(Primitive),
    /// A documented type or enum; the name is a key of `Api::types` or `Api::enums`.
    Named(TypeName),
    /// `Collection(T)`.
    Collection(Box<TypeRef>),
}

impl TypeRef {
    /// The type of an item, and whether it is in a collection.
    #[must_use]
    pub fn item(&self) -> &Self {
        match self {
            Self::Collection(item) => item.item(),
            Self::Primitive(_) | Self::Named(_) => self,
        }
    }

    /// Whether it is a collection.
    #[must_use]
    pub const fn is_collection(&self) -> bool {
        matches!(self, Self::Collection(_))
    }

    /// The documented type or enum it mentions.
    #[must_use]
    pub fn named(&self) -> Option<&TypeName> {
        match self.item() {
            Self::Named(name) => Some(name),
            Self::Primitive(_) | Self::Collection(_) => None,
        }
    }
}

impl fmt::Display for TypeRef {
    /// As pages spell it, without the namespace: `user collection`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Primitive(primitive) => write!(f, "{primitive:?}"),
            Self::Named(name) => f.write_str(&name.name),
            Self::Collection(item) => write!(f, "{item} collection"),
        }
    }
}

/// A primitive type of OData (OData CSDL 4.01, section 3.3), or JSON that the docs leave untyped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Primitive {
    /// Bytes, base64url or base64 on the wire.
    Binary,
    /// `true` or `false`.
    Boolean,
    /// 0 to 255.
    Byte,
    /// A day without a zone.
    Date,
    /// A moment with its offset.
    DateTimeOffset,
    /// An exact decimal number.
    Decimal,
    /// IEEE 754 binary64.
    Double,
    /// A signed length of time (ISO 8601).
    Duration,
    /// 16 bytes in hexadecimal groups.
    Guid,
    /// A signed integer of 16 bits.
    Int16,
    /// A signed integer of 32 bits.
    Int32,
    /// A signed integer of 64 bits.
    Int64,
    /// -128 to 127.
    SByte,
    /// IEEE 754 binary32.
    Single,
    /// A media stream; its link or its base64 stands in JSON.
    Stream,
    /// Text.
    String,
    /// A time of day without a zone.
    TimeOfDay,
    /// Any JSON.
    Json,
}

impl Primitive {
    /// What CSDL calls those that it has, without `Edm.`.
    pub const NAMES: [&'static str; 17] = [
        "Binary",
        "Boolean",
        "Byte",
        "Date",
        "DateTimeOffset",
        "Decimal",
        "Double",
        "Duration",
        "Guid",
        "Int16",
        "Int32",
        "Int64",
        "SByte",
        "Single",
        "Stream",
        "String",
        "TimeOfDay",
    ];
}

/// An enumeration.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Enum {
    /// Whether several members at once travel as a comma list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub flags: bool,
    /// The part of the API it belongs to, as in [`Type::area`].
    pub area: String,
    /// What the docs say of it; markdown as in [`Type::doc`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Where its page or section names it.
    pub origin: Origin,
    /// The members, each name once.
    pub members: Vec<Member>,
    /// The reasons of the fixups that changed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<String>,
}

/// A member of an enumeration.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Member {
    /// The name on the wire.
    pub name: String,
    /// What the docs say of its end, if they call it deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// The number the docs give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// What the docs say of it; markdown as in [`Type::doc`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Its row, or the sentence that lists it.
    pub origin: Origin,
}
