//! Cuts a documented path into literals and named parameters.

use crate::ir::Segment;

/// A path in pieces.
pub(super) struct Path {
    pub(super) segments: Vec<Segment>,
    /// Whether an identifier stood where other pages have a placeholder.
    pub(super) has_literal_id: bool,
}

/// Cuts `/users/{id | userPrincipalName}` into `/users/` and a parameter `userId`.
pub(super) fn path(text: &str) -> Path {
    let mut path = Path { segments: Vec::new(), has_literal_id: false };
    for segment in split(text) {
        path.push(&segment);
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

/// The segments of a path; a slash in braces separates nothing.
fn split(text: &str) -> Vec<String> {
    let mut segments = vec![String::new()];
    let mut depth = 0_i32;
    for c in text.chars().skip_while(|c| *c == '/') {
        depth += i32::from(matches!(c, '{' | '<')) - i32::from(matches!(c, '}' | '>'));
        if c == '/' && depth <= 0 {
            segments.push(String::new());
        } else if let Some(last) = segments.last_mut() {
            last.push(c);
        }
    }
    segments
}

impl Path {
    fn push(&mut self, segment: &str) {
        self.literal("/");
        let bracketed = segment.strip_prefix('(').and_then(|it| it.strip_suffix(')')).filter(|it| is_words(it));
        if let Some(words) = bracketed {
            self.parameter(words, Quotes::None);
        } else if is_identifier_of_something(segment) {
            self.has_literal_id = true;
            self.parameter("id", Quotes::None);
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
            self.parameter(&rest[start + 1..start + length], quotes);
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

    fn parameter(&mut self, words: &str, quotes: Quotes) {
        let first = words.split(['|', '/']).next().unwrap_or_default();
        let alternatives = if words.contains('|') { words.split_whitespace().collect::<Vec<_>>().join(" ") } else { String::new() };
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
        self.segments.push(Segment::Parameter { name, quoted: quotes == Quotes::Single, doc: alternatives });
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

/// A GUID, or a long word with digits in it, such as the key of a message.
fn is_identifier_of_something(segment: &str) -> bool {
    let is_key = segment.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '='));
    is_key && segment.len() >= 20 && segment.bytes().filter(u8::is_ascii_digit).count() >= 3
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

fn singular(word: &str) -> String {
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
        text(&path(documented).segments)
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
    fn quoted_keys_are_known() {
        let segments = path("/range(address='<address>')").segments;
        assert_eq!(
            segments[1],
            Segment::Parameter { name: "address".to_owned(), quoted: true, doc: String::new() }
        );
        assert_eq!(text(&segments), "/range(address='{address}')");
    }

    #[test]
    fn item_paths_keep_their_colons() {
        assert_eq!(named("/drive/root:/{item-path}:/x"), "/drive/root:/{itemPath}:/x");
    }
}
