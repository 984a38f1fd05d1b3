//! Waits and further tries: as long as the service asks, or growing, and never for ever.

use std::time::Duration;

use serde_json::json;
use tablewright_runtime::{ErrorKind, RetryPolicy};

use crate::fixture::{Reply, Setup, both};
use crate::types::rename;

const THROTTLED: &str = "429 Too Many Requests";

fn waits(case: &str, headers: &[(&str, &str)], status: &str) -> [Vec<Duration>; 2] {
    let script = [Reply::with(status, headers, ""), Reply::status("204 No Content")];
    both(case, &script, &Setup::default(), &rename()).map(|outcome| {
        assert!(outcome.result.as_ref().unwrap().is_none());
        assert_eq!(outcome.received.len(), 2);
        assert_eq!(outcome.received[0], outcome.received[1], "the same request, id included");
        outcome.waits
    })
}

#[test]
fn the_service_says_how_long_to_wait() {
    for (case, value, expected) in [
        ("429, Retry-After: 0.128", "0.128", Duration::from_millis(128)),
        ("429, Retry-After: 30", "30", Duration::from_secs(30)),
        ("429, Retry-After: date in 8 s", "Sun, 06 Nov 1994 08:49:45 GMT", Duration::from_secs(8)),
        ("429, Retry-After: date past", "Sun, 06 Nov 1994 08:49:00 GMT", Duration::ZERO),
    ] {
        for waits in waits(case, &[("Retry-After", value)], THROTTLED) {
            assert_eq!(waits, [expected], "{case}");
        }
    }
}

#[test]
fn without_a_word_the_client_waits_three_seconds_and_up_to_a_quarter_more() {
    for (case, status) in [("429", THROTTLED), ("503", "503 Service Unavailable"), ("504", "504 Gateway Timeout")] {
        for waits in waits(case, &[], status) {
            assert!((3.0..=3.75).contains(&waits[0].as_secs_f64()), "{waits:?}");
        }
    }
}

#[test]
fn tries_are_bounded() {
    let body = json!({"error": {"code": "TooManyRequests", "message": "Slow down."}}).to_string();
    let throttled = Reply::with(THROTTLED, &[("Retry-After", "2.5")], &body);
    for outcome in both("429 again and again", &vec![throttled; 9], &Setup::default(), &rename()) {
        assert_eq!(outcome.received.len(), 4);
        assert_eq!(outcome.waits, [Duration::from_millis(2_500); 3]);
        let error = outcome.result.as_ref().unwrap_err();
        assert_eq!((error.tries(), error.retry_after()), (4, Some(Duration::from_millis(2_500))));
        assert_eq!(
            outcome.line(),
            "update_user: refused: 429 Too Many Requests (TooManyRequests): Slow down.; gave up after 4 tries; the \
             service asks to wait 2.5 s; client-request-id <id>"
        );
    }
}

#[test]
fn a_wait_that_is_too_long_is_left_to_the_caller() {
    let reply = Reply::with(THROTTLED, &[("Retry-After", "181")], "");
    for outcome in both("429, Retry-After: 181", &[reply], &Setup::default(), &rename()) {
        assert!(outcome.waits.is_empty());
        assert_eq!(outcome.result.unwrap_err().retry_after(), Some(Duration::from_secs(181)));
    }
    let total = Setup { retry: RetryPolicy::new().max_total(Duration::from_secs(70)), ..Setup::default() };
    let script = vec![Reply::with(THROTTLED, &[("Retry-After", "30")], ""); 4];
    for outcome in both("429, 70 s in all allowed", &script, &total, &rename()) {
        assert_eq!(outcome.waits, [Duration::from_secs(30); 2]);
        assert_eq!(outcome.received.len(), 3);
    }
}

#[test]
fn network_errors_are_retried_where_asked_for() {
    let script = [Reply::Hangup, Reply::json("200 OK", &json!({"id": "1"}))];
    let setup = Setup { retry: RetryPolicy::new().retry_network_errors(), ..Setup::default() };
    for outcome in both("connection dropped, retry asked for", &script, &setup, &rename()) {
        assert_eq!(outcome.result.unwrap().unwrap().id.as_deref(), Some("1"));
        assert_eq!((outcome.received.len(), outcome.waits.len()), (2, 1));
    }
    for outcome in both("connection dropped for ever", &vec![Reply::Hangup; 9], &setup, &rename()) {
        assert_eq!((outcome.received.len(), outcome.waits.len()), (4, 3));
        let error = outcome.result.unwrap_err();
        assert_eq!((error.kind(), error.tries()), (ErrorKind::Network, 4));
    }
}

#[test]
fn other_errors_are_not_retried() {
    for status in ["500 Internal Server Error", "409 Conflict", "501 Not Implemented"] {
        for outcome in both(status, &[Reply::status(status)], &Setup::default(), &rename()) {
            assert_eq!((outcome.received.len(), outcome.result.unwrap_err().tries()), (1, 1));
        }
    }
}
