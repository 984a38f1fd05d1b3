//! Says of permissions that one page has and many have with one part more: the end may be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::source::PageId;
use crate::span::Span;

/// On how many other pages the longer one has to stand.
const PAGES: usize = 3;

/// Compares the permissions of all updates.
pub(super) fn check(cx: Cx<'_>, diagnostics: &mut Diagnostics) {
    let mut pages: BTreeMap<&str, BTreeSet<PageId>> = BTreeMap::new();
    for page in cx.pages {
        for scope in page.update.iter().flat_map(|it| it.permissions.scopes()) {
            pages.entry(scope).or_default().insert(page.id);
        }
    }
    let mut longer: BTreeMap<&str, &str> = BTreeMap::new();
    for (scope, _) in pages.iter().filter(|(_, on)| on.len() >= PAGES) {
        if let Some((short, _)) = scope.rsplit_once('.') {
            longer.entry(short).or_insert(scope);
        }
    }
    for (scope, on) in &pages {
        let (Some(page), None, Some(known)) = (on.first(), on.iter().nth(1), longer.get(scope)) else { continue };
        if let Some(span) = place(cx, &cx.pages[page.0], scope) {
            let count = pages[known].len();
            let message = format!("`{scope}` stands on no other page, and {count} have `{known}`");
            let other = pages[known].first().map(|it| &cx.pages[it.0]);
            let second = other.and_then(|it| Some(it.place(place(cx, it, known)?)));
            diagnostics
                .push(Code::RareScope, cx.pages[page.0].place(span), message)
                .hint(format!("did you mean `{known}`?"))
                .beside(second, "one of them");
        }
    }
}

/// Where a page has a scope as a whole.
fn place(cx: Cx<'_>, page: &facts::Page, scope: &str) -> Option<Span> {
    let text = &cx.docs.page(page.id).text;
    let goes_on = |at: usize| text[at + scope.len()..].starts_with(|c: char| c == '.' || c.is_ascii_alphanumeric());
    let at = text.match_indices(scope).map(|(at, _)| at).find(|at| !goes_on(*at))?;
    Some(Span::new(at, at + scope.len()))
}
