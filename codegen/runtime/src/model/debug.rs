//! Prints models for developers, without what must not stand in a log.

use std::fmt;

use crate::Json;

use super::object::{items, named};
use super::text::text_of;
use super::{Object, Scalar, View};

/// The members that have a value, by their wire names, and the rest.
fn object(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = object.shape();
    let short = shape.name.rsplit('.').next().unwrap_or(shape.name);
    let mut out = f.debug_struct(short);
    for (name, node) in named(object) {
        match node.value() {
            View::Absent => {}
            _ if is_secret(name) => _ = out.field(name, &Redacted),
            view => _ = out.field(name, &view),
        }
    }
    if !object.extra().is_empty() {
        out.field("extra", object.extra());
    }
    out.finish()
}

/// Whether the value of a member with this name must not be printed.
fn is_secret(name: &str) -> bool {
    const WORDS: [&str; 4] = ["password", "secret", "token", "key"];
    WORDS.iter().any(|word| name.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes())))
}

/// Stands where a secret would.
struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

/// A JSON value of this name.
pub(crate) struct Named<'a>(pub(crate) &'a str, pub(crate) &'a Json);

impl fmt::Debug for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            Json::Null => f.write_str("null"),
            _ if is_secret(self.0) => Redacted.fmt(f),
            Json::Bool(value) => value.fmt(f),
            Json::Number(value) => fmt::Display::fmt(value, f),
            Json::String(text) => text.fmt(f),
            Json::Array(items) => f.debug_list().entries(items.iter().map(|item| Named("", item))).finish(),
            Json::Object(map) => {
                f.debug_map().entries(map.iter().map(|(name, value)| (name, Named(name, value)))).finish()
            }
        }
    }
}

/// A value of any kind.
pub fn view(view: View<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&view, f)
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            View::Absent => f.write_str("None"),
            View::Scalar(scalar) => match scalar {
                Scalar::Null => f.write_str("null"),
                Scalar::Bool(value) => value.fmt(f),
                Scalar::Int(value) => value.fmt(f),
                Scalar::Uint(value) => value.fmt(f),
                Scalar::Double(value) => value.fmt(f),
                Scalar::Text(text) => text.fmt(f),
            },
            View::Enum(text) => f.write_str(text),
            View::Flags(shown) | View::Shown(shown) => f.write_str(&text_of(shown)),
            View::Object(it) | View::Choice(it) => object(it, f),
            View::List(list) => f.debug_list().entries(items(list)).finish(),
            View::Json(json) => Named("", json).fmt(f),
        }
    }
}
