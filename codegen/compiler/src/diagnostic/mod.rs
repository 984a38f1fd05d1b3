//! What the generator has to say of the docs: stable codes, places, hints.

mod code;

pub use code::{Code, Severity};

use crate::source::{Docs, Found, PageId, Place};
use crate::span::{Origin, Span};

/// One thing said of the docs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where a person finds it.
    pub origin: Origin,
    /// The bytes of the file that it is about.
    pub span: Span,
    /// What kind of thing it is.
    pub code: Code,
    /// What was found.
    pub message: String,
    /// What to do about it; empty where the code's own explanation says all.
    pub hint: String,
    /// The page that includes the file, if it is an included one.
    pub included_by: Option<String>,
}

/// Collects what is said of one page.
#[derive(Debug, Clone, Default)]
pub struct Sink {
    said: Vec<Said>,
}

#[derive(Debug, Clone)]
struct Said {
    span: Span,
    code: Code,
    message: String,
    hint: String,
}

impl Sink {
    /// Says `message` of `span`.
    pub fn push(&mut self, code: Code, span: Span, message: String) {
        self.said.push(Said { span, code, message, hint: String::new() });
    }
}

/// Collects what is said of all pages.
#[derive(Debug, Default)]
pub struct Diagnostics {
    said: Vec<(Place, Said)>,
    elsewhere: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Takes over what was said of one page.
    pub fn extend(&mut self, page: PageId, sink: Sink) {
        self.said.extend(sink.said.into_iter().map(|it| (Place { page, span: it.span }, it)));
    }

    /// Says `message` of a place in the docs.
    pub fn push(&mut self, code: Code, place: Place, message: String) {
        self.hinted(code, place, (message, String::new()));
    }

    /// Says a message of a place in the docs, with what to do about it.
    pub fn hinted(&mut self, code: Code, place: Place, (message, hint): (String, String)) {
        self.said.push((place, Said { span: place.span, code, message, hint }));
    }

    /// Says something of a file that is no page, such as a list of fixups.
    pub fn elsewhere(&mut self, diagnostic: Diagnostic) {
        self.elsewhere.push(diagnostic);
    }

    /// All of it in the order of pages and lines, each once.
    #[must_use]
    pub fn sorted(self, docs: &Docs) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = self
            .said
            .into_iter()
            .map(|(place, Said { code, message, hint, .. })| {
                let Found { origin, span, included_by } = docs.find(place);
                Diagnostic { origin, span, code, message, hint, included_by }
            })
            .chain(self.elsewhere)
            .collect();
        all.sort();
        // What is wrong in an included file is wrong for all pages that include it.
        all.dedup_by(|one, other| (&one.origin, one.code, &one.message) == (&other.origin, other.code, &other.message));
        all
    }
}
