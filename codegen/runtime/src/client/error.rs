//! The error of a request, with all that is known of it.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::error_body::Message;
use crate::operation::{Invalid, OperationInfo, Permissions};

/// Why an update was not made, or is not known to have been made.
///
/// Its `Display` is one line that says what to do about it where that is known. Cheap to clone.
#[derive(Clone)]
pub struct Error(Arc<Parts>);

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request or the client is not fit; nothing was sent.
    Invalid,
    /// The credential gave no token; nothing was sent.
    Credential,
    /// No connection, or one that broke: the update may have been made.
    Network,
    /// The time was over: the update may have been made.
    Timeout,
    /// The answer has more bytes than allowed.
    TooLarge,
    /// The service named another place, which is not followed.
    Redirect,
    /// The service answered with an error.
    Service,
    /// The service reported success with a body that cannot be read: the update has been made.
    Answer,
}

/// What an [`Error`] consists of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) kind: Option<ErrorKind>,
    pub(super) operation: Option<&'static OperationInfo>,
    pub(super) status: Option<http::StatusCode>,
    pub(super) message: Message,
    pub(super) request_id: Option<String>,
    pub(super) client_request_id: Option<String>,
    pub(super) retry_after: Option<Duration>,
    pub(super) content_type: Option<String>,
    pub(super) body: Option<Bytes>,
    pub(super) tries: u32,
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
        Self(Arc::new(Parts { kind: Some(kind), ..parts }))
    }

    pub(super) fn invalid(operation: Option<&'static OperationInfo>, invalid: Invalid) -> Self {
        Self::new(ErrorKind::Invalid, Parts { operation, source: Some(Arc::new(invalid)), ..Parts::default() })
    }

    /// What went wrong in general.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind.unwrap_or(ErrorKind::Invalid)
    }

    /// The operation, where the error belongs to one.
    #[must_use]
    pub fn operation(&self) -> Option<&'static OperationInfo> {
        self.0.operation
    }

    /// The HTTP status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status.map(|status| status.as_u16())
    }

    /// The service's word for the error: `Request_ResourceNotFound`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.message.code.as_deref()
    }

    /// What the service says.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.message.message.as_deref()
    }

    /// The property or parameter that the service names as wrong.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.0.message.target.as_deref()
    }

    /// The errors that the service reports together.
    #[must_use]
    pub fn details(&self) -> &[ErrorDetail] {
        &self.0.message.details
    }

    /// What lies behind the error, from the outermost to the innermost.
    #[must_use]
    pub fn inner_errors(&self) -> &[InnerError] {
        &self.0.message.inner
    }

    /// The service's name of the request; its support asks for it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The client's name of the request.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.client_request_id.as_deref()
    }

    /// How long the service wants us to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How often the request was sent.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.0.tries
    }

    /// What the body of the answer is said to be: `text/html`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.content_type.as_deref()
    }

    /// The body of the answer as it came.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.body.as_deref()
    }

    /// The body of the answer as text.
    #[must_use]
    pub fn body_text(&self) -> Option<Cow<'_, str>> {
        self.body().map(String::from_utf8_lossy)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Debug for Error {
    /// Without the body: it may hold what the user wants to keep out of logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &*self.0;
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &parts.operation.map(|operation| operation.name))
            .field("status", &self.status())
            .field("message", &parts.message)
            .field("request_id", &parts.request_id)
            .field("client_request_id", &parts.client_request_id)
            .field("retry_after", &parts.retry_after)
            .field("body_len", &parts.body.as_ref().map(Bytes::len))
            .field("tries", &parts.tries)
            .field("source", &parts.source)
            .finish()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &*self.0;
        if let Some(operation) = parts.operation {
            write!(f, "{}: ", operation.name)?;
        }
        what(f, self)?;
        hint(f, self)?;
        if parts.tries > 1 {
            write!(f, "; gave up after {} tries", parts.tries)?;
        }
        if let Some(wait) = parts.retry_after {
            write!(f, "; the service asks to wait {} s", wait.as_secs_f64())?;
        }
        for (name, id) in [("request-id", &parts.request_id), ("client-request-id", &parts.client_request_id)] {
            if let Some(id) = id {
                write!(f, "; {name} {}", OneLine(id))?;
            }
        }
        Ok(())
    }
}

/// What went wrong.
fn what(f: &mut fmt::Formatter<'_>, error: &Error) -> fmt::Result {
    let parts = &*error.0;
    f.write_str(match error.kind() {
        ErrorKind::Invalid => "not sent",
        ErrorKind::Credential => "not sent, since the credential gave no token",
        ErrorKind::Network => "the connection failed",
        ErrorKind::Timeout => "no answer in time",
        ErrorKind::TooLarge => "the answer is larger than allowed",
        ErrorKind::Redirect => "led to another place, which is not followed",
        ErrorKind::Service => "refused",
        ErrorKind::Answer => "done, but the answer cannot be read",
    })?;
    if let Some(status) = parts.status {
        write!(f, ": {status}")?;
    }
    if let Some(code) = error.code() {
        write!(f, " ({})", OneLine(code))?;
    }
    if let Some(message) = error.message() {
        write!(f, ": {}", OneLine(message))?;
    }
    if let Some(target) = error.target() {
        write!(f, " [{}]", OneLine(target))?;
    }
    if error.kind() == ErrorKind::Service && parts.message == Message::default() {
        let (size, ty) = (error.body().unwrap_or_default().len(), error.content_type().unwrap_or("of no type"));
        write!(f, ": no error that can be read in {size} bytes ({})", OneLine(ty))?;
    }
    match &parts.source {
        Some(source) => write!(f, ": {}", OneLine(&deepest(&**source))),
        None => Ok(()),
    }
}

/// What can be done about it.
fn hint(f: &mut fmt::Formatter<'_>, error: &Error) -> fmt::Result {
    match (error.kind(), error.status(), error.0.operation) {
        (ErrorKind::Network | ErrorKind::Timeout, ..) => f.write_str("; the update may have been made"),
        (ErrorKind::Service, Some(401), _) => f.write_str("; the token is not valid for this cloud, or has expired"),
        (ErrorKind::Service, Some(403), Some(operation)) => needs(f, &operation.permissions),
        (ErrorKind::Service, Some(412), _) => f.write_str("; the object has changed: read it again for its new ETag"),
        _ => Ok(()),
    }
}

fn needs(f: &mut fmt::Formatter<'_>, permissions: &Permissions) -> fmt::Result {
    let kinds = [
        ("delegated", permissions.delegated_work),
        ("personal account", permissions.delegated_personal),
        ("application", permissions.application),
        ("any kind", permissions.unspecified),
    ];
    let mut separator = "; the docs ask for one of";
    for (kind, names) in kinds.iter().filter(|(_, names)| !names.is_empty()) {
        write!(f, "{separator} {} ({kind})", names.join(", "))?;
        separator = ";";
    }
    Ok(())
}

/// An error's text with that of its innermost cause: what lies between mostly repeats one of them.
fn deepest(error: &(dyn StdError + 'static)) -> String {
    let mut cause = error.source();
    while let Some(next) = cause.and_then(StdError::source) {
        cause = Some(next);
    }
    match cause {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

/// Text from elsewhere, on one line and not endless.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LIMIT: usize = 600;
        let mut left = LIMIT;
        for (index, word) in self.0.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            let Some(rest) = left.checked_sub(word.chars().count() + 1) else {
                return write!(f, "{}…", word.chars().take(left).collect::<String>());
            };
            f.write_str(word)?;
            left = rest;
        }
        Ok(())
    }
}
