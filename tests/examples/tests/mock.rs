//! A service in one's own tests: the runtime's recorder stands for it.

use graph_client::runtime::{BlockingClient, Error, Recorder};
use graph_client::v1_0::{UserPatch, update_user_at_users};

/// The code under test.
fn retire(client: &BlockingClient, user: &str) -> Result<(), Error> {
    let patch = UserPatch::new().job_title(None).account_enabled(false);
    update_user_at_users(user, patch).send_blocking(client).map(drop)
}

#[test]
fn a_retired_user_has_no_title_and_cannot_sign_in() {
    let service = Recorder::new();
    service.answer_with(429, &[("Retry-After", "2")], "").answer_empty(204);
    let client = BlockingClient::builder().transport(service.clone()).token("test").build().expect("a client");
    retire(&client, "adele@contoso.com").expect("a success");
    let requests = service.requests();
    assert_eq!(requests.len(), 2, "the throttled request was sent again");
    assert_eq!(requests[1].path(), "/v1.0/users/adele@contoso.com");
    assert_eq!(requests[1].json().to_string(), r#"{"accountEnabled":false,"jobTitle":null}"#);
    assert_eq!(service.waits(), [std::time::Duration::from_secs(2)]);
}
