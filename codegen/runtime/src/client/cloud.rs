//! Where a service is and which scope its tokens have, always together.

use std::borrow::Cow;

use http::Uri;

use super::Error;
use crate::operation::{Deployment, Invalid};

/// A deployment of Microsoft Graph: its address with the scope of its tokens, so that one cannot be taken without the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cloud {
    root: Cow<'static, str>,
    scope: Cow<'static, str>,
}

impl Cloud {
    /// The worldwide service.
    pub const GLOBAL: Self = Self::known("https://graph.microsoft.com", "https://graph.microsoft.com/.default");
    /// The service for the US government, level 4.
    pub const US_L4: Self = Self::known("https://graph.microsoft.us", "https://graph.microsoft.us/.default");
    /// The service for the US government, level 5 (Department of Defense).
    pub const US_L5: Self = Self::known("https://dod-graph.microsoft.us", "https://dod-graph.microsoft.us/.default");
    /// The service in China, operated by 21Vianet.
    pub const CHINA: Self =
        Self::known("https://microsoftgraph.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn/.default");

    const fn known(root: &'static str, scope: &'static str) -> Self {
        Self { root: Cow::Borrowed(root), scope: Cow::Borrowed(scope) }
    }

    /// Another address, such as a gateway or a test server, with the scope that its tokens need.
    ///
    /// The address has no version, query or user; it is `https`, except on this very machine (`localhost`, `127.0.0.1`,
    /// `[::1]`), where `http` will do.
    pub fn custom(root: impl Into<String>, scope: impl Into<String>) -> Result<Self, Error> {
        let root = root.into();
        let root = root.trim_end_matches('/');
        check_root(root).map_err(|reason| {
            Error::invalid(None, Invalid::Settings { reason: format!("the root `{}` {reason}", root.escape_debug()) })
        })?;
        Ok(Self { root: root.to_owned().into(), scope: scope.into().into() })
    }

    /// Which of the known deployments it is; `None` for another address.
    #[must_use]
    pub fn deployment(&self) -> Option<Deployment> {
        let known = [
            (Self::GLOBAL, Deployment::Global),
            (Self::US_L4, Deployment::UsL4),
            (Self::US_L5, Deployment::UsL5),
            (Self::CHINA, Deployment::China),
        ];
        known.into_iter().find(|(cloud, _)| cloud.root == self.root).map(|(_, deployment)| deployment)
    }

    /// The address, without a slash at the end.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// What a token must be good for.
    #[must_use]
    pub fn scope(&self) -> &str {
        &self.scope
    }
}

impl Default for Cloud {
    fn default() -> Self {
        Self::GLOBAL
    }
}

fn check_root(root: &str) -> Result<(), &'static str> {
    let uri: Uri = root.parse().map_err(|_| "is no address")?;
    let authority = uri.authority().ok_or("names no host")?;
    if authority.as_str().contains('@') {
        return Err("names a user");
    }
    if root.contains(['?', '#']) {
        return Err("has a query");
    }
    match uri.scheme_str() {
        Some("https") => Ok(()),
        Some("http") if is_loopback(authority.host()) => Ok(()),
        _ => Err("is not https: tokens would travel in the clear"),
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_clouds_scope_is_of_its_host() {
        for cloud in [Cloud::GLOBAL, Cloud::US_L4, Cloud::US_L5, Cloud::CHINA] {
            assert_eq!(cloud.scope().strip_suffix("/.default"), Some(cloud.root()));
            assert_eq!(check_root(cloud.root()), Ok(()));
        }
    }

    #[test]
    fn custom_roots_are_https_unless_they_are_here() {
        for root in ["https://gateway.example/graph/", "http://127.0.0.1:8080", "http://localhost", "http://[::1]:9"] {
            assert_eq!(Cloud::custom(root, "s").unwrap().root(), root.trim_end_matches('/'));
        }
        for root in [
            "http://example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "ftp://localhost",
            "https://user@example.com",
            "https://example.com/?a",
            "https://example.com#a",
            "/graph",
            "example.com",
            "",
            "https://a b",
        ] {
            assert!(Cloud::custom(root, "s").is_err(), "{root}");
        }
    }
}
