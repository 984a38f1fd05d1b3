//! Finds the values that a description lists: "Possible values are: `a`, `b`."

use std::collections::BTreeSet;

use crate::facts::Word;
use crate::markdown::{Run, Text};
use crate::search;
use crate::span::Span;

/// What introduces a list of values, in lower case.
const INTRODUCTIONS: [&str; 13] = [
    "possible values are",
    "possible values include",
    "possible values",
    "possible value is",
    "possible values of",
    "allowed values are",
    "allowed values",
    "valid values are",
    "valid values",
    "supported values are",
    "acceptable values are",
    "the values are",
    "can be one of",
];

/// The listed values, each once, in the order of the page; `lower` is what a reader sees, in lower case.
pub(super) fn known_values(doc: &Text<'_>, lower: &str) -> Vec<Word> {
    // One of these is part of each introduction, and of few texts without one.
    if !lower.contains("value") && !lower.contains("can be one of") {
        return Vec::new();
    }
    let Some((run, after)) = introduction(doc) else { return Vec::new() };
    let rest = &doc.runs[run..];
    let coded = in_backticks(rest, after);
    let found = if coded.is_empty() { in_plain_text(&rest[0], after) } else { coded };
    let mut seen = BTreeSet::new();
    found.into_iter().filter(|value| seen.insert(value.text.clone())).collect()
}

/// The run that introduces the values, and the offset in its text behind the introduction.
fn introduction(doc: &Text<'_>) -> Option<(usize, usize)> {
    doc.runs.iter().enumerate().filter(|(_, run)| !run.code).find_map(|(index, run)| {
        let lower = run.text.to_ascii_lowercase();
        Some((index, search::last_end(&lower, &INTRODUCTIONS)?))
    })
}

/// Words in backticks up to the end of the sentence.
fn in_backticks(runs: &[Run<'_>], after: usize) -> Vec<Word> {
    let mut values = Vec::new();
    let mut text_from = after;
    for run in runs {
        if run.code {
            values.extend(word(&run.text, run.span));
        } else {
            let between = run.text.get(text_from..).unwrap_or_default();
            if ends_sentence(between) {
                break;
            }
        }
        text_from = 0;
    }
    values
}

fn ends_sentence(between: &str) -> bool {
    let trimmed = between.trim();
    trimmed.starts_with(". ")
        || trimmed.contains(". ")
        || trimmed == "."
        || trimmed.contains('\n') && trimmed.len() > 80
}

/// Words between commas up to the end of the sentence, for pages without backticks.
fn in_plain_text(run: &Run<'_>, after: usize) -> Vec<Word> {
    let rest = run.text.get(after..).unwrap_or_default();
    let Some(list) = rest.trim_start().strip_prefix(':') else { return Vec::new() };
    let list = list.split(". ").next().unwrap_or(list).trim().trim_end_matches('.');
    let words: Vec<&str> =
        list.split([',', ';']).map(|it| it.trim().trim_start_matches("or ").trim_start_matches("and ")).collect();
    let words: Vec<&str> = words.into_iter().map(|it| it.trim_matches(['"', '\''])).collect();
    if words.len() < 2 || !words.iter().all(|it| is_value(it)) {
        return Vec::new();
    }
    words.into_iter().filter_map(|it| word(it, run.span)).collect()
}

fn word(text: &str, span: Span) -> Option<Word> {
    let text = text.trim().trim_matches(['"', '\'', '.', ',']);
    (is_value(text) && text != "null").then(|| Word { text: text.to_owned(), span })
}

fn is_value(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 100
        && text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-+./#".contains(c))
}
