//! Findings: what is said of the docs, with how much it matters to this run, and what tells it from others.

mod baseline;
mod fingerprint;
mod uri;

use tablewright::Loaded;
use tablewright::diagnostic::{Diagnostic, Edit, Severity};
use tablewright::source::Docs;
use tablewright::span::{Origin, Span};

pub(crate) use baseline::Baseline;
pub(crate) use fingerprint::Fingerprint;
pub(crate) use uri::{Folder, encoded};

/// What is said of a page.
#[derive(Debug, Clone)]
pub(crate) struct Finding<'a> {
    pub(crate) docs: &'a Docs,
    pub(crate) said: &'a Diagnostic,
    /// How much it matters here: what is denied is an error.
    pub(crate) severity: Severity,
    pub(crate) fingerprint: Fingerprint,
}

/// Everything that is said, in the order of versions, pages and lines.
pub(crate) fn findings(loaded: &[Loaded]) -> Vec<Finding<'_>> {
    let all: Vec<(&Docs, &Diagnostic)> =
        loaded.iter().flat_map(|it| it.diagnostics.iter().map(|said| (&it.docs, said))).collect();
    let fingerprints = fingerprint::fingerprints(&all);
    let with = all.into_iter().zip(fingerprints);
    with.map(|((docs, said), fingerprint)| Finding { docs, said, severity: said.code.severity(), fingerprint })
        .collect()
}

impl Finding<'_> {
    /// All that is to be read, in one line.
    pub(crate) fn sentence(&self) -> String {
        let by = self.said.included_by.as_ref().map(|page| format!(" (included by {page})")).unwrap_or_default();
        let hint = if self.said.hint.is_empty() { String::new() } else { format!("; {}", self.said.hint) };
        format!("{}{by}{hint}", self.said.message)
    }

    /// Whether `--fix` mends it.
    pub(crate) fn can_be_mended(&self) -> bool {
        !self.said.edits.is_empty()
    }

    /// Where an edit begins and ends.
    pub(crate) fn range(&self, edit: &Edit) -> Option<(Origin, Origin)> {
        let position = |at| self.docs.position(&self.said.origin.page, at);
        Some((position(edit.span.start)?, position(edit.span.end)?))
    }

    /// The place behind the last character that it is about; none where it is about the whole file.
    pub(crate) fn end(&self) -> Option<Origin> {
        end(self.docs, &self.said.origin, self.said.span)
    }
}

/// The place behind the last character of a span that is no white space.
pub(crate) fn end(docs: &Docs, start: &Origin, span: Span) -> Option<Origin> {
    let shown = span.text(docs.text(&start.page)?).trim_end();
    if shown.is_empty() { None } else { docs.position(&start.page, span.start + shown.len()) }
}
