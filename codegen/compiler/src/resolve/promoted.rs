//! Makes enumerations of rows that list the values of a type which no page describes, or of which a fixup says so.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::{Entry, What, qualified};
use super::{area, reference};
use crate::facts::{self, TypeWord};
use crate::ir::{self, Primitive, TypeName};

/// Adds those of all pages.
pub(super) fn add(cx: Cx<'_>, enums: &mut BTreeMap<TypeName, ir::Enum>) {
    let lists = |row: &facts::Property| row.promote || row.known_values.len() > 1;
    for entry in cx.index.all(What::Type).filter(|entry| rows(cx, entry).any(|(_, row)| lists(row))) {
        // Of several rows of one name the first is taken.
        let mut names = BTreeSet::new();
        let taken = rows(cx, entry).filter(|(_, row)| names.insert(&row.name.text));
        for (page, row) in taken.filter(|(_, row)| lists(row)) {
            if let TypeWord::Name(word) = &row.ty.item {
                let is_unknown = || reference::find(cx, page, word, row.ty.link.as_deref()).is_none();
                if !row.known_values.is_empty() && is_unknown() {
                    enums.entry(of_word(word)).or_insert_with(|| enumeration(cx, page, row));
                }
            } else if row.promote && row.ty.item == TypeWord::Primitive(Primitive::String) {
                enums.insert(of_string(row), enumeration(cx, page, row));
            }
        }
    }
}

/// The rows of a type on all its pages.
fn rows<'a>(cx: Cx<'a>, entry: &Entry) -> impl Iterator<Item = (&'a facts::Page, &'a facts::Property)> {
    cx.claims(entry).flat_map(|(page, claim)| claim.properties.iter().map(move |row| (page, row)))
}

/// What the enumeration is called that a fixup makes of a String.
pub(super) fn of_string(row: &facts::Property) -> TypeName {
    qualified(None, &row.name.text)
}

/// What the enumeration of a type is called that no page describes.
pub(super) fn of_word(word: &str) -> TypeName {
    qualified(None, word.rsplit('.').next().unwrap_or(word))
}

fn enumeration(cx: Cx<'_>, page: &facts::Page, row: &facts::Property) -> ir::Enum {
    let members = row.known_values.iter().map(|value| ir::Member {
        name: value.text.clone(),
        deprecated: None,
        value: None,
        doc: String::new(),
        origin: cx.origin(page, value.span),
    });
    ir::Enum {
        flags: false,
        area: area::stated(cx, page, Some(&of_string(row).namespace)),
        doc: String::new(),
        origin: cx.origin(page, row.ty.span),
        members: members.collect(),
        repairs: row.repairs.clone(),
    }
}
