//! Updates, with all that their pages say of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Access, RequestLine, TypeName, TypeRef};
use crate::span::Origin;

/// An update: one page, one type of body. Its key is both together, since one path is updated by many pages.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The page's title.
    pub title: String,
    /// The part of the API it belongs to, as in [`super::Type::area`].
    pub area: String,
    /// What the docs say of it; markdown as in [`super::Type::doc`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Where the page begins.
    pub origin: Origin,
    /// The documented request lines, at least one, each different.
    pub lines: Vec<RequestLine>,
    /// What is sent.
    pub body: Body,
    /// What comes back.
    pub response: Response,
    /// Who may call it.
    pub permissions: Permissions,
    /// The clouds it is there in; empty where the page does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clouds: Vec<Cloud>,
    /// What the docs say of its end, if they call it deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// The documented request headers, without Authorization, Accept and those that describe the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<Header>,
    /// The documented examples.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
    /// The reasons of the fixups that changed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<String>,
}

impl Operation {
    /// Whether the page is about making what is not there: the preference is what turns an update into that.
    #[must_use]
    pub fn creates_if_missing(&self) -> bool {
        let asks = |it: &Header| it.name.eq_ignore_ascii_case("Prefer") && it.doc.contains("create-if-missing");
        self.response.statuses.contains(&201) && self.headers.iter().any(|header| header.required && asks(header))
    }

    /// The documented header of that name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&Header> {
        self.headers.iter().find(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// Whether the page says that a request must have `If-Match`.
    #[must_use]
    pub fn requires_if_match(&self) -> bool {
        self.headers.iter().any(|it| it.required && it.name.eq_ignore_ascii_case("If-Match"))
    }
}

/// The HTTP method of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// RFC 5789.
    Patch,
}

/// What an update sends.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Body {
    /// The type of the object; a key of `Api::types`.
    #[serde(rename = "type")]
    pub ty: TypeName,
    /// Whether `@odata.type` must be sent: the path addresses a base of `ty`, or the docs say so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub discriminated: bool,
    /// Where `properties` come from.
    pub basis: Basis,
    /// What the page lists, in its order, then what else its examples send; where it has no table, what the type has.
    pub properties: Vec<BodyProperty>,
    /// What was held for the type of the body, and what against it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// What the properties of a body rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A table of the page.
    Table,
    /// The examples of the page, which has no table; another page lists what the same update takes.
    Examples,
    /// The page of the type: this one has no table.
    Type,
}

/// A place of a page that says of what type the body is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// The place.
    pub source: Source,
    /// The type it speaks for.
    #[serde(rename = "type")]
    pub ty: TypeName,
}

/// A place that says of what type a body is, the most trustworthy first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The file's name without the verb is that of a resource page.
    Stem,
    /// `@odata.type` of the example's request.
    Sent,
    /// The annotation above the example's response.
    Annotation,
    /// `@odata.type` in the example's response.
    Answered,
    /// The end of the path, by the documented relationships.
    Path,
    /// A link in the sentence about the request body.
    BodyLink,
    /// A link in the introduction.
    IntroLink,
    /// A link in the sentence about the response.
    AnswerLink,
    /// The last word of the file's name.
    Word,
}

impl Body {
    /// What may be sent.
    pub fn settable(&self) -> impl Iterator<Item = &BodyProperty> {
        self.properties.iter().filter(|it| it.access == Access::Writable)
    }
}

/// A property that an update page lists or sends.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct BodyProperty {
    /// The name on the wire.
    pub name: String,
    /// Its type, from the resource page where that has the property.
    #[serde(rename = "type")]
    pub ty: TypeRef,
    /// Who sets it.
    pub access: Access,
    /// What the docs say of its end, if they call it deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// What this page says of it; markdown as in [`super::Type::doc`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Its row, or that of the resource page.
    pub origin: Origin,
}

/// What an update is answered with.
#[derive(Debug, Clone, PartialEq, Hash, Default, Serialize, Deserialize)]
pub struct Response {
    /// The documented status codes of success.
    pub statuses: Vec<u16>,
    /// Whether the page promises the updated object.
    pub object: bool,
}

/// The permissions of an operation, as data, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Permissions {
    /// Delegated, work or school account.
    #[serde(default, skip_serializing_if = "Scopes::is_empty")]
    pub delegated_work: Scopes,
    /// Delegated, personal Microsoft account.
    #[serde(default, skip_serializing_if = "Scopes::is_empty")]
    pub delegated_personal: Scopes,
    /// Application.
    #[serde(default, skip_serializing_if = "Scopes::is_empty")]
    pub application: Scopes,
    /// Of a kind that the page does not name (the pages of 2017).
    #[serde(default, skip_serializing_if = "Scopes::is_empty")]
    pub unspecified: Scopes,
}

impl Permissions {
    /// Every scope of every kind, as often as it is named.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        let kinds = [&self.delegated_work, &self.delegated_personal, &self.application, &self.unspecified];
        kinds.into_iter().flat_map(|it| it.all.iter().flatten()).map(String::as_str)
    }
}

/// Ways to be allowed, any of which is enough; each the scopes that are needed together, mostly one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Scopes {
    /// Those that the page calls the least privileged; empty where it does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub least: Vec<Vec<String>>,
    /// All, from least to most privileged where the page says so.
    pub all: Vec<Vec<String>>,
}

impl Scopes {
    /// Whether there is no way.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// A deployment of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cloud {
    /// The worldwide one.
    Global,
    /// For the US government, level 4.
    UsL4,
    /// For the US government, level 5 (Department of Defense).
    UsL5,
    /// In China.
    China,
}

/// A documented request header.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Whether the page says that it is required.
    pub required: bool,
    /// What the page says of it; markdown as in [`super::Type::doc`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Its row.
    pub origin: Origin,
}

/// A request and its response.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Example {
    /// The request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Message>,
    /// The response that belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Message>,
}

/// An HTTP message as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Message {
    /// The request line or the status line.
    pub start: String,
    /// The headers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// The body as strict JSON text in the page's order, repaired where the page is lenient; `None` where there is none
    /// or it cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
    /// The message's first line.
    pub origin: Origin,
}
