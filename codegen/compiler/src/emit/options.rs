//! What the user of the library decides about the output.

use super::select::Selection;

/// How the crates are emitted; `Options::default()` is a good start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The package of the models.
    pub model_crate: String,
    /// The package of the patches and operations.
    pub client_crate: String,
    /// The version of both.
    pub crate_version: String,
    /// The namespace whose types have no prefix.
    pub root_namespace: String,
    /// How much of the docs' text is copied into doc comments.
    pub doc_text: DocText,
    /// Where pages are online: `{version}` stands for the version, `{page}` for `user-update` or `resources/user`.
    /// Without it pages are named, not linked.
    pub page_url: Option<String>,
    /// The features that are on by default, and documented on docs.rs; one that no area has is left out.
    pub default_features: Vec<String>,
    /// What is emitted; all, unless it names something.
    pub selection: Selection,
    /// Where the runtime comes from.
    pub runtime: RuntimeSource,
    /// Whether the packages may be published.
    pub publish: Publish,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            model_crate: "graph-model".to_owned(),
            client_crate: "graph-client".to_owned(),
            crate_version: "0.1.0".to_owned(),
            root_namespace: "microsoft.graph".to_owned(),
            doc_text: DocText::Full,
            page_url: None,
            default_features: Vec::new(),
            selection: Selection::default(),
            runtime: RuntimeSource::Path("../../codegen/runtime".to_owned()),
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

/// Where the runtime comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuntimeSource {
    /// A folder, as seen from the folder of either crate.
    Path(String),
    /// A version in the registry.
    Version(String),
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
