//! The JSON that pages show.

use serde::de::IgnoredAny;
use tablewright::json::{self, Kind, Value};
use tablewright::span::Span;

use super::ensure;
use crate::{Form, Outcome, Reached, Target};

/// The lenient reader.
pub(super) const LENIENT: Target = Target {
    name: "json",
    holds: "what is read is written as strict JSON, and read again the same; each value is within the text",
    form: Form::Json,
    seeds: |corpus| corpus.objects(),
    check: lenient,
};

fn lenient(text: &str, reached: &mut Reached) -> Outcome {
    let all = Span::new(0, text.len());
    let Some(read) = json::read(text, all) else {
        reached.at("not read");
        return Ok(());
    };
    reached.at(if read.lenient { "read as lenient" } else { "read as strict" });
    reached.at(kind(&read.value.kind));
    if let Some(comma) = read.missing_comma {
        reached.at("a comma is missing");
        ensure(!comma.text(text).is_empty(), || "no character is before the missing comma".to_owned())?;
    }
    let written = read.value.to_json();
    serde_json::from_str::<IgnoredAny>(&written).map_err(|error| format!("no strict JSON: {error}"))?;
    let again = json::read(&written, Span::new(0, written.len())).ok_or("not read again")?;
    ensure(!again.lenient, || "strict JSON is read as lenient".to_owned())?;
    ensure(same(&read.value, &again.value), || "another value when read again".to_owned())
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean(_) => "boolean",
        Kind::Number(_) => "number",
        Kind::Text(_) => "text",
        Kind::List(_) => "list",
        Kind::Object(_) => "object",
    }
}

/// The same but for where it stands.
fn same(one: &Value, two: &Value) -> bool {
    match (&one.kind, &two.kind) {
        (Kind::List(one), Kind::List(two)) => one.len() == two.len() && one.iter().zip(two).all(|(a, b)| same(a, b)),
        (Kind::Object(one), Kind::Object(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(a, b)| a.name == b.name && same(&a.value, &b.value))
        }
        (one, two) => one == two,
    }
}
