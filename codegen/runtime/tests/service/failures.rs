//! What goes wrong once: each failure is told apart, with all that is known of it.

use std::time::Duration;

use serde_json::json;
use tablewright_runtime::{Cloud, Error, ErrorKind};

use crate::fixture::{Reply, Setup, both, both_at};
use crate::types::rename;

fn failed(case: &str, reply: Reply, check: impl Fn(&Error, &str)) {
    for outcome in both(case, &[reply], &Setup::default(), &rename()) {
        assert_eq!(outcome.received.len(), 1, "{case}: not retried");
        assert!(outcome.waits.is_empty(), "{case}");
        let line = outcome.line();
        assert!(!line.contains('\n') && !line.contains("secret-token"), "{line}");
        check(outcome.result.as_ref().unwrap_err(), &line);
    }
}

#[test]
fn a_graph_error_is_told_whole() {
    let body = json!({"error": {"code": "BadRequest", "message": "Invalid value\r\nfor 'city'.", "target": "city",
        "details": [{"code": "InvalidValue", "message": "No.", "target": "city"}],
        "innerError": {"date": "2021-06-01T00:00:00", "request-id": "r-1", "client-request-id": "c-1"}}});
    failed("400 with Graph error", Reply::json("400 Bad Request", &body), |error, line| {
        assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(400)));
        assert_eq!((error.code(), error.target()), (Some("BadRequest"), Some("city")));
        assert_eq!(error.details()[0].code.as_deref(), Some("InvalidValue"));
        assert_eq!(error.inner_errors()[0].date.as_deref(), Some("2021-06-01T00:00:00"));
        assert_eq!((error.request_id(), error.client_request_id()), (Some("r-1"), Some("c-1")));
        assert_eq!(serde_json::from_slice::<serde_json::Value>(error.body().unwrap()).unwrap(), body);
        assert_eq!(
            line,
            "update_user: refused: 400 Bad Request (BadRequest): Invalid value for 'city'. [city] {city: InvalidValue: No.}; request-id r-1; \
             client-request-id c-1"
        );
    });
}

#[test]
fn a_missing_permission_names_the_documented_ones() {
    let body = json!({"error": {"code": "Authorization_RequestDenied", "message": "Insufficient privileges."}});
    failed("403", Reply::json("403 Forbidden", &body), |_, line| {
        assert_eq!(
            line,
            "update_user: refused: 403 Forbidden (Authorization_RequestDenied): Insufficient privileges.; the docs ask \
             for one of User.ReadWrite, User.ReadWrite.All (delegated); User.ReadWrite.All (application); \
             client-request-id <id>"
        );
    });
}

#[test]
fn a_changed_object_is_a_failed_precondition() {
    let headers = [("request-id", "r-2"), ("Content-Type", "application/json")];
    let body = r#"{"error": {"code": "ErrorIrresolvableConflict", "message": "", "innererror": {}}}"#;
    failed("412", Reply::with("412 Precondition Failed", &headers, body), |error, line| {
        assert_eq!((error.status(), error.request_id()), (Some(412), Some("r-2")));
        assert_eq!(
            line,
            "update_user: refused: 412 Precondition Failed (ErrorIrresolvableConflict); the object has changed: read it \
             again for its new ETag; request-id r-2; client-request-id <id>"
        );
    });
}

#[test]
fn an_html_page_is_kept() {
    let page = "<html><body>Bad gateway</body></html>";
    failed(
        "502 with HTML page",
        Reply::with("502 Bad Gateway", &[("Content-Type", "text/html")], page),
        |error, line| {
            assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Service, None, None));
            assert_eq!(error.body_text().unwrap(), page);
            assert_eq!(
                line,
                "update_user: refused: 502 Bad Gateway: no error that can be read in 37 bytes (text/html); \
             client-request-id <id>"
            );
        },
    );
}

