//! Reads the example messages of an update page.

use super::request_line::{fold, lines_in, path};
use super::section::Section;
use super::{Reader, annotation};
use crate::facts::{Example, Json, Message, Word};
use crate::markdown::BlockKind;
use crate::span::Span;

impl Reader<'_> {
    /// Requests and the response that follows each, where the request is a PATCH.
    pub(super) fn examples(&self) -> Vec<Example> {
        let mut examples: Vec<Example> = Vec::new();
        let mut is_patch = false;
        for message in self.messages() {
            let is_response = message.start.text.starts_with("HTTP/");
            if !is_response {
                is_patch = message.start.text.to_ascii_uppercase().starts_with("PATCH ");
                if is_patch {
                    examples.push(Example { request: Some(message), response: None });
                }
            } else if let Some(last) = examples.last_mut().filter(|last| is_patch && last.response.is_none()) {
                last.response = Some(message);
            }
        }
        examples
    }

    /// The messages of a section, each with what the comment right above its block says.
    fn messages_of(&self, section: &Section<'_>) -> Vec<Message> {
        let mut above = None;
        let mut messages = Vec::new();
        for block in &section.blocks {
            match &block.kind {
                BlockKind::Comment => above = annotated(block.span.text(&self.page.text), block.span),
                BlockKind::Code { content, .. } => {
                    let annotated = above.take();
                    messages.extend(message(&self.page.text, *content).map(|it| Message { annotated, ..it }));
                }
                _ => {}
            }
        }
        messages
    }

    pub(super) fn messages(&self) -> Vec<Message> {
        self.example_sections().flat_map(|section| self.messages_of(section)).collect()
    }

    /// The sections of examples, and those inside.
    pub(super) fn example_sections(&self) -> impl Iterator<Item = &Section<'_>> {
        let mut inside = false;
        self.sections.iter().filter(move |section| {
            let key = &section.key;
            if key.starts_with("example") || section.level <= 2 && key.starts_with("request example") {
                inside = true;
            } else if section.level <= 2 && !key.starts_with("re") {
                inside = false;
            }
            inside
        })
    }
}

/// The type in an annotation: `"@odata.type": "microsoft.graph.user"`, or a collection of it.
fn annotated(comment: &str, span: Span) -> Option<Word> {
    let (namespace, name) = annotation::qualified(annotation::text(comment, "@odata.type")?)?;
    Some(Word { text: format!("{namespace}.{name}"), span })
}

/// Reads a code block that begins like an HTTP message.
pub(super) fn message(source: &str, block: Span) -> Option<Message> {
    let mut lines = lines(source, block).skip_while(|line| line.text(source).trim().is_empty());
    let first = lines.next()?;
    let text = fold(first.text(source));
    let is_response = text.starts_with("HTTP/");
    if !is_response && lines_in(source, first).is_empty() {
        return None;
    }
    let mut headers = Vec::new();
    let mut body = None;
    for line in lines {
        let text = line.text(source).trim();
        match text.split_once(':') {
            _ if text.is_empty() && headers.is_empty() => {}
            Some((name, value)) if is_token(name) => headers.push((name.to_owned(), value.trim().to_owned())),
            _ => {
                body = Some(trim(source, Span::new(line.start, block.end)));
                break;
            }
        }
    }
    let body = body.filter(|span| !span.text(source).trim().is_empty()).map(|span| Json::new(source, span));
    let path = if is_response { String::new() } else { path(&text) };
    Some(Message { start: Word { text, span: first }, path, headers, body, annotated: None })
}

fn lines(source: &str, block: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = block.start;
    block.text(source).split_inclusive('\n').map(move |line| {
        let span = Span::new(at, at + line.trim_end().len());
        at += line.len();
        span
    })
}

fn trim(source: &str, span: Span) -> Span {
    let text = span.text(source);
    let start = span.start + (text.len() - text.trim_start().len());
    Span::new(start, (span.start + text.trim_end().len()).max(start))
}

fn is_token(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
