//! What goes over the network when all is well, what never does, and what is refused before.

use serde_json::json;
use tablewright_runtime::{Client, Cloud, ETag, ErrorKind, Invalid, Prefer, Recorder, ReqwestTransport};

use crate::fixture::{Reply, Service, Setup, both, run};
use crate::types::{Level, User, UserPatch, rename, update_user};

#[test]
fn an_update_is_sent_as_documented() {
    let answer = json!({"@odata.etag": "W/\"2\"", "id": "1", "displayName": "Adele"});
    let patch = UserPatch::new().job_title(None).display_name("Adele");
    let request = update_user("a/b?c", patch).if_match("W/\"1\"").prefer(Prefer::ReturnRepresentation).prefer("x=1");
    for outcome in both("200 with object", &[Reply::json("200 OK", &answer)], &Setup::default(), &request) {
        let user = outcome.result.unwrap().unwrap();
        assert_eq!((user.id.as_deref(), user.display_name.as_deref()), (Some("1"), Some("Adele")));
        assert_eq!(ETag::of(&user), Some(ETag::from("W/\"2\"")));
        let [sent] = &outcome.received[..] else { panic!("one request") };
        assert_eq!(sent.line, "PATCH /v1.0/users/a%2Fb%3Fc HTTP/1.1");
        assert_eq!(sent.body, r#"{"displayName":"Adele","jobTitle":null}"#);
        for (name, value) in [
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("authorization", "Bearer secret-token"),
            ("if-match", "W/\"1\""),
            ("prefer", "return=representation, x=1"),
            ("user-agent", concat!("tablewright-runtime/", env!("CARGO_PKG_VERSION"))),
        ] {
            assert_eq!(sent.header(name), Some(value), "{name}");
        }
        assert_eq!(sent.header("client-request-id").map(str::len), Some(36));
    }
}

#[test]
fn an_empty_answer_is_no_object() {
    for reply in [
        Reply::status("204 No Content"),
        Reply::status("200 OK"),
        Reply::status("202 Accepted"),
        Reply::with("200 OK", &[], " null\r\n"),
    ] {
        for outcome in both("2xx without object", &[reply], &Setup::default(), &rename()) {
            assert!(outcome.result.unwrap().is_none());
        }
    }
}

#[test]
fn another_host_gets_nothing() {
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let other = Service::start(vec![Reply::status("204 No Content")]);
        let there = format!("{}/v1.0/users/1?secret=1", other.root());
        let reply = Reply::with(status, &[("Location", &there)], "");
        for outcome in both(&format!("{status} to another host"), &[reply], &Setup::default(), &rename()) {
            assert_eq!(outcome.result.as_ref().unwrap_err().kind(), ErrorKind::Redirect);
            let expected = format!(
                "update_user: led to another place, which is not followed: {status}: it points to `{}/v1.0/users/1`",
                other.root()
            );
            let known = status.replace("301 Moved", "301 Moved Permanently");
            assert!(outcome.line().starts_with(&expected.replace(status, &known)), "{}", outcome.line());
        }
        assert_eq!(other.received(), [], "neither the token nor the body");
    }
}

