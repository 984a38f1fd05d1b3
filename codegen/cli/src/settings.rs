//! Turns the command line, `tablewright.toml` and `fixups.toml` into the library's configuration.

mod file;

use std::fs;
use std::path::{Path, PathBuf};

use file::{File, Fixups};
use serde::Deserialize;
use tablewright::diagnostic::Checks;
use tablewright::emit::{self, Packaging, RuntimeSource, Selection};
use tablewright::fixups::{self, Fixup};
use tablewright::source::Docs;
use tablewright::{Config, Threads};

use crate::args::{Input, Output, References, Saved};
use crate::{Failure, apart};

/// The package of the test crate, if one is wanted.
pub(crate) fn test_crate(input: &Input, output: &Output) -> Result<Option<String>, Failure> {
    let by_flag = output.tests.then(|| "graph-replay".to_owned());
    Ok(file(input)?.crates.replay.or(by_flag))
}

/// The configuration for writing an API that is there already.
pub(crate) fn of_saved(input: &Input, output: &Output) -> Result<Config, Failure> {
    Ok(Config { emit: options(file(input)?, Some(output)), ..Config::default() })
}

/// The configuration for reading, and for writing where that is wanted.
pub(crate) fn config(input: &Input, output: Option<&Output>, checks: Checks) -> Result<Config, Failure> {
    let file = file(input)?;
    let fixups: Fixups = optional(input.fixups.as_deref(), input.docs.join(FIXUPS))?;
    let there = versions(&input.docs)?;
    in_versions(&fixups.fixup, &there)?;
    if let Some(output) = output {
        apart::check(&input.docs, &there, &output.out)?;
    }
    Ok(Config {
        docs: input.docs.clone(),
        versions: wanted(input, there)?,
        fixups: fixups.fixup,
        resolve: file.resolve(),
        emit: options(file, output),
        checks,
        threads: Threads::available(),
    })
}

/// The files that settings are read from.
pub(crate) fn files(input: &Input, saved: &Saved) -> Vec<PathBuf> {
    let config = present(input.config.as_deref(), input.docs.join(CONFIG));
    let fixups = present(input.fixups.as_deref(), input.docs.join(FIXUPS)).filter(|_| saved.ir.is_none());
    config.into_iter().chain(fixups).collect()
}

const CONFIG: &str = "tablewright.toml";
const FIXUPS: &str = "fixups.toml";

fn file(input: &Input) -> Result<File, Failure> {
    optional(input.config.as_deref(), input.docs.join(CONFIG))
}

fn options(file: File, output: Option<&Output>) -> emit::Options {
    let mut options = file.emit();
    if let (Packaging::Crates(crates), Some(named)) =
        (&mut options.packaging, output.and_then(|it| it.runtime.as_deref()))
    {
        crates.runtime = runtime(named);
    }
    emit::Options { selection: output.map(selection).unwrap_or_default(), threads: Threads::available(), ..options }
}

/// A folder has a slash in its name or begins with a dot; a version does not.
fn runtime(named: &str) -> RuntimeSource {
    if named.starts_with('.') || named.contains(['/', '\\']) {
        RuntimeSource::Path(named.to_owned())
    } else {
        RuntimeSource::Version(named.to_owned())
    }
}

fn selection(output: &Output) -> Selection {
    Selection {
        areas: output.areas.clone(),
        types: output.types.clone(),
        pages: output.pages.clone(),
        references: match output.references {
            References::Followed => emit::References::Followed,
            References::Kept => emit::References::Kept,
        },
    }
}

/// Reads the named file, or the one by default where that is there.
pub(crate) fn optional<T: Default + for<'de> Deserialize<'de>>(
    named: Option<&Path>,
    by_default: PathBuf,
) -> Result<T, Failure> {
    let Some(path) = present(named, by_default) else { return Ok(T::default()) };
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    file::read(&text).map_err(|problem| format!("{}{problem}", path.display()))
}

/// The named file, there or not, or the one by default if it is there.
fn present(named: Option<&Path>, by_default: PathBuf) -> Option<PathBuf> {
    named.map(Path::to_owned).or_else(|| by_default.is_file().then_some(by_default))
}

/// The versions named, each once, or all that are there; sorted, so that the order of the arguments changes nothing.
fn wanted(input: &Input, there: Vec<String>) -> Result<Vec<String>, Failure> {
    let docs = input.docs.display();
    if let Some(missing) = input.api.iter().find(|it| !there.contains(it)) {
        return Err(format!("{docs} has no version `{missing}`; it has {}", there.join(", ")));
    }
    Ok(there.into_iter().filter(|it| input.api.is_empty() || input.api.contains(it)).collect())
}

/// All folders that hold pages, sorted.
fn versions(docs: &Path) -> Result<Vec<String>, Failure> {
    let versions =
        Docs::versions(docs).map_err(|error| format!("the docs folder {error}; --docs DIR names another"))?;
    if versions.is_empty() {
        return Err(format!("{}: no folder in it holds `api` or `resources`", docs.display()));
    }
    Ok(versions)
}

/// That every fixup is of a version that is there.
fn in_versions(fixups: &[Fixup], there: &[String]) -> Result<(), Failure> {
    match fixups::of_another_version(fixups, there) {
        Some(it) => Err(format!("a fixup is of the page `{}`, but the docs hold only {}", it.page, there.join(", "))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
