//! The way from a docs folder to files: [`load`] reads an IR, [`emit`] makes files of one, [`generate`] does both.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Checks, Code, Diagnostic, Diagnostics, Severity, Sink};
use crate::facts::{self, Counts, PageKind};
use crate::fixups::{self, Fixup};
use crate::ir::{self, Api, COMMON, Sample};
use crate::output::{self, Files};
use crate::parallel::Threads;
use crate::resolve;
use crate::source::{Access, Docs, PageId};
use crate::versions::Version;
use crate::{dialect, emit, unread, versions};

/// What to read, and what to make of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// The folder that holds one folder for each version.
    pub docs: PathBuf,
    /// The versions to read: `beta`, `v1.0`.
    pub versions: Vec<String>,
    /// Repairs of the pages.
    pub fixups: Vec<Fixup>,
    /// How pages become an API.
    pub resolve: resolve::Options,
    /// How an API becomes crates.
    pub emit: emit::Options,
    /// What pages are looked at for; what is made of them is the same.
    pub checks: Checks,
    /// How many threads read files and pages; what is read is the same with any number.
    pub threads: Threads,
}

impl Config {
    /// The pages of one version.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn read_docs(&self, version: &str) -> io::Result<Docs> {
        Docs::read_with(&self.docs, version, self.access())
    }

    pub(crate) fn access(&self) -> Access {
        Access { threads: self.threads, ..Access::default() }
    }
}

/// What was read of one version.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The API.
    pub api: Api,
    /// What is to be said of the pages.
    pub diagnostics: Vec<Diagnostic>,
    /// Numbers.
    pub summary: Summary,
    /// What became of each page, in the order of the pages.
    pub readings: Vec<Reading>,
    /// The pages, for showing pieces of them.
    pub docs: Docs,
}

/// What became of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it was read as.
    pub kind: PageKind,
    /// Its tables and rows.
    pub counts: Counts,
}

/// Numbers about one version; the same for the same pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// The version.
    pub version: String,
    /// Pages by what they were read as.
    pub pages: BTreeMap<PageKind, usize>,
    /// Tables and rows.
    pub counts: Counts,
    /// Types, enumerations, properties, members, operations and request lines of the IR.
    pub types: usize,
    /// Enumerations.
    pub enums: usize,
    /// Properties and relationships, each at the type that declares it.
    pub properties: usize,
    /// Members of enumerations.
    pub members: usize,
    /// Areas.
    pub areas: usize,
    /// What is common to all areas.
    pub common: Vec<String>,
    /// Updates.
    pub operations: usize,
    /// Their request lines.
    pub request_lines: usize,
    /// Diagnostics by code.
    pub diagnostics: BTreeMap<Code, usize>,
}

/// What a run makes.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The files, by path below the output folder.
    pub files: Files,
    /// What was read, by version.
    pub loaded: Vec<Loaded>,
}

impl Summary {
    /// The numbers of an API, without those of its pages.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        Self {
            version: api.version.clone(),
            types: api.types.len(),
            enums: api.enums.len(),
            properties: api.types.values().map(|ty| ty.properties.len()).sum(),
            members: api.enums.values().map(|it| it.members.len()).sum(),
            areas: api.areas().map(|(_, area)| area).collect::<BTreeSet<_>>().len(),
            common: api.areas().filter(|(_, area)| *area == COMMON).map(|(name, _)| name.name.clone()).collect(),
            operations: api.operations.len(),
            request_lines: api.operations.iter().map(|it| it.lines.len()).sum(),
            ..Self::default()
        }
    }

    /// The number of diagnostics of that severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|(code, _)| code.severity() == severity).map(|(_, count)| count).sum()
    }
}

/// An API that comes from elsewhere, such as a file: there are no pages of it, and nothing is to be said of them.
impl From<Api> for Loaded {
    fn from(api: Api) -> Self {
        let summary = Summary::of(&api);
        let docs = Docs::from_files(&api.version, Vec::new());
        Self { api, diagnostics: Vec::new(), summary, readings: Vec::new(), docs }
    }
}

/// Reads one version of the docs.
///
/// # Errors
/// If the folder cannot be read. What is odd in the pages is no error: it is in [`Loaded::diagnostics`].
pub fn load(config: &Config, version: &str) -> io::Result<Loaded> {
    Ok(read(config, config.read_docs(version)?))
}

