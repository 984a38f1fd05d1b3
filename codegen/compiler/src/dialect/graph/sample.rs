//! Finds the objects that a page shows: JSON representations and the bodies of responses.

use super::{annotation, example};
use crate::diagnostic::Sink;
use crate::facts::Sample;
use crate::markdown::{self, BlockKind};
use crate::source::Page;

/// All of a page, whatever kind it is read as.
#[must_use]
pub fn samples(page: &Page) -> Vec<Sample> {
    let mut above = None;
    let mut samples = Vec::new();
    for block in &markdown::parse(&page.text, &mut Sink::default()).blocks {
        match &block.kind {
            BlockKind::Comment => above = Some(block.span.text(&page.text)),
            BlockKind::Code { content, .. } => {
                let comment = above.take().unwrap_or_default();
                let message = example::message(&page.text, *content);
                let is_shown = match annotation::text(comment, "blockType") {
                    Some(kind) => kind == "resource" || kind == "response",
                    None => message.as_ref().is_some_and(|it| it.start.text.starts_with("HTTP/")),
                };
                let span = message.map_or(Some(*content), |it| it.body.map(|it| it.span));
                let ty = annotation::text(comment, "@odata.type").and_then(annotation::qualified);
                let ty = ty.map(|(namespace, name)| format!("{namespace}.{name}"));
                samples.extend(span.filter(|_| is_shown).map(|span| Sample { ty, span }));
            }
            BlockKind::Heading { .. } => above = None,
            BlockKind::Paragraph(_) | BlockKind::Item(_) | BlockKind::Table(_) | BlockKind::Html | BlockKind::Rule => {}
        }
    }
    samples
}
