//! The transport over reqwest.

use std::time::Duration;

use bytes::{Bytes, BytesMut};

use super::{BoxFuture, Error, Incoming, Outgoing, Transport, TransportError, TransportErrorKind};
use crate::operation::Invalid;

/// Carries requests over reqwest; it needs a running tokio runtime, as reqwest does.
#[derive(Debug, Clone)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// With a client of its own, which takes proxies from the environment.
    pub fn new() -> Result<Self, Error> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(30))
            .build();
        client.map(Self).map_err(|error| {
            Error::invalid(None, Invalid::Settings { reason: format!("reqwest cannot make a client: {error}") })
        })
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    /// With your own client.
    ///
    /// Build it with `.redirect(reqwest::redirect::Policy::none())`. Otherwise reqwest follows redirects by itself: it
    /// takes the token away on the way to another host, but sends the body there; the outcome is an error.
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Incoming, TransportError>> {
        Box::pin(async move {
            let mut request = reqwest::Request::try_from(outgoing.request).map_err(failure)?;
            *request.timeout_mut() = Some(outgoing.timeout);
            let origin = request.url().origin();
            let response = self.0.execute(request).await.map_err(failure)?;
            if response.url().origin() != origin {
                return Err(TransportError::new(TransportErrorKind::Redirect));
            }
            received(response, outgoing.max_response).await
        })
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(time))
    }
}

/// The whole answer, unless it is larger than allowed: then the rest is not read.
async fn received(mut response: reqwest::Response, most: usize) -> Result<Incoming, TransportError> {
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    if announced > most {
        return Err(TransportError::new(TransportErrorKind::TooLarge));
    }
    let mut body = BytesMut::with_capacity(announced);
    while let Some(chunk) = response.chunk().await.map_err(failure)? {
        if body.len() + chunk.len() > most {
            return Err(TransportError::new(TransportErrorKind::TooLarge));
        }
        body.extend_from_slice(&chunk);
    }
    let mut answer = http::Response::new(Bytes::from(body));
    *answer.status_mut() = response.status();
    std::mem::swap(answer.headers_mut(), response.headers_mut());
    Ok(answer)
}

/// Without the address, whose path may name a person.
fn failure(error: reqwest::Error) -> TransportError {
    let kind = match () {
        () if error.is_connect() => TransportErrorKind::Connect,
        () if error.is_timeout() => TransportErrorKind::Timeout,
        () if error.is_redirect() => TransportErrorKind::Redirect,
        () => TransportErrorKind::Network,
    };
    TransportError::with_source(kind, error.without_url())
}