/// Reads pages that are in memory. The result depends on nothing but the arguments.
#[must_use]
pub fn read(config: &Config, docs: Docs) -> Loaded {
    let page = |id: &PageId| {
        let mut sink = Sink::default();
        (Arc::new(dialect::graph::read(*id, docs.page(*id), config.checks, &mut sink)), sink)
    };
    let ids: Vec<PageId> = (0..docs.pages.len()).map(PageId).collect();
    let pages = config.threads.map(&ids, page);
    join(config, docs, pages)
}

/// Joins what the pages say, in their order, each with what is to be said of it.
pub(crate) fn join(config: &Config, docs: Docs, pages: Vec<(Arc<facts::Page>, Sink)>) -> Loaded {
    let mut diagnostics = Diagnostics::default();
    unread::report(&docs, &mut diagnostics);
    let take = |(page, sink): (Arc<facts::Page>, Sink)| {
        diagnostics.extend(page.id, sink);
        page
    };
    let mut pages: Vec<Arc<facts::Page>> = pages.into_iter().map(take).collect();
    fixups::apply(&config.fixups, &docs, &mut pages, dialect::graph::type_of, &mut diagnostics);
    let run = resolve::Run { options: &config.resolve, checks: config.checks, threads: config.threads };
    let api = resolve::resolve(&docs, &pages, run, &mut diagnostics);
    diagnostics.keep(config.checks);
    let diagnostics = diagnostics.sorted(&docs);
    let readings: Vec<Reading> =
        pages.iter().map(|page| Reading { kind: page.kind, counts: page.counts.clone() }).collect();
    let summary = summary(&api, &readings, &diagnostics);
    Loaded { api, diagnostics, summary, readings, docs }
}

fn summary(api: &Api, pages: &[Reading], diagnostics: &[Diagnostic]) -> Summary {
    let mut summary = Summary::of(api);
    for page in pages {
        *summary.pages.entry(page.kind).or_default() += 1;
        summary.counts.add(&page.counts);
    }
    for diagnostic in diagnostics {
        *summary.diagnostics.entry(diagnostic.code).or_default() += 1;
    }
    summary
}

/// Compares each numbered version with the preview among them, if there is one, and adds what is to be said to the numbered
/// one; none of it is an error.
pub fn compare_versions(loaded: &mut [Loaded], checks: Checks) {
    if checks == Checks::Errors {
        return;
    }
    let mut previews = (0..loaded.len()).filter(|at| !ir::is_numbered(&loaded[*at].api.version));
    let (Some(preview), None) = (previews.next(), previews.next()) else { return };
    for at in (0..loaded.len()).filter(|at| *at != preview) {
        let [own, preview] = [at, preview].map(|at| Version { api: &loaded[at].api, docs: &loaded[at].docs });
        let found = versions::differences(own, preview);
        let it = &mut loaded[at];
        for said in &found {
            *it.summary.diagnostics.entry(said.code).or_default() += 1;
        }
        it.diagnostics.extend(found);
        it.diagnostics.sort();
    }
}

/// Makes the files. The result depends on nothing but the arguments; what is invariant of an [`Api`] must hold in each,
/// which [`Api::faults`] tells of one that was edited or made elsewhere.
#[must_use]
pub fn emit(apis: &[impl Borrow<Api>], options: &emit::Options) -> Files {
    let texts = emit::files(apis, options, |draft| output::formatted(draft.file(), options.formatting));
    texts.into_iter().collect()
}

/// The objects that the pages of a version show: JSON representations and the bodies of responses, each with its type.
#[must_use]
pub fn samples(loaded: &Loaded) -> Vec<Sample> {
    let shown: Vec<_> = loaded.docs.pages.iter().map(dialect::graph::samples).collect();
    resolve::samples(&loaded.docs, &shown, &loaded.api)
}

/// Makes the files of the crate that replays what the pages show against the other two.
#[must_use]
pub fn emit_replay(apis: &[impl Borrow<Api>], replay: &emit::Replay, options: &emit::Options) -> Files {
    Files::new(emit::replay(apis, replay, options), options.formatting)
}

/// Reads the docs and makes the files; writes nothing.
///
/// # Errors
/// If the docs cannot be read.
pub fn generate(config: &Config) -> io::Result<Generated> {
    let mut loaded = config.versions.iter().map(|version| load(config, version)).collect::<io::Result<Vec<_>>>()?;
    compare_versions(&mut loaded, config.checks);
    let apis: Vec<&Api> = loaded.iter().map(|it| &it.api).collect();
    Ok(Generated { files: emit(&apis, &config.emit), loaded })
}
