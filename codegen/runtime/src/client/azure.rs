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

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::time::{Duration, SystemTime};

    use azure_core::Result;
    use azure_core::credentials::TokenRequestOptions;

    use super::*;

    #[derive(Debug)]
    struct Fixed;

    const LIFE: Duration = Duration::from_secs(60);

    impl TokenCredential for Fixed {
        fn get_token<'a, 'b, 'c, 'd, 'e>(
            &'a self,
            scopes: &'b [&'c str],
            _: Option<TokenRequestOptions<'d>>,
        ) -> Pin<Box<dyn Future<Output = Result<azure_core::credentials::AccessToken>> + Send + 'e>>
        where
            'a: 'e,
            'b: 'e,
            'c: 'e,
            'd: 'e,
            Self: 'e,
        {
            let end = SystemTime::UNIX_EPOCH + LIFE;
            let token = azure_core::credentials::AccessToken::new(scopes.join(" "), end.into());
            Box::pin(std::future::ready(Ok(token)))
        }
    }

    #[test]
    fn the_scope_goes_there_and_the_token_with_its_end_comes_back() {
        let credential = AzureCredential::from(Arc::new(Fixed));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let token = runtime.block_on(credential.token("s/.default")).unwrap();
        assert_eq!((token.secret(), token.expires()), ("s/.default", Some(SystemTime::UNIX_EPOCH + LIFE)));
    }
}
