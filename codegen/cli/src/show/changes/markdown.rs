//! Changes as a comment on a pull request: a table first, then each class to unfold.

use std::fmt::Write as _;

use tablewright::changes::{Changes, Class, Version};

use super::{Crates, Group, Step, groups, reason};
use crate::show::{many, plain};

/// How long the comment may get; GitHub takes 65,536 characters, and the end has to fit too.
const LONGEST: usize = 60_000;

/// The longest line.
const WIDTH: usize = 500;

/// The comment.
pub(crate) fn text(changes: &Changes, crates: &Crates) -> String {
    let mut text = format!("### API changes: {}\n\n", changes.bump());
    text += "| version | breaking | compatible | docs-only | asks for |\n|---|--:|--:|--:|---|\n";
    for it in &changes.versions {
        row(&mut text, &cell(&it.name), it.counts(), it.bump().name());
    }
    if changes.versions.len() > 1 {
        row(&mut text, "all", changes.counts(), changes.bump().name());
    }
    text += "\n| crate | asks for | version |\n|---|---|---|\n";
    for it in crates.steps(changes) {
        let _ = writeln!(text, "| {} | {} | {} |", cell(it.name), it.bump, step(&it));
    }
    for class in Class::ALL {
        self::class(&mut text, changes, class);
    }
    text
}

fn row(text: &mut String, name: &str, counts: tablewright::changes::Counts, bump: &str) {
    let counts = Class::ALL.map(|it| counts.of(it).to_string()).join(" | ");
    let _ = writeln!(text, "| {name} | {counts} | {bump} |");
}

/// A name that ends neither the code nor the cell.
fn cell(name: &str) -> String {
    format!("`{}`", plain::line(name).replace('`', "'").replace('|', "/"))
}

fn step(it: &Step<'_>) -> String {
    match (it.version, &it.next) {
        (Some(version), Some(next)) if version == next => format!("{version}, as it is"),
        (Some(version), Some(next)) => format!("{version} → {next}"),
        (Some(_) | None, _) => String::new(),
    }
}

fn class(text: &mut String, changes: &Changes, class: Class) {
    let count = changes.counts().of(class);
    if count == 0 {
        return;
    }
    let open = if class == Class::Breaking { " open" } else { "" };
    let _ = writeln!(text, "\n<details{open}><summary>{class}: {}</summary>", many(count, "change"));
    let mut left = count;
    for it in &changes.versions {
        left -= version(text, it, class);
    }
    if left > 0 {
        let _ = writeln!(text, "\n… and {left} more: `tablewright diff --all` lists them.");
    }
    text.push_str("\n</details>\n");
}

/// Those of a version, as far as there is room; how many these are.
fn version(text: &mut String, it: &Version, class: Class) -> usize {
    let mut shown = 0;
    for group in groups(&it.changes, class) {
        let item = item(&group);
        if text.len() + item.len() > LONGEST {
            break;
        }
        if shown == 0 {
            let _ = writeln!(text, "\n#### {}", cell(&it.name));
        }
        text.push_str(&item);
        shown += group.changes.len();
    }
    shown
}

fn item(group: &Group<'_>) -> String {
    let of = group.item.of.name();
    let mut text = format!("\n**{of}** {}, {}\n\n", cell(&group.item.name), cell(group.page));
    for it in &group.changes {
        let (what, why) = (sentence(&it.what), sentence(&reason(it)));
        let _ = writeln!(text, "* line {}: {what}  \n  {why}", it.origin.line);
    }
    text
}

/// A sentence whose names are code, also where it is cut.
fn sentence(text: &str) -> String {
    let cut = plain::bounded(text, WIDTH);
    let is_open = cut.matches('`').count() % 2 == 1;
    if is_open { cut + "`" } else { cut }
}
