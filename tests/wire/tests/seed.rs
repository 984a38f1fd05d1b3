//! The seed's own operation, and what else a page can show, sent by the generated client to a real server.

use graph_client::beta::models::DeviceComplianceUserOverview;
use graph_client::beta::{
    DeviceComplianceUserOverviewPatch, UpdateDeviceComplianceUserOverview, update_device_compliance_user_overview,
};
use graph_client::runtime::{Client, Cloud, DateTimeOffset, ErrorKind, RetryPolicy, Scopes};
use tablewright_wire_tests::{Message, Page, Server, compact};

const SEED: &str = "beta/api/intune_deviceconfig_devicecomplianceuseroverview_update.md";

/// A client that tries once.
fn client(server: &Server) -> Client {
    let cloud = Cloud::custom(server.root(), "scope/.default").expect("loopback needs no https");
    Client::builder().cloud(cloud).token("secret").retry(RetryPolicy::none()).build().expect("a client")
}

/// The seed's example, as a user writes it.
fn example() -> DeviceComplianceUserOverviewPatch {
    DeviceComplianceUserOverviewPatch::new()
        .number_of_pending_users(4)
        .number_of_succeeded_users(6)
        .number_of_error_users(2)
        .number_of_failed_users(3)
        .last_update_time("2017-01-01T00:02:03.0612494-08:00".parse::<DateTimeOffset>().expect("a date"))
        .policy_revision(14)
}

fn message(start: &str, body: &str) -> Message {
    let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    Message { start: start.to_owned(), headers, body: body.to_owned() }
}

#[tokio::test]
async fn the_seeds_example_is_sent_as_the_page_shows_it_and_its_answer_is_kept_whole() {
    let page = Page::read(SEED);
    let server = Server::start(&[page.response(0)]);
    let request = update_device_compliance_user_overview("{deviceCompliancePolicyId}", example());
    let sent = request.send(&client(&server)).await;
    let updated = sent.expect("the update succeeds").expect("the page promises an object");

    let received = server.received();
    let [request] = received.as_slice() else { panic!("one request: {received:?}") };
    assert_eq!(request.method, "PATCH");
    let documented = page.request(0).path();
    assert_eq!(request.target.replace("%7B", "{").replace("%7D", "}"), documented);
    assert_eq!(request.body, compact(&page.request(0).body));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("authorization"), Some("Bearer secret"));
    assert!(request.header("client-request-id").is_some());

    assert_eq!(updated.number_of_pending_users, Some(4));
    let time = updated.last_update_time.expect("a time");
    assert_eq!(time.to_string(), "2017-01-01T00:02:03.0612494-08:00");
    let written = serde_json::to_string(&updated).expect("a model is JSON");
    assert_eq!(written, compact(&page.response(0).body));
}

#[tokio::test]
async fn what_is_not_named_is_not_sent_and_none_sends_null() {
    let server = Server::start(&[&message("HTTP/1.1 204 No Content", "")]);
    let patch = DeviceComplianceUserOverviewPatch::new().number_of_pending_users(4).last_update_time(None);
    let updated = update_device_compliance_user_overview("policy-id", patch).send(&client(&server)).await;
    assert_eq!(updated.expect("204 is a success"), None, "a service may answer 204 where the page says 200");
    let received = server.received();
    assert_eq!(received[0].body, r#"{"numberOfPendingUsers":4,"lastUpdateTime":null}"#);
    assert_eq!(received[0].target, "/beta/deviceManagement/deviceCompliancePolicies/policy-id/userStatusOverview");
}

#[tokio::test]
async fn a_null_in_the_answer_reads_as_none_and_is_written_again() {
    let body = r#"{"id":"1","numberOfPendingUsers":null,"lastUpdateTime":null,"policyRevision":14}"#;
    let server = Server::start(&[&message("HTTP/1.1 200 OK", body)]);
    let updated = update_device_compliance_user_overview("1", example()).send(&client(&server)).await;
    let updated: DeviceComplianceUserOverview = updated.expect("a success").expect("an object");
    assert_eq!((updated.number_of_pending_users, updated.policy_revision), (None, Some(14)));
    assert_eq!(serde_json::to_string(&updated).expect("a model is JSON"), body);
}

#[tokio::test]
async fn an_error_tells_status_code_message_and_request_id() {
    let body = r#"{"error":{"code":"BadRequest","message":"No such policy.","innerError":{"request-id":"r-1"}}}"#;
    let server = Server::start(&[&message("HTTP/1.1 400 Bad Request", body)]);
    let sent = update_device_compliance_user_overview("1", example()).send(&client(&server)).await;
    let error = sent.expect_err("a 400 is an error");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!((error.status(), error.code()), (Some(400), Some("BadRequest")));
    assert_eq!((error.message(), error.request_id()), (Some("No such policy."), Some("r-1")));
    let line = error.to_string();
    assert!(line.contains("400") && line.contains("No such policy.") && line.contains("r-1"), "{line}");
}

#[tokio::test]
async fn an_empty_patch_and_an_empty_id_never_reach_the_network() {
    let server = Server::start(&[]);
    let client = client(&server);
    let empty = update_device_compliance_user_overview("1", DeviceComplianceUserOverviewPatch::new());
    assert_eq!(empty.send(&client).await.expect_err("nothing to send").kind(), ErrorKind::Invalid);
    let nameless = update_device_compliance_user_overview("", example()).send(&client).await;
    let error = nameless.expect_err("an empty segment is another path");
    assert!(error.to_string().contains("deviceCompliancePolicyId"), "{error}");
    assert_eq!(server.received().len(), 0);
}

#[test]
fn permissions_are_constants() {
    const SCOPES: Scopes = UpdateDeviceComplianceUserOverview::PERMISSIONS.unspecified;
    assert_eq!(SCOPES.all, [["DeviceManagementConfiguration.ReadWrite.All"]]);
}
