//! What changed of what the page of an update lists, as far as the pages of types do not say it.

use super::context::{Context, Draft};
use super::effect::Effect;
use super::item;
use super::pairs::{self, Named, Pair};
use super::piece::{Owner, Part};
use super::properties::{access, of_type, spelled};
use super::words::code;
use super::{Element, Item, Kind};
use crate::ir::{Api, BodyProperty, Operation};

/// Finds the changes; both operations send the same type.
pub(super) fn find(cx: &mut Context<'_>, [old, new]: [&Operation; 2]) {
    let setters = Setters { owner: Owner::Type(new.body.ty.clone()), operations: [old, new] };
    let item = item::of_operation(cx.new, new);
    for pair in pairs::by_name(named(old), named(new)) {
        match pair {
            Pair::Both(one, other) => both(cx, &setters, &item, [one.it, other.it]),
            Pair::Old(it) => {
                let what = draft(&item, it.it, Kind::Removed, "no longer listed");
                setters.report(cx, what, it.it, Effect::is_gone);
            }
            Pair::New(it) => {
                let what = draft(&item, it.it, Kind::Added, &format!("listed: {}", spelled(&it.it.ty)));
                setters.report(cx, what, it.it, Effect::is_new);
            }
        }
    }
}

/// The patches of an operation, and the type that has them.
struct Setters<'a> {
    owner: Owner,
    operations: [&'a Operation; 2],
}

impl Setters<'_> {
    /// Reports a change with what it does to the setter of a row, unless another change has said that.
    fn report(&self, cx: &mut Context<'_>, draft: Draft<'_>, row: &BodyProperty, is_explained: fn(&Effect) -> bool) {
        let patches = [cx.old.patch_of(self.operations[0]), cx.new.patch_of(self.operations[1])];
        let parts = patches.map(|patch| Part::Setter(patch, row.name.clone()));
        let effects = cx.effects.take(&self.owner, |it| parts.contains(&it.part) && is_explained(it));
        if !effects.is_empty() || !parts.iter().any(|part| cx.effects.is_taken(&self.owner, part)) {
            cx.add(draft, &effects);
        }
    }
}

/// A row is called in the docs as in Rust: what is spelled otherwise is another row.
fn named(it: &Operation) -> Vec<Named<&BodyProperty>> {
    it.body.properties.iter().map(|it| Named { wire: it.name.clone(), rust: it.name.clone(), it }).collect()
}

fn draft<'a>(item: &Item, it: &'a BodyProperty, kind: Kind, what: &str) -> Draft<'a> {
    let what = format!("{} in the body {what}", code(&it.name));
    let element = Element::Row(it.name.clone());
    let otherwise = "the patch has the same setters";
    Draft { element, otherwise, ..Draft::new(item.clone(), &it.origin, kind, what) }
}

fn both(cx: &mut Context<'_>, setters: &Setters<'_>, item: &Item, [old, new]: [&BodyProperty; 2]) {
    if old.ty != new.ty {
        let what = format!("is {}, was {}", spelled(&new.ty), spelled(&old.ty));
        setters.report(cx, draft(item, new, of_type(&old.ty, &new.ty), &what), new, Effect::is_typed);
    }
    if old.access != new.access {
        let what = format!("is {}, was {}", access(new.access), access(old.access));
        let is_setter = |it: &Effect| it.is_gone() || it.is_new();
        setters.report(cx, draft(item, new, Kind::Access, &what), new, is_setter);
    }
    let (one, other) =
        (property(cx.old.api, setters.operations[0], old), property(cx.new.api, setters.operations[1], new));
    let is_said = |of: fn(&crate::ir::Property) -> &Option<String>| {
        one.map(of) == Some(&old.deprecated) && other.map(of) == Some(&new.deprecated)
    };
    if !is_said(|it| &it.deprecated) {
        item::deprecation(cx, draft(item, new, Kind::Deprecation, ""), [&old.deprecated, &new.deprecated]);
    }
    let is_copied = one.is_some_and(|it| it.doc == old.doc) && other.is_some_and(|it| it.doc == new.doc);
    if old.doc != new.doc && !is_copied {
        let why = "the doc comment of its setter says something else";
        cx.add(Draft { why, ..draft(item, new, Kind::Text, "has another text") }, &[]);
    }
}

/// What the type says of the property that a row lists.
fn property<'a>(api: &'a Api, it: &Operation, row: &BodyProperty) -> Option<&'a crate::ir::Property> {
    api.all_properties(&it.body.ty).into_iter().find(|it| it.name == row.name)
}
