//! Joins the claims of all pages of one version into an [`ir::Api`]: links names, merges pages of one type, removes
//! inherited repeats, classifies. Every guess leaves a diagnostic.

mod address;
mod area;
mod base;
mod bodies;
mod body;
mod check;
mod date;
mod doc;
mod evidence;
mod example;
mod implied;
mod index;
mod kind;
mod listed;
mod multiplicity;
mod numbers;
mod operation;
mod path;
mod place;
mod property;
mod reference;
mod representation;
mod sample;
mod settable;
mod spelling;
mod types;
mod words;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::facts;
use crate::ir;
use crate::source::Docs;
use crate::span::Span;
use index::Index;

pub use sample::samples;

/// How pages become an API; all of it data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The area of a page by the beginning of its stem: the longest that fits wins, `""` fits all. What is not named here
    /// has the area that the docs say.
    pub areas: BTreeMap<String, String>,
    /// What in the docs says the area of a type, the first that says anything.
    pub area_sources: Vec<AreaSource>,
    /// When a String that lists values becomes an enumeration.
    pub promotion: Promotion,
    /// Whether examples tell what the service sets.
    pub server_set: ServerSet,
}

/// Whether properties that many pages list and nearly no example sends are taken to be set by the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ServerSet {
    /// Where at least five pages list a name and at most one of fifty examples sends it, it has no setter.
    #[default]
    Inferred,
    /// What a page lists can be set, unless the page says otherwise.
    Never,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            areas: BTreeMap::new(),
            area_sources: AreaSource::DEFAULT.to_vec(),
            promotion: Promotion::default(),
            server_set: ServerSet::default(),
        }
    }
}

/// What in the docs says to which part of the API a type belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaSource {
    /// The second word of a stem that begins with `intune`.
    Service,
    /// The namespace below that of the service.
    Namespace,
    /// `ms.subservice`, before 2022 `ms.prod`, in the front matter.
    Product,
    /// The types that refer to it, else those that it refers to; what stands behind this is not asked.
    References,
    /// The first word of the page's stem.
    Page,
}

impl AreaSource {
    /// The usual order.
    pub const DEFAULT: [Self; 4] = [Self::Service, Self::Namespace, Self::Product, Self::References];
}

/// When a String that lists values becomes an enumeration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Promotion {
    /// Where exactly one enumeration of a page of enumerations has these members and a name that holds the row's, or is
    /// named after the row, or after its type and the row.
    #[default]
    Safe,
    /// Not at all: the values stay known values of a String.
    Never,
}

/// What every step needs.
#[derive(Clone, Copy)]
struct Cx<'a> {
    docs: &'a Docs,
    pages: &'a [facts::Page],
    options: &'a Options,
    index: &'a Index,
}

impl Cx<'_> {
    fn origin(&self, page: &facts::Page, span: Span) -> crate::span::Origin {
        self.docs.origin(page.place(span))
    }
}

/// Joins the pages.
pub fn resolve(docs: &Docs, pages: &[facts::Page], options: &Options, diagnostics: &mut Diagnostics) -> ir::Api {
    let index = Index::new(docs, pages);
    let cx = Cx { docs, pages, options, index: &index };
    let mut api = ir::Api { version: docs.version.clone(), ..ir::Api::default() };
    api.enums = types::enums(cx, diagnostics);
    api.types = types::types(cx, &mut api.enums, diagnostics);
    base::remove_cycles(cx, &mut api.types, diagnostics);
    kind::classify(cx, &mut api.types);
    base::add_root(cx, &mut api.types);
    property::remove_inherited(&mut api);
    property::classify_access(&mut api);
    let (operations, implied) = operation::operations(cx, &api, diagnostics);
    api.operations = operations;
    api.types.extend(implied);
    settable::settle(cx, &mut api, diagnostics);
    area::settle(options, &mut api);
    check::check(cx, &api, diagnostics);
    listed::check(cx, &api, diagnostics);
    words::check(cx, diagnostics);
    api
}
