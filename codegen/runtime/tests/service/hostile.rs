//! Servers that mean ill: time and memory are bounded, the error is typed, and no token leaves.

use std::time::{Duration, Instant};

use tablewright_runtime::ErrorKind;

use crate::fixture::{Outcome, Reply, Service, Setup, both};
use crate::types::rename;

/// How long a test lets a client wait.
const PATIENCE: Duration = Duration::from_millis(300);

fn hurried() -> Setup {
    Setup { timeout: PATIENCE, ..Setup::default() }
}

/// What became of one reply, which must fail within bounds.
fn failed(case: &str, reply: Reply, setup: &Setup) -> Vec<(ErrorKind, Outcome)> {
    let start = Instant::now();
    let outcomes = both(case, &[reply], setup, &rename());
    assert!(start.elapsed() < setup.timeout * 8 + Duration::from_secs(5), "{case}: {:?}", start.elapsed());
    let judged = outcomes.into_iter().map(|outcome| {
        let line = outcome.line();
        assert!(!line.contains("secret-token") && !line.contains('\n') && line.len() < 2000, "{case}: {line}");
        (outcome.result.as_ref().unwrap_err().kind(), outcome)
    });
    judged.collect()
}

#[test]
fn headers_that_never_end_are_not_waited_for() {
    let drip = Reply::Drip(b"HTTP/1.1 200 OK\r\n".to_vec(), b"X-More: 1\r\n".to_vec(), Duration::from_millis(20));
    for (kind, outcome) in failed("headers without end", drip, &hurried()) {
        assert_eq!(kind, ErrorKind::Timeout, "{}", outcome.line());
    }
}

#[test]
fn a_body_that_never_ends_is_not_waited_for() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".to_vec();
    for (kind, outcome) in failed("a byte at a time", Reply::Drip(head, b"0".to_vec(), PATIENCE / 10), &hurried()) {
        assert_eq!(kind, ErrorKind::Timeout, "{}", outcome.line());
    }
}

#[test]
fn more_headers_than_anybody_needs_are_refused() {
    let many: Vec<String> = (0..10_000).map(|number| format!("X-{number}: {number}\r\n")).collect();
    let many = many.concat();
    let reply = Reply::Text(format!("HTTP/1.1 200 OK\r\n{many}Content-Length: 0\r\n\r\n"));
    for (kind, outcome) in failed("10,000 headers", reply, &Setup::default()) {
        assert_eq!(kind, ErrorKind::Network, "{}", outcome.line());
    }
    let long = Reply::Text(format!("HTTP/1.1 200 OK\r\nX: {}\r\nContent-Length: 0\r\n\r\n", "x".repeat(4 << 20)));
    for (kind, outcome) in failed("a header of 4 MB", long, &Setup::default()) {
        assert_eq!(kind, ErrorKind::Network, "{}", outcome.line());
    }
}

#[test]
fn a_chunked_body_that_is_cut_off_is_a_broken_connection() {
    let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"id\": \"1\"";
    for (kind, outcome) in failed("chunk cut off", Reply::Text(text.to_owned()), &Setup::default()) {
        assert_eq!(kind, ErrorKind::Network, "{}", outcome.line());
    }
    let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}";
    for (kind, outcome) in failed("chunk of no size", Reply::Text(text.to_owned()), &Setup::default()) {
        assert_eq!(kind, ErrorKind::Network, "{}", outcome.line());
    }
}

#[test]
fn what_is_no_http_is_a_broken_connection() {
    for (case, text) in [("no HTTP", "SSH-2.0-OpenSSH_9\r\n"), ("no status", "HTTP/1.1 999999 X\r\n\r\n")] {
        for (kind, outcome) in failed(case, Reply::Text(text.to_owned()), &Setup::default()) {
            assert_eq!(kind, ErrorKind::Network, "{}", outcome.line());
        }
    }
}

/// Nobody asked for compression, so that a small answer is never a large one.
#[test]
fn a_compressed_answer_is_not_unpacked() {
    let bomb = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x63, 0x60, 0x18, 0x05, 0xa3, 0x60, 0x14, 0x0c, 0, 0xff];
    let mut reply = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n".to_vec();
    reply.extend(bomb);
    for (kind, outcome) in failed("gzip", Reply::Bytes(reply), &Setup::default()) {
        assert_eq!(kind, ErrorKind::Answer, "{}", outcome.line());
        assert_eq!(outcome.result.as_ref().unwrap_err().body().unwrap(), bomb);
        assert!(outcome.received[0].header("accept-encoding").is_none());
    }
}

#[test]
fn bytes_that_are_no_text_are_kept_and_shown_as_far_as_they_can_be() {
    let mut reply = b"HTTP/1.1 400 Bad\xff Request\r\nContent-Length: 29\r\n\r\n".to_vec();
    reply.extend(b"{\"error\":{\"message\":\"\xff\xfe x\"}}");
    for (kind, outcome) in failed("no UTF-8", Reply::Bytes(reply), &Setup::default()) {
        assert!(matches!(kind, ErrorKind::Service | ErrorKind::Network), "{}", outcome.line());
    }
    let reply = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"\xff\"}".to_vec();
    for (kind, outcome) in failed("no UTF-8 in an answer", Reply::Bytes(reply), &Setup::default()) {
        assert_eq!(kind, ErrorKind::Answer, "{}", outcome.line());
    }
}

#[test]
fn a_redirect_to_another_scheme_is_not_followed() {
    for there in ["ftp://127.0.0.1/x", "file:///etc/passwd", "//127.0.0.1:9/x", "data:text/plain,x", "http://[::1", ""]
    {
        let reply = Reply::with("308 Permanent Redirect", &[("Location", there)], "");
        for (kind, outcome) in failed(&format!("308 to `{there}`"), reply, &Setup::default()) {
            assert_eq!((kind, outcome.received.len()), (ErrorKind::Redirect, 1), "{}", outcome.line());
        }
    }
}

/// The deepest JSON that is read; deeper is an error, not the end of the program.
#[test]
fn nesting_without_end_is_refused() {
    let body = format!("{{\"id\":{}", "[".repeat(200_000));
    for (kind, outcome) in failed("200,000 brackets", Reply::with("200 OK", &[], &body), &Setup::default()) {
        assert_eq!(kind, ErrorKind::Answer, "{}", outcome.line());
    }
    let body = format!("{{\"error\":{}", "{\"innerError\":".repeat(50_000));
    for (kind, outcome) in failed("50,000 inner errors", Reply::with("400 Bad Request", &[], &body), &Setup::default())
    {
        assert_eq!(kind, ErrorKind::Service, "{}", outcome.line());
    }
}

/// Neither what is printed of an error, nor what its sources print; `client::trace` shows the same of log lines.
#[test]
fn no_error_and_no_client_shows_the_token() {
    let service = Service::start(vec![Reply::Hangup, Reply::Silence]);
    let (builder, _) = crate::fixture::client(&service, &hurried());
    let client = builder.build().unwrap();
    let error = crate::fixture::run(rename().send(&client)).unwrap_err();
    let mut shown = vec![format!("{error} {error:?} {error:#?} {client:?} {:?}", service.received().len())];
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        shown.push(format!("{cause} {cause:?}"));
        source = cause.source();
    }
    assert!(shown.iter().all(|it| !it.contains("secret-token")), "{shown:?}");
}
