//! What changed of the properties of a type; what it inherits is said of the base.

use super::context::{Context, Draft};
use super::effect::Effect;
use super::item::{self, TypeEntry};
use super::pairs::{self, Named, Pair};
use super::piece::Part;
use super::side::{Side, plain};
use super::words::{code, list};
use super::{Class, Element, Kind};
use crate::ir::{Access, Property, TypeName, TypeRef};
use crate::names::fields;

/// A property of a type, its own or inherited.
#[derive(Clone, Copy)]
struct Held<'a> {
    property: &'a Property,
    is_inherited: bool,
}

/// Finds the changes. What both bases have in common was said there.
pub(super) fn find(cx: &mut Context<'_>, old: TypeEntry<'_>, new: TypeEntry<'_>) {
    let (before, after) = (held(cx.old, old), held(cx.new, new));
    for pair in pairs::by_name(named(&before), named(&after)) {
        match pair {
            Pair::Both(one, other) if !(one.it.is_inherited && other.it.is_inherited) => {
                both(cx, [old.0, new.0], [one.it.property, other.it.property]);
            }
            Pair::Old(it) if !it.it.is_inherited => removed(cx, [old.0, new.0], it.it.property),
            Pair::New(it) if !it.it.is_inherited => added(cx, [old.0, new.0], it.it.property),
            Pair::Both(..) | Pair::Old(_) | Pair::New(_) => {}
        }
    }
}

/// Takes the effects on what a type inherits, where its base is another one.
pub(super) fn inherited(cx: &mut Context<'_>, old: TypeEntry<'_>, new: TypeEntry<'_>) -> Vec<Effect> {
    let (before, after) = (held(cx.old, old), held(cx.new, new));
    let mut effects = Vec::new();
    for pair in pairs::by_name(named(&before), named(&after)) {
        let name = match pair {
            Pair::Both(one, other) if one.it.is_inherited && other.it.is_inherited => &other.it.property.name,
            Pair::Old(it) | Pair::New(it) if it.it.is_inherited => &it.it.property.name,
            Pair::Both(..) | Pair::Old(_) | Pair::New(_) => continue,
        };
        effects.extend(cx.take_property([old.0, new.0], name, |it| it.form().is_none()));
    }
    effects
}

fn held<'a>(side: &Side<'a>, (name, ty): TypeEntry<'_>) -> Vec<Held<'a>> {
    let all = side.api.all_properties(name);
    let inherited = all.len() - ty.properties.len();
    all.into_iter().enumerate().map(|(at, property)| Held { property, is_inherited: at < inherited }).collect()
}

fn named<'a>(all: &[Held<'a>]) -> Vec<Named<Held<'a>>> {
    let wires: Vec<&str> = all.iter().map(|it| it.property.name.as_str()).collect();
    let idents = fields(&wires);
    let named = |(it, ident): (&Held<'a>, &_)| Named { wire: it.property.name.clone(), rust: plain(ident), it: *it };
    all.iter().zip(&idents).map(named).collect()
}

fn draft<'a>(name: &TypeName, it: &'a Property, kind: Kind, what: &str) -> Draft<'a> {
    let element = Element::Property(it.name.clone());
    let what = format!("property {} {what}", code(&it.name));
    Draft { element, ..Draft::new(item::of_type(name), &it.origin, kind, what) }
}

fn removed(cx: &mut Context<'_>, names: [&TypeName; 2], it: &Property) {
    let effects = cx.take_property(names, &it.name, Effect::is_gone);
    cx.add(draft(names[1], it, Kind::Removed, "removed"), &effects);
}

fn added(cx: &mut Context<'_>, names: [&TypeName; 2], it: &Property) {
    let effects = cx.take_property(names, &it.name, Effect::is_new);
    cx.add(draft(names[1], it, Kind::Added, &format!("added: {}", spelled(&it.ty))), &effects);
}

