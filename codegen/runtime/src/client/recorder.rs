//! A transport without a network, for tests: keeps the requests and gives prepared answers.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::{BlockingTransport, BoxFuture, Incoming, Outgoing, Transport, TransportError, TransportErrorKind};
use crate::Json;

/// A transport for tests: it keeps what is sent, gives the answers that were prepared, in order, and never waits.
///
/// Clones share everything, so that one goes into the client and the other is asked afterwards.
#[derive(Debug, Clone, Default)]
pub struct Recorder(Arc<Mutex<Tape>>);

#[derive(Debug, Default)]
struct Tape {
    answers: VecDeque<Result<Incoming, TransportErrorKind>>,
    requests: Vec<RecordedRequest>,
    waits: Vec<Duration>,
}

/// A request as it would have gone over the network.
#[derive(Clone)]
pub struct RecordedRequest {
    request: http::Request<Bytes>,
}

#[expect(clippy::must_use_candidate, reason = "what these methods return is for chains only")]
impl Recorder {
    /// A transport that has no answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The next answer: a status with a JSON body.
    pub fn answer(&self, status: u16, body: impl Into<Json>) -> &Self {
        self.answer_with(status, &[("content-type", "application/json")], body.into().to_string())
    }

    /// The next answer: a status without a body.
    pub fn answer_empty(&self, status: u16) -> &Self {
        self.answer_with(status, &[], "")
    }

    /// The next answer: a status, headers and a body.
    ///
    /// # Panics
    ///
    /// If the status or a header is none.
    pub fn answer_with(&self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> &Self {
        let mut answer = http::Response::new(body.into());
        *answer.status_mut() = StatusCode::from_u16(status).expect("a status has three digits");
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).expect("the name of a header has no blanks");
            answer.headers_mut().append(name, HeaderValue::from_str(value).expect("a header is one line of ASCII"));
        }
        self.tape().answers.push_back(Ok(answer));
        self
    }

    /// The next answer: none, since the exchange fails.
    pub fn fail(&self, kind: TransportErrorKind) -> &Self {
        self.tape().answers.push_back(Err(kind));
        self
    }

    /// What was sent, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.tape().requests.clone()
    }

    /// How long the client would have waited, in order.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        self.tape().waits.clone()
    }

    fn tape(&self) -> MutexGuard<'_, Tape> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn exchange(&self, outgoing: Outgoing) -> Result<Incoming, TransportError> {
        let mut tape = self.tape();
        tape.requests.push(RecordedRequest { request: outgoing.request });
        let missing =
            || TransportError::with_source(TransportErrorKind::Network, "no answer was prepared for this request");
        tape.answers.pop_front().ok_or_else(missing)?.map_err(TransportError::new)
    }

    fn wait(&self, time: Duration) {
        self.tape().waits.push(time);
    }

    /// Waits let this clock advance, as they would the real one.
    fn time(&self) -> SystemTime {
        SystemTime::now() + self.tape().waits.iter().sum::<Duration>()
    }
}

impl Transport for Recorder {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Incoming, TransportError>> {
        Box::pin(std::future::ready(self.exchange(outgoing)))
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()> {
        self.wait(time);
        Box::pin(std::future::ready(()))
    }

    fn now(&self) -> SystemTime {
        self.time()
    }
}

impl BlockingTransport for Recorder {
    fn send(&self, outgoing: Outgoing) -> Result<Incoming, TransportError> {
        self.exchange(outgoing)
    }

    fn sleep(&self, time: Duration) {
        self.wait(time);
    }

    fn now(&self) -> SystemTime {
        self.time()
    }
}

impl RecordedRequest {
    /// The method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// The whole address.
    #[must_use]
    pub fn url(&self) -> String {
        self.request.uri().to_string()
    }

    /// The path, with the version.
    #[must_use]
    pub fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.headers().get(name)?.to_str().ok()
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.request.body()
    }

    /// The body as JSON; null if it is none.
    #[must_use]
    pub fn json(&self) -> Json {
        serde_json::from_slice(self.request.body()).unwrap_or_default()
    }
}

impl fmt::Debug for RecordedRequest {
    /// The token is left out: its header is marked as sensitive.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = String::from_utf8_lossy(self.request.body());
        f.debug_struct("RecordedRequest")
            .field("method", self.request.method())
            .field("uri", self.request.uri())
            .field("headers", self.request.headers())
            .field("body", &body)
            .finish()
    }
}
