//! One request from its first try to its outcome, as steps that an async and a blocking client take alike; does no I/O.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, USER_AGENT};
use http::{HeaderMap, Method, StatusCode, Uri};

use super::answer::Context;
use super::backoff::{Backoff, NetworkErrors};
use super::builder::Settings;
use super::error::Error;
use super::token::NoToken;
use super::{
    AccessToken, BoxError, Incoming, Outgoing, TransportError, TransportErrorKind, random, retry_after, trace,
};
use crate::operation::{Draft, Invalid, OperationInfo};

/// What a client does next.
pub(super) enum Step {
    /// Gets a token and sends the request.
    Send,
    /// Sleeps, then sends the request.
    Wait(Duration),
    /// Gives the outcome.
    Done(Result<Incoming, Error>),
}

/// A request that is being sent.
pub(super) struct Call<'a> {
    settings: &'a Settings,
    info: &'static OperationInfo,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
    backoff: Backoff,
    redirects: u32,
}

/// What is asked of the service.
struct Target<'a> {
    info: &'static OperationInfo,
    method: Method,
    path: &'a str,
    body: String,
}

impl<'a> Call<'a> {
    /// The call of an update.
    pub(super) fn update(settings: &'a Settings, draft: &Draft, now: SystemTime) -> Result<Self, Error> {
        let invalid = |invalid| Error::invalid(Some(draft.info), invalid);
        draft.check().map_err(invalid)?;
        let path = draft.path().map_err(invalid)?;
        let target = Target { info: draft.info, method: Method::PATCH, path, body: draft.body_text() };
        let mut call = Self::new(settings, target, now)?;
        for (name, value) in draft.headers() {
            let name = HeaderName::from_bytes(name.as_bytes())
                .map_err(|_| invalid(Invalid::HeaderName { name: name.to_owned() }))?;
            let value = HeaderValue::from_str(value)
                .map_err(|_| invalid(Invalid::HeaderValue { name: name.as_str().to_owned() }))?;
            call.headers.insert(name, value);
        }
        Ok(call)
    }

    /// The call of a batch.
    pub(super) fn batch(
        settings: &'a Settings,
        info: &'static OperationInfo,
        body: String,
        now: SystemTime,
    ) -> Result<Self, Error> {
        Self::new(settings, Target { info, method: Method::POST, path: "$batch", body }, now)
    }

    fn new(settings: &'a Settings, target: Target<'_>, now: SystemTime) -> Result<Self, Error> {
        const JSON: HeaderValue = HeaderValue::from_static("application/json");
        let Target { info, method, path, body } = target;
        let uri = format!("{}/{}/{path}", settings.cloud.root(), info.version).parse();
        let uri = uri.map_err(|_| Error::invalid(Some(info), Invalid::Template { template: path.to_owned() }))?;
        let id = HeaderValue::try_from(random::uuid()).expect("an id has hexadecimal digits and hyphens only");
        let headers = [
            (ACCEPT, JSON),
            (CONTENT_TYPE, JSON),
            (USER_AGENT, settings.user_agent.clone()),
            (HeaderName::from_static("client-request-id"), id),
        ];
        Ok(Self {
            settings,
            info,
            method,
            uri,
            headers: headers.into_iter().collect(),
            body: body.into(),
            backoff: Backoff::new(settings.retry.clone(), now),
            redirects: 0,
        })
    }

    /// The request as it goes over the network.
    pub(super) fn outgoing(&self, token: &AccessToken) -> Result<Outgoing, Error> {
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", token.secret()))
            .ok()
            .filter(|_| !token.secret().is_empty() && token.secret().bytes().all(|byte| byte.is_ascii_graphic()))
            .ok_or_else(|| BoxError::from("the token is empty or has a character that headers cannot have"))
            .map_err(|error| self.no_token(error.into()))?;
        bearer.set_sensitive(true);
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = self.headers.clone();
        request.headers_mut().insert(AUTHORIZATION, bearer);
        trace::sending(&self.context());
        Ok(Outgoing { request, timeout: self.settings.timeout, max_response: self.settings.max_response })
    }

    pub(super) fn no_token(&self, source: NoToken) -> Error {
        self.context().no_token(source)
    }

    /// What is to be done after a try.
    pub(super) fn after(&mut self, outcome: Result<Incoming, TransportError>, now: SystemTime) -> Step {
        let answer = match outcome {
            Ok(answer) if answer.body().len() > self.settings.max_response => {
                return Step::Done(Err(self.context().failed(TransportError::new(TransportErrorKind::TooLarge))));
            }
            Ok(answer) => answer,
            Err(error) => return self.after_failure(error, now),
        };
        trace::answered(&self.context(), answer.status());
        match answer.status() {
            status if status.is_success() => Step::Done(Ok(self.context().noted(answer))),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
                let asked = retry_after::read(answer.headers(), now);
                match self.backoff.next(asked, now) {
                    Some(wait) => self.wait(wait),
                    None => Step::Done(Err(self.context().refused(answer, asked))),
                }
            }
            status if status.is_redirection() && answer.headers().contains_key(LOCATION) => self.redirected(answer),
            _ => Step::Done(Err(self.context().refused(answer, None))),
        }
    }

    fn after_failure(&mut self, error: TransportError, now: SystemTime) -> Step {
        let again = match (error.kind(), self.settings.retry.network_errors()) {
            // Nothing was sent, so nothing can happen twice.
            (TransportErrorKind::Connect, _)
            | (TransportErrorKind::Network | TransportErrorKind::Timeout, NetworkErrors::Retried) => {
                self.backoff.next(None, now)
            }
            (TransportErrorKind::Network | TransportErrorKind::Timeout, NetworkErrors::Reported)
            | (TransportErrorKind::TooLarge | TransportErrorKind::Redirect, _) => None,
        };
        match again {
            Some(wait) => self.wait(wait),
            None => Step::Done(Err(self.context().failed(error))),
        }
    }

    fn wait(&self, wait: Duration) -> Step {
        trace::waiting(&self.context(), wait);
        Step::Wait(wait)
    }

    /// A redirect is followed only to the same server and only where it keeps the method: neither the token nor what is
    /// updated is any business of another host.
    fn redirected(&mut self, answer: Incoming) -> Step {
        const MOST: u32 = 5;
        let keeps = matches!(answer.status(), StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT);
        let there = answer.headers().get(LOCATION).and_then(|there| self.same_server(there));
        match there {
            Some(there) if keeps && self.redirects < MOST => {
                self.redirects += 1;
                self.uri = there;
                Step::Send
            }
            Some(_) | None => Step::Done(Err(self.context().misled(answer))),
        }
    }

    /// The address in a `Location`, if it is on the server that answered.
    fn same_server(&self, location: &HeaderValue) -> Option<Uri> {
        let there: Uri = location.to_str().ok()?.parse().ok()?;
        let same = match (there.scheme(), there.authority()) {
            (Some(scheme), Some(authority)) => {
                Some(scheme) == self.uri.scheme() && Some(authority) == self.uri.authority()
            }
            (None, None) => there.path().starts_with('/') && !there.path().starts_with("//"),
            _ => false,
        };
        let mut parts = self.uri.clone().into_parts();
        parts.path_and_query = there.path_and_query().filter(|_| same).cloned();
        parts.path_and_query.as_ref()?;
        Uri::from_parts(parts).ok()
    }

    fn context(&self) -> Context<'_> {
        Context { info: self.info, cloud: &self.settings.cloud, headers: &self.headers, tries: self.backoff.tries() }
    }
}
