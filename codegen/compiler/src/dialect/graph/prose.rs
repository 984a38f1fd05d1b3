//! What the docs say in sentences: bases, keys, read-only marks, nullability.

use crate::facts::{Mention, Word, is_name};
use crate::ir::Access;
use crate::markdown::Text;
use crate::search;

/// Phrases before the name of a base type.
const DERIVES: [&str; 10] = [
    "inherits from",
    "inherits all properties from",
    "inherit from",
    "derived from",
    "derives from",
    "subclass from",
    "is a subclass of",
    "is a subtype of",
    "is a derived type of",
    "subclass of",
];

/// The type that a paragraph says its own derives from.
pub(super) fn base(text: &Text<'_>) -> Option<Mention> {
    mention_after(text, &DERIVES)
}

/// The type that a description says the property comes from; `lower` is what a reader sees, in lower case.
pub(super) fn inherited_from(text: &Text<'_>, lower: &str) -> Option<Mention> {
    if !lower.contains("inherit") {
        return None;
    }
    mention_after(text, &["inherited from", "inherits from"])
}

/// The link or the word right behind one of the phrases.
fn mention_after(text: &Text<'_>, phrases: &[&str]) -> Option<Mention> {
    for (index, run) in text.runs.iter().enumerate() {
        let lower = run.text.to_ascii_lowercase();
        let Some(end) = search::last_end(&lower, phrases) else { continue };
        let rest = words(run.text.get(end..).unwrap_or_default());
        if let Some(word) = rest {
            return Some(Mention { word: Word { text: word, span: run.span }, link: None });
        }
        let next = text.runs.get(index + 1..)?.iter().find(|next| !next.text.trim().is_empty())?;
        let word = words(&next.text)?;
        return Some(Mention { word: Word { text: word, span: next.span }, link: next.link.clone() });
    }
    None
}

/// The first word that is no article.
fn words(text: &str) -> Option<String> {
    let mut all = text.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    let word =
        all.find(|it| !it.is_empty() && !matches!(*it, "the" | "a" | "an" | "abstract" | "base" | "type" | "and"))?;
    is_name(word).then(|| word.to_owned())
}

/// Who sets a property, by its description in lower case.
pub(super) fn access(lower: &str) -> Access {
    if is_key(lower) {
        Access::Key
    } else if is_read_only(lower) {
        Access::ReadOnly
    } else {
        Access::Writable
    }
}

/// Whether a description calls its property read-only, without a condition.
fn is_read_only(lower: &str) -> bool {
    let marks = ["read-only", "readonly", "read only"];
    marks.iter().filter(|mark| lower.contains(**mark)).any(|mark| {
        lower.match_indices(mark).any(|(at, _)| {
            let before = lower[..at].trim_end();
            !before.ends_with("not") && !is_condition_before(before) && !is_condition_behind(&lower[at..])
        })
    })
}

/// "Read-only for ..." and "read-only when ..." say that it can be written elsewhere.
fn is_condition_behind(rest: &str) -> bool {
    let behind = rest.split_once(' ').map_or("", |(_, behind)| behind);
    ["for ", "when ", "if ", "unless ", "domain", "access", "mode", "permission", "copy", "link", "file"]
        .iter()
        .any(|it| behind.starts_with(it))
}

/// "For a synchronised user, ... is read-only" says the same, the other way round.
fn is_condition_before(before: &str) -> bool {
    let sentence = before.rsplit(['.', ';', ':', '(', '\n']).next().unwrap_or_default().trim_start();
    let opens = ["for ", "when ", "if ", "once ", "in case "].iter().any(|it| sentence.starts_with(it));
    opens && !sentence.starts_with("for example")
}

/// Whether a description calls its property the key.
fn is_key(lower: &str) -> bool {
    lower.starts_with("key of the entity") || lower.split(['.', ' ']).next() == Some("key") && lower.contains("key.")
}

/// What a description in lower case says of null.
pub(super) fn nullable(lower: &str) -> Option<bool> {
    if lower.contains("not nullable") || lower.contains("non-nullable") || lower.contains("cannot be null") {
        Some(false)
    } else if lower.contains("nullable.") || lower.ends_with("nullable") {
        Some(true)
    } else {
        None
    }
}

/// What a text says of the end of what it is about, shortened to a sentence; `None` if it calls nothing deprecated.
pub(super) fn deprecation(plain: &str) -> Option<String> {
    deprecation_in(plain, &plain.to_ascii_lowercase())
}

/// The same, of a text that is there in lower case too.
pub(super) fn deprecation_in(plain: &str, lower: &str) -> Option<String> {
    if !speaks_of_end(lower) {
        return None;
    }
    let is_marked =
        lower.starts_with("deprecated") || ["(deprecated)", "[deprecated]"].iter().any(|it| lower.contains(it));
    let said = sentence(plain);
    (is_marked || says_end(&said)).then_some(said)
}

/// Whether lower-case text has a word in it without which nothing is said of an end.
fn speaks_of_end(lower: &str) -> bool {
    ["deprecat", "retire"].iter().any(|it| lower.contains(it))
}

/// "Whether it is deprecated or not" says nothing of an end.
fn says_end(sentence: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    let verbs = ["is", "are", "been", "be"].iter().flat_map(|it| [format!("{it} deprecated"), format!("{it} retired")]);
    verbs.chain(["being retired".to_owned(), "being deprecated".to_owned()]).any(|it| lower.contains(&it))
        && !["whether", "or not", "if the", "if it"].iter().any(|it| lower.contains(it))
}

/// The longest note, in characters.
const MAX_NOTE: usize = 200;

/// The sentence that says so, without marks, bounded.
fn sentence(plain: &str) -> String {
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = ["(deprecated)", "[deprecated]", "(Deprecated)", "[Deprecated]"]
        .iter()
        .fold(words, |it, mark| it.replace(mark, ""));
    let text = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let text =
        ["CAUTION] ", "WARNING] ", "IMPORTANT] ", "NOTE] "].iter().find_map(|it| text.strip_prefix(it)).unwrap_or(text);
    let ends = text.match_indices(". ").map(|(at, _)| at + 1).chain([text.len()]);
    let mut start = 0;
    for end in ends {
        if speaks_of_end(&text[start..end].to_ascii_lowercase()) {
            let sentence = text[start..end].trim();
            let cut: String = sentence.chars().take(MAX_NOTE).collect();
            return if cut.len() < sentence.len() { cut + "..." } else { cut };
        }
        start = end;
    }
    String::new()
}
