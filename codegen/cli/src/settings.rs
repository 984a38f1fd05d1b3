//! Turns the command line, `tablewright.toml` and `fixups.toml` into the library's configuration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;
use tablewright::emit::{self, DocText, RuntimeSource, Selection};
use tablewright::fixups::Fixup;
use tablewright::{Config, resolve};

use crate::Failure;
use crate::args::{Input, Output, References};

/// `tablewright.toml`. Each setting stands in `init/tablewright.toml` too, with its default.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
struct File {
    docs: Docs,
    crates: Crates,
    areas: BTreeMap<String, String>,
    features: Features,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Docs {
    text: Text,
    url: String,
    promote: Promote,
    server_set: ServerSet,
    areas_from: Vec<AreaSource>,
}

impl Default for Docs {
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
}

impl Default for Crates {
    fn default() -> Self {
        let default = emit::Options::default();
        Self { model: default.model_crate, client: default.client_crate, version: default.crate_version }
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

/// The configuration for reading, and for writing where that is wanted.
pub(crate) fn config(input: &Input, output: Option<&Output>) -> Result<Config, Failure> {
    let file: File = optional(input.config.as_deref(), &input.docs.join("tablewright.toml"))?;
    let fixups: Fixups = optional(input.fixups.as_deref(), &input.docs.join("fixups.toml"))?;
    let there = versions(&input.docs)?;
    in_versions(&fixups.fixup, &there)?;
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
    })
}

fn options(file: File, output: Option<&Output>) -> emit::Options {
    let default = emit::Options::default();
    emit::Options {
        model_crate: file.crates.model,
        client_crate: file.crates.client,
        crate_version: file.crates.version,
        doc_text: match file.docs.text {
            Text::Full => DocText::Full,
            Text::Summary => DocText::Summary,
            Text::Link => DocText::Link,
        },
        page_url: Some(file.docs.url),
        default_features: file.features.default,
        selection: output.map(selection).unwrap_or_default(),
        runtime: output.map_or(default.runtime, |it| runtime(&it.out)),
        root_namespace: default.root_namespace,
        publish: default.publish,
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
fn optional<T: Default + for<'de> Deserialize<'de>>(named: Option<&Path>, by_default: &Path) -> Result<T, Failure> {
    let path = match named {
        Some(path) => path,
        None if by_default.is_file() => by_default,
        None => return Ok(T::default()),
    };
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| {
        let at = error.span().map(|span| position(&text, span.start)).unwrap_or_default();
        format!("{}{at}: {}", path.display(), error.message())
    })
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
    let entries = fs::read_dir(docs)
        .map_err(|error| format!("the docs folder {}: {error}; --docs DIR names another", docs.display()))?;
    let named = |entry: fs::DirEntry| entry.file_name().into_string().ok();
    let mut versions: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| ["api", "resources"].iter().any(|it| entry.path().join(it).is_dir()))
        .filter_map(named)
        .collect();
    versions.sort();
    if versions.is_empty() {
        return Err(format!("{}: no folder in it holds `api` or `resources`", docs.display()));
    }
    Ok(versions)
}

/// A fixup of a version that is not there would never be applied, and never be found stale.
fn in_versions(fixups: &[Fixup], there: &[String]) -> Result<(), Failure> {
    let is_there =
        |it: &&Fixup| it.page.split_once('/').is_some_and(|(version, _)| there.iter().any(|it| it == version));
    match fixups.iter().find(|it| !is_there(it)) {
        Some(it) => Err(format!("a fixup is of the page `{}`, but the docs hold only {}", it.page, there.join(", "))),
        None => Ok(()),
    }
}

/// The runtime's folder as seen from `out/model`, where this repository is at hand; else its version.
fn runtime(out: &Path) -> RuntimeSource {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let (Ok(runtime), Some(out)) = (runtime.canonicalize(), absolute(out)) else {
        return RuntimeSource::Version(env!("CARGO_PKG_VERSION").to_owned());
    };
    let (runtime, out): (Vec<_>, Vec<_>) = (parts(&runtime), parts(&out));
    let shared = runtime.iter().zip(&out).take_while(|(one, two)| one == two).count();
    let up = std::iter::repeat_n("..".to_owned(), out.len() - shared + 1);
    RuntimeSource::Path(up.chain(runtime[shared..].iter().cloned()).collect::<Vec<_>>().join("/"))
}

/// The folder without links, also where its last parts are not there yet.
pub(crate) fn absolute(out: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(out).ok()?;
    let there = whole.ancestors().find(|it| it.exists())?;
    let rest = whole.strip_prefix(there).ok()?;
    Some(there.canonicalize().ok()?.join(rest))
}

fn parts(path: &Path) -> Vec<String> {
    let normal = path.components().filter_map(|it| match it {
        Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    normal.collect()
}

#[cfg(test)]
mod tests;
