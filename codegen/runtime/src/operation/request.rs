//! A request for one operation: inert until a client sends it; everything but its types is kept without generics.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::{ETag, Invalid, Operation, OperationInfo, PathValue, Prefer, TakesIfMatch, TakesPrefer, header, path};
use crate::{Patch as _, PatchBody};

/// An update, ready to be sent.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<O> {
    draft: Draft,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Request<O> {
    /// A request for the path that `template` and `values` give together, one value for each `{parameter}`.
    pub fn new(template: &'static str, values: &[PathValue], patch: O::Patch) -> Self {
        Self { draft: Draft::new(O::INFO, template, values, patch.into_body()), operation: PhantomData }
    }

    /// Sends the request even if the patch changes nothing.
    pub fn allow_empty(mut self) -> Self {
        self.draft.empty = Empty::Allowed;
        self
    }

    /// Adds a header, in place of one of the same name.
    pub fn header(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.draft.set_header(name.into(), value.into());
        self
    }

    /// Makes the update only if the object still is of this version; the service answers 412 otherwise.
    pub fn if_match(mut self, etag: impl Into<ETag>) -> Self
    where
        O: TakesIfMatch,
    {
        self.draft.set_header("If-Match".into(), etag.into().as_str().to_owned());
        self
    }

    /// Adds a wish about the answer.
    pub fn prefer(mut self, wish: impl Into<Prefer>) -> Self
    where
        O: TakesPrefer,
    {
        self.draft.add_preference(wish.into().as_str());
        self
    }

    /// What the documentation says of the operation.
    #[must_use]
    pub fn info(&self) -> &'static OperationInfo {
        O::INFO
    }

    pub(crate) fn into_draft(self) -> Draft {
        self.draft
    }
}

impl<O> Request<O> {
    /// The method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        Draft::METHOD
    }

    /// The path below the version, encoded, without a leading slash.
    pub fn path(&self) -> Result<&str, Invalid> {
        self.draft.path()
    }

    /// The headers that were asked for, in order.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.draft.headers()
    }

    /// The JSON text that is sent.
    #[must_use]
    pub fn body(&self) -> String {
        self.draft.body_text()
    }

    /// What is wrong with the request, if it cannot be sent as it is.
    pub fn check(&self) -> Result<(), Invalid> {
        self.draft.check()
    }
}

impl<O> Clone for Request<O> {
    fn clone(&self) -> Self {
        Self { draft: self.draft.clone(), operation: PhantomData }
    }
}

impl<O> fmt::Debug for Request<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.draft, f)
    }
}

/// Whether a patch that changes nothing is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Empty {
    Refused,
    Allowed,
}

/// A request without its types.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) info: &'static OperationInfo,
    path: Result<String, Invalid>,
    headers: Vec<(Cow<'static, str>, String)>,
    body: PatchBody,
    empty: Empty,
}

impl Draft {
    /// Every documented update that takes JSON is a PATCH.
    pub(crate) const METHOD: &'static str = "PATCH";

    fn new(info: &'static OperationInfo, template: &str, values: &[PathValue], body: PatchBody) -> Self {
        Self { info, path: path::fill(template, values), headers: Vec::new(), body, empty: Empty::Refused }
    }

    pub(crate) fn path(&self) -> Result<&str, Invalid> {
        self.path.as_deref().map_err(Clone::clone)
    }

    pub(crate) fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (&**name, value.as_str()))
    }

    pub(crate) fn body_text(&self) -> String {
        self.body.to_string()
    }

    fn set_header(&mut self, name: Cow<'static, str>, value: String) {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
        self.headers.push((name, value));
    }

    fn add_preference(&mut self, wish: &str) {
        match self.headers.iter_mut().find(|(name, _)| name.eq_ignore_ascii_case("Prefer")) {
            Some((_, wishes)) => {
                wishes.push_str(", ");
                wishes.push_str(wish);
            }
            None => self.headers.push(("Prefer".into(), wish.to_owned())),
        }
    }

    pub(crate) fn check(&self) -> Result<(), Invalid> {
        self.path()?;
        for (name, value) in &self.headers {
            header::check(name, value)?;
        }
        if let Some(reason) = self.body.refusal() {
            return Err(Invalid::Refused { reason });
        }
        if self.body.is_empty() && self.empty == Empty::Refused {
            return Err(Invalid::EmptyPatch);
        }
        Ok(())
    }
}
