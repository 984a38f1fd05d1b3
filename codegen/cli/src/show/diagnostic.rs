//! A diagnostic with its source line, and a caret under the narrowest span.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use tablewright::diagnostic::{Diagnostic, Severity};
use tablewright::source::Docs;

/// The widest screen: rows of tables have thousands of characters, and are cut around the caret.
const WIDTH: usize = 110;

/// Renders one diagnostic.
pub(super) fn text(docs: &Docs, it: &Diagnostic) -> String {
    let level = match it.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let line = docs.pages.iter().find(|page| page.path == it.origin.page).map(|page| line(&page.text, it));
    let title = level.primary_title(it.message.as_str()).id(it.code.name());
    let mut group = match &line {
        Some(line) => title.element(
            Snippet::source(line.text.as_str())
                .line_start(it.origin.line as usize)
                .path(it.origin.page.as_str())
                .annotation(AnnotationKind::Primary.span(line.caret.clone())),
        ),
        None => Group::with_title(title),
    };
    if !it.hint.is_empty() {
        group = group.element(Level::HELP.message(it.hint.as_str()));
    }
    Renderer::styled().term_width(WIDTH).render(&[group])
}

/// A line of a page, and where the caret stands in it.
struct Line {
    text: String,
    caret: Range<usize>,
}

/// The line on which the span begins; the caret ends with it.
fn line(page: &str, it: &Diagnostic) -> Line {
    let start = floor(page, it.span.start);
    let line_start = page[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = page[start..].find(['\n', '\r']).map_or(page.len(), |at| start + at);
    let end = floor(page, it.span.end.clamp(start, line_end));
    let text = page[line_start..line_end].replace(|c: char| c.is_control(), " ");
    Line { text, caret: start - line_start..end - line_start }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
