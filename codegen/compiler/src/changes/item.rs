//! What can change of an item of any kind: its area, its name, its page and its text, its end.

use super::context::{Context, Draft};
use super::effect::{Effect, Fate};
use super::piece::{Owner, Part};
use super::side::Side;
use super::words::code;
use super::{Class, Item, Kind, Of};
use crate::ir::{COMMON, Operation, Type, TypeName};
use crate::names::{area, version};
use crate::span::Origin;

/// A type with its name.
pub(super) type TypeEntry<'a> = (&'a TypeName, &'a Type);

/// The item of a type.
pub(super) fn of_type(name: &TypeName) -> Item {
    Item { of: Of::Type, name: name.to_string() }
}

/// The item of an enumeration.
pub(super) fn of_enum(name: &TypeName) -> Item {
    Item { of: Of::Enum, name: name.to_string() }
}

/// The item of an operation.
pub(super) fn of_operation(side: &Side<'_>, it: &Operation) -> Item {
    Item { of: Of::Operation, name: side.function(it) }
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

/// The effects on the choices that a type is a variant of.
pub(super) fn in_choices(cx: &mut Context<'_>, name: &TypeName, is_explained: impl Fn(&Effect) -> bool) -> Vec<Effect> {
    let chains = [cx.old, cx.new].map(|side| side.api.chain(name).map(|(base, _)| base.clone()).collect::<Vec<_>>());
    let is_own = |it: &Effect| match &it.part {
        Part::Variant(derived) => derived == name && is_explained(it),
        _ => false,
    };
    chains.concat().into_iter().flat_map(|base| cx.effects.take(&Owner::Type(base), is_own)).collect()
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
