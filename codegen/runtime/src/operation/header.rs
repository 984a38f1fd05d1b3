//! The request headers that pages document, typed, with the rules of header names and values.

use std::borrow::Cow;
use std::fmt;

use super::Invalid;
use crate::Model;

/// The version of an object as the service named it, for `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ETag(String);

impl ETag {
    /// Matches any version: the update is made whatever changed meanwhile, if the object exists.
    #[must_use]
    pub fn any() -> Self {
        Self("*".to_owned())
    }

    /// The version that came with a model, in `@odata.etag`.
    pub fn of(model: &impl Model) -> Option<Self> {
        let (_, extra) = model.about();
        extra.get("@odata.etag")?.as_str().map(Self::from)
    }

    /// The text, with the quotes and the `W/` that it came with.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for ETag {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for ETag {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Self> for ETag {
    fn from(etag: &Self) -> Self {
        etag.clone()
    }
}

impl fmt::Display for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A wish about the answer, for `Prefer`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Prefer {
    /// `return=minimal`: no object in the answer.
    ReturnMinimal,
    /// `return=representation`: the updated object in the answer.
    ReturnRepresentation,
    /// `create-if-missing`: what is not there is made; without it the service answers 404.
    CreateIfMissing,
    /// Another one, as it is sent: `outlook.timezone="UTC"`.
    Other(Cow<'static, str>),
}

impl Prefer {
    /// The text that is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ReturnMinimal => "return=minimal",
            Self::ReturnRepresentation => "return=representation",
            Self::CreateIfMissing => "create-if-missing",
            Self::Other(text) => text,
        }
    }
}

impl From<&'static str> for Prefer {
    fn from(text: &'static str) -> Self {
        Self::Other(text.into())
    }
}

impl From<String> for Prefer {
    fn from(text: String) -> Self {
        Self::Other(text.into())
    }
}

impl fmt::Display for Prefer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Names that the client sets from what it knows: a second opinion could send the token or the body elsewhere.
const RESERVED: [&str; 8] = [
    "authorization",
    "connection",
    "content-length",
    "host",
    "proxy-authorization",
    "te",
    "transfer-encoding",
    "upgrade",
];

/// The error of a header that cannot be sent, by RFC 9110: nothing in it may end a line.
pub(super) fn check(name: &str, value: &str) -> Result<(), Invalid> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)) {
        return Err(Invalid::HeaderName { name: name.to_owned() });
    }
    if RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(name)) {
        return Err(Invalid::ReservedHeader { name: name.to_owned() });
    }
    if value.trim().is_empty() || !value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
        return Err(Invalid::HeaderValue { name: name.to_owned() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_that_would_end_a_line_are_refused() {
        assert_eq!(check("If-Match", "W/\"1\""), Ok(()));
        for value in ["a\r\nb: c", "", " ", "é", "\0"] {
            assert_eq!(check("If-Match", value), Err(Invalid::HeaderValue { name: "If-Match".into() }), "{value:?}");
        }
        for name in ["", "a b", "a:", "a\n", "é"] {
            assert_eq!(check(name, "x"), Err(Invalid::HeaderName { name: name.into() }), "{name:?}");
        }
    }

    #[test]
    fn the_client_keeps_its_own_headers() {
        assert_eq!(check("AUTHORIZATION", "x"), Err(Invalid::ReservedHeader { name: "AUTHORIZATION".into() }));
        assert!(check("Host", "x").is_err());
        assert!(check("client-request-id", "x").is_ok());
    }
}