fn both(cx: &mut Context<'_>, names: [&TypeName; 2], [old, new]: [&Property; 2]) {
    let draft = |kind, what: &str| draft(names[1], new, kind, what);
    if old.name != new.name {
        let why = "the name in JSON is another";
        let draft = draft(Kind::Spelling, &format!("spelled otherwise, was {}", code(&old.name)));
        cx.add(Draft { class: Class::Compatible, why, ..draft }, &[]);
    }
    if old.ty != new.ty {
        let otherwise = "the same type in Rust";
        let effects = cx.take_property(names, &old.name, Effect::is_typed);
        let kind = of_type(&old.ty, &new.ty);
        let what = format!("is {}, was {}", spelled(&new.ty), spelled(&old.ty));
        cx.add(Draft { otherwise, ..draft(kind, &what) }, &effects);
    }
    if old.access != new.access {
        let is_setter = |it: &Effect| matches!(it.part, Part::Setter(..)) && (it.is_gone() || it.is_new());
        let effects = cx.take_property(names, &old.name, is_setter);
        let otherwise = "no patch has a setter for it, before or after";
        let what = format!("is {}, was {}", access(new.access), access(old.access));
        cx.add(Draft { otherwise, ..draft(Kind::Access, &what) }, &effects);
    }
    if old.relationship != new.relationship {
        // The field is made otherwise, whether its documented type is the same or not.
        let effects = cx.take_property(names, &old.name, |it| !it.is_renamed());
        let what = if new.relationship { "is a relationship" } else { "is no longer a relationship" };
        cx.add(draft(Kind::Relationship, what), &effects);
    }
    let effects = cx.take_property(names, &old.name, Effect::is_renamed);
    if !effects.is_empty() {
        cx.add(draft(Kind::Name, "is called otherwise in Rust"), &effects);
    }
    item::deprecation(cx, draft(Kind::Deprecation, ""), [&old.deprecated, &new.deprecated]);
    texts(cx, names[1], [old, new]);
}

fn texts(cx: &mut Context<'_>, name: &TypeName, [old, new]: [&Property; 2]) {
    if old.nullable != new.nullable {
        let word = |it: Option<bool>| match it {
            Some(true) => "nullable",
            Some(false) => "not nullable",
            None => "not said to be nullable or not",
        };
        let why = "every field is an `Option`, and every setter takes null";
        let what = format!("is {}, was {}", word(new.nullable), word(old.nullable));
        cx.add(Draft { why, ..draft(name, new, Kind::Nullable, &what) }, &[]);
    }
    if old.known_values != new.known_values {
        let why = "its doc comment lists them";
        let what = format!("lists other values: {}", values(old, new));
        cx.add(Draft { why, ..draft(name, new, Kind::KnownValues, &what) }, &[]);
    }
    if old.doc != new.doc {
        let why = "its doc comment says something else";
        cx.add(Draft { why, ..draft(name, new, Kind::Text, "has another text") }, &[]);
    }
}

/// The values that came and went.
fn values(old: &Property, new: &Property) -> String {
    let only = |these: &Property, others: &Property, sign: &str| {
        let only = these.known_values.iter().filter(|it| !others.known_values.contains(it));
        only.map(|it| code(&format!("{sign}{it}"))).collect::<Vec<_>>()
    };
    let all = [only(old, new, "-"), only(new, old, "+")].concat();
    if all.is_empty() { "in another order".to_owned() } else { list(&all, " and ") }
}

/// Whether it is the type that changed, or how many there are of it.
pub(super) fn of_type(old: &TypeRef, new: &TypeRef) -> Kind {
    if old.is_collection() != new.is_collection() && old.item() == new.item() { Kind::Collection } else { Kind::Type }
}

/// A type in the words of the docs.
pub(super) fn spelled(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Primitive(primitive) => code(&format!("{primitive:?}")),
        TypeRef::Named(name) => code(&name.name),
        TypeRef::Collection(item) => format!("collection of {}", spelled(item)),
    }
}

/// Who sets a property.
pub(super) const fn access(access: Access) -> &'static str {
    match access {
        Access::Key => "the key",
        Access::ReadOnly => "read-only",
        Access::ServerSet => "set by the service",
        Access::Writable => "settable",
    }
}
