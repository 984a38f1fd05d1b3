//! What changed of operations: which there are, their request lines, who may call them, what they take and give.

use super::context::{Context, Draft};
use super::effect::{Effect, Fate};
use super::item;
use super::pairs::{self, Named, Pair};
use super::piece::{Owner, Part};
use super::side::{Side, plain};
use super::surface::shape;
use super::words::code;
use super::{Class, Element, Item, Kind, rows};
use crate::ir::{Example, Message, Operation, Permissions, RequestLine, Scopes, Segment};

/// Finds the changes.
pub(super) fn find(cx: &mut Context<'_>) {
    for number in 0..cx.operations.len() {
        match cx.operations[number] {
            Pair::Both(old, new) => both(cx, number, [old, new]),
            Pair::Old(it) => {
                let item = item::of_operation(cx.old, it);
                let effects = whole_effects(cx, number, cx.old, it, Effect::is_gone);
                cx.add(Draft::new(item, &it.origin, Kind::Removed, "update removed".to_owned()), &effects);
            }
            Pair::New(it) => {
                let item = item::of_operation(cx.new, it);
                let effects = whole_effects(cx, number, cx.new, it, Effect::is_new);
                let what = format!("update of {} added", code(&it.body.ty.name));
                cx.add(Draft::new(item, &it.origin, Kind::Added, what), &effects);
            }
        }
    }
}

/// What came or went with an operation: all of its own, and of its patch.
fn whole_effects(
    cx: &mut Context<'_>,
    number: usize,
    side: &Side<'_>,
    it: &Operation,
    is_explained: fn(&Effect) -> bool,
) -> Vec<Effect> {
    let mut effects = cx.effects.take(&Owner::Operation(number), |_| true);
    effects.extend(patch_effects(cx, side, it, is_explained));
    effects
}

fn patch_effects(
    cx: &mut Context<'_>,
    side: &Side<'_>,
    it: &Operation,
    is_explained: fn(&Effect) -> bool,
) -> Vec<Effect> {
    let patch = side.patch_of(it);
    let is_own = |effect: &Effect| effect.part.patch() == Some(&patch) && is_explained(effect);
    cx.effects.take(&Owner::Type(it.body.ty.clone()), is_own)
}

fn both(cx: &mut Context<'_>, number: usize, pair: [&Operation; 2]) {
    let [old, new] = pair;
    let item = item::of_operation(cx.new, new);
    body_type(cx, number, pair);
    lines(cx, number, pair);
    let effects = cx.effects.take(&Owner::Operation(number), Effect::is_renamed);
    if !effects.is_empty() {
        let what = "is called otherwise in Rust".to_owned();
        cx.add(Draft::new(item.clone(), &new.origin, Kind::Name, what), &effects);
    }
    headers(cx, number, pair);
    if old.body.ty == new.body.ty {
        rows::find(cx, pair);
    }
    constants(cx, &item, pair);
    let docs = Draft::new(item.clone(), &new.origin, Kind::Deprecation, String::new());
    item::deprecation(cx, docs, [&old.deprecated, &new.deprecated]);
    let texts = [old, new].map(|it| format!("{}\n{}", it.title, it.doc));
    item::page_and_text(cx, &item, [&old.origin, &new.origin], [&texts[0], &texts[1]]);
    examples(cx, &item, pair);
}

fn body_type(cx: &mut Context<'_>, number: usize, [old, new]: [&Operation; 2]) {
    if old.body.ty == new.body.ty {
        return;
    }
    let mut effects = cx.effects.take(&Owner::Operation(number), Effect::is_typed);
    effects.extend(patch_effects(cx, cx.old, old, Effect::is_gone));
    effects.extend(patch_effects(cx, cx.new, new, Effect::is_new));
    let what = format!("sends {}, sent {}", code(&new.body.ty.name), code(&old.body.ty.name));
    cx.add(Draft::new(item::of_operation(cx.new, new), &new.origin, Kind::Type, what), &effects);
}

