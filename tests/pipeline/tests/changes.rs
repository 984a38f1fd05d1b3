//! What is said of a change of the docs, one change a snapshot.

use std::fmt::Write as _;

use tablewright::changes::{self, Change, Changes, Detection};
use tablewright_pipeline_tests::{Edit, PAIRS, Pair};

#[test]
fn each_change_has_its_class_and_its_reason() {
    for pair in PAIRS {
        insta::assert_snapshot!(pair.name, outcome(pair));
    }
}

fn outcome(pair: &Pair) -> String {
    let [old, new] = pair.apis();
    let found = changes::compare(&[old], &[new], "microsoft.graph");
    let edits: String = pair.new.iter().map(edit).collect();
    let changes: String = found.iter().map(change).collect();
    format!("{edits}\n{changes}{}", found.bump())
}

fn edit(edit: &Edit) -> String {
    let lines = |sign: &str, text: &str| text.lines().flat_map(|it| [sign, " ", it, "\n"]).collect::<String>();
    match edit {
        Edit::Swap(page, from, to) => format!("{page}\n{}{}", lines("-", from), lines("+", to)),
        Edit::New(page, text) => format!("{page}\n{}", lines("+", text)),
        Edit::Drop(page) => format!("{page} removed\n"),
    }
}

fn change(it: &Change) -> String {
    let silent = if it.detection == Detection::Nobody { ", though it compiles" } else { "" };
    let models = it.models.map_or("no model".to_owned(), |class| class.to_string());
    let place = it.origin.to_string();
    let (_, place) = place.split_once('/').expect("a page of a version");
    let element = it.element.named().map(|(of, name)| format!(" {of} {name:?}")).unwrap_or_default();
    let mut text = format!("{}{silent} ({models})\n", it.class);
    let _ = writeln!(text, "  {}{element}: {}\n  {place} {}\n  {}", it.item, it.kind.name(), it.what, it.why);
    text
}

#[test]
fn what_is_the_same_has_no_change() {
    for pair in PAIRS {
        let [old, new] = pair.apis();
        for api in [old, new] {
            let same = [api];
            assert_eq!(changes::compare(&same, &same, "microsoft.graph").iter().next(), None, "{}", pair.name);
        }
    }
}

#[test]
fn versions_come_and_go() {
    let [api, _] = PAIRS[0].apis();
    let words = |found: &Changes| {
        found.iter().map(|it| format!("{} {}: {}", it.class, it.what, it.why)).collect::<Vec<_>>().join("\n")
    };
    let api = [api];
    let gone = changes::compare(&api, &[], "microsoft.graph");
    let new = changes::compare(&[], &api, "microsoft.graph");
    let name = PAIRS[0].name;
    assert_eq!(words(&gone), format!("breaking version removed: the module and the feature `{name}` are gone"));
    assert_eq!(words(&new), format!("compatible new version: the module and the feature `{name}` are new"));
}
