//! `tablewright.toml` and `fixups.toml` as texts, read into the library's options.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use tablewright::emit::{self, DocText, Packaging, RuntimeSource};
use tablewright::fixups::Fixup;
use tablewright::resolve;

/// `tablewright.toml`. Each setting stands in `init/tablewright.toml` too, with its default.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
pub(crate) struct File {
    docs: Pages,
    pub(crate) crates: Crates,
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
pub(crate) struct Crates {
    #[serde(deserialize_with = "package")]
    model: String,
    #[serde(deserialize_with = "package")]
    client: String,
    version: String,
    #[serde(deserialize_with = "optional_package")]
    pub(crate) replay: Option<String>,
    runtime: Runtime,
}

impl Default for Crates {
    fn default() -> Self {
        let emit::Crates { model, client, version, .. } = emit::Crates::default();
        Self { model, client, version, replay: None, runtime: Runtime::default() }
    }
}

/// The name of a package, which code names too.
fn package<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let name = String::deserialize(from)?;
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
    let is_reserved = matches!(name.as_str(), "_" | "self" | "Self" | "super" | "crate");
    let is_name = name.starts_with(is_first) && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if is_name && !is_reserved {
        return Ok(name);
    }
    Err(D::Error::custom(format!(
        "`{name}` is no name of a package: a letter first, then letters, digits, `-` and `_`"
    )))
}

fn optional_package<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    package(from).map(Some)
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

/// Where the pages of the first dialect are online.
const PAGE_URL: &str = "https://learn.microsoft.com/graph/api/{page}?view=graph-rest-{version}";

/// `fixups.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fixups {
    #[serde(default)]
    pub(crate) fixup: Vec<Fixup>,
}

/// What a file says, or where in it and what is wrong: `:2:1: unknown field`.
pub(crate) fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map(|span| position(text, span.start)).unwrap_or_default();
        format!("{at}: {}", error.message())
    })
}

/// `:line:column` of an offset.
fn position(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    format!(":{line}:{column}")
}

impl File {
    /// How pages become one API.
    pub(crate) fn resolve(&self) -> resolve::Options {
        resolve::Options {
            areas: self.areas.clone(),
            promotion: self.docs.promote.into(),
            server_set: self.docs.server_set.into(),
            area_sources: self.docs.areas_from.iter().map(|it| (*it).into()).collect(),
        }
    }

    /// How the API becomes crates.
    pub(crate) fn emit(self) -> emit::Options {
        emit::Options {
            packaging: Packaging::Crates(emit::Crates {
                model: self.crates.model,
                client: self.crates.client,
                version: self.crates.version,
                default_features: self.features.default,
                runtime: self.crates.runtime.into(),
                publish: emit::Crates::default().publish,
            }),
            doc_text: match self.docs.text {
                Text::Full => DocText::Full,
                Text::Summary => DocText::Summary,
                Text::Link => DocText::Link,
            },
            page_url: Some(self.docs.url),
            ..emit::Options::default()
        }
    }
}
