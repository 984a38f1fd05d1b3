//! Changes on a terminal: by version, by class, by item.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tablewright::changes::{Change, Changes, Class, Version};

use super::{Crates, Group, Step, counted, groups, reason};
use crate::show::plain;

/// How many items of a class are listed, unless they break.
const LISTED: usize = 20;

/// How many kinds of changes are counted in the heading of a long list.
const KINDS: usize = 8;

/// The longest line.
const WIDTH: usize = 200;

/// How much of what does not break is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    All,
    First,
}

/// The changes, then how many of each class and what they ask of the crates' versions.
pub(crate) fn text(changes: &Changes, crates: &Crates, shown: Shown) -> String {
    let mut text = String::new();
    for it in changes.versions.iter().filter(|it| !it.changes.is_empty()) {
        version(&mut text, it, shown);
    }
    if text.is_empty() {
        text += "nothing changed\n\n";
    }
    let steps = crates.steps(changes).map(|it| step(&it)).join(", ");
    let _ = writeln!(text, "{}: {} ({steps})", counted(changes.counts()), changes.bump());
    text
}

/// `graph-model 0.1.0 -> 0.2.0`.
fn step(it: &Step<'_>) -> String {
    let name = plain::line(it.name);
    match (it.version, &it.next) {
        (Some(version), Some(next)) if version == next => format!("{name} {version}"),
        (Some(version), Some(next)) => format!("{name} {version} -> {next}"),
        (Some(_) | None, _) => format!("{name} {}", it.bump),
    }
}

fn version(text: &mut String, it: &Version, shown: Shown) {
    let _ = writeln!(text, "{}: {}: {}\n", plain::line(&it.name), counted(it.counts()), it.bump());
    for class in Class::ALL {
        let groups = groups(&it.changes, class);
        if groups.is_empty() {
            continue;
        }
        let listed = if shown == Shown::All || class == Class::Breaking { groups.len() } else { LISTED };
        let _ = writeln!(text, "  {}", heading(class, it.counts().of(class)));
        if groups.len() > LISTED {
            let _ = writeln!(text, "    {}\n", kinds(&it.changes, class));
        }
        for group in groups.iter().take(listed) {
            item(text, group, class);
        }
        if groups.len() > listed {
            let rest: usize = groups[listed..].iter().map(|it| it.changes.len()).sum();
            let _ = writeln!(text, "    ... and {rest} more of other items: --all lists them");
        }
        text.push('\n');
    }
}

/// The class in its colour, and what it means.
fn heading(class: Class, count: usize) -> String {
    let (colour, what) = match class {
        Class::Breaking => ("31", "code that was right does not compile any more, or means something else"),
        Class::Compatible => ("32", "something is new, or a constant has another value"),
        Class::DocsOnly => ("36", "only doc comments differ"),
    };
    format!("\u{1b}[1;{colour}m{class}\u{1b}[0m, {count}: {what}")
}

/// Of what kind the changes are, the most frequent first: `281 property type, 168 type area`.
fn kinds(changes: &[Change], class: Class) -> String {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for it in changes.iter().filter(|it| it.class == class) {
        let of = it.element.named().map_or(it.item.of.name(), |(of, _)| of);
        *counts.entry((of, it.kind.name())).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let first = counts.iter().take(KINDS).map(|((of, kind), count)| format!("{count} {of} {kind}"));
    let more = if counts.len() > KINDS { ", …" } else { "" };
    first.collect::<Vec<_>>().join(", ") + more
}

fn item(text: &mut String, group: &Group<'_>, class: Class) {
    let _ = writeln!(text, "    {}  {}", plain::bounded(&group.item.to_string(), WIDTH), plain::line(group.page));
    for it in &group.changes {
        let _ = writeln!(text, "    {:>6}  {}", it.origin.line, plain::bounded(&it.what, WIDTH));
        // Of what is only said otherwise, what was said is reason enough.
        if class != Class::DocsOnly {
            let _ = writeln!(text, "            {}", plain::bounded(&reason(it), WIDTH));
        }
    }
}
