//! What people who do this job with other tools report in public, each with the right outcome.

use graph_client::runtime::{
    Client, Cloud, DateTimeOffset, Deployment, DiffError, ErrorKind, Json, Recorder, Related, RetryPolicy, WhyLeftOut,
};
use graph_client::v1_0::models::{Event, MailboxSettings, Message as Letter, SingleValueLegacyExtendedProperty, User};
use graph_client::v1_0::{
    ApplicationPatch, EducationFeedbackOutcomePatch, EducationPointsOutcomePatch, EventPatch, FieldValueSetPatch,
    IPv4CidrRangePatch, IpNamedLocationPatch, ItemBodyPatch, MessagePatch, OpenTypeExtensionPatch, PermissionPatch,
    UpdateUser, UpsertApplication, UserPatch, update_field_value_set_on_list_item, update_message,
    update_message_for_single_value_extended_properties, update_user_at_users, upsert_application,
};
use serde_json::json;
use tablewright_wire_tests::{Message, Server};

fn read<T: serde::de::DeserializeOwned>(json: Json) -> T {
    serde_json::from_value(json).expect("any object can be read")
}

fn written(model: &impl serde::Serialize) -> Json {
    serde_json::to_value(model).expect("a model is JSON")
}

/// A letter as a service answers with it.
fn letter() -> Letter {
    read(json!({
        "@odata.context": "https://x/$metadata", "@odata.etag": "W/\"1\"", "id": "AAMk", "subject": "Chairs",
        "bodyPreview": "Twelve", "sender": {"emailAddress": {"address": "a@x"}}, "categories": ["A"],
        "body": {"contentType": "text", "content": "Twelve chairs."},
        "singleValueExtendedProperties": [{"id": "String {a} Name B", "value": "x"}, {"id": "String {a} Name C", "value": "y"}],
    }))
}

/// msgraph-sdk-dotnet 1180, -python 262, -go 643, -powershell 2087: null is not sent.
#[test]
fn a_field_can_be_cleared() {
    assert_eq!(
        UserPatch::new().mobile_phone(None).department(None).to_string(),
        r#"{"department":null,"mobilePhone":null}"#
    );
}

