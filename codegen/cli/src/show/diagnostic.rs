//! A diagnostic with its source line, and a caret under the narrowest span.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use tablewright::diagnostic::{Diagnostic, Severity};
use tablewright::source::Docs;

/// How many characters of a long line are shown before the caret, and in all. Rows of tables have thousands.
const BEFORE: usize = 40;
const WIDTH: usize = 100;

/// Renders one diagnostic.
pub(super) fn text(docs: &Docs, it: &Diagnostic) -> String {
    let level = match it.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = it.origin.to_string();
    let window = docs.pages.iter().find(|page| page.path == it.origin.page).map(|page| window(&page.text, it));
    let title = level.primary_title(it.message.as_str()).id(it.code.name());
    let mut group = match &window {
        Some(window) => title.element(
            Snippet::source(window.text.as_str())
                .line_start(it.origin.line as usize)
                .path(path.as_str())
                .annotation(AnnotationKind::Primary.span(window.caret.clone())),
        ),
        None => Group::with_title(title),
    };
    if !it.hint.is_empty() {
        group = group.element(Level::HELP.message(it.hint.as_str()));
    }
    Renderer::styled().render(&[group])
}

/// A piece of a line, and where the caret stands in it.
struct Window {
    text: String,
    caret: Range<usize>,
}

/// The piece of the line around the span's beginning.
fn window(page: &str, it: &Diagnostic) -> Window {
    let start = floor(page, it.span.start);
    let line_start = page[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = page[start..].find(['\n', '\r']).map_or(page.len(), |at| start + at);
    let end = floor(page, it.span.end.clamp(start, line_end));
    let line: Vec<char> = page[line_start..line_end].chars().collect();
    let first = page[line_start..start].chars().count();
    let last = first + page[start..end].chars().count().max(1);
    let cut = if line.len() > WIDTH { first.saturating_sub(BEFORE) } else { 0 };
    let until = line.len().min(cut + WIDTH);
    let prefix = if cut > 0 { "... " } else { "" };
    let shown = |range: Range<usize>| line[range].iter().map(|c| if c.is_control() { ' ' } else { *c }).collect::<String>();
    let before = format!("{prefix}{}", shown(cut..first.min(until)));
    let marked = shown(first.min(until)..last.min(until).max(first.min(until)));
    let after = shown(last.min(until)..until);
    let suffix = if until < line.len() { " ..." } else { "" };
    let caret = before.len()..before.len() + marked.len().max(1);
    Window { text: format!("{before}{marked}{after}{suffix} "), caret }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
