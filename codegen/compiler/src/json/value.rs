//! What JSON says, each value with its place in the page, and how it is written again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::span::Span;

/// A value with its place in the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub span: Span,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true`, `false`.
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
    /// A string, escapes resolved.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in the order of the page; the first of two equal names wins.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where the name is.
    pub span: Span,
    /// Its value.
    pub value: Value,
}

/// What was found in a code block.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The first value.
    pub value: Value,
    /// Whether strict JSON would have refused it.
    pub lenient: bool,
    /// The last character of the value behind which a comma is missing, if one is.
    pub missing_comma: Option<Span>,
}

impl Value {
    /// The member of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|it| it.name == name).map(|it| &it.value)
    }

    /// Its members by name, for those who ask for many.
    #[must_use]
    pub fn by_name(&self) -> BTreeMap<&str, &Self> {
        // The first of two equal names wins.
        self.members().iter().rev().map(|it| (it.name.as_str(), &it.value)).collect()
    }

    /// Its members; none if it is no object.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    /// The string that it is.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// As strict JSON, indented by two spaces.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json, 0);
        json
    }

    fn write(&self, json: &mut String, depth: usize) {
        match &self.kind {
            Kind::Null => json.push_str("null"),
            Kind::Boolean(it) => json.push_str(if *it { "true" } else { "false" }),
            Kind::Number(it) => json.push_str(it),
            Kind::Text(it) => write_text(json, it),
            Kind::List(items) => {
                write_all(json, ('[', ']'), depth, items, |json, item| item.write(json, depth + 1));
            }
            Kind::Object(members) => write_all(json, ('{', '}'), depth, members, |json, member| {
                write_text(json, &member.name);
                json.push_str(": ");
                member.value.write(json, depth + 1);
            }),
        }
    }
}

fn write_all<T>(json: &mut String, marks: (char, char), depth: usize, all: &[T], write: impl Fn(&mut String, &T)) {
    json.push(marks.0);
    for (index, it) in all.iter().enumerate() {
        json.push_str(if index == 0 { "\n" } else { ",\n" });
        indent(json, depth + 1);
        write(json, it);
    }
    if !all.is_empty() {
        json.push('\n');
        indent(json, depth);
    }
    json.push(marks.1);
}

fn indent(json: &mut String, depth: usize) {
    for _ in 0..depth {
        json.push_str("  ");
    }
}

fn write_text(json: &mut String, text: &str) {
    json.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|it| it < b' ' || matches!(it, b'"' | b'\\')) {
        json.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'\n' => json.push_str("\\n"),
            b'\r' => json.push_str("\\r"),
            b'\t' => json.push_str("\\t"),
            it @ (b'"' | b'\\') => json.extend(['\\', char::from(it)]),
            it => drop(write!(json, "\\u{it:04x}")),
        }
        rest = &rest[at + 1..];
    }
    json.push_str(rest);
    json.push('"');
}
