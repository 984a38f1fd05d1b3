//! Reads the JSON in comments that some pages carry: `<!-- { "blockType": "resource", ... } -->`.

use crate::search;

/// The value of the first `"key": "value"` in a comment.
pub(super) fn text<'a>(comment: &'a str, key: &str) -> Option<&'a str> {
    let rest = after_key(comment, key)?;
    let inner = rest.strip_prefix('"')?;
    inner.split_once('"').map(|(value, _)| value.trim())
}

/// Whether a comment says `"key": true`.
pub(super) fn is_true(comment: &str, key: &str) -> bool {
    after_key(comment, key).is_some_and(|rest| rest.trim_start_matches('"').starts_with("true"))
}

fn after_key<'a>(comment: &'a str, key: &str) -> Option<&'a str> {
    let quoted = format!("\"{key}\"");
    let at = search::find(comment, &quoted)? + quoted.len();
    comment[at..].trim_start().strip_prefix(':').map(str::trim_start)
}

/// Splits `#microsoft.graph.user` into namespace and name.
pub(super) fn qualified(text: &str) -> Option<(String, String)> {
    let text = text.trim().trim_start_matches('#').trim_end_matches(')').trim_start_matches("Collection(");
    let (namespace, name) = text.rsplit_once('.')?;
    let is_word = |it: &str| !it.is_empty() && it.split('.').all(super::row::is_identifier);
    (is_word(namespace) && is_word(name)).then(|| (namespace.to_owned(), name.to_owned()))
}
