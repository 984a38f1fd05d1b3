//! What changed of types: which there are, where they belong, what they derive from.

use super::context::{Context, Draft};
use super::effect::Effect;
use super::item::{self, TypeEntry};
use super::pairs::{self, Pair};
use super::piece::{Owner, Part};
use super::words::code;
use super::{Class, Kind, properties};
use crate::ir::{Type, TypeName};

/// Finds the changes.
pub(super) fn find(cx: &mut Context<'_>) {
    let (old, new) = (cx.old, cx.new);
    for pair in pairs::by_name(pairs::named(old, &old.api.types), pairs::named(new, &new.api.types)) {
        match pair {
            Pair::Both(one, other) => both(cx, one.it, other.it),
            Pair::Old(it) => removed(cx, it.it),
            Pair::New(it) => added(cx, it.it),
        }
    }
}

fn removed(cx: &mut Context<'_>, (name, ty): TypeEntry<'_>) {
    let is_enum = cx.new.api.enums.contains_key(name);
    let mut effects = cx.effects.take(&Owner::Type(name.clone()), |_| true);
    effects.extend(item::in_choices(cx, name, |_| true));
    if is_enum {
        effects.extend(cx.effects.take_forms(name));
    }
    let (kind, what) = if is_enum {
        (Kind::Kind, "is an enumeration, was a type".to_owned())
    } else {
        (Kind::Removed, format!("{} removed", words(ty)))
    };
    let origin = cx.new.api.enums.get(name).map_or(&ty.origin, |it| &it.origin);
    cx.add(Draft::new(item::of_type(name), origin, kind, what), &effects);
}

fn added(cx: &mut Context<'_>, (name, ty): TypeEntry<'_>) {
    // What was an enumeration is said where enumerations are.
    if cx.old.api.enums.contains_key(name) {
        return;
    }
    let mut effects = cx.effects.take(&Owner::Type(name.clone()), |it| !it.is_renamed());
    effects.extend(item::in_choices(cx, name, Effect::is_new));
    let what = format!("{} added in area {}", words(ty), code(&ty.area));
    cx.add(Draft::new(item::of_type(name), &ty.origin, Kind::Added, what), &effects);
}

fn words(ty: &Type) -> &'static str {
    match ty.kind {
        crate::ir::Kind::Entity => "entity type",
        crate::ir::Kind::Complex => "complex type",
    }
}

fn both(cx: &mut Context<'_>, old: TypeEntry<'_>, new: TypeEntry<'_>) {
    let docs = |kind, what: String| Draft::new(item::of_type(new.0), &new.1.origin, kind, what);
    if old.0 != new.0 {
        let draft = docs(Kind::Spelling, format!("spelled {}, was {}", code(&new.0.name), code(&old.0.name)));
        cx.add(Draft { class: Class::Compatible, why: "`@odata.type` is another", ..draft }, &[]);
    }
    item::moved(cx, &item::of_type(new.0), [&old.1.area, &new.1.area], &new.1.origin);
    if old.1.kind != new.1.kind {
        let why = "whether a type is an entity is in no item";
        cx.add(Draft { why, ..docs(Kind::Kind, format!("{}, was {}", words(new.1), words(old.1))) }, &[]);
    }
    if old.1.is_abstract != new.1.is_abstract {
        cx.add(
            docs(Kind::Abstract, if new.1.is_abstract { "is abstract" } else { "is no longer abstract" }.to_owned()),
            &[],
        );
    }
    item::renamed(cx, [old.0, new.0], &item::of_type(new.0), &new.1.origin);
    base(cx, old, new);
    openness(cx, old, new);
    properties::find(cx, old, new);
    item::deprecation(cx, docs(Kind::Deprecation, String::new()), [&old.1.deprecated, &new.1.deprecated]);
    item::page_and_text(cx, &item::of_type(new.0), [&old.1.origin, &new.1.origin], [&old.1.doc, &new.1.doc]);
}

fn base(cx: &mut Context<'_>, old: TypeEntry<'_>, new: TypeEntry<'_>) {
    if old.1.base == new.1.base {
        return;
    }
    let mut effects = properties::inherited(cx, old, new);
    let bases = [(cx.old, old.0), (cx.new, new.0)];
    let chains = bases.map(|(side, it)| side.api.chain(it).skip(1).map(|(base, _)| base.clone()).collect::<Vec<_>>());
    let below: Vec<TypeName> = bases
        .iter()
        .flat_map(|(side, it)| side.derived.get(it).into_iter().flatten().copied().chain([*it]).cloned())
        .collect();
    let is_variant = |it: &Effect| matches!(&it.part, Part::Variant(derived) if below.contains(derived));
    for base in chains.concat() {
        effects.extend(cx.effects.take(&Owner::Type(base), is_variant));
    }
    effects.extend(cx.take_below([old.0, new.0], |it| matches!(it.part, Part::StandsFor(..))));
    let name = |it: &Type| it.base.as_ref().map_or("nothing".to_owned(), |base| code(&base.to_string()));
    let what = format!("derives from {}, was {}", name(new.1), name(old.1));
    cx.add(Draft::new(item::of_type(new.0), &new.1.origin, Kind::Base, what), &effects);
}

fn openness(cx: &mut Context<'_>, old: TypeEntry<'_>, new: TypeEntry<'_>) {
    if old.1.open == new.1.open {
        return;
    }
    let effects = cx.take_below([old.0, new.0], |it| matches!(it.part, Part::AnySetter(_)));
    let what = if new.1.open { "is open" } else { "is no longer open" }.to_owned();
    cx.add(Draft::new(item::of_type(new.0), &new.1.origin, Kind::Openness, what), &effects);
}
