//! Events for `tracing`, with no token, path or body in them; nothing without that feature.

use std::time::Duration;

use http::StatusCode;

use super::answer::Context;

#[cfg(feature = "tracing")]
fn id<'a>(cx: &Context<'a>) -> Option<&'a str> {
    cx.headers.get("client-request-id")?.to_str().ok()
}

#[cfg(feature = "tracing")]
pub(super) fn sending(cx: &Context<'_>) {
    tracing::debug!(operation = cx.info.name, client_request_id = id(cx), attempt = cx.tries, "sending");
}

#[cfg(feature = "tracing")]
pub(super) fn answered(cx: &Context<'_>, status: StatusCode) {
    tracing::debug!(operation = cx.info.name, client_request_id = id(cx), status = status.as_u16(), "answered");
}

#[cfg(feature = "tracing")]
pub(super) fn waiting(cx: &Context<'_>, wait: Duration) {
    tracing::warn!(operation = cx.info.name, client_request_id = id(cx), ?wait, "waiting before the next try");
}

#[cfg(not(feature = "tracing"))]
pub(super) fn sending(_: &Context<'_>) {}

#[cfg(not(feature = "tracing"))]
pub(super) fn answered(_: &Context<'_>, _: StatusCode) {}

#[cfg(not(feature = "tracing"))]
pub(super) fn waiting(_: &Context<'_>, _: Duration) {}
