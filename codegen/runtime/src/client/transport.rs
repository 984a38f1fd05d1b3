//! What carries a request to a service and its answer back; retries, tokens and redirects are not its business.

use std::error::Error as StdError;
use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;

use super::{BoxError, BoxFuture};

/// An answer as it came.
pub type Incoming = http::Response<Bytes>;

/// A request to carry, with the bounds of the exchange.
#[non_exhaustive]
pub struct Outgoing {
    /// The request, complete with its headers.
    pub request: http::Request<Bytes>,
    /// How long the exchange may take, from the connection to the last byte of the answer.
    pub timeout: Duration,
    /// How many bytes the body of the answer may have.
    pub max_response: usize,
}

impl fmt::Debug for Outgoing {
    /// Without the body, which holds what the user wants to keep.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("method", self.request.method())
            .field("uri", self.request.uri())
            .field("headers", self.request.headers())
            .field("body_len", &self.request.body().len())
            .field("timeout", &self.timeout)
            .field("max_response", &self.max_response)
            .finish()
    }
}

/// Carries requests for a [`Client`](super::Client), and waits for it: no async runtime is presumed elsewhere.
///
/// It must not follow redirects: the client decides what becomes of them, so that a token never reaches another host.
pub trait Transport: Send + Sync {
    /// The answer to a request, whatever its status is.
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Incoming, TransportError>>;

    /// Ends when the time is over.
    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()>;

    /// The time of day: dates in `Retry-After` and the expiry of tokens are measured by it.
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// Carries requests for a [`BlockingClient`](super::BlockingClient); see [`Transport`].
pub trait BlockingTransport: Send + Sync {
    /// The answer to a request, whatever its status is.
    fn send(&self, outgoing: Outgoing) -> Result<Incoming, TransportError>;

    /// Returns when the time is over.
    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }

    /// The time of day: dates in `Retry-After` and the expiry of tokens are measured by it.
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// Why a transport has no answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Option<BoxError>,
}

/// The kinds of [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about: no such host, refused, no TLS. Nothing was sent.
    Connect,
    /// A connection broke: what was sent may have arrived.
    Network,
    /// The time was over.
    Timeout,
    /// The answer has more bytes than allowed.
    TooLarge,
    /// The transport was led to another host.
    Redirect,
}

impl TransportError {
    /// An error of a kind.
    #[must_use]
    pub fn new(kind: TransportErrorKind) -> Self {
        Self { kind, source: None }
    }

    /// The same with its cause.
    #[must_use]
    pub fn with_source(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        Self { kind, source: Some(source.into()) }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "there is no connection",
            TransportErrorKind::Network => "the connection failed",
            TransportErrorKind::Timeout => "the time was over",
            TransportErrorKind::TooLarge => "the answer is larger than allowed",
            TransportErrorKind::Redirect => "the request was led to another host",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
