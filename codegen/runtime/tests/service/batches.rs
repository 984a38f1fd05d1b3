//! Several updates in one request: typed answers, and throttled items alone are sent again.

use std::time::Duration;

use serde_json::{Value, json};
use tablewright_runtime::{Batch, BlockingClient, Client, ErrorKind, Recorder, RetryPolicy, TransportErrorKind};

use crate::fixture::run;
use crate::types::{UserPatch, rename, update_user};

fn client(recorder: &Recorder) -> Client {
    Client::builder().transport(recorder.clone()).token("t").build().unwrap()
}

fn response(id: &str, status: u16, body: Value) -> Value {
    let mut response = json!({"id": id, "status": status, "headers": {"Content-Type": "application/json"}});
    if !body.is_null() {
        response["body"] = body;
    }
    response
}

fn throttled(id: &str, wait: &str) -> Value {
    json!({"id": id, "status": 429, "headers": {"Retry-After": wait}, "body": {"error": {"code": "TooManyRequests"}}})
}

fn ids(recorder: &Recorder, request: usize) -> Vec<String> {
    let json = recorder.requests()[request].json();
    let requests = json["requests"].as_array().unwrap();
    requests.iter().map(|request| request["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_batch_is_one_request_with_typed_answers() {
    let recorder = Recorder::new();
    let denied = json!({"error": {"code": "Denied", "innerError": {"request-id": "r"}}});
    // In any order.
    recorder.answer(
        200,
        json!({"responses": [
            response("3", 403, denied), response("2", 204, Value::Null), response("1", 200, json!({"id": "u1"})),
        ]}),
    );
    let mut batch = Batch::new();
    let first = batch.add(update_user("a b", UserPatch::new().display_name("A")).if_match("\"1\""));
    let second = batch.add_after(rename(), &[first.id()]);
    let third = batch.add(rename());
    let mut answers = run(batch.send(&client(&recorder))).unwrap();
    assert_eq!(answers.take(first).unwrap().unwrap().id.as_deref(), Some("u1"));
    assert!(answers.take(second).unwrap().is_none());
    let error = answers.take(third).unwrap_err();
    assert_eq!((error.status(), error.code(), error.request_id()), (Some(403), Some("Denied"), Some("r")));
    assert!(error.to_string().starts_with("update_user: refused: 403 Forbidden (Denied); the docs ask for one of"));
    assert_eq!(answers.take(third).unwrap_err().kind(), ErrorKind::Invalid, "asked for once");

    let [sent] = &recorder.requests()[..] else { panic!("one request") };
    assert_eq!((sent.method(), sent.path()), ("POST", "/v1.0/$batch"));
    let first = json!({"id": "1", "method": "PATCH", "url": "/users/a%20b", "body": {"displayName": "A"},
        "headers": {"Content-Type": "application/json", "If-Match": "\"1\""}});
    assert_eq!(sent.json()["requests"][0], first);
    assert_eq!(sent.json()["requests"][1]["dependsOn"], json!(["1"]));
    assert_eq!(sent.json()["requests"][2].get("dependsOn"), None);
}

#[test]
fn throttled_items_are_sent_again_with_those_that_depend_on_them() {
    let recorder = Recorder::new();
    recorder
        .answer(
            200,
            json!({"responses": [
                response("1", 200, json!({"id": "u1"})), throttled("2", "0.128"), json!({"id": "3", "status": 429, "headers": {"Retry-After": 7}}),
                response("4", 424, Value::Null), response("5", 400, Value::Null),
            ]}),
        )
        .answer(
            200,
            json!({"responses": [
                response("2", 200, json!({"id": "u2"})), response("3", 204, Value::Null), throttled("4", "1"),
            ]}),
        )
        .answer(200, json!({"responses": [response("4", 204, Value::Null)]}));
    let mut batch = Batch::new();
    let first = batch.add(rename());
    let second = batch.add_after(rename(), &[first.id()]);
    let third = batch.add(rename());
    let fourth = batch.add_after(rename(), &[first.id(), third.id()]);
    let fifth = batch.add(rename());
    let mut answers = run(batch.send(&client(&recorder))).unwrap();
    assert_eq!(recorder.waits(), [Duration::from_secs(7), Duration::from_secs(1)], "the longest that is asked for");
    assert_eq!(ids(&recorder, 0), ["1", "2", "3", "4", "5"]);
    assert_eq!(ids(&recorder, 1), ["2", "3", "4"]);
    assert_eq!(ids(&recorder, 2), ["4"]);
    let again = recorder.requests()[1].json();
    assert_eq!(again["requests"][0].get("dependsOn"), None, "what it depends on is done");
    assert_eq!(again["requests"][2]["dependsOn"], json!(["3"]));
    assert_eq!(answers.take(second).unwrap().unwrap().id.as_deref(), Some("u2"));
    assert!(answers.take(third).unwrap().is_none() && answers.take(fourth).unwrap().is_none());
    assert_eq!(answers.take(fifth).unwrap_err().status(), Some(400));
}

#[test]
fn the_tries_of_items_are_bounded() {
    let recorder = Recorder::new();
    for _ in 0..9 {
        recorder.answer(200, json!({"responses": [throttled("1", "2")]}));
    }
    let builder = BlockingClient::builder().transport(recorder.clone()).token("t");
    let client = builder.retry(RetryPolicy::new().tries(3)).build().unwrap();
    let mut batch = Batch::new();
    let item = batch.add(rename());
    let error = batch.send_blocking(&client).unwrap().take(item).unwrap_err();
    assert_eq!((recorder.requests().len(), recorder.waits().len()), (3, 2));
    assert_eq!((error.tries(), error.retry_after()), (3, Some(Duration::from_secs(2))));
}

#[test]
fn tries_are_counted_by_item() {
    let recorder = Recorder::new();
    let missing = json!({"error": {"code": "NotFound", "message": "No such user."}});
    let first = json!({"responses": [
        response("1", 204, Value::Null), throttled("2", "0.249"), response("3", 404, missing),
    ]});
    recorder.answer(200, first).answer(200, json!({"responses": [response("2", 204, Value::Null)]}));
    let mut batch = Batch::new();
    let items = [batch.add(rename()), batch.add(rename()), batch.add(rename())];
    let mut answers = run(batch.send(&client(&recorder))).unwrap();
    assert_eq!(recorder.waits(), [Duration::from_millis(249)]);
    assert!(answers.take(items[0]).unwrap().is_none() && answers.take(items[1]).unwrap().is_none());
    let error = answers.take(items[2]).unwrap_err();
    assert_eq!(error.to_string(), "update_user: refused: 404 Not Found (NotFound): No such user.");
    assert_eq!(error.tries(), 1);
}

#[test]
fn what_was_answered_survives_a_later_failure() {
    let recorder = Recorder::new();
    let body = json!({"responses": [response("1", 204, Value::Null), throttled("2", "1")]});
    recorder.answer(200, body).fail(TransportErrorKind::Network);
    let mut batch = Batch::new();
    let (first, second) = (batch.add(rename()), batch.add(rename()));
    let mut answers = run(batch.send(&client(&recorder))).unwrap();
    assert!(answers.take(first).unwrap().is_none());
    assert_eq!(answers.take(second).unwrap_err().kind(), ErrorKind::Network);
}

#[test]
fn the_whole_batch_is_retried_or_fails_as_one() {
    let recorder = Recorder::new();
    recorder.answer_with(429, &[("retry-after", "3")], "").answer(200, json!({"responses": []}));
    recorder.answer_with(200, &[], "<html>").answer_empty(500);
    let client = client(&recorder);
    let send = |batch: &Batch| run(batch.clone().send(&client));
    let mut batch = Batch::new();
    let item = batch.add(rename());
    let error = send(&batch).unwrap().take(item).unwrap_err();
    assert_eq!(recorder.waits(), [Duration::from_secs(3)]);
    assert_eq!(error.kind(), ErrorKind::Answer);
    assert!(error.to_string().ends_with("the batch has no answer for this item"), "{error}");
    assert_eq!(send(&batch).unwrap_err().kind(), ErrorKind::Answer);
    assert_eq!(send(&batch).unwrap_err().status(), Some(500));
}

#[test]
fn an_unfit_batch_is_not_sent() {
    let recorder = Recorder::new();
    let client = client(&recorder);
    let refused = |batch: Batch| run(batch.send(&client)).unwrap_err().to_string();
    assert_eq!(refused(Batch::new()), "batch: not sent: the batch is empty");
    let mut batch = Batch::new();
    for _ in 0..21 {
        batch.add(rename());
    }
    let last = batch.add(rename());
    assert!(batch.is_full());
    assert_eq!(refused(batch), "batch: not sent: the batch has 22 items, more than 20");
    let mut other = Batch::new();
    other.add_after(rename(), &[last.id()]);
    assert_eq!(refused(other), "batch: not sent: an item depends on one of another batch");
    let mut empty = Batch::new();
    empty.add(update_user("1", UserPatch::new()));
    assert!(refused(empty).starts_with("update_user: not sent: the patch changes nothing"));
    assert!(recorder.requests().is_empty());
}
