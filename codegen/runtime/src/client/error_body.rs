//! Reads the body of an error answer in the shapes that services use; what does not fit is left out, never an error.

use serde_json::Value;

use super::error::{ErrorDetail, InnerError};

/// What a service says of an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Report {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) target: Option<String>,
    pub(super) details: Vec<ErrorDetail>,
    pub(super) inner: Vec<InnerError>,
}

impl Report {
    /// The report in a body; empty if the body is no JSON error.
    pub(super) fn read(body: &[u8]) -> Self {
        let Ok(value) = serde_json::from_slice::<Value>(without_mark(body)) else { return Self::default() };
        match member(&value, "error").or_else(|| member(&value, "odata.error")) {
            // RFC 6749, 5.2: what token services and some gateways send.
            Some(Value::String(code)) => Self {
                code: Some(code.clone()),
                message: text(&value, "error_description").or_else(|| text(&value, "message")),
                ..Self::default()
            },
            Some(error) => Self::of(error),
            // Some gateways leave out the outer object.
            None => Self::of(&value),
        }
    }

    fn of(error: &Value) -> Self {
        Self {
            code: text(error, "code"),
            message: text(error, "message").map(plain),
            target: text(error, "target"),
            details: details(error),
            inner: inner(error),
        }
    }

    /// The first id of a kind that the inner errors name.
    pub(super) fn id(&self, id: impl Fn(&InnerError) -> Option<&String>) -> Option<String> {
        self.inner.iter().find_map(id).cloned()
    }
}

/// Some services begin JSON with a byte order mark.
pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)
}

/// A member by its name in any case: `innerError` and `innererror` both occur.
fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// A member's text; numbers occur as codes, and messages as `{"lang": .., "value": ..}`.
fn text(value: &Value, name: &str) -> Option<String> {
    match member(value, name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => object.get("value").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// The sentence in a message that is a JSON document itself, as those of Intune are; the whole stays in the body.
fn plain(message: String) -> String {
    let inside = message.trim_start().starts_with('{').then(|| serde_json::from_str::<Value>(&message).ok()).flatten();
    inside.as_ref().and_then(|inside| text(inside, "message")).unwrap_or(message)
}

fn details(error: &Value) -> Vec<ErrorDetail> {
    let items = member(error, "details").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let detail =
        |item| ErrorDetail { code: text(item, "code"), message: text(item, "message"), target: text(item, "target") };
    items.iter().filter(|item| item.is_object()).map(detail).collect()
}

fn inner(error: &Value) -> Vec<InnerError> {
    let of = |inner: &Value| InnerError {
        code: text(inner, "code"),
        message: text(inner, "message"),
        date: text(inner, "date"),
        request_id: text(inner, "request-id").or_else(|| text(inner, "requestId")),
        client_request_id: text(inner, "client-request-id").or_else(|| text(inner, "clientRequestId")),
    };
    std::iter::successors(inside(error), |inner| inside(inner)).map(of).collect()
}

fn inside(error: &Value) -> Option<&Value> {
    member(error, "innererror").filter(|inner| inner.is_object())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_shape_is_read_whole() {
        let report = Report::read(
            br#"{"error": {"code": "BadRequest", "message": "No.", "target": "city",
                "details": [{"code": "A", "message": "B", "target": "c"}, 4],
                "innerError": {"code": "narrower", "request-id": "r", "client-request-id": "c", "date": "2021-06-01",
                    "innererror": {"code": "narrowest"}}}}"#,
        );
        assert_eq!(report.code.as_deref(), Some("BadRequest"));
        assert_eq!(report.target.as_deref(), Some("city"));
        assert_eq!(report.details.len(), 1);
        assert_eq!(
            report.inner.iter().map(|inner| inner.code.as_deref()).collect::<Vec<_>>(),
            [Some("narrower"), Some("narrowest")]
        );
        assert_eq!(report.id(|inner| inner.client_request_id.as_ref()).as_deref(), Some("c"));
    }

    #[test]
    fn other_shapes_are_read_as_far_as_they_go() {
        let code = |body: &str| Report::read(body.as_bytes()).code;
        assert_eq!(code(r#"{"error": "invalid_grant", "error_description": "x"}"#).as_deref(), Some("invalid_grant"));
        assert_eq!(code(r#"{"code": 40, "message": {"lang": "en", "value": "x"}}"#).as_deref(), Some("40"));
        assert_eq!(code("\u{feff}{\"error\": {\"code\": \"x\"}}").as_deref(), Some("x"));
        let message = |body: &str| Report::read(body.as_bytes()).message;
        let older = r#"{"odata.error": {"code": "Request_BadRequest", "message": {"lang": "en", "value": "No."}}}"#;
        assert_eq!((code(older).as_deref(), message(older).as_deref()), (Some("Request_BadRequest"), Some("No.")));
        let within = r#"{"error": {"code": "BadRequest", "message": "{\n \"_version\": 3, \"Message\": \"Name it.\", \"CustomApiErrorPhrase\": \"\"}"}}"#;
        assert_eq!(message(within).as_deref(), Some("Name it."));
        for odd in ["{not JSON", "{}", "{4}"] {
            assert_eq!(message(&format!(r#"{{"error": {{"message": "{odd}"}}}}"#)).as_deref(), Some(odd));
        }
        for body in ["", "<html>", "[]", "4", r#"{"error": null}"#, r#"{"error": {"code": [], "innerError": 4}}"#] {
            assert_eq!(Report::read(body.as_bytes()), Report::default(), "{body}");
        }
    }
}
