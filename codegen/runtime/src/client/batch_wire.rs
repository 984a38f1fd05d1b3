//! The JSON of a batch, as the service takes and gives it.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Incoming;
use crate::operation::Draft;

#[derive(Serialize)]
struct Requests<'a> {
    requests: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    id: String,
    #[serde(rename = "dependsOn", skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<String>,
    method: &'static str,
    url: String,
    headers: BTreeMap<&'a str, &'a str>,
    body: Box<RawValue>,
}

/// An item to be sent: its number, its request and those that must come before it.
pub(super) struct Sent<'a> {
    pub(super) index: usize,
    pub(super) draft: &'a Draft,
    pub(super) after: Vec<usize>,
}

/// The body of the request for a batch.
pub(super) fn write(items: Vec<Sent<'_>>) -> Result<String, serde_json::Error> {
    let requests = items.into_iter().map(one).collect::<Result<_, _>>()?;
    serde_json::to_string(&Requests { requests })
}

fn one(item: Sent<'_>) -> Result<One<'_>, serde_json::Error> {
    let path = item.draft.path().unwrap_or_default();
    let mut headers = BTreeMap::from([("Content-Type", "application/json")]);
    for (name, value) in item.draft.headers() {
        headers.retain(|known, _| !known.eq_ignore_ascii_case(name));
        headers.insert(name, value);
    }
    Ok(One {
        id: id(item.index),
        depends_on: item.after.into_iter().map(id).collect(),
        method: Draft::METHOD,
        url: format!("/{path}"),
        headers,
        body: RawValue::from_string(item.draft.body_text())?,
    })
}

/// People count from 1, and read these ids in the service's errors.
fn id(index: usize) -> String {
    (index + 1).to_string()
}

#[derive(Deserialize)]
struct Responses {
    responses: Vec<Other>,
}

#[derive(Deserialize)]
struct Other {
    id: String,
    status: u16,
    headers: Option<BTreeMap<String, Option<Box<RawValue>>>>,
    body: Option<Box<RawValue>>,
}

/// The answers in the body of an answer, each with the number of its item; those that make no sense are left out.
pub(super) fn read(body: &[u8]) -> Result<Vec<(usize, Incoming)>, serde_json::Error> {
    let Responses { responses } = serde_json::from_slice(body)?;
    Ok(responses.into_iter().filter_map(other).collect())
}

fn other(response: Other) -> Option<(usize, Incoming)> {
    let index = response.id.parse::<usize>().ok()?.checked_sub(1)?;
    let body = response.body.map(Box::<str>::from).map(String::from).unwrap_or_default();
    let mut answer = http::Response::new(Bytes::from(body));
    *answer.status_mut() = StatusCode::from_u16(response.status).ok()?;
    for (name, value) in response.headers.unwrap_or_default() {
        if let (Ok(name), Some(value)) =
            (HeaderName::from_bytes(name.as_bytes()), value.and_then(|value| header(&value)))
        {
            answer.headers_mut().insert(name, value);
        }
    }
    Some((index, answer))
}

/// A header's value; `Retry-After` comes as a string or as a number.
fn header(value: &RawValue) -> Option<HeaderValue> {
    let text = serde_json::from_str::<String>(value.get()).unwrap_or_else(|_| value.get().to_owned());
    HeaderValue::try_from(text).ok()
}
