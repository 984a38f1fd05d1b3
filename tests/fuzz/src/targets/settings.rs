//! The files beside the pages: `fixups.toml` and `tablewright.toml`, read as the command reads them.

use std::sync::OnceLock;

use tablewright::Config;
use tablewright::emit::Packaging;

use self::file::{File, Fixups};
use super::{ensure, pages};
use crate::reached::kind_of;
use crate::{Corpus, Form, Outcome, Reached, Target};

/// How the command reads them: its own source, since a command is no library.
#[path = "../../../../codegen/cli/src/settings/file.rs"]
mod file;

/// `fixups.toml`.
pub(super) const FIXUPS: Target = Target {
    name: "fixups",
    holds: "what can be read is written and read again the same, and pages so repaired become crates",
    form: Form::Text,
    seeds: |_| FIXUP_SEEDS.split("\n\n").map(str::to_owned).collect(),
    check: fixups,
};

/// `tablewright.toml`.
pub(super) const SETTINGS: Target = Target {
    name: "settings",
    holds: "a refusal is one line with its place; else pages become crates, whose manifests are TOML with these names",
    form: Form::Text,
    seeds: |_| vec![OWN.to_owned(), INITIAL.to_owned(), INITIAL.replace("# ", ""), INITIAL.replace('#', "")],
    check: settings,
};

const OWN: &str = include_str!("../../../../docs-input/tablewright.toml");
const INITIAL: &str = include_str!("../../../../codegen/cli/src/init/tablewright.toml");

fn fixups(text: &str, reached: &mut Reached) -> Outcome {
    let fixups = match file::read::<Fixups>(text) {
        Ok(read) => read.fixup,
        Err(refusal) => return refused(&refusal, reached),
    };
    for fixup in &fixups {
        reached.at(&format!("{:?}", fixup.action));
        let written = serde_json::to_string(fixup).map_err(|error| format!("not written: {error}"))?;
        let again = serde_json::from_str(&written).map_err(|error| format!("not read again: {error}"))?;
        ensure(*fixup == again, || "another fixup when read again".to_owned())?;
    }
    pages::crates(&Config { fixups, ..Config::default() }, planner(), reached).map(drop)
}

fn settings(text: &str, reached: &mut Reached) -> Outcome {
    let file = match file::read::<File>(text) {
        Ok(file) => file,
        Err(refusal) => return refused(&refusal, reached),
    };
    let replay = file.crates.replay.clone().unwrap_or_default();
    let config = Config { resolve: file.resolve(), emit: file.emit(), ..Config::default() };
    reached.at(&format!("{:?}", config.emit.doc_text));
    let api = pages::crates(&config, planner(), reached)?;
    let Packaging::Crates(crates) = &config.emit.packaging else { return Ok(()) };
    reached.at(if replay.is_empty() { "no replay" } else { "replay" });
    let files = tablewright::emit_files(std::slice::from_ref(&api), &config.emit);
    for (path, name) in [("model/Cargo.toml", &crates.model), ("client/Cargo.toml", &crates.client)] {
        let manifest = files.iter().find(|(it, _)| *it == path).map(|(_, text)| text).unwrap_or_default();
        let manifest: toml::Table = manifest.parse().map_err(|error| format!("{path} is no TOML: {error}"))?;
        let package = manifest.get("package").ok_or(format!("{path} has no package"))?;
        let is = |key: &str, value: &str| package.get(key).and_then(toml::Value::as_str) == Some(value);
        ensure(is("name", name) && is("version", &crates.version), || format!("{path} has another name or version"))?;
    }
    Ok(())
}

fn refused(refusal: &str, reached: &mut Reached) -> Outcome {
    reached.at(&kind_of(refusal));
    ensure(refusal.starts_with(':'), || format!("no place is told: {refusal}"))
}

/// An update and its type, which the repairs below are of.
fn planner() -> Vec<(String, Vec<u8>)> {
    static PAGES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    let pages = PAGES.get_or_init(|| {
        let named = |it: &&String| it.starts_with("@@ api/plannertask-update.md\n");
        Corpus::own().bundles.iter().find(named).map(|it| pages::files(it)).expect("docs-input has it")
    });
    pages.clone()
}

/// A repair of each kind.
const FIXUP_SEEDS: &str = r#"[[fixup]]
page = "v1.0/resources/plannertask.md"
row = "title"
action = "set-nullable"
value = false
reason = "It has one."
link = "https://example.com"

[[fixup]]
page = "v1.0/resources/plannertask.md"
row = "previewType"
action = "set-enum"
value = true
reason = "It lists them."
link = "https://example.com"
[[fixup]]
page = "v1.0/resources/plannertask.md"
row = "orderHint"
action = "retype"
value = "Collection(Edm.Int64)"
reason = "x"
link = ""

[[fixup]]
page = "v1.0/resources/plannertask.md"
row = "bucketId"
action = "rename"
value = "title"
reason = "x"
link = "x"
[[fixup]]
page = "v1.0/resources/plannertask.md"
action = "rename"
value = "microsoft.graph.beside.type"
reason = "x"
link = "x"

[[fixup]]
page = "v1.0/resources/plannertask.md"
row = "createdBy"
action = "drop-row"
reason = "x"
link = "x"
[[fixup]]
page = "v1.0/resources/plannertask.md"
action = "add-base"
value = "plannerTask"
reason = "x"
link = "x"

[[fixup]]
page = "v1.0/api/plannertask-update.md"
action = "drop-page"
reason = "x"
link = "x"

[[fixup]]
page = "v1.0/api/plannertask-update.md"
row = "percentComplete"
action = "set-read-only"
value = true
reason = "x"
link = "x"
[[fixup]]
page = "v1.0/api/plannertask-update.md"
row = "assignments"
action = "set-collection"
value = true
reason = "x"
link = "x""#;
