//! Reads the JSON that pages show, as leniently as a reader would, with spans, in the order of the page.

mod lenient;
mod value;

pub use value::{Kind, Member, Read, Value};

use crate::span::Span;

/// Reads the first value in `span` of a page; `None` where there is none that can be read.
#[must_use]
pub fn read(page: &str, span: Span) -> Option<Read> {
    lenient::read(page, span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strict(text: &str) -> Option<String> {
        Some(read(text, Span::new(0, text.len()))?.value.to_json().split_whitespace().collect())
    }

    #[test]
    fn what_a_reader_forgives_is_forgiven() {
        assert_eq!(strict("{ 'a': 1, }").as_deref(), Some(r#"{"a":1}"#));
        assert_eq!(strict("{ \"a\": 1 ... }").as_deref(), Some(r#"{"a":1}"#));
        assert_eq!(strict("{ \"a\": [ 1, 2, ... ] }").as_deref(), Some(r#"{"a":[1,2]}"#));
        assert_eq!(strict("{ \"a\":\u{a0}1 }").as_deref(), Some(r#"{"a":1}"#));
        assert_eq!(strict("{ \"a\": \"x\ny\" }").as_deref(), Some(r#"{"a":"x\ny"}"#));
    }

    #[test]
    fn what_has_to_be_escaped_is_escaped() {
        let text = r#"{"a\"b":"\\\n\r\t\u0001\u00e9"}"#;
        assert_eq!(strict(text).as_deref(), Some("{\"a\\\"b\":\"\\\\\\n\\r\\t\\u0001é\"}"));
    }

    #[test]
    fn numbers_are_written_as_json_writes_them() {
        for (shown, strict_form) in
            [("-.5", "-0.5"), (".5", "0.5"), ("1.", "1"), ("-0", "-0"), ("1.e2", "100"), ("1e2", "1e2")]
        {
            let found = strict(&format!("{{ \"a\": {shown} }}"));
            assert_eq!(found, Some(format!("{{\"a\":{strict_form}}}")), "{shown}");
        }
    }

    #[test]
    fn a_missing_comma_is_found_behind_the_value() {
        let read = |text: &str| read(text, Span::new(0, text.len()));
        let found = |text: &str| read(text).and_then(|it| it.missing_comma).map(|it| it.start);
        assert_eq!(found("{ \"a\": 16\n \"b\": 2 }"), Some(8));
        assert_eq!(found("{ \"a\": [1, 2]\n \"b\": 2, }"), Some(12));
        for none in ["{ \"a\": 1, \"b\": 2, }", "{ \"a\": 1 }\n{ \"b\": 2 }", "{", "text"] {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn the_first_of_two_values_is_read() {
        assert_eq!(strict("{\"a\":1}\n{\"b\":2}").as_deref(), Some(r#"{"a":1}"#));
    }

    #[test]
    fn what_is_no_json_is_none() {
        for text in ["", "hello", "<xml/>", "{", "{]"] {
            assert_eq!(strict(text), None, "{text:?}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_not_overflowed() {
        let deep = "[".repeat(100_000);
        assert_eq!(strict(&deep), None);
    }

    #[test]
    fn spans_are_those_of_the_page() {
        let page = "xx { \"a\": \"b\" }";
        let read = read(page, Span::new(3, page.len())).expect("an object");
        assert_eq!(read.value.get("a").expect("a member").span.text(page), "\"b\"");
        assert!(!read.lenient);
    }
}
