//! One module a command.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod init;
pub(crate) mod inspect;
pub(crate) mod ir;
pub(crate) mod lint;
mod page;
pub(crate) mod report;
mod saved;
pub(crate) mod shell;
pub(crate) mod watch;

use std::borrow::Borrow;
use std::collections::BTreeSet;

use tablewright::diagnostic::{Checks, Code, Diagnostic};
use tablewright::ir::Api;
use tablewright::output::Files;
use tablewright::source::Docs;
use tablewright::{Config, Loaded, Memory};

use crate::args::{Input, Output, Saved};
use crate::replay::{self, Wanted};
use crate::{Failure, settings};

/// The configuration, and what was read: the docs, of which errors alone are said, or an API that was saved.
fn read(input: &Input, saved: &Saved, output: &Output) -> Result<(Config, Vec<Loaded>), Failure> {
    if let Some(path) = &saved.ir {
        return Ok((settings::of_saved(input, output)?, saved::read(path)?));
    }
    let config = settings::config(input, Some(output), Checks::Errors)?;
    let loaded = load(&config)?;
    Ok((config, loaded))
}

/// Reads every version.
fn load(config: &Config) -> Result<Vec<Loaded>, Failure> {
    Ok(of_docs(config, docs(config)?))
}

/// The pages of every version.
fn docs(config: &Config) -> Result<Vec<Docs>, Failure> {
    let read = |version: &String| {
        let docs = config.read_docs(version).map_err(|error| error.to_string())?;
        not_empty(config, &docs).map(|()| docs)
    };
    config.versions.iter().map(read).collect()
}

/// What the pages say.
fn of_docs(config: &Config, docs: Vec<Docs>) -> Vec<Loaded> {
    let mut loaded: Vec<Loaded> = docs.into_iter().map(|it| tablewright::read(config, it)).collect();
    tablewright::compare_versions(&mut loaded, config.checks);
    loaded
}

/// A version without a page is a mistake: to generate from it would remove all that is there.
pub(crate) fn not_empty(config: &Config, docs: &Docs) -> Result<(), Failure> {
    if docs.pages.is_empty() {
        return Err(format!("{}: there is no page in it", config.docs.join(&docs.version).display()));
    }
    Ok(())
}

/// Makes the files of the crates, and of the test crate if one is wanted.
pub(crate) fn all_files(
    tests: Option<Wanted>,
    loaded: &[impl Borrow<Loaded>],
    config: &Config,
    memory: &mut Memory,
) -> Result<Files, Failure> {
    let apis: Vec<&Api> = loaded.iter().map(|it| &it.borrow().api).collect();
    check_selection(&apis, config)?;
    let files = memory.emit_files(&apis, &config.emit);
    Ok(match tests {
        Some(wanted) => files.with(replay::files(wanted, loaded, config)?),
        None => files,
    })
}

/// Makes the files of what was read.
fn files(loaded: &[Loaded], config: &Config) -> Result<Files, Failure> {
    let apis: Vec<&Api> = loaded.iter().map(|it| &it.api).collect();
    check_selection(&apis, config)?;
    Ok(tablewright::emit_files(&apis, &config.emit))
}

/// To want what does not exist is a mistake, for the same reason.
fn check_selection(apis: &[&Api], config: &Config) -> Result<(), Failure> {
    let selection = &config.emit.selection;
    let Some(unknown) = selection.unknown(apis).first().map(|it| (*it).to_owned()) else { return Ok(()) };
    Err(if selection.areas.contains(&unknown) {
        let areas: Vec<&str> = areas(apis).into_iter().collect();
        format!("there is no area `{unknown}`; there are: {}", areas.join(", "))
    } else if selection.types.contains(&unknown) {
        format!("there is no type `{unknown}`; `tablewright ir` prints all, spelled as in JSON")
    } else {
        format!(
            "no page `{unknown}` describes a type or an update; a page is named by its stem or its path below the docs"
        )
    })
}

fn areas<'a>(apis: &[&'a Api]) -> BTreeSet<&'a str> {
    let mut areas = BTreeSet::new();
    for api in apis {
        areas.extend(api.areas().map(|(_, area)| area));
        areas.extend(api.operations.iter().map(|it| it.area.as_str()));
    }
    areas
}

/// Whether it says that a fixup repairs nothing: the docs can be as they like, but this is a fault of ours.
fn is_stale(it: &Diagnostic) -> bool {
    it.code == Code::StaleFixup
}
