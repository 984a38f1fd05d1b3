//! What a service answers, as the client takes it.

use std::time::Duration;

use graph_client::beta::{DeviceComplianceUserOverviewPatch, update_device_compliance_user_overview};
use tablewright_runtime::{BlockingClient, Recorder, RetryPolicy};

use super::ensure;
use crate::{Form, Outcome, Reached, Target};

/// An answer: status, `Retry-After`, `Date`, content type, then the body.
pub(super) const ANSWER: Target = Target {
    name: "answer",
    holds: "an error is one line without the token, and no wait is longer than allowed",
    form: Form::Text,
    seeds: |_| SEEDS.map(str::to_owned).to_vec(),
    check: answer,
};

const TOKEN: &str = "s3cr3t.t0ken-of-Nobody";
const LONGEST: Duration = Duration::from_secs(100);

const SEEDS: [&str; 8] = [
    "429\n30\n\napplication/json\n{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Wait.\\nPlease.\",\"innerError\":\
     {\"date\":\"2021-07-01T00:00:00\",\"request-id\":\"5\",\"code\":\"x\",\"innerError\":{\"code\":\"y\"}}}}",
    "503\nSun, 06 Nov 1994 08:49:37 GMT\nSun, 06 Nov 1994 08:49:30 GMT\napplication/json\n{}",
    "504\n2.128\n\ntext/html\n<html><body>Bad gateway</body></html>",
    "400\n\n\napplication/json;odata.metadata=minimal\n{\"error\":{\"code\":\"BadRequest\",\"message\":\"No.\",\"target\":\
     \"size\",\"details\":[{\"code\":\"a\",\"message\":\"b\",\"target\":\"c\"},{},{},{}]}}",
    "401\n\n\napplication/json\n{\"error\":\"invalid_token\",\"error_description\":\"The token is over.\"}",
    "200\n\n\napplication/json\n{\"@odata.type\":\"#x\",\"id\":\"1\",\"pendingCount\":4,\"lastUpdateDateTime\":null}",
    "204\n\n\n\n",
    "307\n\n\ntext/plain\n{\"Message\":\"moved\"}",
];

fn answer(text: &str, reached: &mut Reached) -> Outcome {
    let mut parts = text.splitn(5, '\n');
    let mut part = || parts.next().unwrap_or_default();
    let status = part().trim().parse().ok().filter(|it| (200..1000).contains(it)).unwrap_or(429_u16);
    let [retry_after, date, content_type] = [header(part()), header(part()), header(part())];
    let body = part().to_owned();
    let recorder = Recorder::new();
    let headers =
        [("retry-after", &*retry_after), ("date", &date), ("content-type", &content_type), ("request-id", &date)];
    let headers: Vec<(&str, &str)> = headers.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    for _ in 0..4 {
        recorder.answer_with(status, &headers, body.clone());
    }
    let client = BlockingClient::builder().transport(recorder.clone()).token(TOKEN);
    let client = client.retry(RetryPolicy::new().max_wait(LONGEST)).build().map_err(|error| error.to_string())?;
    let patch = DeviceComplianceUserOverviewPatch::new().number_of_pending_users(4);
    let outcome = update_device_compliance_user_overview("1", patch).exchange_blocking(&client);
    reached.at(&format!("{} waits", recorder.waits().len()));
    if let Err(error) = &outcome {
        reached.at(&format!("{:?} {:?}", error.kind(), error.status()));
        reached.at(&known_parts(error));
        one_line(&error.to_string())?;
        hidden(&format!("{error} {error:?} {:?}", error.clone()))?;
    }
    hidden(&format!("{client:?} {recorder:?} {:?}", recorder.requests()))?;
    ensure(recorder.waits().iter().all(|wait| *wait <= LONGEST), || format!("waits {:?}", recorder.waits()))
}

/// Which parts of an error are known.
fn known_parts(error: &tablewright_runtime::Error) -> String {
    let known = [
        ("code", error.code().is_some()),
        ("message", error.message().is_some()),
        ("target", error.target().is_some()),
        ("details", !error.details().is_empty()),
        ("inner errors", !error.inner_errors().is_empty()),
        ("request id", error.request_id().is_some()),
        ("retry after", error.retry_after().is_some()),
    ];
    known.into_iter().filter(|(_, is_known)| *is_known).map(|(name, _)| name).collect::<Vec<_>>().join(", ")
}

/// A text as a header can have it.
fn header(text: &str) -> String {
    text.chars().map(|c| if matches!(c, ' '..='~') { c } else { '?' }).collect()
}

fn one_line(text: &str) -> Outcome {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}');
    ensure(!text.contains(breaks), || format!("not one line: {text:?}"))
}

fn hidden(text: &str) -> Outcome {
    ensure(!text.contains(TOKEN), || "the token is shown".to_owned())
}
