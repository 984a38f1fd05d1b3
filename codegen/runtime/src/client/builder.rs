//! The settings of a client, and how it is put together.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::credential::CredentialFn;
use super::token::Tokens;
use super::{BlockingCredential, BlockingTransport, Cloud, Credential, Error, RetryPolicy, StaticToken, Transport};
use crate::operation::Invalid;

/// Puts a [`Client`](super::Client) together.
pub type ClientBuilder = Builder<dyn Transport, dyn Credential>;

/// Puts a [`BlockingClient`](super::BlockingClient) together.
pub type BlockingClientBuilder = Builder<dyn BlockingTransport, dyn BlockingCredential>;

/// Puts a client together, from its kinds of transport and credential.
pub struct Builder<T: ?Sized, C: ?Sized> {
    pub(super) transport: Option<Arc<T>>,
    credential: Option<Arc<C>>,
    cloud: Cloud,
    retry: RetryPolicy,
    timeout: Duration,
    max_response: usize,
    user_agent: Option<String>,
}

/// What a client knows besides its transport and credential.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) cloud: Cloud,
    pub(super) retry: RetryPolicy,
    pub(super) timeout: Duration,
    pub(super) max_response: usize,
    pub(super) user_agent: HeaderValue,
}

/// What both clients consist of.
pub(super) struct Core<T: ?Sized, C: ?Sized> {
    pub(super) settings: Settings,
    pub(super) tokens: Tokens<C>,
    pub(super) transport: Arc<T>,
}

impl<T: ?Sized, C: ?Sized> Default for Builder<T, C> {
    fn default() -> Self {
        Self {
            transport: None,
            credential: None,
            cloud: Cloud::GLOBAL,
            retry: RetryPolicy::new(),
            timeout: Duration::from_secs(100),
            max_response: 16 << 20,
            user_agent: None,
        }
    }
}

impl<T: ?Sized, C: ?Sized> Builder<T, C> {
    /// The deployment to talk to; the worldwide one if not said.
    #[must_use]
    pub fn cloud(self, cloud: Cloud) -> Self {
        Self { cloud, ..self }
    }

    /// How often and after which waits requests are sent again.
    #[must_use]
    pub fn retry(self, retry: RetryPolicy) -> Self {
        Self { retry, ..self }
    }

    /// How long one try may take; 100 s if not said.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// How many bytes the body of an answer may have; 16 MiB if not said.
    #[must_use]
    pub fn max_response(self, bytes: usize) -> Self {
        Self { max_response: bytes, ..self }
    }

    /// The name and version of the program, put before that of the runtime: `inventory/2.1`.
    #[must_use]
    pub fn user_agent(self, product: impl Into<String>) -> Self {
        Self { user_agent: Some(product.into()), ..self }
    }

    pub(super) fn core(self) -> Result<Core<T, C>, Error> {
        let missing = |what: &str| {
            Error::invalid(
                None,
                Invalid::Settings { reason: format!("the client has no {what}; give the builder one") },
            )
        };
        let transport = self.transport.ok_or_else(|| missing("transport"))?;
        let credential = self.credential.ok_or_else(|| missing("credential"))?;
        let tokens = Tokens::new(credential, self.cloud.scope());
        let settings = Settings {
            user_agent: user_agent(self.user_agent.as_deref())?,
            cloud: self.cloud,
            retry: self.retry,
            timeout: self.timeout,
            max_response: self.max_response,
        };
        Ok(Core { settings, tokens, transport })
    }
}

impl Builder<dyn Transport, dyn Credential> {
    /// What carries the requests; reqwest if not said and if that feature is on.
    #[must_use]
    pub fn transport(self, transport: impl Transport + 'static) -> Self {
        Self { transport: Some(Arc::new(transport)), ..self }
    }

    /// Where tokens come from.
    #[must_use]
    pub fn credential(self, credential: impl Credential + 'static) -> Self {
        Self { credential: Some(Arc::new(credential)), ..self }
    }

    /// A closure that gives tokens for a scope.
    #[must_use]
    pub fn credential_fn<F>(self, closure: F) -> Self
    where
        CredentialFn<F>: Credential + 'static,
    {
        self.credential(CredentialFn::new(closure))
    }

    /// One token for everything.
    #[must_use]
    pub fn token(self, secret: impl Into<String>) -> Self {
        self.credential(StaticToken::new(secret))
    }
}

impl Builder<dyn BlockingTransport, dyn BlockingCredential> {
    /// What carries the requests; ureq if not said and if that feature is on.
    #[must_use]
    pub fn transport(self, transport: impl BlockingTransport + 'static) -> Self {
        Self { transport: Some(Arc::new(transport)), ..self }
    }

    /// Where tokens come from.
    #[must_use]
    pub fn credential(self, credential: impl BlockingCredential + 'static) -> Self {
        Self { credential: Some(Arc::new(credential)), ..self }
    }

    /// A closure that gives tokens for a scope.
    #[must_use]
    pub fn credential_fn<F>(self, closure: F) -> Self
    where
        CredentialFn<F>: BlockingCredential + 'static,
    {
        self.credential(CredentialFn::new(closure))
    }

    /// One token for everything.
    #[must_use]
    pub fn token(self, secret: impl Into<String>) -> Self {
        self.credential(StaticToken::new(secret))
    }
}

impl<T: ?Sized, C: ?Sized> fmt::Debug for Builder<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("cloud", &self.cloud)
            .field("retry", &self.retry)
            .field("timeout", &self.timeout)
            .field("max_response", &self.max_response)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}

fn user_agent(product: Option<&str>) -> Result<HeaderValue, Error> {
    const RUNTIME: &str = concat!("tablewright-runtime/", env!("CARGO_PKG_VERSION"));
    let text = product.map_or_else(|| RUNTIME.to_owned(), |product| format!("{product} {RUNTIME}"));
    HeaderValue::try_from(text)
        .map_err(|_| Error::invalid(None, Invalid::HeaderValue { name: "User-Agent".to_owned() }))
}
