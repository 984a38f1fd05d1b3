//! Where tokens come from.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{BoxError, BoxFuture};

/// A bearer token. Its text never appears in `Debug`.
#[derive(Clone)]
pub struct AccessToken {
    secret: Arc<str>,
    expires: Option<SystemTime>,
}

impl AccessToken {
    /// A token that is taken to be valid for ever.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into().into(), expires: None }
    }

    /// The same token, valid until a time.
    #[must_use]
    pub fn expires_on(self, time: SystemTime) -> Self {
        Self { expires: Some(time), ..self }
    }

    /// The same token, valid for a while: the `expires_in` of OAuth answers.
    #[must_use]
    pub fn expires_in(self, time: Duration) -> Self {
        Self { expires: SystemTime::now().checked_add(time), ..self }
    }

    /// The text of the token.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.secret
    }

    /// When it ends to be valid, if that is known.
    #[must_use]
    pub fn expires(&self) -> Option<SystemTime> {
        self.expires
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken").field("secret", &"<redacted>").field("expires", &self.expires).finish()
    }
}

/// Gives tokens to a [`Client`](super::Client), which keeps each until shortly before it expires and asks for one at a time.
pub trait Credential: Send + Sync {
    /// A token for a scope, such as `https://graph.microsoft.com/.default`.
    fn token<'a>(&'a self, scope: &'a str) -> BoxFuture<'a, Result<AccessToken, BoxError>>;
}

/// Gives tokens to a [`BlockingClient`](super::BlockingClient); see [`Credential`].
pub trait BlockingCredential: Send + Sync {
    /// A token for a scope, such as `https://graph.microsoft.com/.default`.
    fn token(&self, scope: &str) -> Result<AccessToken, BoxError>;
}

/// One token for everything.
#[derive(Debug, Clone)]
pub struct StaticToken(AccessToken);

impl StaticToken {
    /// A credential that gives this token always.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self(AccessToken::new(secret))
    }
}

impl Credential for StaticToken {
    fn token<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<AccessToken, BoxError>> {
        Box::pin(std::future::ready(Ok(self.0.clone())))
    }
}

impl BlockingCredential for StaticToken {
    fn token(&self, _: &str) -> Result<AccessToken, BoxError> {
        Ok(self.0.clone())
    }
}

/// A closure as a credential: `async` for the async client, plain for the blocking one.
#[derive(Clone)]
pub struct CredentialFn<F>(F);

impl<F> CredentialFn<F> {
    /// A credential that calls the closure with the scope.
    pub fn new(closure: F) -> Self {
        Self(closure)
    }
}

impl<F> fmt::Debug for CredentialFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CredentialFn")
    }
}

impl<F, R, E> Credential for CredentialFn<F>
where
    F: Fn(String) -> R + Send + Sync,
    R: Future<Output = Result<AccessToken, E>> + Send,
    E: Into<BoxError>,
{
    fn token<'a>(&'a self, scope: &'a str) -> BoxFuture<'a, Result<AccessToken, BoxError>> {
        Box::pin(async { (self.0)(scope.to_owned()).await.map_err(Into::into) })
    }
}

impl<F, E> BlockingCredential for CredentialFn<F>
where
    F: Fn(&str) -> Result<AccessToken, E> + Send + Sync,
    E: Into<BoxError>,
{
    fn token(&self, scope: &str) -> Result<AccessToken, BoxError> {
        (self.0)(scope).map_err(Into::into)
    }
}
