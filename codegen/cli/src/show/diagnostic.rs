//! A diagnostic with its source line, and a caret under the narrowest span.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use tablewright::diagnostic::{Diagnostic, Severity};
use tablewright::source::Docs;
use tablewright::span::Span;

use super::plain;

/// The widest screen: rows of tables have thousands of characters, and are cut around the caret.
const WIDTH: usize = 110;

/// The longest caret; the renderer shows every span whole, so a longer one is cut here.
const CARET: usize = 80;

/// The longest message.
const MESSAGE: usize = 300;

/// Renders one diagnostic, as if it mattered so much.
pub(super) fn text(docs: &Docs, it: &Diagnostic, severity: Severity) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let line = docs.text(&it.origin.page).map(|text| line(text, it.span));
    let second = it.second.as_ref().and_then(|it| Some((it, self::line(docs.text(&it.origin.page)?, it.span))));
    let other = second.as_ref().map(|(it, _)| (plain::line(&it.origin.page), plain::bounded(&it.label, MESSAGE)));
    let (message, hint) = (plain::bounded(&it.message, MESSAGE), plain::bounded(&it.hint, MESSAGE));
    let path = plain::line(&it.origin.page);
    let title = level.primary_title(message.as_str()).id(it.code.name());
    let mut group = match &line {
        Some(line) => title.element(
            Snippet::source(line.text.as_str())
                .line_start(it.origin.line as usize)
                .path(path.as_str())
                .annotation(AnnotationKind::Primary.span(line.caret.clone())),
        ),
        // Nothing of it was read, or it is no page: the path is all there is to show.
        None => Group::with_title(title).element(Origin::path(path.as_str())),
    };
    if let Some(((it, line), (path, label))) = second.as_ref().zip(other.as_ref()) {
        group = group.element(
            Snippet::source(line.text.as_str())
                .line_start(it.origin.line as usize)
                .path(path.as_str())
                .annotation(AnnotationKind::Context.span(line.caret.clone()).label(label.as_str())),
        );
    }
    // What stands in another version's page is shown by its place alone.
    let elsewhere = it.second.as_ref().filter(|_| second.is_none());
    let elsewhere = elsewhere.map(|it| {
        let label = plain::bounded(&it.label, MESSAGE);
        format!("{}:{}:{}: {label}", plain::line(&it.origin.page), it.origin.line, it.origin.column)
    });
    if let Some(elsewhere) = &elsewhere {
        group = group.element(Level::NOTE.message(elsewhere.as_str()));
    }
    let by = it.included_by.as_ref().map(|page| format!("included by {}", plain::line(page)));
    if let Some(by) = &by {
        group = group.element(Level::NOTE.message(by.as_str()));
    }
    if !hint.is_empty() {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    Renderer::styled().term_width(WIDTH).render(&[group])
}

/// A line of a page, and where the caret stands in it.
struct Line {
    text: String,
    caret: Range<usize>,
}

/// The line on which the span begins; the caret ends with it, or where it is too long.
fn line(page: &str, span: Span) -> Line {
    let start = floor(page, span.start);
    let line_start = page[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line_end = page[start..].find(['\n', '\r']).map_or(page.len(), |at| start + at);
    let end = start + shown(&page[start..floor(page, span.end.clamp(start, line_end))]);
    // Piece by piece, since what replaces a character may be longer.
    let mut text = plain::line(&page[line_start..start]);
    let caret_start = text.len();
    text += &plain::line(&page[start..end]);
    let caret = caret_start..text.len();
    text += &plain::line(&page[end..line_end]);
    Line { text, caret }
}

/// How many bytes of the text fit below a caret; characters beyond ASCII may take two columns.
fn shown(text: &str) -> usize {
    let mut columns = 0;
    let too_far = text.char_indices().find(|(_, c)| {
        columns += if c.is_ascii() { 1 } else { 2 };
        columns > CARET
    });
    too_far.map_or(text.len(), |(at, _)| at)
}

pub(crate) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