#[test]
fn a_success_that_cannot_be_read_says_that_it_is_done() {
    let cut = Reply::with("200 OK", &[("Content-Type", "application/json")], r#"{"id": "1", "displayName"#);
    failed("200 with malformed JSON", cut, |error, line| {
        assert_eq!((error.kind(), error.status()), (ErrorKind::Answer, Some(200)));
        assert_eq!(error.body_text().unwrap(), r#"{"id": "1", "displayName"#);
        assert!(
            line.starts_with("update_user: reported as done, but the answer cannot be read: 200 OK: EOF"),
            "{line}"
        );
        assert!(line.ends_with("; client-request-id <id>"), "{line}");
        assert_eq!(error.tries(), 1);
        assert!(std::error::Error::source(error).is_some());
    });
    let page = Reply::with("200 OK", &[("Content-Type", "text/html")], "<html>Sign in</html>");
    failed("200 with HTML page", page, |error, _| {
        assert_eq!((error.kind(), error.content_type()), (ErrorKind::Answer, Some("text/html")));
    });
}

#[test]
fn a_dropped_connection_is_reported_and_not_retried() {
    let check = |error: &Error, line: &str| {
        assert_eq!((error.kind(), error.status(), error.tries()), (ErrorKind::Network, None, 1));
        assert!(error.client_request_id().is_some());
        assert!(line.starts_with("update_user: the connection failed: "), "{line}");
        assert!(line.ends_with("; the update may have been made; client-request-id <id>"), "{line}");
        assert!(std::error::Error::source(error).is_some());
    };
    failed("connection dropped before the answer", Reply::Hangup, check);
    let half = Reply::Text("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"id\":".to_owned());
    failed("connection dropped within the answer", half, check);
}

#[test]
fn without_a_connection_nothing_was_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let roots = [("refused", format!("http://127.0.0.1:{port}")), ("no such host", "https://graph.invalid".to_owned())];
    for (case, root) in roots {
        let cloud = Cloud::custom(root, "https://graph.example/.default").unwrap();
        for (client, error, waits) in both_at(&cloud) {
            let line = error.to_string();
            assert_eq!((error.kind(), error.tries(), waits), (ErrorKind::Connect, 4, 3), "{case}, {client}: {line}");
            assert!(line.starts_with("update_user: not sent, since there is no connection: "), "{line}");
            assert!(!line.contains("may have been made"), "{line}");
        }
    }
}

#[test]
fn a_service_that_says_nothing_is_not_waited_for() {
    let setup = Setup { timeout: Duration::from_millis(100), ..Setup::default() };
    for outcome in both("no answer", &[Reply::Silence], &setup, &rename()) {
        assert_eq!(outcome.result.as_ref().unwrap_err().kind(), ErrorKind::Timeout);
        assert_eq!(outcome.received.len(), 1);
        assert!(outcome.line().starts_with("update_user: no answer in time: "), "{}", outcome.line());
    }
}

#[test]
fn an_endless_answer_is_cut() {
    const MANY: usize = 100 << 20;
    let announced = Reply::Endless(format!("HTTP/1.1 200 OK\r\nContent-Length: {MANY}\r\n\r\n"), MANY);
    let unannounced = Reply::Endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_owned(), MANY);
    let error = Reply::Endless(format!("HTTP/1.1 500 Oh\r\nContent-Length: {MANY}\r\n\r\n"), MANY);
    for (case, reply) in [("100 MB", announced), ("100 MB, unannounced", unannounced), ("100 MB error", error)] {
        failed(case, reply, |error, line| {
            assert_eq!(error.kind(), ErrorKind::TooLarge);
            assert!(line.starts_with("update_user: the answer is larger than allowed"), "{line}");
        });
    }
}

#[test]
fn an_answer_of_just_the_size_allowed_is_read() {
    let body = r#"{"id": "1"}"#;
    let setup = Setup { max_response: body.len(), ..Setup::default() };
    let small = Setup { max_response: body.len() - 1, ..Setup::default() };
    let unannounced = Reply::Text(format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{body}"));
    for reply in [Reply::with("200 OK", &[], body), unannounced] {
        let script = [reply];
        for outcome in both("as many bytes as allowed", &script, &setup, &rename()) {
            assert_eq!(outcome.result.unwrap().unwrap().id.as_deref(), Some("1"));
        }
        for outcome in both("one byte more than allowed", &script, &small, &rename()) {
            assert_eq!(outcome.result.unwrap_err().kind(), ErrorKind::TooLarge);
        }
    }
}
