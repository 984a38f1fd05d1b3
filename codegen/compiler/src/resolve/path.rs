//! Cuts a documented path into literals and named parameters.

use crate::ir::Segment;
use crate::segments::segments;

/// A path in pieces.
pub(super) struct Path {
    pub(super) segments: Vec<Segment>,
    /// The first identifier that stood where other pages have a placeholder.
    pub(super) literal_id: Option<String>,
}

/// Cuts `/users/{id | userPrincipalName}` into `/users/` and a parameter `userId`.
///
/// `is_word` says which words are the service's own; another word behind a plural is a key.
pub(super) fn path(text: &str, is_word: &dyn Fn(&str) -> bool) -> Path {
    let mut path = Path { segments: Vec::new(), literal_id: None };
    let segments = segments(text);
    for (at, segment) in segments.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| segments[before].as_str());
        let after = segments.get(at + 1).map_or("", String::as_str);
        let is_like_key = is_foreign(before, segment, after) || is_long_id(before, segment);
        if is_key_of(before, segment, after) || is_like_key && !is_word(segment) {
            path.key(segment);
        } else {
            path.push(segment);
        }
    }
    path
}

/// The path as text, with `{parameter}` for each parameter.
pub(super) fn text(segments: &[Segment]) -> String {
    let piece = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Parameter { name, .. } => format!("{{{name}}}"),
    };
    segments.iter().map(piece).collect()
}

/// Appends words to a path in pieces.
pub(super) fn append(segments: &mut Vec<Segment>, words: &str) {
    let mut path = Path { segments: std::mem::take(segments), literal_id: None };
    path.literal(words);
    *segments = path.segments;
}

impl Path {
    /// A segment that is a key, though it is no placeholder.
    fn key(&mut self, segment: &str) {
        self.literal("/");
        self.literal_id.get_or_insert_with(|| segment.to_owned());
        self.parameter("id", &Quotes::None);
    }

    fn push(&mut self, segment: &str) {
        self.literal("/");
        let bracketed = segment.strip_prefix('(').and_then(|it| it.strip_suffix(')')).filter(|it| is_words(it));
        if let Some(words) = bracketed {
            self.parameter(words, &Quotes::None);
        } else {
            self.pieces(segment);
        }
    }

    /// Literals and placeholders within one segment.
    fn pieces(&mut self, segment: &str) {
        let mut rest = segment;
        while let Some(start) = rest.find(['{', '<']) {
            let close = if rest[start..].starts_with('{') { '}' } else { '>' };
            let Some(length) = rest[start..].find(close) else { break };
            let (before, after) = (&rest[..start], &rest[start + length + 1..]);
            self.literal(before);
            let quotes = if before.ends_with('\'') && after.starts_with('\'') { Quotes::Single } else { Quotes::None };
            self.parameter(&rest[start + 1..start + length], &quotes);
            rest = after;
        }
        self.literal(rest);
    }

    fn literal(&mut self, text: &str) {
        match self.segments.last_mut() {
            Some(Segment::Literal(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.segments.push(Segment::Literal(text.to_owned())),
        }
    }

    fn parameter(&mut self, words: &str, quotes: &Quotes) {
        let first = words.split(['|', '/']).next().unwrap_or_default();
        let alternatives =
            if words.contains('|') { words.split_whitespace().collect::<Vec<_>>().join(" ") } else { String::new() };
        let mut name = camel_case(first);
        if is_generic(&name) || self.has(&name) {
            name = self.named_after_segment(&name);
        }
        let base = name.clone();
        let mut number = 2;
        while self.has(&name) {
            name = format!("{base}{number}");
            number += 1;
        }
        self.segments.push(Segment::Parameter { name, quoted: *quotes == Quotes::Single, doc: alternatives });
    }

    fn has(&self, wanted: &str) -> bool {
        self.segments.iter().any(|it| matches!(it, Segment::Parameter { name, .. } if name == wanted))
    }

    /// `/users/{id}`: the id of a user.
    fn named_after_segment(&self, name: &str) -> String {
        let literals = self.segments.iter().rev().filter_map(|it| match it {
            Segment::Literal(text) => Some(text),
            Segment::Parameter { .. } => None,
        });
        let words = literals.flat_map(|text| text.rsplit('/')).map(|it| it.rsplit('.').next().unwrap_or(it));
        let word = words.map(camel_case).find(|it| !it.is_empty()).unwrap_or_default();
        let ending = if name.is_empty() || is_generic(name) { "Id".to_owned() } else { capitalised(name) };
        if word.is_empty() { "id".to_owned() } else { format!("{}{ending}", singular(&word)) }
    }
}

#[derive(PartialEq)]
enum Quotes {
    None,
    Single,
}

fn is_generic(name: &str) -> bool {
    matches!(name, "" | "id" | "ID" | "key" | "name" | "value")
}

fn is_words(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ' ' | '_')) && text.contains(['-', ' '])
}

