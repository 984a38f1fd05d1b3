//! Compares what the type cells of rows say with the pages that they name.

use std::collections::BTreeMap;

use super::cx::Cx;
use super::{place, reference};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, TypeWord};
use crate::ir::{Primitive, TypeName, TypeRef};
use crate::source;

/// Compares all rows.
pub(super) fn check(cx: Cx<'_>, diagnostics: &mut Diagnostics) {
    let mut spellings = Spellings::new(cx);
    for page in cx.pages {
        for row in page.types.iter().flat_map(|it| &it.properties) {
            spellings.add(cx, (page, row));
            relationship((page, row), diagnostics);
        }
        for row in page.update.iter().flat_map(|it| it.body.iter().flatten()) {
            spellings.add(cx, (page, row));
            link(cx, (page, row), diagnostics);
        }
    }
    spellings.report(cx, diagnostics);
}

/// A row with its page.
type Row<'a> = (&'a facts::Page, &'a facts::Property);

/// How rows spell the types that they name.
struct Spellings<'a> {
    /// How many rows have each name as its own page has it.
    right: BTreeMap<&'a str, usize>,
    /// The other rows, each with what it says and what that means.
    others: Vec<(Row<'a>, &'a str, &'a TypeName)>,
}

impl<'a> Spellings<'a> {
    fn new(cx: Cx<'a>) -> Self {
        Self { right: cx.index.names().map(|name| (name, 0)).collect(), others: Vec::new() }
    }

    fn add(&mut self, cx: Cx<'a>, (page, row): Row<'a>) {
        let TypeWord::Name(word) = &row.ty.item else { return };
        if let Some(count) = self.right.get_mut(word.as_str()) {
            *count += 1;
        } else if let Some(found) = reference::find(cx, page, word, row.ty.link.as_deref()) {
            self.others.push(((page, row), word, &found.entry.name));
        }
    }

    fn report(&self, cx: Cx<'_>, diagnostics: &mut Diagnostics) {
        let mut wrong: BTreeMap<&TypeName, usize> = BTreeMap::new();
        let is_other_case = |short: &str, name: &TypeName| short != name.name && short.eq_ignore_ascii_case(&name.name);
        for (_, _, name) in self.others.iter().filter(|(_, word, name)| is_other_case(word, name)) {
            *wrong.entry(name).or_default() += 1;
        }
        for (row, word, name) in &self.others {
            let right = self.right.get(name.name.as_str()).copied().unwrap_or_default();
            if is_other_case(word, name) && right > wrong[name] {
                spelled_otherwise(cx, *row, (word, name, right), diagnostics);
            }
            in_namespace(cx, *row, (word, name), diagnostics);
        }
    }
}

/// A name with other capitals than on its own page, where most rows have it as that page does.
fn spelled_otherwise(
    cx: Cx<'_>,
    (page, row): Row<'_>,
    (word, name, right): (&str, &TypeName, usize),
    diagnostics: &mut Diagnostics,
) {
    let message = format!("`{word}` is spelled `{}` on its own page, and by {right} rows", name.name);
    diagnostics
        .push(Code::TypeCase, page.place(place::word(cx, page, row.ty.span, word)), message)
        .hint(format!("write `{}`", name.name))
        .beside(place::declaration(cx, name), "spelled so here");
}

/// A name in another namespace than that of the page it is meant for.
fn in_namespace(cx: Cx<'_>, (page, row): Row<'_>, (word, name): (&str, &TypeName), diagnostics: &mut Diagnostics) {
    let Some((namespace, _)) = word.rsplit_once('.') else { return };
    if namespace.starts_with("microsoft.graph") && !namespace.eq_ignore_ascii_case(&name.namespace) {
        let message = format!("`{}` is in the namespace `{}`, and not in `{namespace}`", name.name, name.namespace);
        diagnostics
            .push(Code::NamespaceDiffers, page.place(place::word(cx, page, row.ty.span, word)), message)
            .hint(format!("write `{name}`"))
            .beside(place::declaration(cx, name), "this is meant");
    }
}

/// A row of a request body whose link leads to another type than its text names; of the other rows it is said already.
fn link(cx: Cx<'_>, (page, row): Row<'_>, diagnostics: &mut Diagnostics) {
    let (TypeWord::Name(word), Some(target)) = (&row.ty.item, row.ty.link.as_deref()) else { return };
    // Most links lead to the page that is named like the type.
    if source::stem(target).rsplit('-').next().is_some_and(|it| it.eq_ignore_ascii_case(word)) {
        return;
    }
    let found = reference::find(cx, page, word, Some(target));
    let Some((entry, other)) = found.and_then(|it| Some((it.entry, it.contradicted?))) else { return };
    let message = format!("the text says `{}`, the link leads to `{}`", entry.name.name, other.name.name);
    let target = place::declaration(cx, &other.name);
    diagnostics.push(Code::LinkMismatch, page.place(row.ty.span), message).beside(target, "the link leads here");
}

/// A relationship to what is no entity.
fn relationship((page, row): Row<'_>, diagnostics: &mut Diagnostics) {
    let TypeWord::Primitive(primitive) = row.ty.item else { return };
    // A stream is read at an address of its own, as what a relationship leads to.
    if row.relationship && primitive != Primitive::Stream {
        let (name, ty) = (&row.name.text, TypeRef::Primitive(primitive));
        let message = format!("`{name}` stands among the relationships, and its type is {ty}");
        diagnostics
            .push(Code::PrimitiveRelationship, page.place(row.ty.span), message)
            .hint("if the type is right, the row belongs into the table of properties");
    }
}
