//! Reads what a page says of the end of what it describes: in its title, its annotation, and the boxes below the title.

use super::{Reader, annotation, prose};
use crate::facts::Property;
use crate::markdown::{BlockKind, Text};

impl Reader<'_> {
    /// What the page says of the end of its type or operation, as a sentence; `None` if it calls them not deprecated.
    pub(super) fn deprecation(&self) -> Option<String> {
        let boxed = self.boxes().filter_map(|text| prose::deprecation(&text.plain())).find(|it| !is_about_members(it));
        let titled = || {
            let title = self.sections.iter().find(|it| it.level == 1)?;
            prose::deprecation(&title.title).map(|_| String::new())
        };
        let introduced = || self.intro().find_map(|text| prose::deprecation(&text.plain()));
        let annotated = || self.comments().any(|(it, _)| annotation::is_true(it, "isDeprecated")).then(String::new);
        boxed.or_else(|| titled().map(|it| introduced().unwrap_or(it))).or_else(annotated)
    }

    /// A box that calls members by name deprecated: "The **action** and **statusInfo** properties are deprecated."
    pub(super) fn deprecate_named(&self, rows: &mut [Property]) {
        for text in self.boxes() {
            let Some(sentence) = prose::deprecation(&text.plain()) else { continue };
            for name in bold(text).filter(|name| is_about_members(&sentence) && sentence.contains(name)) {
                for row in rows.iter_mut().filter(|row| row.deprecated.is_none() && row.name.text == name) {
                    row.deprecated = Some(sentence.clone());
                }
            }
        }
    }

    /// The quotes below the title: `> [!CAUTION]`.
    fn boxes(&self) -> impl Iterator<Item = &Text<'_>> {
        let head = self.sections.iter().take_while(|section| section.level < 2);
        head.flat_map(|section| &section.blocks).filter(|block| block.quoted).filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Item(text) => Some(text),
            _ => None,
        })
    }
}

/// Whether a sentence is about properties rather than the whole.
fn is_about_members(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["property", "properties", "relationship", "member"].iter().any(|it| lower.contains(it))
}

/// The words in bold.
fn bold<'t>(text: &'t Text<'_>) -> impl Iterator<Item = &'t str> {
    text.runs.iter().filter(|run| run.strong).map(|run| run.text.trim()).filter(|it| !it.is_empty())
}
