//! Generates from a build script: settings by calls, files in `OUT_DIR`, and what Cargo is to know of them.

mod cargo;
mod error;

use std::collections::BTreeSet;
use std::path::PathBuf;

pub use self::error::Error;

use self::cargo::Policy;
use crate::diagnostic::Code;
use crate::emit::{self, DocText, Formatting, Packaging, References};
use crate::fixups::{self, Fixup};
use crate::ir::Api;
use crate::output::Files;
use crate::pipeline::{self, Config, Loaded};
use crate::resolve;
use crate::source::{Docs, has_file};

/// Generates from a docs folder, with all versions that it holds, into `OUT_DIR/graph`.
///
/// For a build script; [`Builder`] is the same with settings.
///
/// ```no_run
/// fn main() -> Result<(), tablewright::build::Error> {
///     tablewright::compile("docs-input")
/// }
/// ```
///
/// # Errors
/// If the docs cannot be read, have an error, or the output cannot be written. Cargo shows why.
pub fn compile(docs: impl Into<PathBuf>) -> Result<(), Error> {
    Builder::new(docs).compile()
}

/// What a build script generates, and how; [`compile`](Self::compile) does it.
///
/// The output is a module, to be included in the crate:
///
/// ```ignore
/// pub mod graph {
///     include!(concat!(env!("OUT_DIR"), "/graph/mod.rs"));
/// }
/// ```
///
/// It needs the package `tablewright-runtime` with its feature `client`. Types are in `graph::model::{version}`, patches
/// and updates in `graph::client::{version}`, and `graph::runtime` is the runtime.
#[derive(Debug, Clone)]
pub struct Builder {
    config: Config,
    policy: Policy,
    module: String,
    out_dir: Option<PathBuf>,
    /// What is wrong with the settings: calls that follow each other have no place for errors.
    faults: Vec<String>,
}

impl Builder {
    /// All that the docs folder holds, one folder for each version; relative to the package, as build scripts run there.
    #[must_use]
    pub fn new(docs: impl Into<PathBuf>) -> Self {
        let emit = emit::Options { packaging: Packaging::Module, ..emit::Options::default() };
        Self {
            config: Config { docs: docs.into(), emit, ..Config::default() },
            policy: Policy::default(),
            module: "graph".to_owned(),
            out_dir: None,
            faults: Vec::new(),
        }
    }

    /// Only these versions: `beta`, `v1.0`. Otherwise every one that the folder holds.
    #[must_use]
    pub fn versions(mut self, versions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.config.versions.extend(texts(versions));
        self
    }

    /// Only what is wanted: these areas, types and pages, by any of the three calls, and what they refer to.
    #[must_use]
    pub fn areas(mut self, areas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.config.emit.selection.areas.extend(texts(areas));
        self
    }

    /// As [`areas`](Self::areas): types by name, `user` or `microsoft.graph.user`, with the updates that send them.
    #[must_use]
    pub fn types(mut self, types: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.config.emit.selection.types.extend(texts(types));
        self
    }

    /// As [`areas`](Self::areas): what pages describe, by stem or path, `user-update` or `v1.0/api/user-update.md`.
    #[must_use]
    pub fn pages(mut self, pages: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.config.emit.selection.pages.extend(texts(pages));
        self
    }

    /// What becomes of references from what is wanted to the rest.
    #[must_use]
    pub fn references(mut self, references: References) -> Self {
        self.config.emit.selection.references = references;
        self
    }

    /// Repairs of the pages.
    ///
    /// They are values, since this library reads no file but pages: a [`Fixup`] can be written as Rust, or read with
    /// serde from whatever file its maintainer likes.
    #[must_use]
    pub fn fixups(mut self, fixups: impl IntoIterator<Item = Fixup>) -> Self {
        self.config.fixups.extend(fixups);
        self
    }

    /// How pages become an API: areas by page, what examples tell.
    #[must_use]
    pub fn resolve(mut self, options: resolve::Options) -> Self {
        self.config.resolve = options;
        self
    }

    /// How much of the pages' text becomes doc comments.
    #[must_use]
    pub fn doc_text(mut self, doc_text: DocText) -> Self {
        self.config.emit.doc_text = doc_text;
        self
    }

    /// Where pages are online, as in [`emit::Options::page_url`].
    #[must_use]
    pub fn page_url(mut self, url: impl Into<String>) -> Self {
        self.config.emit.page_url = Some(url.into());
        self
    }

