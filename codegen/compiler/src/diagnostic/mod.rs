//! What the generator has to say of the docs: stable codes, places, hints.

mod code;
mod edit;

pub use code::{Code, Severity};
pub(crate) use edit::{Change, indent};
pub use edit::{Edit, Edited, edited};

use crate::source::{Docs, Found, PageId, Place};
use crate::span::{Origin, Span};

/// What docs are looked at for, beside what an API is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Checks {
    /// All that is odd is said, and all rows are counted.
    #[default]
    All,
    /// Errors alone are said. Pages that nothing is made of are not read, nor are their rows counted, and pages are not
    /// compared where that can give no error. It takes two thirds of the time.
    Errors,
}

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
    /// The place that it is at odds with, or that explains it.
    pub second: Option<Second>,
    /// What mends it, in the same file, where that is sure; all of them together.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    /// Whether it is about that page, or a file that this page includes.
    #[must_use]
    pub fn is_of(&self, page: &str) -> bool {
        self.origin.page == page || self.included_by.as_deref() == Some(page)
    }
}

/// A second place that something said of the docs has to do with, on whatever page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Second {
    /// Where a person finds it.
    pub origin: Origin,
    /// The bytes of the file that it is.
    pub span: Span,
    /// What is to be seen there.
    pub label: String,
}

/// Something said of a place, to which a hint and a second place can be added; a place is a [`Span`] in one page, or a
/// [`Place`] in any.
#[derive(Debug, Clone)]
pub struct Remark<P> {
    place: P,
    code: Code,
    message: String,
    hint: String,
    second: Option<(P, String)>,
    changes: Vec<Change<P>>,
}

impl<P> Remark<P> {
    const fn new(code: Code, place: P, message: String) -> Self {
        Self { place, code, message, hint: String::new(), second: None, changes: Vec::new() }
    }

    /// Adds what to do about it.
    pub fn hint(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hint = hint.into();
        self
    }

    /// Adds a second place, where one is known, and what is to be seen there.
    pub fn beside(&mut self, place: impl Into<Option<P>>, label: impl Into<String>) -> &mut Self {
        self.second = place.into().map(|place| (place, label.into()));
        self
    }

    /// Adds what mends it, where that is sure: nobody looks at it before it is done.
    pub(crate) fn mend(&mut self, changes: impl IntoIterator<Item = Change<P>>) -> &mut Self {
        self.changes.extend(changes);
        self
    }
}

/// Collects what is said of one page.
#[derive(Debug, Clone, Default)]
pub struct Sink {
    said: Vec<Remark<Span>>,
}

impl Sink {
    /// Says `message` of `span`.
    pub fn push(&mut self, code: Code, span: Span, message: String) -> &mut Remark<Span> {
        added(&mut self.said, Remark::new(code, span, message))
    }

    /// How much was said.
    pub(crate) fn count(&self) -> usize {
        self.said.len()
    }

    /// Takes back what was said behind the first `count` remarks, where it is of one of these kinds.
    pub(crate) fn take_back(&mut self, count: usize, codes: &[Code]) {
        let later = self.said.split_off(count);
        self.said.extend(later.into_iter().filter(|it| !codes.contains(&it.code)));
    }
}

/// Collects what is said of all pages.
#[derive(Debug, Default)]
pub struct Diagnostics {
    said: Vec<Remark<Place>>,
    elsewhere: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Takes over what was said of one page.
    pub fn extend(&mut self, page: PageId, sink: Sink) {
        let at = |span| Place { page, span };
        self.said.extend(sink.said.into_iter().map(|it| Remark {
            place: at(it.place),
            code: it.code,
            message: it.message,
            hint: it.hint,
            second: it.second.map(|(span, label)| (at(span), label)),
            changes: it.changes.into_iter().map(|it| it.at(at)).collect(),
        }));
    }

    /// Says `message` of a place in the docs.
    pub fn push(&mut self, code: Code, place: Place, message: String) -> &mut Remark<Place> {
        added(&mut self.said, Remark::new(code, place, message))
    }

    /// Takes over what others have to say.
    pub(crate) fn append(&mut self, others: Self) {
        self.said.extend(others.said);
        self.elsewhere.extend(others.elsewhere);
    }

    /// Forgets what is not said.
    pub(crate) fn keep(&mut self, checks: Checks) {
        if checks == Checks::Errors {
            self.said.retain(|it| it.code.severity() == Severity::Error);
            self.elsewhere.retain(|it| it.code.severity() == Severity::Error);
        }
    }

    /// Says something of a file that is no page, such as a list of fixups.
    pub fn elsewhere(&mut self, diagnostic: Diagnostic) {
        self.elsewhere.push(diagnostic);
    }

    /// All of it in the order of pages and lines, each once.
    #[must_use]
    pub fn sorted(self, docs: &Docs) -> Vec<Diagnostic> {
        let said = self.said.into_iter().map(|it| found(docs, it));
        let mut all: Vec<Diagnostic> = said.chain(self.elsewhere).collect();
        all.sort();
        // What is wrong in an included file is wrong for all pages that include it.
        all.dedup_by(|one, other| (&one.origin, one.code, &one.message) == (&other.origin, other.code, &other.message));
        all
    }
}

/// The last item of a list, which is that item.
fn added<T>(list: &mut Vec<T>, item: T) -> &mut T {
    list.push(item);
    list.last_mut().expect("something was added")
}

fn found(docs: &Docs, it: Remark<Place>) -> Diagnostic {
    let Remark { place, code, message, hint, second, changes } = it;
    let Found { origin, span, included_by } = docs.find(place);
    let second = second.map(|(place, label)| {
        let Found { origin, span, .. } = docs.find(place);
        Second { origin, span, label }
    });
    let edits = edit::edits(docs, &origin.page, changes);
    Diagnostic { origin, span, code, message, hint, included_by, second, edits }
}
