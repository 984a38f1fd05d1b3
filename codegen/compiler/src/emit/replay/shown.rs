//! What the pages show, and why some of it is known to fail.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use crate::ir;
use crate::span::Origin;

/// What the test crate is made of, beside the APIs.
#[derive(Debug, Clone, Default)]
pub struct Replay {
    /// The package.
    pub package: String,
    /// The objects that the pages of each version show.
    pub samples: BTreeMap<String, Vec<ir::Sample>>,
    /// Why an example is known to fail, by its place: `v1.0/api/user-update.md:71`.
    pub exceptions: BTreeMap<String, String>,
}

impl Replay {
    /// The places of exceptions where no example stands.
    #[must_use]
    pub fn stale<'a>(&'a self, apis: &[impl Borrow<ir::Api>]) -> Vec<&'a str> {
        let updates = apis.iter().flat_map(|api| &api.borrow().operations).flat_map(|it| &it.examples);
        let updates = updates.filter_map(|it| it.request.as_ref()).map(|it| place(&it.origin));
        let samples = self.samples.values().flatten().map(|it| place(&it.origin));
        let places: BTreeSet<String> = updates.chain(samples).collect();
        self.exceptions.keys().filter(|it| !places.contains(*it)).map(String::as_str).collect()
    }

    pub(super) fn exception(&self, origin: &Origin) -> Option<&str> {
        self.exceptions.get(&place(origin)).map(String::as_str)
    }
}

/// A place as exceptions name it.
pub(super) fn place(origin: &Origin) -> String {
    format!("{}:{}", origin.page, origin.line)
}