    /// Diagnostics that fail the build, besides those that are errors anyway.
    #[must_use]
    pub fn deny(mut self, codes: impl IntoIterator<Item = Code>) -> Self {
        self.policy.deny.extend(codes);
        self
    }

    /// Diagnostics that are not shown, and fail nothing.
    #[must_use]
    pub fn allow(mut self, codes: impl IntoIterator<Item = Code>) -> Self {
        self.policy.allow.extend(codes);
        self
    }

    /// Attributes for a type, `user`, for a field or variant, `user.displayName`, or for all types, `*`; more in
    /// [`emit::Custom::attribute`].
    #[must_use]
    pub fn attribute(mut self, of: &str, attributes: &str) -> Self {
        let fault = self.config.emit.custom.attribute(of, attributes).err();
        self.faults.extend(fault);
        self
    }

    /// Derives for a type, or for all, `*`: `.derive("*", "schemars::JsonSchema")`.
    #[must_use]
    pub fn derive(self, of: &str, derives: &str) -> Self {
        self.attribute(of, &format!("#[derive({derives})]"))
    }

    /// A Rust type that stands for a type of the docs, which then is not generated, nor is what only it refers to:
    /// `.extern_path("microsoft.graph.identity", "::my_crate::Identity")`. More in [`emit::Custom::replace`].
    #[must_use]
    pub fn extern_path(mut self, ty: &str, path: &str) -> Self {
        let fault = self.config.emit.custom.replace(ty, path).err();
        self.faults.extend(fault);
        self
    }

