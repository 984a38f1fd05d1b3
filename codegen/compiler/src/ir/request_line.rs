//! A documented request line: a path in pieces, and the paths that are like it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Origin;

/// One documented request line.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct RequestLine {
    /// The line as documented, method included, white space folded.
    pub text: String,
    /// The path, without version, host and trailing slash: `/users/{id}`. Placeholders are `{parameter}`.
    pub path: String,
    /// The path in pieces; together they give `path`.
    pub segments: Vec<Segment>,
    /// The line.
    pub origin: Origin,
}

impl RequestLine {
    /// The path in small letters, without the names of its parameters: `/users/{}`. Paths of the same shape lead to the
    /// same things.
    #[must_use]
    pub fn shape(&self) -> String {
        let piece = |segment: &Segment| match segment {
            Segment::Literal(text) => text.to_lowercase(),
            Segment::Parameter { .. } => "{}".to_owned(),
        };
        self.segments.iter().map(piece).collect()
    }

    /// The value of each parameter, where a path that a page shows is one of this line; capitals do not matter. A key in
    /// brackets is one in a segment of its own: `messages('1')`, `messages/1` (OData URL conventions 4.01, 4.3.6).
    #[must_use]
    pub fn values(&self, path: &str) -> Option<Vec<String>> {
        let values = values(&self.segments, path);
        values.or_else(|| self::values(&self.segments, &keys_as_segments(path)?))
    }
}

/// A piece of a path, in the order of the path. Not always a whole segment: `range(address='{address}')` is three.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Segment {
    /// Sent as it is.
    Literal(String),
    /// A value to be percent-encoded; the name is unique in its line.
    Parameter {
        /// A name in camelCase: `deviceCompliancePolicyId`.
        name: String,
        /// Whether it stands between single quotes, so that a quote in it is doubled (OData URL conventions 4.01, 4.3.1).
        quoted: bool,
        /// What the docs say it is, where they list alternatives: `id | userPrincipalName`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        doc: String,
    },
}

/// A path without `('key')`; `None` if it has none.
fn keys_as_segments(path: &str) -> Option<Cow<'_, str>> {
    let (before, rest) = path.split_once("('")?;
    let (key, after) = rest.split_once("')")?;
    let after = keys_as_segments(after).unwrap_or(Cow::Borrowed(after));
    Some(Cow::Owned(format!("{before}/{key}{after}")))
}

fn values(segments: &[Segment], path: &str) -> Option<Vec<String>> {
    let Some((first, others)) = segments.split_first() else { return path.is_empty().then(Vec::new) };
    match first {
        Segment::Literal(text) => {
            let (head, rest) = path.split_at_checked(text.len())?;
            if head.eq_ignore_ascii_case(text) { values(others, rest) } else { None }
        }
        // The shortest value that lets the rest fit.
        Segment::Parameter { quoted, .. } => {
            let ends = path.char_indices().map(|(at, _)| at).chain([path.len()]).skip(1);
            let longest = if *quoted { path.len() } else { segment_end(path) };
            ends.take_while(|at| *at <= longest).find_map(|at| {
                let mut all = values(others, &path[at..])?;
                let value = &path[..at];
                all.insert(0, if *quoted { value.replace("''", "'") } else { value.to_owned() });
                Some(all)
            })
        }
    }
}

/// Where the first segment of a path ends; a slash in braces separates nothing.
fn segment_end(path: &str) -> usize {
    let end = path.find('/').unwrap_or(path.len());
    if path.starts_with('{') { path.find('}').map_or(end, |at| at + 1) } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(segments: Vec<Segment>) -> RequestLine {
        RequestLine { text: String::new(), path: String::new(), segments, origin: Origin::default() }
    }

    fn literal(text: &str) -> Segment {
        Segment::Literal(text.to_owned())
    }

    fn parameter() -> Segment {
        Segment::Parameter { name: "id".to_owned(), quoted: false, doc: String::new() }
    }

    #[test]
    fn the_values_of_a_path_are_found() {
        let line = line(vec![literal("/users/"), parameter(), literal("/events/"), parameter()]);
        assert_eq!(line.values("/Users/a b/events/{a/b}"), Some(vec!["a b".to_owned(), "{a/b}".to_owned()]));
        assert_eq!(line.values("/users/1/messages/2"), None);
        assert_eq!(line.values("/users/1/events/2/3"), None);
        assert_eq!(line.values("/users/1/events/"), None);
        assert_eq!(line.values("/users('1')/events('2')"), Some(vec!["1".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn quotes_are_undone() {
        let quoted = Segment::Parameter { name: "address".to_owned(), quoted: true, doc: String::new() };
        let line = line(vec![literal("/range(address='"), quoted, literal("')/format")]);
        assert_eq!(line.values("/range(address='Sheet''1!A1')/format"), Some(vec!["Sheet'1!A1".to_owned()]));
        assert_eq!(line.values("/range(address='a/b')/format"), Some(vec!["a/b".to_owned()]));
    }
}
