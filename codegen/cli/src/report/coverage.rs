//! What each area of a version has, and what became of the rows of its pages, as numbers.

use std::collections::BTreeMap;

use serde::Serialize;
use tablewright::diagnostic::Severity;
use tablewright::facts::{Counts, Dropped};
use tablewright::{Loaded, Summary};

/// One version: all of it, and by area.
#[derive(Debug, Serialize)]
pub(super) struct Version {
    name: String,
    pages: usize,
    /// Pages by what they were read as, the most frequent first.
    kinds: Vec<(String, usize)>,
    whole: Numbers,
    areas: Vec<Area>,
}

/// One area; the last one has no name, and holds the pages that give nothing.
#[derive(Debug, Serialize)]
struct Area {
    name: String,
    numbers: Numbers,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Numbers {
    types: usize,
    enums: usize,
    properties: usize,
    updates: usize,
    rows: usize,
    used: usize,
    dropped: usize,
    /// Rows that nothing is missed of, by reason.
    unwanted: Vec<(&'static str, usize)>,
    /// Rows that something may be lost with, by reason.
    lost: Vec<(&'static str, usize)>,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// The area of each page that something was made of.
pub(super) struct Areas<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Areas<'a> {
    pub(super) fn of(loaded: &'a Loaded) -> Self {
        let api = &loaded.api;
        let types = api.types.values().flat_map(|it| {
            let pages = std::iter::once(&it.origin).chain(&it.also);
            pages.map(|origin| (origin.page.as_str(), it.area.as_str()))
        });
        let enums = api.enums.values().map(|it| (it.origin.page.as_str(), it.area.as_str()));
        let updates = api.operations.iter().map(|it| (it.origin.page.as_str(), it.area.as_str()));
        let mut areas = BTreeMap::new();
        for (page, area) in types.chain(enums).chain(updates) {
            areas.entry(page).or_insert(area);
        }
        Self(areas)
    }

    pub(super) fn get(&self, page: &str) -> Option<&'a str> {
        self.0.get(page).copied()
    }
}

/// The numbers of a version.
pub(super) fn version(loaded: &Loaded) -> Version {
    let Summary { version, pages, .. } = &loaded.summary;
    let mut kinds: Vec<(String, usize)> = pages.iter().map(|(kind, count)| (kind.to_string(), *count)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let (mut whole, areas) = (whole(loaded), areas(loaded));
    whole.count_rows(&loaded.summary.counts);
    let areas = areas.into_iter().map(|(name, numbers)| Area { name: name.to_owned(), numbers });
    let (named, unnamed): (Vec<Area>, Vec<Area>) = areas.partition(|it| !it.name.is_empty());
    let areas = named.into_iter().chain(unnamed).collect();
    Version { name: version.clone(), pages: pages.values().sum(), kinds, whole, areas }
}

fn whole(loaded: &Loaded) -> Numbers {
    let it = &loaded.summary;
    Numbers {
        types: it.types,
        enums: it.enums,
        properties: it.properties,
        updates: it.operations,
        errors: it.count(Severity::Error),
        warnings: it.count(Severity::Warning),
        notes: it.count(Severity::Note),
        ..Numbers::default()
    }
}

fn areas(loaded: &Loaded) -> BTreeMap<&str, Numbers> {
    let areas = Areas::of(loaded);
    let mut numbers: BTreeMap<&str, Numbers> = BTreeMap::new();
    for ty in loaded.api.types.values() {
        let it = numbers.entry(&ty.area).or_default();
        it.types += 1;
        it.properties += ty.properties.len();
    }
    for it in loaded.api.enums.values() {
        numbers.entry(&it.area).or_default().enums += 1;
    }
    for it in &loaded.api.operations {
        numbers.entry(&it.area).or_default().updates += 1;
    }
    for it in &loaded.diagnostics {
        let page = it.included_by.as_ref().unwrap_or(&it.origin.page);
        let numbers = numbers.entry(areas.get(page).unwrap_or_default()).or_default();
        match it.code.severity() {
            Severity::Error => numbers.errors += 1,
            Severity::Warning => numbers.warnings += 1,
            Severity::Note => numbers.notes += 1,
        }
    }
    for (area, counts) in rows(loaded, &areas) {
        numbers.entry(area).or_default().count_rows(&counts);
    }
    numbers
}

fn rows<'a>(loaded: &Loaded, areas: &Areas<'a>) -> BTreeMap<&'a str, Counts> {
    let mut rows: BTreeMap<&str, Counts> = BTreeMap::new();
    for (page, reading) in loaded.docs.pages.iter().zip(&loaded.readings) {
        rows.entry(areas.get(&page.path).unwrap_or_default()).or_default().add(&reading.counts);
    }
    rows
}

impl Numbers {
    fn count_rows(&mut self, counts: &Counts) {
        self.rows = counts.seen;
        self.used = counts.used;
        self.dropped = counts.dropped.values().sum();
        let mut reasons: Vec<(Dropped, usize)> = counts.dropped.iter().map(|(it, count)| (*it, *count)).collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let (lost, unwanted): (Vec<_>, Vec<_>) = reasons.into_iter().partition(|(it, _)| is_loss(*it));
        let named = |(reason, count): (Dropped, usize)| (words(reason), count);
        self.unwanted = unwanted.into_iter().map(named).collect();
        self.lost = lost.into_iter().map(named).collect();
    }
}

/// Whether something that the page says may be missing from the crates.
const fn is_loss(reason: Dropped) -> bool {
    match reason {
        Dropped::UnreadTable | Dropped::NoName | Dropped::TooMany => true,
        Dropped::PageNotRead
        | Dropped::MethodsTable
        | Dropped::Parameter
        | Dropped::Hidden
        | Dropped::Category
        | Dropped::Annotation
        | Dropped::Fixup => false,
    }
}

const fn words(reason: Dropped) -> &'static str {
    match reason {
        Dropped::PageNotRead => "on pages that make no code",
        Dropped::MethodsTable => "in lists of methods",
        Dropped::Parameter => "about parameters",
        Dropped::UnreadTable => "in tables of no known kind",
        Dropped::Hidden => "in comments",
        Dropped::Category => "captioning other rows",
        Dropped::Annotation => "naming annotations",
        Dropped::NoName => "without a usable name",
        Dropped::Fixup => "taken out by fixups",
        Dropped::TooMany => "beyond the limit of a page",
    }
}
