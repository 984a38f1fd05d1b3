//! The changes of the generated crates that no change of the same item in the docs explains: what new items do to old ones.

use super::context::{Context, Draft};
use super::effect::Effect;
use super::pairs::Pair;
use super::piece::{Owner, Part};
use super::words::code;
use super::{Item, Kind, item};
use crate::ir::TypeName;
use crate::span::Origin;

/// Finds the changes: first of types that became open choices or are none any more, then of what is left.
pub(super) fn find(cx: &mut Context<'_>) {
    for owner in cx.effects.owners() {
        if let Owner::Type(name) = &owner {
            choice(cx, name);
        }
    }
    for name in cx.effects.forms() {
        choice(cx, &name);
    }
    for owner in cx.effects.owners() {
        names(cx, &owner);
        patches(cx, &owner);
        rest(cx, &owner);
    }
}

/// A base is read as an open choice where a type derives from it and something mentions it.
fn choice(cx: &mut Context<'_>, name: &TypeName) {
    let (was, is) = (cx.old.choices.contains_key(name), cx.new.choices.contains_key(name));
    if was == is {
        return;
    }
    let is_own = |it: &Effect| matches!(it.part, Part::Choice | Part::Variant(_) | Part::StandsFor(..));
    let mut effects = cx.effects.take_forms(name);
    effects.extend(cx.effects.take(&Owner::Type(name.clone()), is_own));
    if effects.is_empty() {
        return;
    }
    let what = if is {
        "is read as an open choice with the types that derive from it"
    } else {
        "is no longer read as an open choice"
    };
    report(cx, &Owner::Type(name.clone()), Kind::Choice, what.to_owned(), &effects);
}

fn names(cx: &mut Context<'_>, owner: &Owner) {
    let effects = cx.effects.take(owner, Effect::is_renamed);
    if !effects.is_empty() {
        report(cx, owner, Kind::Name, "is called otherwise in Rust".to_owned(), &effects);
    }
}

fn patches(cx: &mut Context<'_>, owner: &Owner) {
    let effects = cx.effects.take(owner, |it| it.part.patch().is_some());
    if effects.is_empty() {
        return;
    }
    let whole = |is: fn(&Effect) -> bool| effects.iter().any(|it| matches!(it.part, Part::Patch(_)) && is(it));
    let what = match (whole(Effect::is_gone), whole(Effect::is_new)) {
        (true, false) => "can no longer stand in the body of an update",
        (false, true) => "can stand in the body of an update",
        (true, true) | (false, false) => "other updates send it",
    };
    report(cx, owner, Kind::Patch, what.to_owned(), &effects);
}

fn rest(cx: &mut Context<'_>, owner: &Owner) {
    let effects = cx.effects.take(owner, |_| true);
    if effects.is_empty() {
        return;
    }
    let (kind, what) = match owner {
        Owner::Operation(_) => (Kind::Patch, "takes another patch".to_owned()),
        Owner::Type(name) => (Kind::Type, format!("{} is made otherwise", code(&name.name))),
    };
    report(cx, owner, kind, what, &effects);
}

fn report(cx: &mut Context<'_>, owner: &Owner, kind: Kind, what: String, effects: &[Effect]) {
    let (item, origin) = place(cx, owner);
    cx.add(Draft::new(item, &origin, kind, what), effects);
}

/// An item and where it stands, on the new side if it is there.
fn place(cx: &Context<'_>, owner: &Owner) -> (Item, Origin) {
    match owner {
        Owner::Operation(number) => match cx.operations[*number] {
            Pair::Both(_, it) | Pair::New(it) => (item::of_operation(cx.new, it), it.origin.clone()),
            Pair::Old(it) => (item::of_operation(cx.old, it), it.origin.clone()),
        },
        Owner::Type(name) => {
            let apis = [cx.new.api, cx.old.api];
            let ty = apis.iter().find_map(|api| Some((item::of_type(name), api.types.get(name)?.origin.clone())));
            let it = || apis.iter().find_map(|api| Some((item::of_enum(name), api.enums.get(name)?.origin.clone())));
            ty.or_else(it).unwrap_or_else(|| (item::of_type(name), Origin::default()))
        }
    }
}
