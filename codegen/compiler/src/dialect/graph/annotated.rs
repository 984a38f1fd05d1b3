//! Compares the annotation of a resource page with what readers see: the name, the namespace, whether it is an entity.

use super::{Reader, annotation};
use crate::diagnostic::Code;
use crate::facts;
use crate::markdown::Text;
use crate::span::Span;

impl Reader<'_> {
    /// Says where the two differ.
    pub(super) fn compare_annotation(&mut self, ty: &facts::Type) {
        let Some(span) = self.resource_comment() else { return };
        let page = self.page;
        let comment = span.text(&page.text);
        let named = annotation::text(comment, "@odata.type").or_else(|| annotation::text(comment, "@type"));
        if let Some((word, (namespace, name))) = named.and_then(|it| Some((it, annotation::qualified(it)?))) {
            let place = self.place_of(word);
            self.compare_name(place, &name);
            self.compare_namespace(place, &namespace, &name);
        }
        self.compare_kind(comment, span, ty);
    }

    /// The comment that says of which type the page is.
    fn resource_comment(&self) -> Option<Span> {
        let says = |text: &str| text.contains("\"resource\"") || text.contains("keyProperty");
        self.comments().find(|(text, _)| says(text)).map(|(_, span)| span)
    }

    /// Where a piece of the page's text stands.
    fn place_of(&self, piece: &str) -> Span {
        let start = piece.as_ptr() as usize - self.page.text.as_ptr() as usize;
        Span::new(start, start + piece.len())
    }

    fn compare_name(&mut self, place: Span, name: &str) {
        let Some((titled, span)) = self.title_word() else { return };
        let (one, two) = (titled.to_lowercase(), name.to_lowercase());
        // The title of a page may lack the first words of a name: `Chart` is a `workbookChart`.
        if one != two && !two.ends_with(&one) && !one.ends_with(&two) {
            let message = format!("the annotation names `{name}`, and the title `{titled}`; `{name}` is taken");
            self.sink.push(Code::NameDiffers, place, message).beside(span, "the title");
        }
    }

    /// The name in a title such as `user resource type`.
    fn title_word(&self) -> Option<(String, Span)> {
        let title = self.sections.iter().find(|section| section.level == 1)?;
        let (word, rest) = title.title.split_once(' ')?;
        let is_type = ["resource", "complex", "entity"].iter().any(|it| rest.to_lowercase().starts_with(it));
        let word = word.rsplit('.').next().filter(|it| is_type && facts::is_name(it))?;
        let at = title.span.text(&self.page.text).find(word)?;
        Some((word.to_owned(), Span::new(title.span.start + at, title.span.start + at + word.len())))
    }

    fn compare_namespace(&mut self, place: Span, namespace: &str, name: &str) {
        let Some(said) = self.namespace().filter(|it| !it.eq_ignore_ascii_case(namespace)) else { return };
        let line = self.intro().find(|text| text.plain().starts_with("Namespace:")).map(|text| text.span);
        let message = format!("the annotation puts `{name}` into `{namespace}`, and the line above says `{said}`");
        self.sink.push(Code::NamespaceDiffers, place, message).beside(line, "said here");
    }

    /// An entity has a key, a complex type has none.
    fn compare_kind(&mut self, comment: &str, span: Span, ty: &facts::Type) {
        let within = |key: &str| {
            let at = comment.find(&format!("\"{key}\""))?;
            let end = comment[at..].find([',', '\n', '\r', '}']).map_or(comment.len(), |it| at + it);
            Some(Span::new(span.start + at, span.start + at + comment[at..end].trim_end().len()))
        };
        let base = annotation::text(comment, "baseType").unwrap_or_default().to_lowercase();
        let has_key = ty.key.is_some().then(|| within("keyProperty")).flatten();
        let of_entity = base.ends_with("graph.entity").then(|| within("baseType")).flatten().or(has_key);
        let of_complex = base.ends_with("complextype").then(|| within("baseType")).flatten();
        let name = &ty.name.text;
        if let Some((place, said)) = of_entity.and_then(|it| Some((it, self.says(is_complex)?))) {
            let message = format!("the annotation makes `{name}` an entity, and the text calls it a complex type");
            self.sink
                .push(Code::KindDiffers, place, message)
                .hint("a complex type has neither a key nor `microsoft.graph.entity` as its base")
                .beside(said, "said here");
        } else if let Some((place, said)) = of_complex.and_then(|it| Some((it, self.says(is_entity)?))) {
            let message = format!("the annotation makes `{name}` a complex type, and the text calls it an entity");
            self.sink.push(Code::KindDiffers, place, message).beside(said, "said here");
        }
    }

    /// The heading or the sentence of the introduction that says so of the page's own type.
    fn says(&self, what: fn(&str) -> bool) -> Option<Span> {
        let heading = self.sections.iter().find(|section| section.level == 1);
        let heading = heading.filter(|it| what(&it.title)).map(|it| it.span);
        let sentence = |text: &&Text<'_>| text.plain().split(['.', ':']).any(what);
        heading.or_else(|| self.intro().find(sentence).map(|text| text.span))
    }
}

/// Whether a title or a sentence calls what it is about a complex type: before that stand only words that say nothing else,
/// and one name.
fn is_complex(sentence: &str) -> bool {
    calls(sentence, &["complex type", "complextype"])
}

fn is_entity(sentence: &str) -> bool {
    calls(sentence, &["entity type", "entity"])
}

fn calls(sentence: &str, kinds: &[&str]) -> bool {
    const FILL: &str = "a an the this it is represents describes defines base abstract open resource";
    let lower = sentence.to_lowercase();
    let begins = |at: &usize| !lower[..*at].ends_with(|c: char| c.is_alphanumeric());
    let Some(at) = kinds.iter().find_map(|it| lower.find(it).filter(begins)) else { return false };
    lower[..at].split_whitespace().filter(|it| FILL.split(' ').all(|fill| fill != *it)).count() <= 1
}
