//! Turns what became of a request into an object or an error.

use std::time::Duration;

use http::HeaderMap;
use http::header::{CONTENT_TYPE, ETAG, LOCATION};

use super::error::{Error, ErrorKind, Parts};
use super::error_body::{Report, without_mark};
use super::token::NoToken;
use super::{Cloud, Incoming, TransportError, TransportErrorKind};
use crate::Item;
use crate::model::engine::read_slice;
use crate::operation::{ETag, OperationInfo};

/// The object in an answer of success; services send none where they were asked for none, and often where they were not.
pub(super) fn read<T: Item + Default>(info: &'static OperationInfo, answer: Incoming) -> Result<Option<T>, Error> {
    match json_text(&answer) {
        None => Ok(None),
        Some(json) => read_slice(json).map(Some).map_err(|source| unreadable(info, answer, source)),
    }
}

/// The answer of success whole.
pub(super) fn whole<T: Item + Default>(info: &'static OperationInfo, answer: Incoming) -> Result<Answered<T>, Error> {
    let status = answer.status();
    let etag = answer.headers().get(ETAG).and_then(|it| it.to_str().ok()).map(ETag::from);
    read(info, answer).map(|object| Answered { status, etag, object })
}

/// An answer of success: what happened, and the object that it came with.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered<T> {
    status: http::StatusCode,
    etag: Option<ETag>,
    object: Option<T>,
}

impl<T> Answered<T> {
    /// The HTTP status: 200 to 299.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// Whether the object was not there and has been made (201).
    #[must_use]
    pub fn is_created(&self) -> bool {
        self.status == http::StatusCode::CREATED
    }

    /// The version of the object, where the service names it in a header.
    #[must_use]
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The object, if the service answers with one.
    #[must_use]
    pub fn object(&self) -> Option<&T> {
        self.object.as_ref()
    }

    /// The object, if the service answers with one.
    #[must_use]
    pub fn into_object(self) -> Option<T> {
        self.object
    }
}

/// The JSON text in a body, if there is any.
pub(super) fn json_text(answer: &Incoming) -> Option<&[u8]> {
    let text = without_mark(answer.body()).trim_ascii();
    if text.is_empty() || text == b"null" { None } else { Some(text) }
}

/// The error of an answer that is not what its operation promises.
pub(super) fn unreadable(info: &'static OperationInfo, mut answer: Incoming, source: serde_json::Error) -> Error {
    let Sent { headers, tries, cloud } = answer.extensions_mut().remove().unwrap_or_default();
    let parts = Context { info, cloud: &cloud, headers: &headers, tries }.answered(answer);
    Error::new(ErrorKind::Answer, Parts { source: Some(std::sync::Arc::new(source)), ..parts })
}

/// How the request of an answer was sent; it travels with the answer until that is read.
#[derive(Debug, Clone, Default)]
struct Sent {
    headers: HeaderMap,
    tries: u32,
    cloud: Cloud,
}

/// What is known of a request while it is sent.
pub(super) struct Context<'a> {
    pub(super) info: &'static OperationInfo,
    pub(super) cloud: &'a Cloud,
    /// The headers it is sent with.
    pub(super) headers: &'a HeaderMap,
    pub(super) tries: u32,
}

impl Context<'_> {
    /// An answer of success that remembers its request.
    pub(super) fn noted(&self, mut answer: Incoming) -> Incoming {
        answer.extensions_mut().insert(Sent {
            headers: self.headers.clone(),
            tries: self.tries,
            cloud: self.cloud.clone(),
        });
        answer
    }

    /// The error of a transport.
    pub(super) fn failed(&self, error: TransportError) -> Error {
        let kind = match error.kind() {
            TransportErrorKind::Connect => ErrorKind::Connect,
            TransportErrorKind::Network => ErrorKind::Network,
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::TooLarge => ErrorKind::TooLarge,
            TransportErrorKind::Redirect => ErrorKind::Redirect,
        };
        Error::new(kind, Parts { source: Some(std::sync::Arc::new(error)), ..self.unanswered() })
    }

    pub(super) fn no_token(&self, source: NoToken) -> Error {
        Error::new(ErrorKind::Credential, Parts { source: Some(source), tries: 0, ..self.unanswered() })
    }

    /// The error that a service answered with.
    pub(super) fn refused(&self, answer: Incoming, retry_after: Option<Duration>) -> Error {
        Error::new(ErrorKind::Service, Parts { retry_after, ..self.answered(answer) })
    }

    /// The error of a redirect that is not followed.
    pub(super) fn misled(&self, answer: Incoming) -> Error {
        let there = text(answer.headers(), LOCATION.as_str()).unwrap_or_default();
        let source: Box<dyn std::error::Error + Send + Sync> = format!("it points to `{}`", place(&there)).into();
        Error::new(ErrorKind::Redirect, Parts { source: Some(source.into()), ..self.answered(answer) })
    }

    fn unanswered(&self) -> Parts {
        let deployment =
            self.cloud.deployment().filter(|it| !self.info.clouds.is_empty() && !self.info.clouds.contains(it));
        Parts {
            not_in: deployment,
            operation: Some(self.info),
            client_request_id: text(self.headers, "client-request-id"),
            tries: self.tries,
            ..Parts::default()
        }
    }

    fn answered(&self, answer: Incoming) -> Parts {
        let (head, body) = answer.into_parts();
        let report = if head.status.is_success() { Report::default() } else { Report::read(&body) };
        let id = |name| text(&head.headers, name);
        Parts {
            status: Some(head.status),
            request_id: id("request-id").or_else(|| report.id(|inner| inner.request_id.as_ref())),
            client_request_id: id("client-request-id")
                .or_else(|| report.id(|inner| inner.client_request_id.as_ref()))
                .or_else(|| text(self.headers, "client-request-id")),
            content_type: id(CONTENT_TYPE.as_str()),
            report,
            body: Some(body),
            ..self.unanswered()
        }
    }
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// A location without its query, which may hold secrets.
fn place(location: &str) -> &str {
    location.split(['?', '#']).next().unwrap_or(location)
}
