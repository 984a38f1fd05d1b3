//! Says where a version of the API and its preview are documented otherwise: rows that only one has, types that differ.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Second};
use crate::ir::{Api, Primitive, Property, TypeName, TypeRef};
use crate::source::{Docs, Place};
use crate::span::{Origin, Span};

/// A version as it was read.
#[derive(Clone, Copy)]
pub(crate) struct Version<'a> {
    pub(crate) api: &'a Api,
    pub(crate) docs: &'a Docs,
}

/// What is to be said of a version beside its preview. What the preview has beyond is what it is for.
pub(crate) fn differences(own: Version<'_>, preview: Version<'_>) -> Vec<Diagnostic> {
    Comparing { own, preview }.all()
}

/// Whether a version is no preview: `v1.0`.
pub(crate) fn is_numbered(version: &str) -> bool {
    version.strip_prefix('v').is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
}

struct Comparing<'a> {
    own: Version<'a>,
    preview: Version<'a>,
}

impl Comparing<'_> {
    fn all(&self) -> Vec<Diagnostic> {
        let spelled: BTreeMap<String, &TypeName> =
            self.preview.api.types.keys().map(|name| (name.to_string().to_lowercase(), name)).collect();
        let mut found = Vec::new();
        for (name, ty) in &self.own.api.types {
            let Some(other) = spelled.get(&name.to_string().to_lowercase()) else { continue };
            let known = properties(self.preview.api, other);
            for it in &ty.properties {
                match known.get(&it.name.to_lowercase()) {
                    None => found.extend(self.missing(name, it, other)),
                    Some(that) if at_odds(self.preview.api, &it.ty, &that.ty) => found.extend(self.typed(it, that)),
                    Some(_) => {}
                }
            }
        }
        found
    }

    fn missing(&self, name: &TypeName, it: &Property, other: &TypeName) -> Option<Diagnostic> {
        let version = &self.preview.api.version;
        let message = format!("`{}` of `{}` is documented here, and not for {version}", it.name, name.name);
        let page = &self.preview.api.types.get(other)?.origin;
        let label = format!("`{}` of {version} is described here", other.name);
        self.said(Code::MissingInPreview, it, message, (page, &other.name, label))
    }

    fn typed(&self, it: &Property, that: &Property) -> Option<Diagnostic> {
        let (own, version) = (&self.own.api.version, &self.preview.api.version);
        let message = format!("`{}` is `{}` in {own}, and `{}` in {version}", it.name, it.ty, that.ty);
        let label = format!("`{}` here", that.ty);
        self.said(Code::VersionType, it, message, (&that.origin, &that.name, label))
    }

    fn said(
        &self,
        code: Code,
        it: &Property,
        message: String,
        (second, word, label): (&Origin, &str, String),
    ) -> Option<Diagnostic> {
        let (origin, span) = word_at(self.own.docs, &it.origin, &it.name)?;
        let second = word_at(self.preview.docs, second, word).map(|(origin, span)| Second { origin, span, label });
        let hint = String::new();
        Some(Diagnostic { origin, span, code, message, hint, included_by: None, second, edits: Vec::new() })
    }
}

/// The properties of a type and of its bases, by name in lower case.
fn properties<'a>(api: &'a Api, ty: &TypeName) -> BTreeMap<String, &'a Property> {
    api.all_properties(ty).into_iter().map(|it| (it.name.to_lowercase(), it)).collect()
}

/// Whether both cannot be right: not where one says less, as a String for an enumeration does, or a base.
fn at_odds(api: &Api, one: &TypeRef, other: &TypeRef) -> bool {
    let is = |one: &TypeName, other: &TypeName| one.to_string().eq_ignore_ascii_case(&other.to_string());
    match (one, other) {
        (TypeRef::Primitive(Primitive::Json), _)
        | (_, TypeRef::Primitive(Primitive::Json))
        | (TypeRef::Primitive(Primitive::String), TypeRef::Named(_))
        | (TypeRef::Named(_), TypeRef::Primitive(Primitive::String)) => false,
        (TypeRef::Primitive(one), TypeRef::Primitive(other)) => one != other,
        (TypeRef::Named(one), TypeRef::Named(other)) => {
            !is(one, other) && !api.is_a(one, other) && !api.is_a(other, one)
        }
        (TypeRef::Collection(one), TypeRef::Collection(other)) => at_odds(api, one, other),
        (_, _) => true,
    }
}

/// Where a word stands on the line of an origin; the line where it does not.
fn word_at(docs: &Docs, origin: &Origin, word: &str) -> Option<(Origin, Span)> {
    let id = docs.number(&origin.page)?;
    let page = docs.page(id);
    let line = page.line(origin.line);
    let span = match line.text(&page.text).find(word) {
        Some(at) => Span::new(line.start + at, line.start + at + word.len()),
        None => line,
    };
    let found = docs.find(Place { page: id, span });
    Some((found.origin, found.span))
}
