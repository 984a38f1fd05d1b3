//! What changed of enumerations and their members.

use super::context::{Context, Draft};
use super::effect::Effect;
use super::item;
use super::pairs::{self, Named, Pair};
use super::piece::{Owner, Part};
use super::side::{Side, plain};
use super::words::code;
use super::{Class, Element, Kind};
use crate::ir::{Enum, Member, TypeName};

type Entry<'a> = (&'a TypeName, &'a Enum);

/// Finds the changes.
pub(super) fn find(cx: &mut Context<'_>) {
    let (old, new) = (cx.old, cx.new);
    for pair in pairs::by_name(pairs::named(old, &old.api.enums), pairs::named(new, &new.api.enums)) {
        match pair {
            Pair::Both(one, other) => both(cx, one.it, other.it),
            Pair::Old(it) => removed(cx, it.it),
            Pair::New(it) => added(cx, it.it),
        }
    }
}

fn removed(cx: &mut Context<'_>, (name, it): Entry<'_>) {
    let mut effects = cx.effects.take(&Owner::Type(name.clone()), |_| true);
    let (kind, what, origin) = match cx.new.api.types.get(name) {
        Some(ty) => {
            effects.extend(cx.effects.take_forms(name));
            (Kind::Kind, "is a type, was an enumeration", &ty.origin)
        }
        None => (Kind::Removed, "enumeration removed", &it.origin),
    };
    cx.add(Draft::new(item::of_enum(name), origin, kind, what.to_owned()), &effects);
}

fn added(cx: &mut Context<'_>, (name, it): Entry<'_>) {
    // What was a type is said where types are.
    if cx.old.api.types.contains_key(name) {
        return;
    }
    let effects = cx.effects.take(&Owner::Type(name.clone()), |it| !it.is_renamed());
    let what = format!("enumeration added in area {}", code(&it.area));
    cx.add(Draft::new(item::of_enum(name), &it.origin, Kind::Added, what), &effects);
}

fn both(cx: &mut Context<'_>, old: Entry<'_>, new: Entry<'_>) {
    let docs = |kind, what: String| Draft::new(item::of_enum(new.0), &new.1.origin, kind, what);
    if old.0 != new.0 {
        let draft = docs(Kind::Spelling, format!("spelled {}, was {}", code(&new.0.name), code(&old.0.name)));
        cx.add(Draft { class: Class::Compatible, why: "`NAME` has another value", ..draft }, &[]);
    }
    item::moved(cx, &item::of_enum(new.0), [&old.1.area, &new.1.area], &new.1.origin);
    item::renamed(cx, [old.0, new.0], &item::of_enum(new.0), &new.1.origin);
    if old.1.flags != new.1.flags {
        let effects = cx.effects.take_forms(new.0);
        let what =
            if new.1.flags { "takes several members at once" } else { "no longer takes several members at once" };
        let what = what.to_owned();
        cx.add(docs(Kind::Flags, what), &effects);
    }
    members(cx, old, new);
    item::page_and_text(cx, &item::of_enum(new.0), [&old.1.origin, &new.1.origin], [&old.1.doc, &new.1.doc]);
}

fn members(cx: &mut Context<'_>, old: Entry<'_>, new: Entry<'_>) {
    let (before, after) = (named_members(cx.old, old), named_members(cx.new, new));
    let owner = Owner::Type(old.0.clone());
    for pair in pairs::by_name(before, after) {
        let (it, kind, what, is_explained): (_, _, _, fn(&Effect) -> bool) = match pair {
            Pair::Both(one, other) => {
                member(cx, [old.0, new.0], [one.it, other.it]);
                continue;
            }
            Pair::Old(it) => (it.it, Kind::Removed, "removed", Effect::is_gone),
            Pair::New(it) => (it.it, Kind::Added, "added", Effect::is_new),
        };
        let effects = cx.effects.take(&owner, |effect| is_member(effect, &it.name) && is_explained(effect));
        cx.add(draft(new.0, it, kind, what), &effects);
    }
}

fn named_members<'a>(side: &Side<'_>, (name, it): Entry<'a>) -> Vec<Named<&'a Member>> {
    let idents = side.names.variants(name);
    it.members.iter().zip(idents).map(|(it, ident)| Named { wire: it.name.clone(), rust: plain(ident), it }).collect()
}

fn is_member(effect: &Effect, name: &str) -> bool {
    matches!(&effect.part, Part::Member(it) if it == name)
}

fn draft<'a>(name: &TypeName, it: &'a Member, kind: Kind, what: &str) -> Draft<'a> {
    let what = format!("member {} {what}", code(&it.name));
    let element = Element::Member(it.name.clone());
    Draft { element, ..Draft::new(item::of_enum(name), &it.origin, kind, what) }
}

fn member(cx: &mut Context<'_>, names: [&TypeName; 2], [old, new]: [&Member; 2]) {
    let draft = |kind, what: &str| draft(names[1], new, kind, what);
    if old.name != new.name {
        let why = "the text in JSON is another";
        let draft = draft(Kind::Spelling, &format!("spelled otherwise, was {}", code(&old.name)));
        cx.add(Draft { class: Class::Compatible, why, ..draft }, &[]);
    }
    let effects = cx.effects.take(&Owner::Type(names[0].clone()), |it| is_member(it, &old.name) && it.is_renamed());
    if !effects.is_empty() {
        cx.add(draft(Kind::Name, "is called otherwise in Rust"), &effects);
    }
    if old.value != new.value {
        let word = |it: Option<i64>| it.map_or("no number".to_owned(), |it| code(&it.to_string()));
        let why = "numbers are in no item";
        let what = format!("has {}, had {}", word(new.value), word(old.value));
        cx.add(Draft { why, ..draft(Kind::Value, &what) }, &[]);
    }
    item::deprecation(cx, draft(Kind::Deprecation, ""), [&old.deprecated, &new.deprecated]);
    if old.doc != new.doc {
        let why = "its doc comment says something else";
        cx.add(Draft { why, ..draft(Kind::Text, "has another text") }, &[]);
    }
}