fn lines(cx: &mut Context<'_>, number: usize, [old, new]: [&Operation; 2]) {
    let owner = Owner::Operation(number);
    for pair in pairs::by_name(named_lines(cx.old, old), named_lines(cx.new, new)) {
        match pair {
            Pair::Both(one, other) => line(cx, &owner, &item::of_operation(cx.new, new), [&one, &other]),
            Pair::Old(it) => {
                let effects = cx.effects.take(&owner, |effect| is_line(effect, &it.wire) && effect.is_gone());
                cx.add(draft(item::of_operation(cx.new, new), it.it, Kind::Removed, "removed"), &effects);
            }
            Pair::New(it) => {
                let effects = cx.effects.take(&owner, |effect| is_line(effect, &it.wire) && effect.is_new());
                cx.add(draft(item::of_operation(cx.new, new), it.it, Kind::Added, "added"), &effects);
            }
        }
    }
}

fn named_lines<'a>(side: &Side<'_>, it: &'a Operation) -> Vec<Named<&'a RequestLine>> {
    let lines = it.lines.iter().zip(&side.names.operation(it).lines);
    lines.map(|(line, names)| Named { wire: shape(it, line), rust: plain(&names.function), it: line }).collect()
}

fn is_line(effect: &Effect, shape: &str) -> bool {
    matches!(&effect.part, Part::Function(it) if it == shape)
}

fn draft<'a>(item: Item, line: &'a RequestLine, kind: Kind, what: &str) -> Draft<'a> {
    let what = format!("request line {} {what}", code(&line.text));
    let element = Element::Line(line.text.clone());
    Draft { element, ..Draft::new(item, &line.origin, kind, what) }
}

/// A line that is on both sides: its function may be called otherwise, take other parameters, lead elsewhere.
fn line(cx: &mut Context<'_>, owner: &Owner, item: &Item, [old, new]: [&Named<&RequestLine>; 2]) {
    let is_called = |it: &Effect| is_line(it, &old.wire) && it.is_renamed();
    let effects = cx.effects.take(owner, is_called);
    if !effects.is_empty() {
        cx.add(draft(item.clone(), new.it, Kind::Name, "is called otherwise in Rust"), &effects);
    }
    let was = format!("was {}", code(&old.it.text));
    let [before, after] = [old, new].map(|it| parameters(it.it));
    let [mut sorted, mut other] = [before.clone(), after.clone()];
    sorted.sort_unstable();
    other.sort_unstable();
    if sorted == other && before != after {
        let why = format!("{} takes the same values in another order", code(&format!("{}()", new.rust)));
        let draft = draft(item.clone(), new.it, Kind::Line, &was);
        cx.add_unseen(Draft { class: Class::Breaking, why: &why, ..draft });
    } else if old.wire != new.wire {
        let effects = cx.effects.take(owner, |it| is_line(it, &old.wire) && has_other_count(it));
        let why = format!("{} sends to another path", code(&format!("{}()", new.rust)));
        let draft = draft(item.clone(), new.it, Kind::Line, &was);
        cx.add(Draft { class: Class::Compatible, why: &why, ..draft }, &effects);
    } else if old.it.text != new.it.text {
        let why = "callers write neither the names of parameters nor how the page shows the line";
        cx.add(Draft { why, ..draft(item.clone(), new.it, Kind::Line, &was) }, &[]);
    }
}

/// Whether a function has other parameters than before, not only another patch.
fn has_other_count(it: &Effect) -> bool {
    let count = |text: &str| text.matches(", ").count();
    matches!(&it.fate, Fate::Typed { old, new, .. } if count(&old.text) != count(&new.text))
}

/// The names of the parameters, in the order of the path.
fn parameters(line: &RequestLine) -> Vec<&str> {
    let names = line.segments.iter().filter_map(|it| match it {
        Segment::Parameter { name, .. } => Some(name.as_str()),
        Segment::Literal(_) => None,
    });
    names.collect()
}

fn headers(cx: &mut Context<'_>, number: usize, [old, new]: [&Operation; 2]) {
    let owner = Owner::Operation(number);
    let mut names: Vec<String> =
        old.headers.iter().chain(&new.headers).map(|it| it.name.to_ascii_lowercase()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (before, after) = (old.header(&name), new.header(&name));
        let Some(it) = after.or(before) else { continue };
        let required = [before, after].map(|it| it.is_some_and(|it| it.required));
        let (kind, what) = match (before, after) {
            (None, _) => (Kind::Added, if required[1] { "added, required" } else { "added" }),
            (_, None) => (Kind::Removed, "removed"),
            _ if required[0] != required[1] => {
                (Kind::Required, if required[1] { "is required" } else { "is no longer required" })
            }
            (Some(one), Some(other)) if one.doc != other.doc => (Kind::Text, "has another text"),
            (Some(_), Some(_)) => continue,
        };
        let effects = cx.effects.take(&owner, |effect| is_header(effect, &name));
        let what = format!("header {} {what}", code(&it.name));
        let element = Element::Header(it.name.clone());
        let draft = Draft::new(item::of_operation(cx.new, new), &it.origin, kind, what);
        cx.add(Draft { element, ..draft }, &effects);
    }
}