/// msgraph-sdk-dotnet 2298, google-cloud-rust 507: fields never touched are sent as null.
#[test]
fn what_is_not_touched_is_not_sent() {
    assert_eq!(UserPatch::new().office_location("18/2111").to_string(), r#"{"officeLocation":"18/2111"}"#);
}

/// msgraph-sdk-php 977: a partly read object, changed and sent.
#[test]
fn what_was_not_read_is_not_wiped() {
    let old: User = read(json!({"id": "1", "jobTitle": "a", "mobilePhone": "2", "department": "b"}));
    let new = {
        let mut new = old.clone();
        new.job_title = Some("c".to_owned());
        new.mobile_phone = None;
        new
    };
    let patch = UserPatch::diff(&old, &new).expect("both can be sent");
    assert_eq!(written(&patch), json!({"jobTitle": "c", "mobilePhone": null}));
}

/// msgraph-sdk-dotnet 2408, 270, -java 391: what came with the answer is sent back and refused.
#[test]
fn only_what_changed_is_sent_back() {
    let mut new = letter();
    new.categories = Some(vec!["A".to_owned(), "B".to_owned()]);
    let patch = MessagePatch::diff(&letter(), &new).expect("categories can be sent");
    assert_eq!(written(&patch), json!({"categories": ["A", "B"]}));
}

/// msgraph-sdk-dotnet 1807: one extended property changed; its id is not sent.
#[test]
fn a_changed_extended_property_is_sent_with_its_id() {
    let mut new = letter();
    let mut properties = new.single_value_extended_properties.read().expect("they were expanded");
    properties[1].value = Some("z".to_owned());
    new.single_value_extended_properties = Related::of(&properties);
    let patch = MessagePatch::diff(&letter(), &new).expect("a page of an update lists them");
    let expected = json!([{"id": "String {a} Name B", "value": "x"}, {"id": "String {a} Name C", "value": "z"}]);
    assert_eq!(written(&patch), json!({"singleValueExtendedProperties": expected}));
}

/// The same, where no page of an update lists them: it is said.
#[test]
fn what_changed_and_cannot_be_sent_is_named() {
    let old: Event =
        read(json!({"id": "1", "subject": "a", "singleValueExtendedProperties": [{"id": "B", "value": "x"}]}));
    let mut new = old.clone();
    new.single_value_extended_properties = Related::none();
    let error: DiffError<EventPatch> = EventPatch::diff(&old, &new).expect_err("events have no such update here");
    let [left_out] = error.left_out() else { panic!("{error}") };
    assert_eq!((left_out.name.as_str(), left_out.why), ("singleValueExtendedProperties", WhyLeftOut::NotListed));
    assert!(error.to_string().contains("`singleValueExtendedProperties` (in no documented update)"), "{error}");
    assert!(error.into_patch().is_empty());
}

/// msgraph-sdk-dotnet 2187, terraform-provider-msgraph 59, -powershell 1417: marks of derived types, outside and inside.
#[test]
fn derived_types_are_marked_outside_and_inside() {
    let ranges = vec![IPv4CidrRangePatch::new().cidr_address("1.2.3.4/32")];
    let patch = IpNamedLocationPatch::new().ip_ranges(ranges);
    let expected = r##"{"@odata.type":"#microsoft.graph.ipNamedLocation","ipRanges":[{"@odata.type":"#microsoft.graph.iPv4CidrRange","cidrAddress":"1.2.3.4/32"}]}"##;
    assert_eq!(patch.to_string(), expected);
    let points = EducationPointsOutcomePatch::new().points(85);
    assert_eq!(points.to_string(), r##"{"@odata.type":"#microsoft.graph.educationPointsOutcome","points":85}"##);
    let feedback = EducationFeedbackOutcomePatch::new().feedback(ItemBodyPatch::new().content("Well done."));
    let expected =
        r##"{"@odata.type":"#microsoft.graph.educationFeedbackOutcome","feedback":{"content":"Well done."}}"##;
    assert_eq!(feedback.to_string(), expected);
}

/// msgraph-sdk-dotnet 1723, 2516, -powershell 727, -dotnet 1182: names that only the user knows.
#[test]
fn an_open_type_takes_names_of_the_users_own() {
    let patch = OpenTypeExtensionPatch::new().extension_name("com.x").field("dealValue", 500_100);
    let expected =
        r##"{"@odata.type":"#microsoft.graph.openTypeExtension","extensionName":"com.x","dealValue":500100}"##;
    assert_eq!(patch.to_string(), expected);
    let user = UserPatch::new().field("ext1_tag", json!({"id": "x"}));
    assert_eq!(user.to_string(), r#"{"ext1_tag":{"id":"x"}}"#);
    let fields = FieldValueSetPatch::new().field("Color", "Fuchsia").field("Quantity", Json::Null);
    assert_eq!(fields.to_string(), r#"{"Color":"Fuchsia","Quantity":null}"#);
}

/// A name of the user's own that changed in an open type is sent; in another it is named.
#[test]
fn names_of_the_users_own_are_compared_too() {
    let old: User = read(json!({"id": "1", "ext1_tag": {"id": "x"}, "ext2": 1}));
    let mut new = old.clone();
    new.extra.insert("ext1_tag", json!({"id": "y"}));
    new.extra.remove("ext2");
    let patch = UserPatch::diff(&old, &new).expect("the type is open");
    assert_eq!(written(&patch), json!({"ext1_tag": {"id": "y"}, "ext2": null}));
}

/// A permission is read-only on the page of its type, and what the page of its update is there to change.
#[test]
fn what_a_page_is_there_to_change_can_be_changed() {
    assert_eq!(PermissionPatch::new().roles(["read"]).to_string(), r#"{"roles":["read"]}"#);
}

/// kiota 4838: the first and the last moment.
#[test]
fn the_first_and_the_last_moment_are_kept() {
    for text in ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z"] {
        let event: Event = read(json!({"id": "1", "createdDateTime": text}));
        assert_eq!(event.created_date_time.expect("a moment"), text.parse::<DateTimeOffset>().expect("a moment"));
        assert_eq!(written(&event)["createdDateTime"], json!(text));
    }
}

/// msgraph-sdk-dotnet-core 244, msgraph-sdk-ruby 251, kiota-serialization-json-dotnet 202: one value is of another kind
/// than documented.
#[test]
fn a_value_of_another_kind_spoils_nothing() {
    let settings = json!({"timeZone": 5, "dateFormat": "d", "automaticRepliesSetting": "none"});
    let read_settings: MailboxSettings = read(settings.clone());
    assert_eq!((read_settings.date_format.as_deref(), read_settings.time_zone.as_deref()), (Some("d"), None));
    assert_eq!(written(&read_settings), settings);
    let event = json!({"id": "1", "attendees": "none", "organizer": "x", "importance": "veryPrivate"});
    let read_event: Event = read(event.clone());
    assert_eq!(read_event.importance.as_ref().map(ToString::to_string).as_deref(), Some("veryPrivate"));
    assert_eq!(written(&read_event), event);
}

fn recorded() -> (Recorder, Client) {
    let recorder = Recorder::new();
    let client = Client::builder().transport(recorder.clone()).token("t").build().expect("a client");
    (recorder, client)
}

/// microsoft-graph-docs 7762: Intune puts a JSON document into the message. msgraph-sdk-java 1785: a date without offset.
#[tokio::test]
async fn the_message_inside_a_message_is_shown() {
    let (recorder, client) = recorded();
    let inner = json!({"_version": 3, "Message": "Invalid patch, at least 1 property must be changed.", "CustomApiErrorPhrase": ""});
    let body = json!({"error": {"code": "BadRequest", "message": inner.to_string(), "innerError": {"date": "2024-02-08T12:07:31"}}});
    recorder.answer(400, body);
    let error = update_user_at_users("1", UserPatch::new().job_title("x")).send(&client).await.expect_err("refused");
    assert_eq!(error.message(), Some("Invalid patch, at least 1 property must be changed."));
    assert_eq!(error.inner_errors()[0].date.as_deref(), Some("2024-02-08T12:07:31"));
    assert!(error.body_text().expect("kept").contains("CustomApiErrorPhrase"));
}

/// No such host: nothing was sent, and the error says so.
#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let cloud = Cloud::custom("https://graph.invalid", "scope/.default").expect("a cloud");
    let client = Client::builder().cloud(cloud).token("t").retry(RetryPolicy::none()).build().expect("a client");
    let request = update_user_at_users("1", UserPatch::new().job_title("x"));
    let error = request.send(&client).await.expect_err("nobody is there");
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.to_string().starts_with("update_user: not sent"), "{error}");
}

/// Updates that a table, a path or an example of their own describe are sent to where the page says.
#[tokio::test]
async fn each_update_has_its_own_function() {
    let answer = Message { start: "HTTP/1.1 204 No Content".to_owned(), headers: Vec::new(), body: String::new() };
    let server = Server::start(&[&answer, &answer, &answer]);
    let cloud = Cloud::custom(server.root(), "scope/.default").expect("loopback needs no https");
    let client = Client::builder().cloud(cloud).token("secret").build().expect("a client");
    let mut property = SingleValueLegacyExtendedProperty::default();
    property.id = Some("String {a} Name B".to_owned());
    property.value = Some("x".to_owned());
    let patch = MessagePatch::new().single_value_extended_properties(vec![property]);
    update_message_for_single_value_extended_properties("AAMk", patch).send(&client).await.expect("a success");
    update_message("AAMk", MessagePatch::new().is_read(true)).send(&client).await.expect("a success");
    let fields = FieldValueSetPatch::new().field("Color", "Fuchsia");
    update_field_value_set_on_list_item("s", "l", "i", fields).send(&client).await.expect("a success");
    let received: Vec<(String, String)> = server.received().into_iter().map(|it| (it.target, it.body)).collect();
    let expected = [
        ("/v1.0/me/messages/AAMk", r#"{"singleValueExtendedProperties":[{"id":"String {a} Name B","value":"x"}]}"#),
        ("/v1.0/me/messages/AAMk", r#"{"isRead":true}"#),
        ("/v1.0/sites/s/lists/l/items/i/fields", r#"{"Color":"Fuchsia"}"#),
    ];
    assert_eq!(received, expected.map(|(target, body)| (target.to_owned(), body.to_owned())));
}

/// An upsert asks to create, quotes its key, and tells what happened.
#[tokio::test]
async fn an_upsert_tells_created_from_updated() {
    let (recorder, client) = recorded();
    recorder.answer(201, json!({"id": "1", "displayName": "Orders"})).answer_empty(204);
    let patch = || ApplicationPatch::new().display_name("Orders");
    let created = upsert_application("o'clock", patch()).exchange(&client).await.expect("a success");
    assert!(created.is_created() && created.object().is_some());
    let updated = upsert_application("o'clock", patch()).exchange(&client).await.expect("a success");
    assert_eq!((updated.is_created(), updated.status()), (false, 204));
    let sent = recorder.requests();
    assert_eq!(sent[0].path(), "/v1.0/applications(uniqueName='o%27%27clock')");
    assert_eq!(sent[0].header("prefer"), Some("create-if-missing"));
    assert_eq!(UpsertApplication::PERMISSIONS.application.least, [["Application.ReadWrite.OwnedBy"]]);
    assert_eq!(UpsertApplication::CLOUDS, [Deployment::Global, Deployment::UsL4, Deployment::UsL5]);
}

/// microsoft-graph-docs-contrib 3765, 6307: who may change what is said in the code.
#[test]
fn permissions_are_at_hand() {
    assert!(UpdateUser::PERMISSIONS.delegated_work.are_met_by(&["User.ReadWrite"]));
    assert_eq!(UpdateUser::PERMISSIONS.delegated_work.least, [["User.ReadWrite"]]);
}
