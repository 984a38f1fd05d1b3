//! Follows a path through the documented relationships to the type at its end.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::What;
use super::kin::Kin;
use crate::ir::{Segment, TypeName};

/// Names of properties, each with the types it leads to anywhere in the API.
pub(super) struct Addresses<'a> {
    kin: &'a Kin<'a>,
    leads: BTreeMap<String, BTreeSet<&'a TypeName>>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(kin: &'a Kin<'a>) -> Self {
        let mut leads: BTreeMap<String, BTreeSet<&'a TypeName>> = BTreeMap::new();
        for property in kin.api.types.values().flat_map(|ty| &ty.properties) {
            let to = property.ty.named().filter(|name| kin.has(name));
            leads.entry(property.name.to_lowercase()).or_default().extend(to);
        }
        Self { kin, leads }
    }

    /// Whether any type has a property of that name.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.leads.contains_key(&word.to_lowercase())
    }

    /// The type at the end of a path, as far as the docs tell.
    pub(super) fn end(&self, cx: Cx<'_>, segments: &[Segment]) -> Option<TypeName> {
        let text: String =
            segments.iter().map(|it| if let Segment::Literal(text) = it { text.as_str() } else { "{}" }).collect();
        let mut at: Option<TypeName> = None;
        for (index, word) in text.split('/').filter(|it| !it.is_empty()).enumerate() {
            let word = word.trim_end_matches(':');
            if word.starts_with('{') || word.starts_with("root:") {
                continue;
            }
            at = match word.rsplit_once('.') {
                Some((namespace, name)) if !word.contains('(') => Some(cx.index.find(namespace, name)?.name.clone()),
                _ if index == 0 => self.root(cx, word),
                _ => self.step(at.as_ref(), word.split('(').next().unwrap_or(word)),
            };
        }
        at
    }

    /// `users` holds users, `me` is one; other roots are properties of some type, or named like their own type.
    fn root(&self, cx: Cx<'_>, word: &str) -> Option<TypeName> {
        let word = if word == "me" { "user" } else { word };
        let singular = super::path::singular(word);
        let named =
            [word, &singular].into_iter().find_map(|it| cx.index.short(it).find(|entry| entry.what == What::Type));
        named.map(|entry| entry.name.clone()).or_else(|| self.only(word))
    }

    /// The type that words behind a thing of this type lead to: `/font`.
    pub(super) fn behind(&self, from: &TypeName, words: &str) -> Option<TypeName> {
        let start = Some(from.clone());
        words.split('/').filter(|it| !it.is_empty()).fold(start, |at, word| self.step(at.as_ref(), word))
    }

    fn step(&self, from: Option<&TypeName>, word: &str) -> Option<TypeName> {
        let own = from.and_then(|from| {
            let property = self.kin.properties(from).in_any_case(word)?;
            property.ty.named().filter(|name| self.kin.has(name)).cloned()
        });
        own.or_else(|| self.only(word))
    }

    /// Where all properties of that name lead, if all lead to the same type.
    fn only(&self, word: &str) -> Option<TypeName> {
        let all = self.leads.get(&word.to_lowercase())?;
        all.first().filter(|_| all.len() == 1).map(|only| (*only).clone())
    }
}
