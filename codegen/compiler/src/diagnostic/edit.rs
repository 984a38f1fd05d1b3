//! Turns what a rule would change of a page into edits of the file where that stands, and a text and edits into a text.

use crate::source::{Docs, Found, Place};
use crate::span::Span;

/// A change of a file: what mends a finding, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes of the file that it replaces; none where it only adds.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

/// What would be changed of a page.
#[derive(Debug, Clone)]
pub(crate) enum Change<P> {
    /// A piece that reads `old` becomes `new`.
    Replace { place: P, old: String, new: String },
    /// A line is put below the one on which the place ends.
    Below { place: P, line: String },
}

impl<P> Change<P> {
    pub(super) fn at<Q>(self, at: impl Fn(P) -> Q) -> Change<Q> {
        match self {
            Self::Replace { place, old, new } => Change::Replace { place: at(place), old, new },
            Self::Below { place, line } => Change::Below { place: at(place), line },
        }
    }
}

/// The edits of that file; none if one of the changes is of another, or of what does not stand there word for word.
pub(super) fn edits(docs: &Docs, path: &str, changes: Vec<Change<Place>>) -> Vec<Edit> {
    let edits: Option<Vec<Edit>> = changes.into_iter().map(|it| edit(docs, path, it)).collect();
    edits.unwrap_or_default()
}

fn edit(docs: &Docs, path: &str, change: Change<Place>) -> Option<Edit> {
    let text = docs.text(path)?;
    let span = |place| {
        let Found { origin, span, .. } = docs.find(place);
        (origin.page == path).then_some(span)
    };
    match change {
        Change::Replace { place, old, new } => {
            let span = span(place).filter(|it| it.text(text) == old)?;
            Some(Edit { span, text: new })
        }
        Change::Below { place, line } => {
            let last = span(place).filter(|it| !it.is_empty())?.end - 1;
            let end = last + text.get(last..)?.find(['\r', '\n']).unwrap_or(text.len() - last);
            Some(Edit { span: Span::new(end, end), text: format!("{}{line}", line_end(text, end)) })
        }
    }
}

/// How the line that ends here ends; the last one as the first does.
fn line_end(text: &str, end: usize) -> &str {
    let of = |rest: &str| [("\r\n", "\r\n"), ("\n", "\n"), ("\r", "\r")].into_iter().find(|it| rest.starts_with(it.0));
    let first = || text.find(['\r', '\n']).and_then(|at| of(&text[at..]));
    of(&text[end..]).or_else(first).map_or("\n", |it| it.1)
}

/// The white space before a byte on its line; none if something else stands there.
pub(crate) fn indent(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?.rsplit(['\n', '\r']).next()?;
    before.chars().all(|it| matches!(it, ' ' | '\t')).then_some(before)
}

/// A text with edits made, and which of them those are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The text; all but the spans of the edits is as it was.
    pub text: String,
    /// For each finding, whether its edits were made; they are not where they overlap those of an earlier one.
    pub made: Vec<bool>,
}

/// Makes the edits of several findings in one text, each finding's wholly or not at all, the first of those that overlap.
#[must_use]
pub fn edited(text: &str, findings: &[&[Edit]]) -> Edited {
    let mut all: Vec<&Edit> = Vec::new();
    let mut made = Vec::new();
    for edits in findings {
        let (_, new): (Vec<_>, Vec<_>) = edits.iter().partition(|it| all.contains(it));
        let fits = new.iter().all(|it| is_free(text, it, &all));
        all.extend(new.into_iter().filter(|_| fits));
        made.push(fits && !edits.is_empty());
    }
    all.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in all {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    Edited { text: out, made }
}

/// Whether an edit is one of this text, and away from the others.
fn is_free(text: &str, edit: &Edit, others: &[&Edit]) -> bool {
    let Span { start, end } = edit.span;
    let is_apart = |other: &&Edit| end < other.span.start || other.span.end < start;
    text.get(start..end).is_some() && others.iter().all(is_apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { span: Span::new(start, end), text: text.to_owned() }
    }

    fn of(findings: &[&[Edit]]) -> (String, Vec<bool>) {
        let Edited { text, made } = edited("one two three", findings);
        (text, made)
    }

    #[test]
    fn edits_are_made_in_any_order() {
        let (late, early) = ([edit(8, 13, "3")], [edit(0, 3, "1"), edit(5, 5, "W")]);
        assert_eq!(of(&[&late, &early]), ("1 tWwo 3".to_owned(), vec![true, true]));
    }

    #[test]
    fn the_first_of_those_that_overlap_is_made_and_a_finding_wholly_or_not_at_all() {
        let (one, two) = ([edit(0, 3, "1")], [edit(2, 5, ""), edit(8, 13, "3")]);
        assert_eq!(of(&[&one, &two]), ("1 two three".to_owned(), vec![true, false]));
        assert_eq!(of(&[&two, &one]), ("onwo 3".to_owned(), vec![true, false]));
    }

    #[test]
    fn what_two_findings_ask_for_is_made_once() {
        let same = [edit(3, 3, "!")];
        assert_eq!(of(&[&same, &same, &[]]), ("one! two three".to_owned(), vec![true, true, false]));
        assert_eq!(of(&[&same, &[edit(3, 3, "?")]]).1, [true, false]);
    }

    #[test]
    fn what_is_no_part_of_the_text_is_not_made() {
        assert_eq!(of(&[&[edit(12, 14, "x")]]), ("one two three".to_owned(), vec![false]));
    }

    #[test]
    fn a_line_ends_as_the_one_above_it() {
        assert_eq!(line_end("a\r\nb\nc", 1), "\r\n");
        assert_eq!(line_end("a\r\nb\nc", 4), "\n");
        assert_eq!(line_end("a\r\nb\nc", 6), "\r\n");
        assert_eq!(line_end("a", 1), "\n");
    }
}
