//! Pages all the way to crates.

use std::collections::BTreeMap;

use tablewright::diagnostic::Diagnostic;
use tablewright::emit::Formatting;
use tablewright::ir::Api;
use tablewright::source::Docs;
use tablewright::{Config, Loaded};
use tablewright_hostile_tests::check;

use super::ensure;
use crate::{Form, Outcome, Reached, Target};

/// Page, facts, IR, crates.
pub(super) const PAGES: Target = Target {
    name: "pages",
    holds: "rows add up, the API has no faults and survives JSON, the crates parse, are formatted as \
            prettyplease formats them, and have no name twice",
    form: Form::Page,
    seeds: |corpus| corpus.bundles.clone(),
    check: |input, reached| crates(&Config::default(), files(input), reached).map(drop),
};

/// The version that all pages are of.
const VERSION: &str = "v1.0";

/// The crates made of pages hold what they must.
pub(super) fn crates(config: &Config, files: Vec<(String, Vec<u8>)>, reached: &mut Reached) -> Result<Api, String> {
    let lines: BTreeMap<String, usize> = files.iter().map(|(path, text)| (path.clone(), lines(text))).collect();
    let loaded = tablewright::read(config, Docs::from_files(VERSION, files));
    let api = loaded.api.clone();
    loaded.diagnostics.iter().for_each(|it| reached.at(it.code.name()));
    ensure(loaded.summary.counts.add_up(), || format!("rows do not add up: {:?}", loaded.summary.counts))?;
    ensure(api.faults().is_empty(), || format!("faults: {:?}", api.faults()))?;
    loaded.diagnostics.iter().try_for_each(|it| placed(it, &lines))?;
    let json = serde_json::to_string(&api).map_err(|error| error.to_string())?;
    let again: Api = serde_json::from_str(&json).map_err(|error| format!("the IR is not read again: {error}"))?;
    ensure(again == api, || "the IR is another when read again".to_owned())?;
    let none = tablewright::changes::compare(&[again], std::slice::from_ref(&api), &config.emit.root_namespace);
    ensure(none.iter().next().is_none(), || "an API differs from itself".to_owned())?;
    emitted(config, &loaded)?;
    Ok(api)
}

fn emitted(config: &Config, loaded: &Loaded) -> Outcome {
    let apis = std::slice::from_ref(&loaded.api);
    let files = tablewright::emit_files(apis, &config.emit);
    let problems = check::problems(&files);
    ensure(problems.is_empty(), || problems.join("; "))?;
    if config.emit.formatting == Formatting::On {
        let otherwise = check::formatted_otherwise(&files);
        ensure(otherwise.is_empty(), || format!("formatted otherwise: {}", otherwise.join(", ")))?;
    }
    let replay = tablewright::emit::Replay {
        package: "graph-replay".to_owned(),
        samples: BTreeMap::from([(VERSION.to_owned(), tablewright::samples(loaded))]),
        ..tablewright::emit::Replay::default()
    };
    let files = tablewright::emit_replay(apis, &replay, &config.emit);
    let problems = check::problems(&files);
    ensure(problems.is_empty(), || format!("replay: {}", problems.join("; ")))
}

/// A diagnostic is somewhere: in a line of a page that there is.
fn placed(it: &Diagnostic, lines: &BTreeMap<String, usize>) -> Outcome {
    let there = lines.get(&it.origin.page).is_some_and(|lines| (1..=*lines).contains(&(it.origin.line as usize)));
    let fixup = it.code == tablewright::diagnostic::Code::StaleFixup;
    ensure(there || fixup, || format!("nothing is at `{}`: {}", it.origin, it.message))
}

fn lines(text: &[u8]) -> usize {
    1 + text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count()
}

/// Pages by path; those of one path become one.
pub(super) fn files(bundle: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut path = format!("{VERSION}/resources/page.md");
    for line in bundle.split_inclusive('\n') {
        if let Some(named) = line.strip_prefix("@@ ") {
            path = path_of(named);
        } else {
            files.entry(path.clone()).or_default().extend_from_slice(line.as_bytes());
        }
    }
    files.into_iter().collect()
}

/// A path as a folder of docs can hold it.
fn path_of(named: &str) -> String {
    let named = named.trim();
    let folder = if named.starts_with("api/") { "api" } else { "resources" };
    let name = named.rsplit('/').next().unwrap_or(named).trim_end_matches(".md");
    let name: String = name.chars().filter(|c| c.is_alphanumeric() || "-_. ".contains(*c)).collect();
    format!("{VERSION}/{folder}/{name}.md")
}