/// The runtime's own clients do not follow; one that the user brings may.
#[test]
fn a_reqwest_client_that_follows_redirects_leaves_the_token_behind() {
    let other = Service::start(vec![Reply::status("204 No Content")]);
    let there = format!("{}/v1.0/users/1", other.root());
    let service = Service::start(vec![Reply::with("307 Temporary Redirect", &[("Location", &there)], "")]);
    let transport = ReqwestTransport::from(reqwest::Client::new());
    let client = Client::builder().transport(transport).token("secret-token").cloud(service.cloud()).build().unwrap();
    let error = run(rename().send(&client)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(other.received().iter().all(|request| request.header("authorization").is_none()));
}

#[test]
fn the_same_server_may_send_to_another_path_if_the_method_stays() {
    let script = [
        Reply::with("308 Permanent Redirect", &[("Location", "/v1.0/users/2?x=1")], ""),
        Reply::status("204 No Content"),
    ];
    for outcome in both("308 to the same server", &script, &Setup::default(), &rename()) {
        assert!(outcome.result.unwrap().is_none());
        assert_eq!(outcome.received[1].line, "PATCH /v1.0/users/2?x=1 HTTP/1.1");
        assert_eq!(outcome.received[1].header("authorization"), Some("Bearer secret-token"));
        assert_eq!(outcome.received[1].body, outcome.received[0].body);
    }
    let script = [Reply::with("302 Found", &[("Location", "/v1.0/users/2")], "")];
    for outcome in both("302 to the same server", &script, &Setup::default(), &rename()) {
        assert_eq!(outcome.result.unwrap_err().kind(), ErrorKind::Redirect);
    }
    let script = vec![Reply::with("307 Temporary Redirect", &[("Location", "/v1.0/users/1")], ""); 9];
    for outcome in both("307 in a circle", &script, &Setup::default(), &rename()) {
        assert_eq!(outcome.result.unwrap_err().kind(), ErrorKind::Redirect);
        assert_eq!(outcome.received.len(), 6);
    }
}

#[test]
fn an_unfit_request_is_not_sent() {
    let raw = |name: &'static str| rename().header(name, "x");
    for (request, reason) in [
        (update_user("1", UserPatch::new()), "the patch changes nothing; call `allow_empty` to send it all the same"),
        (update_user("", UserPatch::new().job_title("x")), "the path parameter `id` is empty"),
        (
            update_user("..", UserPatch::new().job_title("x")),
            "the path parameter `id` is `.` or `..`, which would address another path",
        ),
        (
            rename().if_match("a\r\nb"),
            "the value of the header `If-Match` is empty or has a character that headers \
         cannot have",
        ),
        (
            rename().if_match(""),
            "the value of the header `If-Match` is empty or has a character that headers cannot have",
        ),
        (
            update_user("1", UserPatch::new().level(Level::UnknownFutureValue)),
            "`level` holds `unknownFutureValue`, which services answer with and do not take",
        ),
        (raw("x y"), "`x y` is not the name of a header"),
        (raw("Authorization"), "the header `Authorization` is set by the client"),
    ] {
        for outcome in both("unfit request", &[], &Setup::default(), &request) {
            assert_eq!(outcome.line(), format!("update_user: not sent: {reason}"));
            let error = outcome.result.unwrap_err();
            assert_eq!((error.kind(), error.tries()), (ErrorKind::Invalid, 0));
            assert!(std::error::Error::source(&error).unwrap().is::<Invalid>());
            assert!(outcome.received.is_empty());
        }
    }
}

#[test]
fn an_empty_patch_is_sent_where_asked_for() {
    let request = update_user("1", UserPatch::new()).allow_empty();
    for outcome in both("empty patch allowed", &[Reply::status("204 No Content")], &Setup::default(), &request) {
        assert!(outcome.result.unwrap().is_none());
        assert_eq!(outcome.received[0].body, "{}");
    }
}

#[test]
fn a_users_test_needs_no_server() {
    let recorder = Recorder::new();
    recorder.answer(200, json!({"id": "1"})).answer_empty(204);
    let client = Client::builder().transport(recorder.clone()).token("secret-token").cloud(Cloud::US_L5);
    let client = client.user_agent("inventory/2.1").build().unwrap();
    let user: User = run(rename().header("client-request-id", "mine").send(&client)).unwrap().unwrap();
    assert_eq!(user.id.as_deref(), Some("1"));
    assert!(run(rename().send(&client)).unwrap().is_none());
    let [first, _] = &recorder.requests()[..] else { panic!("two requests") };
    assert_eq!(first.url(), "https://dod-graph.microsoft.us/v1.0/users/adele@example.com");
    assert_eq!((first.method(), first.json()), ("PATCH", json!({"displayName": "Adele"})));
    assert_eq!(first.header("client-request-id"), Some("mine"));
    assert!(first.header("user-agent").unwrap().starts_with("inventory/2.1 tablewright-runtime/"));
    assert!(!format!("{recorder:?} {client:?}").contains("secret-token"));
    let error = run(rename().send(&client)).unwrap_err();
    assert!(error.to_string().contains("no answer was prepared for this request"), "{error}");
}

#[test]
fn futures_can_be_sent_to_another_thread() {
    fn is_send<T: Send>(_: &T) {}
    let client = Client::builder().transport(Recorder::new()).token("t").build().unwrap();
    let update = rename().send(&client);
    is_send(&update);
    drop(update);
    let batch = tablewright_runtime::Batch::new().send(&client);
    is_send(&batch);
}

#[test]
fn the_whole_answer_tells_created_from_updated() {
    let recorder = Recorder::new();
    let client = Client::builder().transport(recorder.clone()).token("t").build().unwrap();
    recorder.answer_with(201, &[("ETag", "W/\"1\"")], r#"{"id": "1"}"#).answer_empty(204);
    let request = || rename().prefer(Prefer::CreateIfMissing);
    let created = run(request().exchange(&client)).unwrap();
    assert_eq!((created.status(), created.is_created()), (201, true));
    assert_eq!(created.etag().map(ToString::to_string).as_deref(), Some("W/\"1\""));
    assert_eq!(created.into_object().and_then(|user| user.id).as_deref(), Some("1"));
    let updated = run(request().exchange(&client)).unwrap();
    assert_eq!((updated.status(), updated.is_created(), updated.object().is_none()), (204, false, true));
    let sent = recorder.requests();
    assert!(sent.iter().all(|it| it.header("prefer") == Some("create-if-missing")));
}

#[test]
fn an_error_in_a_cloud_that_the_page_leaves_out_says_so() {
    let line = |cloud: Cloud| {
        let recorder = Recorder::new();
        recorder.answer_empty(404);
        let client = Client::builder().transport(recorder).token("t").cloud(cloud).build().unwrap();
        run(rename().send(&client)).unwrap_err().to_string()
    };
    let absent = "; by the docs it is not there in the cloud China, but in global, US Government L4";
    assert!(line(Cloud::CHINA).contains(absent), "{}", line(Cloud::CHINA));
    for there in [Cloud::GLOBAL, Cloud::US_L4, Cloud::custom("http://localhost:1", "s").unwrap()] {
        assert!(!line(there.clone()).contains("by the docs"), "{}", line(there));
    }
}
