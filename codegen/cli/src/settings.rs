//! Turns the command line, `tablewright.toml` and `fixups.toml` into the library's configuration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tablewright::emit::{self, DocText, Packaging, RuntimeSource, Selection};
use tablewright::fixups::{self, Fixup};
use tablewright::source::Docs;
use tablewright::{Config, Threads, resolve};

use crate::args::{Input, Output, References, Saved};
use crate::{Failure, apart};

/// `tablewright.toml`. Each setting stands in `init/tablewright.toml` too, with its default.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
struct File {
    docs: Pages,
    crates: Crates,
    areas: BTreeMap<String, String>,
    features: Features,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Pages {
    text: Text,
    url: String,
    promote: Promote,
    server_set: ServerSet,
    areas_from: Vec<AreaSource>,
}

impl Default for Pages {
    fn default() -> Self {
        Self {
            text: Text::default(),
            url: PAGE_URL.to_owned(),
            promote: Promote::default(),
            server_set: ServerSet::default(),
            areas_from: vec![AreaSource::Service, AreaSource::Namespace, AreaSource::Product, AreaSource::References],
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(rename_all = "kebab-case")]
enum AreaSource {
    Service,
    Namespace,
    Product,
    References,
    Page,
}

impl From<AreaSource> for resolve::AreaSource {
    fn from(source: AreaSource) -> Self {
        match source {
            AreaSource::Service => Self::Service,
            AreaSource::Namespace => Self::Namespace,
            AreaSource::Product => Self::Product,
            AreaSource::References => Self::References,
            AreaSource::Page => Self::Page,
        }
    }
}

#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(rename_all = "kebab-case")]
enum ServerSet {
    #[default]
    Inferred,
    Never,
}

impl From<ServerSet> for resolve::ServerSet {
    fn from(server_set: ServerSet) -> Self {
        match server_set {
            ServerSet::Inferred => Self::Inferred,
            ServerSet::Never => Self::Never,
        }
    }
}

#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(rename_all = "kebab-case")]
enum Promote {
    #[default]
    Safe,
    Never,
}

impl From<Promote> for resolve::Promotion {
    fn from(promote: Promote) -> Self {
        match promote {
            Promote::Safe => Self::Safe,
            Promote::Never => Self::Never,
        }
    }
}

#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(rename_all = "kebab-case")]
enum Text {
    #[default]
    Full,
    Summary,
    Link,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
struct Crates {
    model: String,
    client: String,
    version: String,
    replay: Option<String>,
    runtime: Runtime,
}

impl Default for Crates {
    fn default() -> Self {
        let emit::Crates { model, client, version, .. } = emit::Crates::default();
        Self { model, client, version, replay: None, runtime: Runtime::default() }
    }
}

/// Where the runtime comes from: `"1.0"`, or `{ path = "../../runtime" }` from the folder of a generated crate.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(untagged, expecting = "expected a version, or a table with `path`")]
enum Runtime {
    Version(String),
    Path { path: String },
}

impl Default for Runtime {
    fn default() -> Self {
        match RuntimeSource::default() {
            RuntimeSource::Version(version) => Self::Version(version),
            RuntimeSource::Path(path) => Self::Path { path },
        }
    }
}

impl From<Runtime> for RuntimeSource {
    fn from(runtime: Runtime) -> Self {
        match runtime {
            Runtime::Version(version) => Self::Version(version),
            Runtime::Path { path } => Self::Path(path),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
struct Features {
    default: Vec<String>,
}

/// `fixups.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixups {
    #[serde(default)]
    fixup: Vec<Fixup>,
}

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
pub(crate) fn config(input: &Input, output: Option<&Output>) -> Result<Config, Failure> {
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
        resolve: resolve::Options {
            areas: file.areas.clone(),
            promotion: file.docs.promote.into(),
            server_set: file.docs.server_set.into(),
            area_sources: file.docs.areas_from.iter().map(|it| (*it).into()).collect(),
        },
        emit: options(file, output),
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
    emit::Options {
        packaging: Packaging::Crates(crates(file.crates, file.features, output)),
        doc_text: match file.docs.text {
            Text::Full => DocText::Full,
            Text::Summary => DocText::Summary,
            Text::Link => DocText::Link,
        },
        page_url: Some(file.docs.url),
        selection: output.map(selection).unwrap_or_default(),
        threads: Threads::available(),
        ..emit::Options::default()
    }
}

fn crates(crates: Crates, features: Features, output: Option<&Output>) -> emit::Crates {
    let default = emit::Crates::default();
    let named = output.and_then(|it| it.runtime.as_deref()).map(runtime);
    emit::Crates {
        model: crates.model,
        client: crates.client,
        version: crates.version,
        default_features: features.default,
        runtime: named.unwrap_or_else(|| crates.runtime.into()),
        publish: default.publish,
    }
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

/// Where the pages of the first dialect are online.
const PAGE_URL: &str = "https://learn.microsoft.com/graph/api/{page}?view=graph-rest-{version}";

/// Reads the named file, or the one by default where that is there.
pub(crate) fn optional<T: Default + for<'de> Deserialize<'de>>(
    named: Option<&Path>,
    by_default: PathBuf,
) -> Result<T, Failure> {
    let Some(path) = present(named, by_default) else { return Ok(T::default()) };
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| {
        let at = error.span().map(|span| position(&text, span.start)).unwrap_or_default();
        format!("{}{at}: {}", path.display(), error.message())
    })
}

/// The named file, there or not, or the one by default if it is there.
fn present(named: Option<&Path>, by_default: PathBuf) -> Option<PathBuf> {
    named.map(Path::to_owned).or_else(|| by_default.is_file().then_some(by_default))
}

/// `:line:column` of an offset.
fn position(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    format!(":{line}:{column}")
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