    /// The folder in [`out_dir`](Self::out_dir) that gets the files; `graph` by default.
    #[must_use]
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = name.into();
        self
    }

    /// Where the files go, instead of the environment's `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Whether the files are formatted; off, they are made faster.
    #[must_use]
    pub fn formatting(mut self, formatting: Formatting) -> Self {
        self.config.emit.formatting = formatting;
        self
    }

    /// Reads the docs, writes the files, and tells Cargo.
    ///
    /// # Errors
    /// If the docs cannot be read, have an error, or the output cannot be written. Cargo shows why.
    pub fn compile(&self) -> Result<(), Error> {
        match self.load() {
            Ok(loaded) => self.compile_loaded(&loaded),
            Err(error) => told(Err(error)),
        }
    }

    /// The first half of [`compile`](Self::compile): reads the docs, and does nothing else. What it gives can be edited.
    ///
    /// # Errors
    /// If the docs cannot be read.
    pub fn load(&self) -> Result<Vec<Loaded>, Error> {
        let docs = &self.config.docs;
        let there = Docs::versions(docs)?;
        let missing = self.config.versions.iter().find(|it| !there.contains(it));
        if let Some(missing) = missing {
            return settings(format!("{} has no version `{missing}`; it has {}", docs.display(), there.join(", ")));
        }
        if let Some(fixup) = fixups::of_another_version(&self.config.fixups, &there) {
            return settings(format!(
                "a fixup is of the page `{}`, but the docs hold {}",
                fixup.page,
                there.join(", ")
            ));
        }
        let is_wanted = |it: &&String| self.config.versions.is_empty() || self.config.versions.contains(it);
        let wanted: Vec<&String> = there.iter().filter(is_wanted).collect();
        if wanted.is_empty() {
            return settings(format!("{}: no folder in it holds `api` or `resources`", docs.display()));
        }
        wanted.into_iter().map(|version| self.load_version(version)).collect()
    }

    fn load_version(&self, version: &str) -> Result<Loaded, Error> {
        let loaded = pipeline::load(&self.config, version)?;
        if loaded.docs.pages.is_empty() {
            return settings(format!("{}: there is no page in it", self.config.docs.join(version).display()));
        }
        Ok(loaded)
    }

    /// The second half of [`compile`](Self::compile): writes the files of what was read, or of an API that comes from
    /// elsewhere, such as `Loaded::from(serde_json::from_str::<Api>(&saved)?)`, and tells Cargo.
    ///
    /// # Errors
    /// If the docs have an error, what is invariant of an API does not hold, or the output cannot be written. Cargo shows
    /// why.
    pub fn compile_loaded(&self, loaded: &[Loaded]) -> Result<(), Error> {
        told(self.write(loaded))
    }

    fn write(&self, loaded: &[Loaded]) -> Result<(), Error> {
        let folder = self.folder()?;
        let Output { lines, errors, files } = self.output(loaded)?;
        cargo::tell(&lines)?;
        if errors > 0 {
            return Err(Error::Docs(errors));
        }
        files.write_to(&folder)?;
        Ok(())
    }

    fn output(&self, loaded: &[Loaded]) -> Result<Output, Error> {
        let apis: Vec<Api> = loaded.iter().map(|it| it.api.clone()).collect();
        self.check(&apis)?;
        let parts: Vec<Api> = apis.iter().map(|api| emit::part(api, &self.config.emit)).collect();
        let pages = (!self.config.emit.selection.is_all()).then(|| pages(&parts));
        let (mut lines, errors) = cargo::lines(&self.config.docs, loaded, &self.policy, pages.as_ref());
        lines.extend(self.ignored(loaded));
        Ok(Output { lines, errors, files: pipeline::emit(&apis, &self.config.emit) })
    }

    /// Where the files go.
    fn folder(&self) -> Result<PathBuf, Error> {
        if syn::parse_str::<syn::Ident>(&self.module).is_err() {
            return settings(format!("`{}` is no name of a module", self.module));
        }
        let out_dir = self.out_dir.clone().or_else(|| std::env::var_os("OUT_DIR").map(PathBuf::from));
        match out_dir {
            Some(out_dir) => Ok(out_dir.join(&self.module)),
            None => settings("there is no OUT_DIR: outside of a build script, `out_dir` names the folder".to_owned()),
        }
    }

    /// That the settings are sound, and that what they name is there.
    fn check(&self, apis: &[Api]) -> Result<(), Error> {
        let broken = apis.iter().flat_map(|api| api.faults().into_iter().map(|it| format!("{}: {it}", api.version)));
        let emit::Options { selection, custom, .. } = &self.config.emit;
        let wanted =
            selection.unknown(apis).into_iter().map(|it| format!("`{it}` is wanted, but the docs have no such"));
        let custom = custom.unknown(apis).into_iter().map(|it| format!("there is no `{it}` to be customised"));
        let faults: Vec<String> = self.faults.iter().cloned().chain(broken).chain(wanted).chain(custom).collect();
        if faults.is_empty() { Ok(()) } else { settings(faults.join("; ")) }
    }

    /// A word on repairs that lie beside the pages, where nobody asked for any: the command reads them, this does not.
    fn ignored(&self, loaded: &[Loaded]) -> Option<String> {
        let has_pages = loaded.iter().any(|it| !it.docs.pages.is_empty());
        let is_ignored = has_pages && self.config.fixups.is_empty() && has_file(&self.config.docs, FIXUPS);
        let path = self.config.docs.join(FIXUPS);
        is_ignored
            .then(|| cargo::warning(&format!("{}: not read here; `Builder::fixups` takes repairs", path.display())))
    }
}

/// What is made of docs.
struct Output {
    /// For Cargo.
    lines: Vec<String>,
    /// How many of them are errors.
    errors: usize,
    files: Files,
}

/// Where the command line finds its fixups.
const FIXUPS: &str = "fixups.toml";

fn texts(all: impl IntoIterator<Item = impl Into<String>>) -> impl Iterator<Item = String> {
    all.into_iter().map(Into::into)
}

fn settings<T>(message: String) -> Result<T, Error> {
    Err(Error::Settings(message))
}

/// The pages that something is made of.
fn pages(parts: &[Api]) -> BTreeSet<&str> {
    let types = parts.iter().flat_map(|api| api.types.values());
    let types =
        types.flat_map(|it| it.also.iter().chain([&it.origin]).chain(it.properties.iter().map(|it| &it.origin)));
    let enums = parts.iter().flat_map(|api| api.enums.values()).map(|it| &it.origin);
    let operations = parts.iter().flat_map(|api| &api.operations).map(|it| &it.origin);
    types.chain(enums).chain(operations).map(|it| it.page.as_str()).collect()
}

/// Has Cargo show what went wrong; errors of the docs are shown already, each at its place.
fn told(result: Result<(), Error>) -> Result<(), Error> {
    if let Err(error @ (Error::Io(_) | Error::Settings(_))) = &result {
        // If Cargo does not listen, there is the error itself.
        cargo::tell(&[cargo::error(&error.to_string())]).ok();
    }
    result
}

#[cfg(test)]
mod tests;
