//! What changed of types: which there are, where they belong, what they derive from.

use super::context::{Context, Draft};
use super::effect::{Effect, Fate};
use super::pairs::{self, Named, Pair};
use super::piece::{Owner, Part};
use super::side::Side;
use super::words::code;
use super::{Class, Item, Kind, Of, properties};
use crate::ir::{COMMON, Type, TypeName};
use crate::names::{area, version};
use crate::span::Origin;

/// A type with its name.
pub(super) type Entry<'a> = (&'a TypeName, &'a Type);

/// Finds the changes.
pub(super) fn find(cx: &mut Context<'_>) {
    let (old, new) = (cx.old, cx.new);
    for pair in pairs::by_name(named(old), named(new)) {
        match pair {
            Pair::Both(one, other) => both(cx, one.it, other.it),
            Pair::Old(it) => removed(cx, it.it),
            Pair::New(it) => added(cx, it.it),
        }
    }
}

fn named<'a>(side: &Side<'a>) -> Vec<Named<Entry<'a>>> {
    side.api.types.iter().map(|it| Named { wire: it.0.to_string(), rust: side.ident(it.0), it }).collect()
}

/// The item of a type.
pub(super) fn item(name: &TypeName) -> Item {
    Item { of: Of::Type, name: name.to_string() }
}

fn removed(cx: &mut Context<'_>, (name, ty): Entry<'_>) {
    let is_enum = cx.new.api.enums.contains_key(name);
    let mut effects = cx.effects.take(&Owner::Type(name.clone()), |_| true);
    effects.extend(in_choices(cx, name, |_| true));
    if is_enum {
        effects.extend(cx.effects.take_forms(name));
    }
    let (kind, what) = if is_enum {
        (Kind::Kind, "is an enumeration, was a type".to_owned())
    } else {
        (Kind::Removed, format!("{} removed", words(ty)))
    };
    let origin = cx.new.api.enums.get(name).map_or(&ty.origin, |it| &it.origin);
    cx.add(Draft::new(item(name), origin, kind, what), &effects);
}

fn added(cx: &mut Context<'_>, (name, ty): Entry<'_>) {
    // What was an enumeration is said where enumerations are.
    if cx.old.api.enums.contains_key(name) {
        return;
    }
    let mut effects = cx.effects.take(&Owner::Type(name.clone()), |it| !it.is_renamed());
    effects.extend(in_choices(cx, name, Effect::is_new));
    let what = format!("{} added in area {}", words(ty), code(&ty.area));
    cx.add(Draft::new(item(name), &ty.origin, Kind::Added, what), &effects);
}

/// The effects on the choices that a type is a variant of.
fn in_choices(cx: &mut Context<'_>, name: &TypeName, is_explained: impl Fn(&Effect) -> bool) -> Vec<Effect> {
    let chains = [cx.old, cx.new].map(|side| side.api.chain(name).map(|(base, _)| base.clone()).collect::<Vec<_>>());
    let is_own = |it: &Effect| match &it.part {
        Part::Variant(derived) => derived == name && is_explained(it),
        _ => false,
    };
    chains.concat().into_iter().flat_map(|base| cx.effects.take(&Owner::Type(base), is_own)).collect()
}

fn words(ty: &Type) -> &'static str {
    match ty.kind {
        crate::ir::Kind::Entity => "entity type",
        crate::ir::Kind::Complex => "complex type",
    }
}

fn both(cx: &mut Context<'_>, old: Entry<'_>, new: Entry<'_>) {
    let docs = |kind, what: String| Draft::new(item(new.0), &new.1.origin, kind, what);
    if old.0 != new.0 {
        let draft = docs(Kind::Spelling, format!("spelled {}, was {}", code(&new.0.name), code(&old.0.name)));
        cx.add(Draft { class: Class::Compatible, why: "`@odata.type` is another", ..draft }, &[]);
    }
    moved(cx, &item(new.0), [&old.1.area, &new.1.area], &new.1.origin);
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
    renamed(cx, [old.0, new.0], &item(new.0), &new.1.origin);
    base(cx, old, new);
    openness(cx, old, new);
    properties::find(cx, old, new);
    deprecation(cx, docs(Kind::Deprecation, String::new()), [&old.1.deprecated, &new.1.deprecated]);
    page_and_text(cx, &item(new.0), [&old.1.origin, &new.1.origin], [&old.1.doc, &new.1.doc]);
}

