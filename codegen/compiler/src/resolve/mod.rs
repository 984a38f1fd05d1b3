//! Joins the claims of all pages of one version into an [`ir::Api`]: links names, merges pages of one type, removes
//! inherited repeats, classifies. Every guess leaves a diagnostic.

mod address;
mod area;
mod base;
mod bodies;
mod body;
mod check;
mod cx;
mod date;
mod doc;
mod evidence;
mod example;
mod granted;
mod implied;
mod index;
mod kind;
mod listed;
mod making;
mod mend;
mod methods;
mod multiplicity;
mod numbers;
mod operation;
mod options;
mod path;
mod place;
mod property;
mod reference;
mod representation;
mod rows;
mod sample;
mod scopes;
mod settable;
mod spelling;
mod told;
mod types;
mod unshown;
mod unused;
mod words;

use crate::diagnostic::Diagnostics;
use crate::facts;
use crate::ir;
use crate::near::Near;
use crate::source::Docs;
use cx::Cx;
use index::Index;

pub use options::{AreaSource, Options, Promotion, ServerSet};
pub use sample::samples;

/// Joins the pages.
pub fn resolve(docs: &Docs, pages: &[facts::Page], options: &Options, diagnostics: &mut Diagnostics) -> ir::Api {
    let (index, near) = (Index::new(docs, pages), Near::default());
    let cx = Cx { docs, pages, options, index: &index, near: &near };
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
    methods::check(cx, &api, diagnostics);
    scopes::check(cx, diagnostics);
    granted::check(cx, diagnostics);
    rows::check(cx, diagnostics);
    told::check(cx, &api, diagnostics);
    unused::check(cx, &api, diagnostics);
    unshown::check(cx, diagnostics);
    api
}
