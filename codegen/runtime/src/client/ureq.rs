//! The blocking transport over ureq.

use std::io;
use std::time::Duration;

use super::{BlockingTransport, Incoming, Outgoing, TransportError, TransportErrorKind};

/// Carries requests over ureq.
#[derive(Debug, Clone)]
pub struct UreqTransport(ureq::Agent);

impl UreqTransport {
    /// With an agent of its own, which takes proxies from the environment.
    #[must_use]
    pub fn new() -> Self {
        Self(ureq::Agent::config_builder().timeout_connect(Some(Duration::from_secs(30))).build().into())
    }
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl From<ureq::Agent> for UreqTransport {
    /// With your own agent; what it says of redirects, statuses and time-outs is overridden.
    fn from(agent: ureq::Agent) -> Self {
        Self(agent)
    }
}

impl BlockingTransport for UreqTransport {
    fn send(&self, outgoing: Outgoing) -> Result<Incoming, TransportError> {
        let request = outgoing.request.map(|body| body.to_vec());
        let request = self
            .0
            .configure_request(request)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(outgoing.timeout))
            .build();
        let (head, mut body) = self.0.run(request).map_err(failure)?.into_parts();
        let most = u64::try_from(outgoing.max_response).unwrap_or(u64::MAX);
        let body = body.with_config().limit(most).read_to_vec().map_err(failure)?;
        Ok(http::Response::from_parts(head, body.into()))
    }
}

fn failure(error: ureq::Error) -> TransportError {
    let kind = match &error {
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::Tls(_)
        | ureq::Error::Rustls(_)
        | ureq::Error::Timeout(ureq::Timeout::Resolve | ureq::Timeout::Connect) => TransportErrorKind::Connect,
        ureq::Error::Io(error) if is_unconnected(error) => TransportErrorKind::Connect,
        ureq::Error::Timeout(_) => TransportErrorKind::Timeout,
        ureq::Error::BodyExceedsLimit(_) => TransportErrorKind::TooLarge,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => TransportErrorKind::Timeout,
        _ => TransportErrorKind::Network,
    };
    TransportError::with_source(kind, error)
}

/// Whether an error can only come before anything of the request is sent: ureq shakes hands when it first writes.
fn is_unconnected(error: &io::Error) -> bool {
    let handshake = error.get_ref().and_then(|source| source.downcast_ref::<rustls::Error>());
    match handshake {
        Some(handshake) => matches!(
            handshake,
            rustls::Error::InvalidCertificate(_)
                | rustls::Error::NoCertificatesPresented
                | rustls::Error::PeerIncompatible(_)
        ),
        None => {
            matches!(
                error.kind(),
                io::ErrorKind::ConnectionRefused | io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable
            ) || is_lookup(error)
        }
    }
}

/// Whether a name has no address. The standard library has no kind of error for that, only these words
/// (`std::sys::net`, on every Unix); where they change, the error says less than could be known, and nothing false.
fn is_lookup(error: &io::Error) -> bool {
    error.raw_os_error().is_none() && error.to_string().starts_with("failed to lookup address information")
}
