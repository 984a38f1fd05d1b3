//! The docs at hand as seeds: bundles of pages, each of which begins with a line `@@ folder/page.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Target;

/// The pages that inputs are made of.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// An operation with its resource, or resources that stand side by side.
    pub bundles: Vec<String>,
}

/// The most bundles taken of one folder: more seeds only make each rarer.
const MOST: usize = 1500;

impl Corpus {
    /// The pages of `docs-input`, and those of `$TABLEWRIGHT_CORPUS` (default `../shared/graph-docs`) where that is.
    ///
    /// # Panics
    ///
    /// If a page that is there cannot be read.
    #[must_use]
    pub fn at_hand() -> Self {
        let mut bundles = bundles_of(&root().join("docs-input"));
        let real =
            std::env::var_os("TABLEWRIGHT_CORPUS").map_or_else(|| root().join("../shared/graph-docs"), PathBuf::from);
        for date in sorted(&real) {
            let all = bundles_of(&date);
            let every = all.len().div_ceil(MOST).max(1);
            bundles.extend(all.into_iter().step_by(every));
        }
        Self { bundles }
    }

    /// The pages of `docs-input` alone: the same on every machine.
    #[must_use]
    pub fn own() -> Self {
        Self { bundles: bundles_of(&root().join("docs-input")) }
    }

    /// The lines of all pages that `of` makes something of; each once, at most `MOST` of them.
    pub fn lines(&self, of: fn(&str) -> Option<String>) -> Vec<String> {
        let found = self.bundles.iter().flat_map(|it| it.lines().filter_map(of));
        let all: BTreeSet<String> = found.collect();
        let every = all.len().div_ceil(MOST).max(1);
        all.into_iter().step_by(every).collect()
    }

    /// The code blocks that hold an object, without their fences.
    #[must_use]
    pub fn objects(&self) -> Vec<String> {
        let blocks = self.bundles.iter().flat_map(|it| it.split("```").skip(1).step_by(2));
        let object = |block: &str| block.find('{').map(|at| block[at..].to_owned()).filter(|it| it.len() < 8000);
        blocks.filter_map(object).take(2 * MOST).collect()
    }
}

/// What a target begins with: its seeds, and what once broke it.
#[must_use]
pub fn of(target: &Target, corpus: &Corpus) -> Vec<String> {
    let broke = regressions().into_iter().filter(|(name, ..)| name == target.name).map(|(.., input)| input);
    (target.seeds)(corpus).into_iter().chain(broke).collect()
}

/// The inputs that once broke something, by target and file name.
///
/// # Panics
///
/// If one cannot be read.
#[must_use]
pub fn regressions() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regressions");
    let files = sorted(&folder).into_iter().flat_map(|target| sorted(&target));
    files.map(|path| (name(path.parent().unwrap_or(&path)), name(&path), read(&path))).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An operation and the resource that its name begins with; the other resources in threes.
fn bundles_of(docs: &Path) -> Vec<String> {
    let mut bundles = Vec::new();
    for version in sorted(docs) {
        let operations = pages(&version.join("api"));
        let mut resources = pages(&version.join("resources"));
        let mut taken = BTreeSet::new();
        for (path, text) in operations {
            let stem = path.trim_start_matches("api/").trim_end_matches(".md");
            let cut = stem.rfind(['-', '_']).unwrap_or(stem.len());
            let resource = format!("resources/{}.md", &stem[..cut]);
            let beside = resources.get(&resource).map(|text| page(&resource, text)).unwrap_or_default();
            bundles.push(page(&path, &text) + &beside);
            taken.insert(resource);
        }
        resources.retain(|path, _| !taken.contains(path));
        let rest: Vec<String> = resources.iter().map(|(path, text)| page(path, text)).collect();
        bundles.extend(rest.chunks(3).map(<[String]>::concat));
    }
    bundles
}

fn page(path: &str, text: &str) -> String {
    format!("@@ {path}\n{text}\n")
}

/// The pages of a folder, by folder and name.
fn pages(folder: &Path) -> BTreeMap<String, String> {
    let files = sorted(folder).into_iter().filter(|path| path.extension().is_some_and(|it| it == "md"));
    files.map(|path| (format!("{}/{}", name(folder), name(&path)), read(&path))).collect()
}

fn read(path: &Path) -> String {
    let bytes = fs::read(path).expect("a file that is listed can be read");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|it| it.path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
