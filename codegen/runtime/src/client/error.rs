//! The error of a request, with all that is known of it.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::error_body::Report;
use crate::operation::{Deployment, Invalid, OperationInfo};

/// Why an update was not made, or is not known to have been made.
///
/// Its `Display` is one line that says what to do about it where that is known. Cheap to clone.
#[derive(Clone)]
pub struct Error(Arc<Whole>);

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request or the client is not fit; nothing was sent.
    Invalid,
    /// The credential gave no token; nothing was sent.
    Credential,
    /// No connection came about, be it for the name, the host or TLS; nothing was sent.
    Connect,
    /// The connection broke: the update may have been made.
    Network,
    /// The time was over: the update may have been made.
    Timeout,
    /// The answer has more bytes than allowed: the update may have been made.
    TooLarge,
    /// The service named another place, which is not followed.
    Redirect,
    /// The service answered with an error.
    Service,
    /// The service reported success with a body that cannot be read: the update has been made, unless something in between
    /// answered for it (a sign-in page does).
    Answer,
}

#[derive(Debug)]
struct Whole {
    kind: ErrorKind,
    parts: Parts,
}

/// What is known of an error besides its kind.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) operation: Option<&'static OperationInfo>,
    pub(super) status: Option<http::StatusCode>,
    pub(super) report: Report,
    pub(super) request_id: Option<String>,
    pub(super) client_request_id: Option<String>,
    pub(super) retry_after: Option<Duration>,
    pub(super) content_type: Option<String>,
    pub(super) body: Option<Bytes>,
    pub(super) tries: u32,
    /// The cloud that it was sent to, where the docs say that the operation is not there in it.
    pub(super) not_in: Option<Deployment>,
    pub(super) source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// One of several errors that a service reports together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The service's word for it.
    pub code: Option<String>,
    /// What is wrong.
    pub message: Option<String>,
    /// The property or parameter that is wrong.
    pub target: Option<String>,
}

/// What lies behind an error, as the service tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct InnerError {
    /// The service's word for it, narrower than that of the error around it.
    pub code: Option<String>,
    /// What is wrong.
    pub message: Option<String>,
    /// When it was.
    pub date: Option<String>,
    /// The service's name of the request.
    pub request_id: Option<String>,
    /// The client's name of the request.
    pub client_request_id: Option<String>,
}

impl Error {
    pub(super) fn new(kind: ErrorKind, parts: Parts) -> Self {
        Self(Arc::new(Whole { kind, parts }))
    }

    pub(super) fn invalid(operation: Option<&'static OperationInfo>, invalid: Invalid) -> Self {
        Self::new(ErrorKind::Invalid, Parts { operation, source: Some(Arc::new(invalid)), ..Parts::default() })
    }

    pub(super) fn parts(&self) -> &Parts {
        &self.0.parts
    }

    /// What went wrong in general.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation, where the error belongs to one.
    #[must_use]
    pub fn operation(&self) -> Option<&'static OperationInfo> {
        self.0.parts.operation
    }

    /// The HTTP status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.parts.status.map(|status| status.as_u16())
    }

    /// The service's word for the error: `Request_ResourceNotFound`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.parts.report.code.as_deref()
    }

    /// What the service says.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.parts.report.message.as_deref()
    }

    /// The property or parameter that the service names as wrong.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.0.parts.report.target.as_deref()
    }

    /// The errors that the service reports together.
    #[must_use]
    pub fn details(&self) -> &[ErrorDetail] {
        &self.0.parts.report.details
    }

    /// What lies behind the error, from the outermost to the innermost.
    #[must_use]
    pub fn inner_errors(&self) -> &[InnerError] {
        &self.0.parts.report.inner
    }

    /// The service's name of the request; its support asks for it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.parts.request_id.as_deref()
    }

    /// The client's name of the request.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.parts.client_request_id.as_deref()
    }

    /// How long the service wants us to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.parts.retry_after
    }

    /// How often the request was sent.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.0.parts.tries
    }

    /// What the body of the answer is said to be: `text/html`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.parts.content_type.as_deref()
    }

    /// The body of the answer as it came.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.parts.body.as_deref()
    }

    /// The body of the answer as text.
    #[must_use]
    pub fn body_text(&self) -> Option<Cow<'_, str>> {
        self.body().map(String::from_utf8_lossy)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.parts.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Debug for Error {
    /// Without the body: it may hold what the user wants to keep out of logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts();
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &parts.operation.map(|operation| operation.name))
            .field("status", &self.status())
            .field("report", &parts.report)
            .field("request_id", &parts.request_id)
            .field("client_request_id", &parts.client_request_id)
            .field("retry_after", &parts.retry_after)
            .field("body_len", &parts.body.as_ref().map(Bytes::len))
            .field("tries", &parts.tries)
            .field("source", &parts.source)
            .finish()
    }
}
