//! Changes for a machine: one JSON value.

use serde_json::{Value, json};
use tablewright::changes::{Change, Changes, Class, Counts, Detection, Version};

use super::{Crates, Step};

/// The value.
pub(crate) fn text(changes: &Changes, crates: &Crates) -> String {
    let value = json!({
        "bump": changes.bump().name(),
        "counts": counts(changes.counts()),
        "crates": crates.steps(changes).iter().map(step).collect::<Vec<_>>(),
        "versions": changes.versions.iter().map(version).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn counts(counts: Counts) -> Value {
    Class::ALL.iter().map(|it| (it.name().to_owned(), Value::from(counts.of(*it)))).collect()
}

fn step(it: &Step<'_>) -> Value {
    json!({ "name": it.name, "bump": it.bump.name(), "version": it.version, "next": it.next })
}

fn version(it: &Version) -> Value {
    json!({
        "version": it.name,
        "bump": it.bump().name(),
        "counts": counts(it.counts()),
        "changes": it.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(it: &Change) -> Value {
    let element = it.element.named();
    json!({
        "class": it.class.name(),
        "item": it.item.of.name(),
        "name": it.item.name,
        "element": element.map(|(of, _)| of),
        "element_name": element.map(|(_, name)| name),
        "kind": it.kind.name(),
        "what": it.what,
        "why": it.why,
        "models": it.models.map(Class::name),
        "compiles": it.class != Class::Breaking || it.detection == Detection::Nobody,
        "page": it.origin.page,
        "line": it.origin.line,
        "column": it.origin.column,
    })
}
