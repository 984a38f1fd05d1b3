//! Says where a version of the API and its preview are documented otherwise: rows that only one has, types that differ.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Second};
use crate::facts::Grantee;
use crate::ir::{Api, Member, Operation, Permissions, Primitive, Property, Scopes, Type, TypeName, TypeRef};
use crate::source::{Docs, Place, stem};
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

struct Comparing<'a> {
    own: Version<'a>,
    preview: Version<'a>,
}

/// A property or a member of a version.
#[derive(Clone, Copy)]
struct Part<'a> {
    of: &'a TypeName,
    name: &'a str,
    origin: &'a Origin,
}

impl Comparing<'_> {
    fn all(&self) -> Vec<Diagnostic> {
        let spelled: BTreeMap<String, &TypeName> =
            self.preview.api.types.keys().map(|name| (name.to_string().to_lowercase(), name)).collect();
        let mut found = Vec::new();
        for (name, ty) in &self.own.api.types {
            let Some(other) = spelled.get(&name.to_string().to_lowercase()) else { continue };
            let known = properties(self.preview.api, other);
            let mut pairs = Vec::new();
            for it in &ty.properties {
                let own = Part { of: name, name: &it.name, origin: &it.origin };
                match known.get(&it.name.to_lowercase()) {
                    None => found.extend(self.missing(own, other)),
                    Some(that) if that.name != it.name => found.extend(self.spelled(own, &that.name, &that.origin)),
                    Some(that) if at_odds(self.preview.api, &it.ty, &that.ty) => {
                        found.extend(self.typed(own, &it.ty, that));
                    }
                    Some(that) if that.doc != it.doc && !that.doc.is_empty() && !it.doc.is_empty() => {
                        pairs.push((it, *that));
                    }
                    Some(_) => {}
                }
            }
            found.extend(self.exchanged(ty, other, &pairs));
        }
        found.extend(self.members());
        found.extend(self.permissions());
        found
    }

    /// Properties that one of both describes with the text that the other has for another property.
    fn exchanged(&self, ty: &Type, other: &TypeName, pairs: &[(&Property, &Property)]) -> Vec<Diagnostic> {
        let Some(that) = self.preview.api.types.get(other).filter(|_| !pairs.is_empty()) else { return Vec::new() };
        let version = &self.preview.api.version;
        let (here, there) = (told(ty), told(that));
        let said = pairs.iter().filter_map(|(own, of_preview)| {
            let message = if let Some(of) = there.get(own.doc.as_str()) {
                format!("`{}` is described here with the text that `{of}` has in {version}", own.name)
            } else {
                let of = here.get(of_preview.doc.as_str())?;
                format!("{version} describes `{}` with the text that `{of}` has here", own.name)
            };
            let part = Part { of: other, name: &own.name, origin: &own.origin };
            let label = format!("`{}` of {version}", of_preview.name);
            self.said(Code::ExchangedText, part, message, (&of_preview.origin, &of_preview.name, label))
        });
        said.collect()
    }

    /// Kinds of permission that may update, and may not in the preview.
    fn permissions(&self) -> Vec<Diagnostic> {
        let stem = |it: &Operation| stem(&it.origin.page).to_lowercase();
        let previews: BTreeMap<String, &Operation> =
            self.preview.api.operations.iter().map(|it| (stem(it), it)).collect();
        let pairs = self.own.api.operations.iter().filter_map(|it| Some((it, *previews.get(&stem(it))?)));
        let found = pairs.flat_map(|(own, that)| {
            let lists = lists(&own.permissions).into_iter().zip(lists(&that.permissions));
            // A page whose permissions were not read lists none at all.
            let is_read = that.permissions.scopes().next().is_some();
            lists
                .filter(move |((_, own), (_, that))| is_read && !own.is_empty() && that.is_empty())
                .filter_map(move |((kind, scopes), _)| self.permission((own, that), kind, scopes.all.first()?.first()?))
        });
        found.collect()
    }

    fn permission(&self, (own, that): (&Operation, &Operation), kind: Grantee, scope: &str) -> Option<Diagnostic> {
        let version = &self.preview.api.version;
        let message = format!("`{scope}` is to allow this update, and {version} names no permission `{kind}`");
        let page = self.own.docs.number(&own.origin.page)?;
        let at = self.own.docs.page(page).text.find(scope)?;
        let found = self.own.docs.find(Place { page, span: Span::new(at, at + scope.len()) });
        let second = (&that.origin, that.title.as_str(), format!("the page of {version}"));
        Some(self.at(Code::VersionPermission, (found.origin, found.span), message, second))
    }

    /// Members of enumerations; a shorter list of the preview may be one that nobody wrote down as a whole.
    fn members(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (name, it) in &self.own.api.enums {
            let Some(other) = self.preview.api.enums.get(name) else { continue };
            let known: BTreeMap<String, &Member> =
                other.members.iter().map(|it| (it.name.to_lowercase(), it)).collect();
            for it in &it.members {
                let own = Part { of: name, name: &it.name, origin: &it.origin };
                match known.get(&it.name.to_lowercase()) {
                    None => found.extend(self.missing(own, name)),
                    Some(that) if that.name != it.name => found.extend(self.spelled(own, &that.name, &that.origin)),
                    Some(_) => {}
                }
            }
        }
        found
    }

    fn missing(&self, own: Part<'_>, other: &TypeName) -> Option<Diagnostic> {
        let api = self.preview.api;
        let message = format!("`{}` of `{}` is documented here, and not for {}", own.name, own.of.name, api.version);
        let of_type = api.types.get(other).map(|it| &it.origin);
        let page = of_type.or_else(|| api.enums.get(other).map(|it| &it.origin))?;
        let label = format!("`{}` of {} is described here", other.name, api.version);
        self.said(Code::MissingInPreview, own, message, (page, &other.name, label))
    }

    fn spelled(&self, own: Part<'_>, name: &str, origin: &Origin) -> Option<Diagnostic> {
        let message = format!("`{}` is spelled `{name}` in {}", own.name, self.preview.api.version);
        self.said(Code::CaseCollision, own, message, (origin, name, format!("`{name}` here")))
    }

    fn typed(&self, own: Part<'_>, ty: &TypeRef, that: &Property) -> Option<Diagnostic> {
        let (here, there) = (&self.own.api.version, &self.preview.api.version);
        let message = format!("`{}` is `{ty}` in {here}, and `{}` in {there}", own.name, that.ty);
        let label = format!("`{}` here", that.ty);
        self.said(Code::VersionType, own, message, (&that.origin, &that.name, label))
    }

    fn said(
        &self,
        code: Code,
        own: Part<'_>,
        message: String,
        (second, word, label): (&Origin, &str, String),
    ) -> Option<Diagnostic> {
        Some(self.at(code, word_at(self.own.docs, own.origin, own.name)?, message, (second, word, label)))
    }

    fn at(
        &self,
        code: Code,
        (origin, span): (Origin, Span),
        message: String,
        (second, word, label): (&Origin, &str, String),
    ) -> Diagnostic {
        let second = word_at(self.preview.docs, second, word).map(|(origin, span)| Second { origin, span, label });
        let hint = String::new();
        Diagnostic { origin, span, code, message, hint, included_by: None, second, edits: Vec::new() }
    }
}

/// The names of the properties of a type by their texts, where only one has a text.
fn told(ty: &Type) -> BTreeMap<&str, &str> {
    let mut told: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for it in ty.properties.iter().filter(|it| it.doc.len() >= LONG_DOC) {
        told.entry(&it.doc).and_modify(|only| *only = None).or_insert(Some(&it.name));
    }
    told.into_iter().filter_map(|(doc, only)| Some((doc, only?))).collect()
}

/// What is shorter may be said of several properties.
const LONG_DOC: usize = 20;

/// The scopes of each kind of permission.
fn lists(it: &Permissions) -> [(Grantee, &Scopes); 3] {
    [
        (Grantee::Work, &it.delegated_work),
        (Grantee::Personal, &it.delegated_personal),
        (Grantee::Application, &it.application),
    ]
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
