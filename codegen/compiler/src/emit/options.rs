//! What the user of the library decides about the output.

use super::custom::Custom;
use super::select::Selection;
use crate::parallel::Threads;

/// How an API is emitted; `Options::default()` is a good start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What the files are together.
    pub packaging: Packaging,
    /// The namespace whose types have no prefix.
    pub root_namespace: String,
    /// How much of the docs' text is copied into doc comments.
    pub doc_text: DocText,
    /// Where pages are online: `{version}` stands for the version, `{page}` for `user-update` or `resources/user`.
    /// Without it pages are named, not linked.
    pub page_url: Option<String>,
    /// What is emitted; all, unless it names something.
    pub selection: Selection,
    /// The user's own attributes and types.
    pub custom: Custom,
    /// Whether the files are formatted.
    pub formatting: Formatting,
    /// How many threads make them; the files are the same with any number.
    pub threads: Threads,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            packaging: Packaging::default(),
            root_namespace: "microsoft.graph".to_owned(),
            doc_text: DocText::Full,
            page_url: None,
            selection: Selection::default(),
            custom: Custom::default(),
            formatting: Formatting::default(),
            threads: Threads::default(),
        }
    }
}

/// What the files are together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Packaging {
    /// Two crates in the folders `model` and `client`, with a feature for each version and area.
    Crates(Crates),
    /// The content of a module of somebody's crate: `mod.rs`, which holds the modules `model` and `client`. All of it is
    /// there always, and no file has inner attributes, so that `include!` can take it.
    Module,
}

impl Default for Packaging {
    fn default() -> Self {
        Self::Crates(Crates::default())
    }
}

/// The manifests of two crates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crates {
    /// The package of the models.
    pub model: String,
    /// The package of the patches and operations.
    pub client: String,
    /// The version of both.
    pub version: String,
    /// The features that are on by default, and documented on docs.rs; one that no area has is left out.
    pub default_features: Vec<String>,
    /// Where the runtime comes from.
    pub runtime: RuntimeSource,
    /// Whether the packages may be published.
    pub publish: Publish,
}

impl Default for Crates {
    fn default() -> Self {
        Self {
            model: "graph-model".to_owned(),
            client: "graph-client".to_owned(),
            version: "0.1.0".to_owned(),
            default_features: Vec::new(),
            runtime: RuntimeSource::default(),
            publish: Publish::Never,
        }
    }
}

/// How much of the docs' text is copied into doc comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DocText {
    /// All of it, within bounds.
    #[default]
    Full,
    /// The first sentence.
    Summary,
    /// None: a link to the page.
    Link,
}

/// Whether files are formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formatting {
    /// As people write Rust.
    #[default]
    On,
    /// Not at all, which takes less time: each file is one long line.
    Off,
}

/// Where the runtime comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuntimeSource {
    /// A folder, as seen from the folder of either crate.
    Path(String),
    /// A version in the registry.
    Version(String),
}

impl Default for RuntimeSource {
    /// The version of this library, whose output the runtime of that version takes.
    fn default() -> Self {
        Self::Version(env!("CARGO_PKG_VERSION").to_owned())
    }
}

/// Whether the packages may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Publish {
    /// `publish = false`.
    #[default]
    Never,
    /// To any registry.
    Anywhere,
}
