//! Path templates and their values: gives a path that no value can break out of.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Invalid;
use crate::{Date, DateTimeOffset, Guid};

/// The value of a path parameter.
///
/// It is percent-encoded when the path is built, so that it stays within its segment whatever its text is. Empty values
/// and those that are `.` or `..` are refused before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PathValue(Vec<String>);

impl PathValue {
    /// A value of several path segments, such as the path of a file below a drive's root: each is encoded by itself.
    ///
    /// ```
    /// # use tablewright_runtime::PathValue;
    /// let path = PathValue::segments(["Reports", "2021", "June.xlsx"]);
    /// ```
    pub fn segments<S: Into<String>>(segments: impl IntoIterator<Item = S>) -> Self {
        Self(segments.into_iter().map(Into::into).collect())
    }
}

impl From<String> for PathValue {
    fn from(text: String) -> Self {
        Self(vec![text])
    }
}

impl From<&str> for PathValue {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for PathValue {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<&&str> for PathValue {
    fn from(text: &&str) -> Self {
        (*text).to_owned().into()
    }
}

impl From<Cow<'_, str>> for PathValue {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl From<&Self> for PathValue {
    fn from(value: &Self) -> Self {
        value.clone()
    }
}

macro_rules! printed {
    ($($ty:ty),*) => {$(
        impl From<$ty> for PathValue {
            fn from(value: $ty) -> Self {
                value.to_string().into()
            }
        }
    )*};
}

printed!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, Guid, Date, DateTimeOffset);

/// `template` with each `{parameter}` replaced by the value at its place, encoded.
///
/// Between single quotes (`range(address='{address}')`) a quote in the value is doubled first, as `OData` asks.
pub(super) fn fill(template: &str, values: &[PathValue]) -> Result<String, Invalid> {
    let mismatch = || Invalid::Template { template: template.to_owned() };
    let mut path = String::with_capacity(template.len() + 32);
    let mut values = values.iter();
    let mut rest = template.trim_start_matches('/');
    while let Some((literal, tail)) = rest.split_once('{') {
        let (parameter, after) = tail.split_once('}').ok_or_else(mismatch)?;
        let quotes = if literal.ends_with('\'') && after.starts_with('\'') { Quotes::Doubled } else { Quotes::None };
        path.push_str(literal);
        push_value(&mut path, parameter, values.next().ok_or_else(mismatch)?, quotes)?;
        rest = after;
    }
    path.push_str(rest);
    if values.next().is_some() { Err(mismatch()) } else { Ok(path) }
}

/// What becomes of single quotes in a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// They are encoded.
    None,
    /// They are doubled and encoded.
    Doubled,
}

fn push_value(path: &mut String, parameter: &str, value: &PathValue, quotes: Quotes) -> Result<(), Invalid> {
    if value.0.is_empty() {
        return Err(Invalid::EmptyPathValue { parameter: parameter.to_owned() });
    }
    for (index, segment) in value.0.iter().enumerate() {
        match segment.as_str() {
            "" => return Err(Invalid::EmptyPathValue { parameter: parameter.to_owned() }),
            "." | ".." => return Err(Invalid::DotPathValue { parameter: parameter.to_owned() }),
            _ if index > 0 => path.push('/'),
            _ => {}
        }
        push_encoded(path, segment, quotes);
    }
    Ok(())
}

/// Everything is encoded but the unreserved characters of RFC 3986 and two that mean nothing in a Graph path: `@` of user
/// principal names and `!` of drive items.
fn push_encoded(path: &mut String, text: &str, quotes: Quotes) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' | b'!' => path.push(byte.into()),
            b'\'' if quotes == Quotes::Doubled => path.push_str("%27%27"),
            _ => write!(path, "%{byte:02X}").expect("writing to a string cannot fail"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, value: &str) -> String {
        fill(template, &[value.into()]).unwrap()
    }

    #[test]
    fn no_value_breaks_out_of_its_segment() {
        assert_eq!(filled("users/{id}", "a/../b"), "users/a%2F..%2Fb");
        assert_eq!(filled("users/{id}", "a?b#c%2f\\d'e"), "users/a%3Fb%23c%252f%5Cd%27e");
        assert_eq!(filled("users/{id}/mail", "a\r\nHost: b\0"), "users/a%0D%0AHost%3A%20b%00/mail");
        assert_eq!(filled("users/{id}", "%2e%2e"), "users/%252e%252e");
        assert_eq!(filled("users/{id}", "$ref"), "users/%24ref");
        assert_eq!(filled("users/{id}", "...{x}"), "users/...%7Bx%7D");
        assert_eq!(filled("users/{id}", "Zoë@example.com"), "users/Zo%C3%AB@example.com");
    }

    #[test]
    fn a_quote_between_quotes_is_doubled() {
        assert_eq!(filled("ws/{id}/range(address='A1')", "o'neil"), "ws/o%27neil/range(address='A1')");
        assert_eq!(filled("range(address='{address}')/format", "o'neil"), "range(address='o%27%27neil')/format");
    }

    #[test]
    fn values_that_vanish_in_a_path_are_refused_by_name() {
        let empty = fill("users/{userId}", &["".into()]).unwrap_err();
        assert_eq!(empty.to_string(), "the path parameter `userId` is empty");
        for dots in [".", ".."] {
            let error = fill("users/{userId}/x", &[dots.into()]).unwrap_err();
            assert_eq!(error, Invalid::DotPathValue { parameter: "userId".into() });
        }
        assert!(fill("users/{userId}", &[PathValue::segments::<String>([])]).is_err());
        assert!(fill("root:/{path}:", &[PathValue::segments(["a", "..", "b"])]).is_err());
    }

    #[test]
    fn segments_are_joined_and_encoded_one_by_one() {
        let path = fill("root:/{path}:/workbook", &[PathValue::segments(["My files", "a/b.xlsx"])]).unwrap();
        assert_eq!(path, "root:/My%20files/a%2Fb.xlsx:/workbook");
    }

    #[test]
    fn values_and_parameters_must_be_as_many() {
        assert!(fill("users/{a}/{b}", &["x".into()]).is_err());
        assert!(fill("users/{a}", &["x".into(), "y".into()]).is_err());
        assert!(fill("users/{a", &["x".into()]).is_err());
        assert_eq!(fill("/me", &[]).unwrap(), "me");
        assert_eq!(fill("a/{b}/{c}", &[7_i32.into(), "y".into()]).unwrap(), "a/7/y");
    }
}