/// `If-Match` is an argument where it is required.
fn is_header(effect: &Effect, name: &str) -> bool {
    match (&effect.part, name) {
        (Part::IfMatch, "if-match") | (Part::Prefer, "prefer") => true,
        (Part::Function(_), "if-match") => has_other_count(effect),
        _ => false,
    }
}

/// What is a constant, or happens by itself.
fn constants(cx: &mut Context<'_>, item: &Item, [old, new]: [&Operation; 2]) {
    let draft =
        |kind, what: String| Draft { class: Class::Compatible, ..Draft::new(item.clone(), &new.origin, kind, what) };
    if old.permissions != new.permissions {
        let what = format!("other permissions: {}", grants(&old.permissions, &new.permissions));
        cx.add(Draft { why: "`PERMISSIONS` has another value", ..draft(Kind::Permissions, what) }, &[]);
    }
    if old.clouds != new.clouds {
        let why = "`CLOUDS` has another value";
        cx.add(Draft { why, ..draft(Kind::Clouds, "is there in other clouds".to_owned()) }, &[]);
    }
    if old.response != new.response {
        let words = |it: &Operation| {
            let codes: Vec<String> = it.response.statuses.iter().map(u16::to_string).collect();
            let codes = if codes.is_empty() { "nothing documented".to_owned() } else { codes.join(" or ") };
            let object = if it.response.object { " and the object" } else { "" };
            format!("{codes}{object}")
        };
        let what = format!("answers {}, was {}", words(new), words(old));
        let why = "`INFO.statuses` and doc comments say so; the answer is an `Option` anyway";
        cx.add(Draft { why, ..draft(Kind::Answer, what) }, &[]);
    }
    if old.body.discriminated != new.body.discriminated {
        let what =
            if new.body.discriminated { "sends `@odata.type`" } else { "no longer sends `@odata.type`" }.to_owned();
        cx.add(Draft { why: "the patch does that by itself", ..draft(Kind::Discriminator, what) }, &[]);
    }
}

/// The permissions that came and went.
fn grants(old: &Permissions, new: &Permissions) -> String {
    let kinds = [
        ("delegated, work", &old.delegated_work, &new.delegated_work),
        ("delegated, personal", &old.delegated_personal, &new.delegated_personal),
        ("application", &old.application, &new.application),
        ("kind not stated", &old.unspecified, &new.unspecified),
    ];
    let mut all = Vec::new();
    for (kind, before, after) in kinds {
        let only = |these: &Scopes, others: &Scopes, sign: &str| {
            let only = these.all.iter().filter(|it| !others.all.contains(it));
            only.map(|it| code(&format!("{sign}{}", it.join(" and ")))).collect::<Vec<_>>()
        };
        let words = [only(before, after, "-"), only(after, before, "+")].concat();
        if !words.is_empty() {
            all.push(format!("{kind} {}", words.join(" ")));
        } else if before != after {
            all.push(format!("{kind} in another order, or with another least one"));
        }
    }
    all.join("; ")
}

fn examples(cx: &mut Context<'_>, item: &Item, [old, new]: [&Operation; 2]) {
    let message = |it: &Option<Message>| it.as_ref().map(|it| (it.start.clone(), it.headers.clone(), it.json.clone()));
    let all = |it: &Operation| {
        let example = |it: &Example| (message(&it.request), message(&it.response));
        (it.body.basis, it.examples.iter().map(example).collect::<Vec<_>>())
    };
    if all(old) != all(new) {
        let what = "its examples changed".to_owned();
        let why = "doc comments show another one";
        cx.add(Draft { why, ..Draft::new(item.clone(), &new.origin, Kind::Text, what) }, &[]);
    }
}