/// That an item is in another area: for who enabled the old one alone it is gone.
pub(super) fn moved(cx: &mut Context<'_>, item: &Item, [old, new]: [&str; 2], origin: &Origin) {
    let (before, after) = (area(old), area(new));
    if before == after {
        return;
    }
    let version = version(&cx.new.api.version);
    let feature = if after.feature == COMMON {
        "it needs no feature any more".to_owned()
    } else {
        format!("it needs the feature {}", code(&after.feature))
    };
    let paths = [before, after].map(|it| code(&format!("{version}::{}", it.module)));
    let why = format!("{feature}, and its full path is below {}, was {}", paths[1], paths[0]);
    let what = format!("moved from area {} to {}", code(old), code(new));
    cx.add(Draft { why: &why, class: Class::Breaking, ..Draft::new(item.clone(), origin, Kind::Area, what) }, &[]);
}

/// That a type or an enumeration is called otherwise in Rust, and with it what is called after it.
pub(super) fn renamed(cx: &mut Context<'_>, names: [&TypeName; 2], item: &Item, origin: &Origin) {
    let own = Owner::Type(names[0].clone());
    let is_called = |it: &Effect| it.is_renamed() && matches!(it.part, Part::Item | Part::Choice | Part::Patch(_));
    let mut effects = cx.effects.take(&own, is_called);
    effects.extend(in_choices(cx, names[0], Effect::is_renamed));
    let taker = effects.iter().find_map(|it| match &it.fate {
        Fate::Renamed { old, .. } => holder(cx.new, &old.path).filter(|taker| taker != names[1]),
        Fate::New(_) | Fate::Gone(_) | Fate::Typed { .. } => None,
    });
    if !effects.is_empty() {
        let by = taker.map_or(String::new(), |it| format!(", since {} has its name", code(&it.to_string())));
        let what = format!("is called otherwise in Rust{by}");
        cx.add(Draft::new(item.clone(), origin, Kind::Name, what), &effects);
    }
}

/// The type or enumeration that has this name in Rust.
fn holder(side: &Side<'_>, ident: &str) -> Option<TypeName> {
    side.api.areas().map(|(name, _)| name).find(|name| side.ident(name) == ident).cloned()
}

fn base(cx: &mut Context<'_>, old: Entry<'_>, new: Entry<'_>) {
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
    cx.add(Draft::new(item(new.0), &new.1.origin, Kind::Base, what), &effects);
}

fn openness(cx: &mut Context<'_>, old: Entry<'_>, new: Entry<'_>) {
    if old.1.open == new.1.open {
        return;
    }
    let effects = cx.take_below([old.0, new.0], |it| matches!(it.part, Part::AnySetter(_)));
    let what = if new.1.open { "is open" } else { "is no longer open" }.to_owned();
    cx.add(Draft::new(item(new.0), &new.1.origin, Kind::Openness, what), &effects);
}

/// That the docs call something deprecated, do not any more, or say something else of its end. What the draft says goes
/// before.
pub(super) fn deprecation(cx: &mut Context<'_>, draft: Draft<'_>, [old, new]: [&Option<String>; 2]) {
    let (class, what, why) = match (old, new) {
        (None, Some(_)) => (Class::Compatible, "is deprecated", "the compiler warns of its use"),
        (Some(_), None) => (Class::Compatible, "is no longer deprecated", "the compiler no longer warns of its use"),
        (Some(before), Some(after)) if before != after => {
            (Class::DocsOnly, "is deprecated in other words", "the warning says something else")
        }
        (Some(_), Some(_)) | (None, None) => return,
    };
    cx.add(Draft { class, what: format!("{}{what}", draft.what), why, ..draft }, &[]);
}

/// That an item is described on another page, or in other words.
pub(super) fn page_and_text(cx: &mut Context<'_>, item: &Item, origins: [&Origin; 2], docs: [&str; 2]) {
    let [before, after] = origins;
    if before.page != after.page {
        let what = format!("described on another page, was on {}", code(&before.page));
        let why = "doc comments link that";
        cx.add(Draft { why, ..Draft::new(item.clone(), after, Kind::Page, what) }, &[]);
    }
    if docs[0] != docs[1] {
        let what = "its text changed".to_owned();
        let why = "its doc comment says something else";
        cx.add(Draft { why, ..Draft::new(item.clone(), after, Kind::Text, what) }, &[]);
    }
}
