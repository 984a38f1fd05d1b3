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
mod kin;
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
mod promoted;
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

use std::sync::Arc;

use crate::diagnostic::{Checks, Diagnostics};
use crate::facts;
use crate::ir;
use crate::near::Near;
use crate::parallel::Threads;
use crate::source::Docs;
use cx::Cx;
use index::Index;
use kin::Kin;

pub use options::{AreaSource, Options, Promotion, ServerSet};
pub use sample::samples;

/// How pages are joined.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// What the API is to be like.
    pub options: &'a Options,
    /// What else the pages are looked at for.
    pub checks: Checks,
    /// On how many threads; what is made and said is the same with any number.
    pub threads: Threads,
}

/// Joins the pages.
pub fn resolve(docs: &Docs, pages: &[Arc<facts::Page>], run: Run<'_>, diagnostics: &mut Diagnostics) -> ir::Api {
    let Run { options, checks, threads } = run;
    let (index, near) = (Index::new(docs, pages), Near::default());
    let cx = Cx { docs, pages, options, index: &index, near: &near, threads };
    match checks {
        Checks::All => checked(cx, diagnostics),
        Checks::Errors => api(cx, diagnostics),
    }
}

/// Joins the pages, and compares them; what is odd between pages is no error.
fn checked(cx: Cx<'_>, diagnostics: &mut Diagnostics) -> ir::Api {
    let of_names = |cx: Cx<'_>, said: &mut Diagnostics| {
        words::check(cx, said);
        scopes::check(cx, said);
        granted::check(cx, said);
        rows::check(cx, said);
        unshown::check(cx, said);
    };
    let (api, ((), said)) = cx.threads.both(|| api(cx, diagnostics), || cx.apart(1, of_names));
    diagnostics.append(said);
    let kin = Kin::new(&api);
    let of_lists = |cx: Cx<'_>, said: &mut Diagnostics| {
        listed::check(cx, &api, said);
        methods::check(cx, &api, said);
        told::check(cx, &kin, said);
        unused::check(cx, &api, said);
    };
    let ((), ((), said)) = cx.threads.both(|| check::check(cx, &kin, diagnostics), || cx.apart(1, of_lists));
    diagnostics.append(said);
    api
}

fn api(cx: Cx<'_>, diagnostics: &mut Diagnostics) -> ir::Api {
    let mut api = ir::Api { version: cx.docs.version.clone(), ..ir::Api::default() };
    api.enums = types::enums(cx, diagnostics);
    api.types = types::types(cx, &api.enums, diagnostics);
    base::remove_cycles(cx, &mut api.types, diagnostics);
    kind::classify(&mut api.types);
    base::add_root(cx, &mut api.types);
    property::remove_inherited(&mut api);
    property::classify_access(&mut api);
    let operation::Updates { operations, sent, implied } = operation::updates(cx, &Kin::new(&api), diagnostics);
    api.operations = operations;
    api.types.extend(implied);
    settable::settle(cx, &mut api, &sent, diagnostics);
    area::settle(cx.options, &mut api);
    api
}
