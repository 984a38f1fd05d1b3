//! Other pages of the default input: several request lines, If-Match and Prefer, derived types, nested values.

use graph_client::beta::{AndroidCompliancePolicyPatch, update_android_compliance_policy};
use graph_client::runtime::{Client, Cloud, RetryPolicy};
use graph_client::v1_0::{OnPremisesExtensionAttributesPatch, UserPatch, update_user_at_users};
use tablewright_wire_tests::{Message, Page, Server, compact};

fn client(server: &Server) -> Client {
    let cloud = Cloud::custom(server.root(), "scope/.default").expect("loopback needs no https");
    Client::builder().cloud(cloud).token("secret").retry(RetryPolicy::none()).build().expect("a client")
}

#[tokio::test]
async fn nested_values_have_three_states_too() {
    let page = Page::read("v1.0/api/user-update.md");
    let server = Server::start(&[page.response(1)]);
    let attributes =
        OnPremisesExtensionAttributesPatch::new().extension_attribute1("red team").extension_attribute2(None);
    let patch = UserPatch::new().job_title("buyer | seller").on_premises_extension_attributes(attributes);
    let updated = update_user_at_users("adele", patch).send(&client(&server)).await.expect("a success");
    assert!(updated.is_none(), "the page promises 204");
    let expected = r#"{"jobTitle":"buyer | seller","onPremisesExtensionAttributes":{"extensionAttribute1":"red team","extensionAttribute2":null}}"#;
    assert_eq!(server.received()[0].body, expected);
    assert_eq!(server.received()[0].target, "/v1.0/users/adele");
}

#[tokio::test]
async fn a_derived_type_says_its_name_first() {
    let page = Page::read("beta/api/intune_deviceconfig_androidcompliancepolicy_update.md");
    let server = Server::start(&[page.response(0)]);
    let patch = AndroidCompliancePolicyPatch::new().display_name("Phones");
    let updated = update_android_compliance_policy("1", patch).send(&client(&server)).await.expect("a success");
    let written = serde_json::to_value(updated.expect("an object")).expect("a model is JSON");
    assert_eq!(written, serde_json::from_str::<serde_json::Value>(&page.response(0).body).expect("the page's JSON"));
    let expected = r##"{"@odata.type":"#microsoft.graph.androidCompliancePolicy","displayName":"Phones"}"##;
    assert_eq!(server.received()[0].body, compact(expected));
}

#[tokio::test]
async fn a_value_cannot_break_out_of_its_segment() {
    let answer = Message { start: "HTTP/1.1 204 No Content".to_owned(), headers: Vec::new(), body: String::new() };
    let server = Server::start(&[&answer]);
    let patch = UserPatch::new().job_title("x");
    update_user_at_users("../me?a=b#c/d", patch).send(&client(&server)).await.expect("a success");
    let target = server.received()[0].target.clone();
    assert!(
        target.starts_with("/v1.0/users/") && !target["/v1.0/users/".len()..].contains(['/', '?', '#']),
        "{target}"
    );
}