/// Whether a segment is the key of one thing, where other pages have a placeholder: a GUID, a host, an address, or a
/// capitalised word behind a plural. Segments of the service itself are words in camelCase.
fn is_key_of(before: &str, segment: &str, after: &str) -> bool {
    let is_named = || {
        segment.contains(['-', '.', '%', '@', '='])
            || segment.starts_with(|c: char| c.is_ascii_uppercase()) && !after.starts_with('{')
    };
    is_guid(segment) || may_be_key(before, segment) && is_named()
}

/// Twenty characters or more, with a digit among them, behind a plural; a word of the service can be like this too.
fn is_long_id(before: &str, segment: &str) -> bool {
    may_be_key(before, segment) && segment.len() >= 20 && segment.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a segment stands where a key stands, and is written like one.
fn may_be_key(before: &str, segment: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_=.%@:+$".contains(c);
    let behind_plural = before.ends_with('s') && !before.contains(['{', '(']);
    behind_plural && segment.chars().all(is_word) && !segment.starts_with(['$', '.']) && !is_cast(segment)
}

/// 8, 4, 4, 4 and 12 hexadecimal digits.
fn is_guid(segment: &str) -> bool {
    let groups: Vec<usize> = segment.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && segment.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

/// A single word in small letters behind a plural, and not a collection with keys itself.
fn is_foreign(before: &str, segment: &str, after: &str) -> bool {
    before.ends_with('s')
        && !before.contains(['{', '('])
        && !after.starts_with('{')
        && segment.chars().all(|c| c.is_ascii_lowercase())
}

fn is_cast(segment: &str) -> bool {
    segment.to_ascii_lowercase().starts_with("microsoft.graph.")
}

/// `tenant id`, `item-path`, `deviceId` in camelCase.
fn camel_case(words: &str) -> String {
    let mut name = String::new();
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()) {
        if name.is_empty() {
            let all_capital = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
            let mut letters = word.chars();
            let first = letters.next().map(|c| c.to_ascii_lowercase());
            name = if all_capital { word.to_ascii_lowercase() } else { first.into_iter().chain(letters).collect() };
        } else {
            name.push_str(&capitalised(word));
        }
    }
    let digit_first = name.starts_with(|c: char| c.is_ascii_digit());
    if digit_first { format!("n{name}") } else { name }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A plural noun without its ending.
pub(super) fn singular(word: &str) -> String {
    let ends = |it: &str| word.ends_with(it);
    if let Some(stem) = word.strip_suffix("ies") {
        format!("{stem}y")
    } else if ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("statuses") {
        word[..word.len() - 2].to_owned()
    } else if ends("ss") || ends("us") || !ends("s") {
        word.to_owned()
    } else {
        word[..word.len() - 1].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(documented: &str) -> String {
        text(&path(documented, &|word| word == "x" || word == "y").segments)
    }

    #[test]
    fn parameters_are_named_after_what_they_name() {
        assert_eq!(named("/users/{id | userPrincipalName}"), "/users/{userId}");
        assert_eq!(named("/policies/{id}/settings/{id}"), "/policies/{policyId}/settings/{settingId}");
        assert_eq!(named("/teams/(team-id)/x"), "/teams/{teamId}/x");
        assert_eq!(named("/x/{tenant id}/{a}/y/{a}"), "/x/{tenantId}/{a}/y/{yA}");
        assert_eq!(named("/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd"), "/users/{userId}");
    }

    #[test]
    fn a_long_word_with_a_digit_is_a_key_unless_the_service_has_it() {
        let named =
            |word: &str| text(&path(&format!("/policies/{word}"), &|it| it == "x2AuthenticationMethods").segments);
        assert_eq!(named("x2AuthenticationMethods"), "/policies/x2AuthenticationMethods");
        assert_eq!(named("AAMkAGI2AAEOAAABBBBCC"), "/policies/{policyId}");
    }

    #[test]
    fn quoted_keys_are_known() {
        let segments = path("/range(address='<address>')", &|_| true).segments;
        assert_eq!(segments[1], Segment::Parameter { name: "address".to_owned(), quoted: true, doc: String::new() });
        assert_eq!(text(&segments), "/range(address='{address}')");
    }

    #[test]
    fn item_paths_keep_their_colons() {
        assert_eq!(named("/drive/root:/{item-path}:/x"), "/drive/root:/{itemPath}:/x");
    }
}
