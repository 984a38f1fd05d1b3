//! What counts as the same: JSON by value or by text, paths by what they mean.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::Json;

/// The first place where two values differ; numbers are compared by what they are worth (`10`, `10.0`).
pub(super) fn difference(page: &Json, ours: &Json) -> Option<String> {
    at("", page, ours)
}

fn at(place: &str, page: &Json, ours: &Json) -> Option<String> {
    match (page, ours) {
        (Json::Object(page), Json::Object(ours)) => {
            let missing = ours.keys().find(|name| !page.contains_key(*name));
            if let Some(name) = missing {
                return Some(format!("`{place}{name}` is not on the page, here {}", ours[name]));
            }
            page.iter().find_map(|(name, value)| match ours.get(name) {
                Some(our) => at(&format!("{place}{name}."), value, our),
                None => Some(format!("`{place}{name}` is missing, on the page {value}")),
            })
        }
        (Json::Array(page), Json::Array(ours)) if page.len() == ours.len() => page
            .iter()
            .zip(ours)
            .enumerate()
            .find_map(|(index, (page, ours))| at(&format!("{place}{index}."), page, ours)),
        (Json::Number(page), Json::Number(ours)) if page.as_f64() == ours.as_f64() => None,
        _ if page == ours => None,
        _ => Some(format!("`{}` is {page} on the page, here {ours}", place.trim_end_matches('.'))),
    }
}

/// JSON text without white space, names sorted, the last of equal names only; numbers and strings as they are written.
pub(super) fn canonical(json: &str) -> Option<String> {
    let json = json.trim();
    match json.as_bytes().first()? {
        b'{' => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
            let member = |(name, value): (&String, &&RawValue)| {
                Some(format!("{}:{}", Json::from(name.as_str()), canonical(value.get())?))
            };
            Some(format!("{{{}}}", members.iter().map(member).collect::<Option<Vec<_>>>()?.join(",")))
        }
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(json).ok()?;
            let items = items.iter().map(|item| canonical(item.get())).collect::<Option<Vec<_>>>()?;
            Some(format!("[{}]", items.join(",")))
        }
        // What is escaped, and how, is no part of a text.
        b'"' => serde_json::from_str::<Json>(json).ok().map(|text| text.to_string()),
        _ => Some(json.to_owned()),
    }
}

/// Whether a target that a page shows is the one that was sent to. Pages write paths without the version, too.
pub(super) fn target(page: &str, ours: &str) -> bool {
    let (page, ours) = (path(page), path(ours));
    let below = |path: &str| path[1..].find('/').map_or(String::new(), |at| path[1 + at..].to_owned());
    ours.eq_ignore_ascii_case(&page) || ours.len() > 1 && below(&ours).eq_ignore_ascii_case(&page)
}

/// A path below the host, percent-decoded, without query, empty segments and trailing slash; a key in brackets is one in a segment of its
/// own (`OData` URL conventions 4.01, 4.3.6).
fn path(target: &str) -> String {
    let path = target.split_once("://").map_or(target, |(_, rest)| rest.find('/').map_or("", |at| &rest[at..]));
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    path.replace("('", "/").replace("')", "").replace("//", "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_order_tell_texts_apart_as_they_should() {
        assert_eq!(canonical(r#"{ "b": 1.0, "a": [ "\u0041" ] }"#).as_deref(), Some(r#"{"a":["A"],"b":1.0}"#));
        assert_ne!(canonical("[1.0]"), canonical("[1]"));
        assert_eq!(canonical(r#"{"a":1,"a":2}"#).as_deref(), Some(r#"{"a":2}"#));
        assert_eq!(canonical("nonsense{"), Some("nonsense{".to_owned()));
        assert_eq!(canonical("{nonsense"), None);
    }

    #[test]
    fn the_first_difference_is_named() {
        let json = |text| serde_json::from_str::<Json>(text).expect("JSON");
        let difference = |page, ours| difference(&json(page), &json(ours));
        assert_eq!(difference(r#"{"a":{"b":[10,2]}}"#, r#"{"a":{"b":[10.0,2]}}"#), None);
        let found = difference(r#"{"a":{"b":[1,2]}}"#, r#"{"a":{"b":[1,3]}}"#).expect("a difference");
        assert_eq!(found, "`a.b.1` is 2 on the page, here 3");
        assert_eq!(difference("{}", r#"{"a":1}"#).expect("a difference"), "`a` is not on the page, here 1");
        assert_eq!(difference(r#"{"a":1}"#, "{}").expect("a difference"), "`a` is missing, on the page 1");
    }

    #[test]
    fn paths_are_the_same_whatever_is_encoded() {
        assert!(target("https://example.com/v1.0/users/a b/?$select=x", "/v1.0/users/a%20b"));
        assert!(target("https://example.com/V1.0/Users('{id}')/x", "/v1.0/users/%7Bid%7D/x"));
        assert!(target("/users/1", "/v1.0/users/1"));
        assert!(!target("https://example.com/beta/users/1", "/v1.0/users/1"));
        assert!(!target("/users/1", "/"));
    }
}
