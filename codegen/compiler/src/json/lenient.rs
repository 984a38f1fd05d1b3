//! Cuts one value out of a code block, mends what no parser forgives, and parses it.

use std::collections::BTreeSet;

use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ast};

use super::value::{Kind, Member, Read, Value};
use crate::span::Span;

/// Deeper values are refused; the deepest of the docs has 12 levels.
const MAX_DEPTH: usize = 100;

pub(super) fn read(page: &str, span: Span) -> Option<Read> {
    let (piece, base) = piece(page, span)?;
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    if let Some(value) = parse(piece, &strict, base) {
        let lenient = base + piece.len() < span.start + span.text(page).trim_end().len();
        return Some(Read { value, lenient, missing_comma: None });
    }
    let value = parse(piece, &loose(), base).or_else(|| parse(&mended(piece), &loose(), base))?;
    Some(Read { value, lenient: true, missing_comma: missing_comma(piece, base) })
}

/// Where a comma is missing, if nothing else keeps the piece from being read.
fn missing_comma(piece: &str, base: usize) -> Option<Span> {
    let options = ParseOptions { allow_missing_commas: false, ..loose() };
    let error = jsonc_parser::parse_to_ast(piece, &CollectOptions::default(), &options).err()?;
    if !matches!(error.kind(), ParseErrorKind::ExpectedComma) {
        return None;
    }
    let before = piece.get(..error.range().start)?;
    let start = before.char_indices().next_back()?.0;
    Some(Span::new(base + start, base + before.len()))
}

fn loose() -> ParseOptions {
    ParseOptions { allow_loose_object_property_names: false, ..ParseOptions::default() }
}

/// The first value in `span`, and where it begins.
fn piece(page: &str, span: Span) -> Option<(&str, usize)> {
    let text = span.text(page);
    let start = text.find(['{', '['])?;
    let end = start + balanced(&text[start..])?;
    Some((&text[start..end], span.start + start))
}

/// The length of the value that begins the text; `None` where its brackets do not close.
fn balanced(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return None;
        }
        if depth == 0 && !in_string && at > 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Ellipses and odd spaces outside of strings become spaces, line ends inside become escapes. Spans behind an escape
/// are off by its length.
fn mended(piece: &str) -> String {
    let mut mended = String::with_capacity(piece.len());
    let (mut in_string, mut escaped) = (false, false);
    let mut rest = piece.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if !escaped => {
                in_string = !in_string;
                mended.push(c);
            }
            '\n' if in_string => mended.push_str("\\n"),
            '\r' | '\t' if in_string => {}
            '.' if !in_string && rest.peek() == Some(&'.') => mended.push(' '),
            '.' if !in_string && !mended.ends_with(|c: char| c.is_ascii_digit()) => mended.push(' '),
            '\u{2026}' | '\u{a0}' | '\u{feff}' | '\u{200b}' if !in_string => {
                mended.push_str(&" ".repeat(c.len_utf8()));
            }
            _ => mended.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    mended
}

fn parse(text: &str, options: &ParseOptions, base: usize) -> Option<Value> {
    let parsed = jsonc_parser::parse_to_ast(text, &CollectOptions::default(), options).ok()?;
    Some(value(&parsed.value?, base))
}

fn value(node: &ast::Value<'_>, base: usize) -> Value {
    let kind = match node {
        ast::Value::StringLit(it) => Kind::Text(it.value.to_string()),
        ast::Value::NumberLit(it) => number(it.value),
        ast::Value::BooleanLit(it) => Kind::Boolean(it.value),
        ast::Value::NullKeyword(_) => Kind::Null,
        ast::Value::Array(it) => Kind::List(it.elements.iter().map(|item| value(item, base)).collect()),
        ast::Value::Object(it) => Kind::Object(members(it, base)),
    };
    let range = node.range();
    Value { kind, span: Span::new(base + range.start, base + range.end) }
}

fn members(object: &ast::Object<'_>, base: usize) -> Vec<Member> {
    let (mut members, mut names) = (Vec::with_capacity(object.properties.len()), BTreeSet::new());
    for property in &object.properties {
        let name = property.name.as_str();
        if names.insert(name) {
            let range = property.name.range();
            let span = Span::new(base + range.start, base + range.end);
            members.push(Member { name: name.to_owned(), span, value: value(&property.value, base) });
        }
    }
    members
}

/// A number that strict JSON lacks (`+1`, `.5`, `0x10`) becomes one that it has, or a string.
fn number(written: &str) -> Kind {
    match written.parse::<f64>() {
        Ok(_) if is_strict(written) => Kind::Number(written.to_owned()),
        Ok(number) if number.is_finite() => Kind::Number(number.to_string()),
        Ok(_) | Err(_) => Kind::Text(written.to_owned()),
    }
}

/// Whether a number is written as in JSON (RFC 8259, 6): `.5`, `1.`, `+1` and `01` are not.
fn is_strict(written: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let magnitude = written.strip_prefix('-').unwrap_or(written);
    let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && digits(fraction) && digits(exponent)
}
