//! Docs that are in memory, one slip at a time, and what comes of it: what is read, and what is said.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use serde_json::Value;
use tablewright::diagnostic::{Code, Diagnostic, edited};
use tablewright::ir::Api;
use tablewright::source::Docs;
use tablewright::span::Origin;
use tablewright::{Config, Loaded, read};

use crate::kind::{Kind, PageKind};
use crate::part;
use crate::random::Random;

/// How many pages are looked at for a part before a kind is given up.
const TRIES: usize = 200;

/// One slip.
#[derive(Debug, Clone)]
pub struct Slip {
    /// The page, by its place among the files.
    page: usize,
    /// Its path, and the line.
    pub place: String,
    /// The whole page after it.
    text: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// What comes of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// What is read is the same.
    Same,
    /// Only what is told to readers is another: texts, titles, examples.
    Docs(Notice),
    /// The generated crates are others for a compiler too: names, types, paths, permissions.
    Crates(Notice),
}

/// Whether something new is said of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Something is.
    Told,
    /// Nothing is.
    Silent,
}

/// What comes of making the edits that a finding brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mending {
    /// There is none for this page.
    None,
    /// The page is as it was before the slip.
    Back,
    /// The page is another one, of which nothing is said that was not said before the slip.
    Clean,
    /// Something is said of it that was not said before.
    Wrong,
}

/// How often each thing is said of each page.
type Said = BTreeMap<(Code, String, String), usize>;

/// One version of docs, as it is without a slip.
pub struct Bench {
    version: String,
    files: Vec<(String, Vec<u8>)>,
    updates: Vec<usize>,
    types: Vec<usize>,
    /// What is read, without places.
    api: Value,
    /// The same, and without what is only told to readers.
    code: Value,
    said: Said,
}

impl Bench {
    /// Reads the docs.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn new(docs: &Path, version: &str) -> io::Result<Self> {
        Self::excerpt(docs, version, |_| true)
    }

    /// Reads those files of the docs whose path is wanted.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn excerpt(docs: &Path, version: &str, is_wanted: impl Fn(&str) -> bool) -> io::Result<Self> {
        let docs = Docs::read(docs, version)?;
        let files: Vec<(String, Vec<u8>)> = docs
            .inputs()
            .filter(|path| is_wanted(path))
            .filter_map(|path| docs.text(path).map(|text| (path.to_owned(), text.as_bytes().to_vec())))
            .collect();
        let loaded = read(&Config::default(), Docs::from_files(version, files.clone()));
        let api = &loaded.api;
        let of = |origins: BTreeSet<&Origin>| {
            let pages: BTreeSet<&str> = origins.into_iter().map(|it| it.page.as_str()).collect();
            files.iter().enumerate().filter(|(_, it)| pages.contains(it.0.as_str())).map(|(at, _)| at).collect()
        };
        let updates = of(api.operations.iter().map(|it| &it.origin).collect());
        let types =
            of(api.types.values().map(|it| &it.origin).chain(api.enums.values().map(|it| &it.origin)).collect());
        let (api, said) = (without_places(api), said(&loaded));
        let code = without_texts(api.clone());
        Ok(Self { version: version.to_owned(), updates, types, api, code, said, files })
    }

    /// The slips of a kind: the same for the same docs and seed, fewer than `count` where the docs have too few such parts.
    #[must_use]
    pub fn slips(&self, kind: &Kind, seed: u64, count: usize) -> Vec<Slip> {
        let mut random = Random::new(seed, &format!("{} {}", kind.page, kind.name));
        let tries = (0..count + TRIES).filter_map(|_| self.slip(kind, &mut random));
        tries.take(count).collect()
    }

    fn slip(&self, kind: &Kind, random: &mut Random) -> Option<Slip> {
        let pages = match kind.page {
            PageKind::Update => &self.updates,
            PageKind::Types => &self.types,
        };
        let page = *random.pick(pages)?;
        let (path, bytes) = &self.files[page];
        let text = str::from_utf8(bytes).ok()?;
        let sites: Vec<_> = part::sites(text).into_iter().filter(|it| it.0 == kind.part).collect();
        let at = random.pick(&sites)?.1.clone();
        let before = text[at.clone()].to_owned();
        let after = kind.changed(&before, random)?;
        let place = format!("{path}:{}", text[..at.start].matches('\n').count() + 1);
        let text = format!("{}{after}{}", &text[..at.start], &text[at.end..]);
        Some(Slip { page, place, text, before, after })
    }

    /// Reads the docs with that slip in them.
    #[must_use]
    pub fn verdict(&self, slip: &Slip) -> Verdict {
        let mut files = self.files.clone();
        files[slip.page].1 = slip.text.clone().into_bytes();
        let loaded = read(&Config::default(), Docs::from_files(&self.version, files));
        let api = without_places(&loaded.api);
        if api == self.api {
            return Verdict::Same;
        }
        let is_told = said(&loaded).iter().any(|(it, count)| self.said.get(it).is_none_or(|before| before < count));
        let notice = if is_told { Notice::Told } else { Notice::Silent };
        if without_texts(api) == self.code { Verdict::Docs(notice) } else { Verdict::Crates(notice) }
    }

    /// Reads the docs with that slip in them, and makes the edits of its page.
    #[must_use]
    pub fn mending(&self, slip: &Slip) -> Mending {
        let mut files = self.files.clone();
        let (path, right) = &self.files[slip.page];
        files[slip.page].1 = slip.text.clone().into_bytes();
        let loaded = read(&Config::default(), Docs::from_files(&self.version, files.clone()));
        let of_page = loaded.diagnostics.iter().filter(|it| it.origin.page == *path && !it.edits.is_empty());
        let edits: Vec<_> = of_page.map(|it| it.edits.as_slice()).collect();
        if edits.is_empty() {
            return Mending::None;
        }
        files[slip.page].1 = edited(&slip.text, &edits).text.into_bytes();
        if files[slip.page].1 == *right {
            return Mending::Back;
        }
        let after = read(&Config::default(), Docs::from_files(&self.version, files));
        let is_new = |(it, count): (&(Code, String, String), &usize)| self.said.get(it).is_none_or(|all| all < count);
        if said(&after).iter().any(is_new) { Mending::Wrong } else { Mending::Clean }
    }
}

fn said(loaded: &Loaded) -> Said {
    let mut said = Said::new();
    for Diagnostic { code, origin, message, .. } in &loaded.diagnostics {
        *said.entry((*code, origin.page.clone(), message.clone())).or_default() += 1;
    }
    said
}

/// What says where something stands.
const PLACES: [&str; 2] = ["origin", "also"];

/// What becomes doc comments, or nothing, of the crates.
const TEXTS: [&str; 6] = ["doc", "title", "examples", "evidence", "known_values", "repairs"];

/// The API as JSON, without where each thing stands.
fn without_places(api: &Api) -> Value {
    let json = serde_json::to_value(api).expect("an API is JSON");
    without(json, &PLACES)
}

/// What of it a compiler sees.
fn without_texts(api: Value) -> Value {
    without(api, &TEXTS)
}

fn without(mut json: Value, names: &[&str]) -> Value {
    remove(&mut json, names);
    json
}

fn remove(json: &mut Value, names: &[&str]) {
    match json {
        Value::Object(members) => {
            members.retain(|name, _| !names.contains(&name.as_str()));
            members.values_mut().for_each(|it| remove(it, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| remove(it, names)),
        _ => {}
    }
}
