//! What every step of resolving knows: the pages, what they claim, and where a name is found.

use super::index::Index;
use super::options::Options;
use crate::facts;
use crate::near::Near;
use crate::source::Docs;
use crate::span::{Origin, Span};

/// What every step needs.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    pub(super) docs: &'a Docs,
    pub(super) pages: &'a [facts::Page],
    pub(super) options: &'a Options,
    pub(super) index: &'a Index,
    pub(super) near: &'a Near,
}

impl Cx<'_> {
    pub(super) fn origin(&self, page: &facts::Page, span: Span) -> Origin {
        self.docs.origin(page.place(span))
    }
}
