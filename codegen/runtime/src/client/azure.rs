//! Credentials of the Azure identity crates.

use std::sync::Arc;

use azure_core::credentials::TokenCredential;

use super::{AccessToken, BoxError, BoxFuture, Credential};

/// A credential of the Azure identity crates. It needs Rust 1.88, as they do.
#[derive(Debug, Clone)]
pub struct AzureCredential(Arc<dyn TokenCredential>);

impl From<Arc<dyn TokenCredential>> for AzureCredential {
    fn from(credential: Arc<dyn TokenCredential>) -> Self {
        Self(credential)
    }
}

impl<T: TokenCredential + 'static> From<Arc<T>> for AzureCredential {
    fn from(credential: Arc<T>) -> Self {
        Self(credential)
    }
}

impl Credential for AzureCredential {
    fn token<'a>(&'a self, scope: &'a str) -> BoxFuture<'a, Result<AccessToken, BoxError>> {
        Box::pin(async move {
            let token = self.0.get_token(&[scope], None).await?;
            Ok(AccessToken::new(token.token.secret()).expires_on(token.expires_on.into()))
        })
    }
}
