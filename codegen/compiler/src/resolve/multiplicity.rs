//! Decides whether a row is a collection: by its type cell, corrected where the JSON representation or the grammar of
//! its name says otherwise.

use crate::facts::{self, TypeWord};
use crate::json::{Kind, Value};

/// Whether there is one, or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Multiplicity {
    One,
    Many,
}

/// What a row is, and what is to be said where that is a guess.
pub(super) fn multiplicity(row: &facts::Property, shown: Option<&Value>) -> (Multiplicity, Option<String>) {
    let name = &row.name.text;
    match (row.ty.collection, shown.map(|it| &it.kind)) {
        (true, Some(Kind::Text(text))) if is_single(row, text) => {
            let message = format!("the JSON representation shows one `{name}`: taken as one");
            (Multiplicity::One, Some(message))
        }
        (true, _) => (Multiplicity::Many, None),
        (false, Some(Kind::List(_))) => {
            let message = format!("the JSON representation shows an array of `{name}`: taken as a collection");
            (Multiplicity::Many, Some(message))
        }
        (false, _) if is_plural_relationship(row) => {
            (Multiplicity::Many, Some(format!("`{name}` is in the plural: taken as a collection")))
        }
        (false, _) => (Multiplicity::One, None),
    }
}

/// Whether the shown text is that of one primitive value, and not `"String collection"`.
fn is_single(row: &facts::Property, text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    matches!(row.ty.item, TypeWord::Primitive(_))
        && super::path::singular(&row.name.text) == row.name.text
        && matches!(lower.as_str(), "string" | "guid" | "boolean" | "int32")
}

/// A relationship with a name in the plural, to a type with a name in the singular, leads to many.
fn is_plural_relationship(row: &facts::Property) -> bool {
    let TypeWord::Name(word) = &row.ty.item else { return false };
    let is_plural = |name: &str| super::path::singular(name) != name || name.ends_with("Set") || name.ends_with("List");
    // Settings are one thing, and so are metrics.
    let name = row.name.text.to_lowercase();
    let is_one_thing = ["settings", "metrics"].iter().any(|it| name.ends_with(it));
    !is_one_thing && row.relationship && is_plural(&row.name.text) && !is_plural(word)
}
