//! What every step of resolving knows: the pages, what they claim, and where a name is found.

use std::sync::Arc;

use super::index::{Entry, Index};
use super::options::Options;
use crate::diagnostic::Diagnostics;
use crate::facts;
use crate::near::Near;
use crate::parallel::Threads;
use crate::source::Docs;
use crate::span::{Origin, Span};

/// What every step needs.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    pub(super) docs: &'a Docs,
    pub(super) pages: &'a [Arc<facts::Page>],
    pub(super) options: &'a Options,
    pub(super) index: &'a Index<'a>,
    pub(super) near: &'a Near,
    pub(super) threads: Threads,
}

/// Into how many parts things are cut: the same number whatever the number of threads, since each part looks for what is
/// meant on its own account.
const PARTS: usize = 16;

impl<'a> Cx<'a> {
    /// What each page says of a type; the entry is one.
    pub(super) fn claims<'e>(
        self,
        entry: &'e Entry,
    ) -> impl Iterator<Item = (&'a facts::Page, &'a facts::Type)> + use<'a, 'e> {
        entry.claims.iter().map(move |&(page, at)| (&*self.pages[page], &self.pages[page].types[at]))
    }

    /// What `each` makes of parts of the things, in their order.
    pub(super) fn of_parts<'t, T: Sync, U: Send>(
        self,
        things: &'t [T],
        diagnostics: &mut Diagnostics,
        each: impl Fn(Cx<'_>, &'t [T], &mut Diagnostics) -> U + Sync,
    ) -> Vec<U> {
        let parts: Vec<&[T]> = things.chunks(things.len().div_ceil(PARTS).max(1)).collect();
        let made = self.threads.map_few(&parts, |things| self.apart(PARTS, |cx, said| each(cx, things, said)));
        let take = |(made, said)| {
            diagnostics.append(said);
            made
        };
        made.into_iter().map(take).collect()
    }

    /// What work makes and says that looks for what is meant on its own account, be it one of so many.
    pub(super) fn apart<T>(self, of: usize, work: impl FnOnce(Cx<'_>, &mut Diagnostics) -> T) -> (T, Diagnostics) {
        let (near, mut said) = (Near::share(of), Diagnostics::default());
        let made = work(Cx { near: &near, ..self }, &mut said);
        (made, said)
    }

    pub(super) fn origin(&self, page: &facts::Page, span: Span) -> Origin {
        self.docs.origin(page.place(span))
    }
}
