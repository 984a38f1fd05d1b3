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

#[cfg(test)]
#[cfg(feature = "tracing")]
mod tests {
    use std::fmt::Write as _;
    use std::sync::{Arc, Mutex};

    use tracing::field::{Field, Visit};
    use tracing::span;

    use super::*;
    use crate::operation::{OperationInfo, Permissions, Scopes};

    struct Log(Arc<Mutex<String>>);

    struct Line<'a>(&'a mut String);

    impl Visit for Line<'_> {
        fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
            write!(self.0, "{field}={value:?};").unwrap();
        }
    }

    impl tracing::Subscriber for Log {
        fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
            span::Id::from_u64(1)
        }
        fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
        fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
        fn event(&self, event: &tracing::Event<'_>) {
            event.record(&mut Line(&mut self.0.lock().unwrap()));
        }
        fn enter(&self, _: &span::Id) {}
        fn exit(&self, _: &span::Id) {}
    }

    const INFO: &OperationInfo = &OperationInfo {
        name: "update_user",
        page: "",
        version: "v1.0",
        request_lines: &[],
        permissions: Permissions {
            delegated_work: Scopes::NONE,
            delegated_personal: Scopes::NONE,
            application: Scopes::NONE,
            unspecified: Scopes::NONE,
        },
        clouds: &[],
        statuses: &[],
    };

    #[test]
    fn events_name_the_request_and_nothing_of_its_content() {
        let mut headers = http::HeaderMap::new();
        headers.insert("client-request-id", "id-1".parse().unwrap());
        headers.insert("authorization", "Bearer secret-token".parse().unwrap());
        let log = Arc::<Mutex<String>>::default();
        tracing::subscriber::with_default(Log(log.clone()), || {
            let cx = Context { info: INFO, cloud: &crate::Cloud::GLOBAL, headers: &headers, tries: 2 };
            sending(&cx);
            answered(&cx, StatusCode::OK);
            waiting(&cx, Duration::from_secs(3));
        });
        let cx = "operation=\"update_user\";client_request_id=\"id-1\";";
        let expected = format!(
            "message=sending;{cx}attempt=2;message=answered;{cx}status=200;message=waiting before the next try;{cx}wait=3s;"
        );
        assert_eq!(*log.lock().unwrap(), expected);
    }
}
