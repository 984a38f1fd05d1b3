//! Compares the types that the page of an update speaks of with the one that it updates.

use super::cx::Cx;
use super::kin::Kin;
use super::{place, reference};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::{self, Mention, Update, Word};
use crate::ir::{self, TypeName};

/// Compares all pages that describe one update each.
pub(super) fn check(cx: Cx<'_>, kin: &Kin<'_>, diagnostics: &mut Diagnostics) {
    let operations = kin.api.by_page();
    for page in cx.pages {
        let own = operations.get(cx.docs.page(page.id).path.as_str()).map(Vec::as_slice);
        let (Some(update), Some([operation])) = (&page.update, own) else { continue };
        let mut telling = Telling { cx, kin, page, ty: &operation.body.ty, diagnostics };
        telling.texts(update);
        telling.answers(update, operation);
    }
}

struct Telling<'a, 'b> {
    cx: Cx<'a>,
    kin: &'a Kin<'a>,
    page: &'a facts::Page,
    ty: &'a TypeName,
    diagnostics: &'b mut Diagnostics,
}

impl Telling<'_, '_> {
    /// What the introduction says is updated, and what the section about the response says comes back.
    fn texts(&mut self, update: &Update) {
        let places = [
            (&update.mentions.intro, "is about", &["properties of a", "properties of an", "properties of the"]),
            (&update.mentions.answer, "promises", &["an updated", "the updated", "and updated"]),
        ];
        for (mentions, what, phrases) in places {
            let Some(first) = mentions.first().filter(|it| self.follows(it, phrases)) else { continue };
            if let Some(other) = self.unrelated(first) {
                let message = format!("the text {what} `{}`, and the page updates `{}`", other.name, self.ty.name);
                self.say(Code::OtherType, &first.word, message);
            }
        }
    }

    /// Whether a mention is that of an object, and stands behind one of these phrases.
    fn follows(&self, mention: &Mention, phrases: &[&str]) -> bool {
        let text = &self.cx.docs.page(self.page.id).text;
        let span = mention.word.span;
        let before = text.get(..span.start).unwrap_or_default().trim_end_matches(['[', '*', '`', ' ']);
        let behind = text.get(span.end..).and_then(|it| it.split_once(')')).map_or("", |(_, behind)| behind);
        let is_object =
            ["object", "resource"].iter().any(|it| behind.trim_start_matches(['*', '`', ' ']).starts_with(it));
        is_object && phrases.iter().any(|it| before.ends_with(it))
    }

    fn unrelated(&self, mention: &Mention) -> Option<TypeName> {
        let found = reference::find(self.cx, self.page, &mention.word.text, mention.link.as_deref())?;
        let name = &found.entry.name;
        (found.entry.is_type() && !self.kin.is_a(name, self.ty) && !self.kin.is_a(self.ty, name)).then(|| name.clone())
    }

    /// The types in the comments above the answers to requests that are those of the page.
    fn answers(&mut self, update: &Update, operation: &ir::Operation) {
        let is_own = |it: &facts::Message| operation.lines.iter().any(|line| line.values(&it.path).is_some());
        let own = update.examples.iter().filter(|it| it.request.as_ref().is_some_and(is_own));
        for word in own.filter_map(|it| it.response.as_ref()?.annotated.as_ref()) {
            let named = TypeName::parse(&word.text).and_then(|name| self.cx.index.get(&name));
            let Some(other) = named.filter(|it| it.is_type()).map(|it| &it.name) else { continue };
            if !self.kin.is_a(other, self.ty) && !self.kin.is_a(self.ty, other) {
                let message =
                    format!("the comment says that this is `{}`, and the page updates `{}`", other.name, self.ty.name);
                self.say(Code::AnswerType, word, message);
            }
        }
    }

    fn say(&mut self, code: Code, word: &Word, message: String) {
        let label = format!("this is `{}`", self.ty.name);
        let second = place::declaration(self.cx, self.ty);
        let span = place::word(self.cx, self.page, word.span, &word.text);
        self.diagnostics.push(code, self.page.place(span), message).beside(second, label);
    }
}
