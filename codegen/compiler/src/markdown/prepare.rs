//! Rewrites what pulldown-cmark would misread into text of the same length, so that spans stay true.

use std::borrow::Cow;

use crate::front_matter::body_start;
use crate::span::Span;

/// A page ready for the parser.
pub(super) struct Prepared<'a> {
    pub(super) page: &'a str,
    /// As long as the page, byte for byte.
    pub(super) text: Cow<'a, str>,
    /// Where the front matter ends.
    pub(super) body: usize,
    pub(super) front_matter: Vec<(&'a str, &'a str)>,
    /// Whether nothing had to be looked at twice.
    pub(super) is_usual: bool,
    /// Where git's marks of a conflict begin.
    pub(super) conflict: Option<usize>,
    /// Where byte order marks stand, but for the first byte.
    pub(super) stray_marks: Vec<Span>,
}

pub(super) fn prepare(text: &str) -> Prepared<'_> {
    let body = body_start(text);
    let front_matter = front_matter(&text[..body]);
    let is_usual = is_usual(text);
    let mut prepared = Prepared {
        page: text,
        text: text.into(),
        body,
        front_matter,
        is_usual,
        conflict: None,
        stray_marks: Vec::new(),
    };
    if is_usual {
        return prepared;
    }
    prepared.stray_marks = stray_marks(text);
    prepared.conflict = conflict(text);
    if prepared.conflict.is_some() || text.contains('\t') || has_bare_cr(text) {
        prepared.text = rewritten(text, body, prepared.conflict).into();
    }
    prepared
}

fn rewritten(text: &str, body: usize, conflict: Option<usize>) -> String {
    let mut rewritten = String::with_capacity(text.len());
    rewritten.push_str(&text[..body]);
    for line in text[body..].split_inclusive('\n') {
        if conflict.is_some() && is_conflict_marker(line) {
            rewritten.extend(line.bytes().map(blank));
        } else {
            push_line(&mut rewritten, line, &text[body..]);
        }
    }
    rewritten
}

const BYTE_ORDER_MARK: char = '\u{feff}';
/// With which a byte order mark begins in UTF-8.
const MARK_START: u8 = 0xef;

/// Whether a text has none of the bytes that call for a second look. Loops without an early end are many times faster than
/// a search for each.
fn is_usual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let odd = |byte: &u8| u8::from(*byte == b'\t') | u8::from(*byte == b'\r') | u8::from(*byte == MARK_START);
    let pair = |it: &[u8]| u8::from(it[0] == b'<') & u8::from(it[1] == b'<');
    let odds = bytes.iter().map(odd).fold(0, |all, it| all | it);
    let pairs = bytes.windows(2).map(pair).fold(0, |all, it| all | it);
    odds | pairs == 0
}

fn stray_marks(text: &str) -> Vec<Span> {
    text.match_indices(BYTE_ORDER_MARK)
        .map(|(at, mark)| Span::new(at, at + mark.len()))
        .filter(|it| it.start > 0)
        .collect()
}

fn conflict(text: &str) -> Option<usize> {
    const MARK: &str = "<<<<<<< ";
    let begins = |at: &usize| text[*at..].starts_with(MARK) && (*at == 0 || text[..*at].ends_with('\n'));
    text.match_indices('<').map(|(at, _)| at).find(begins)
}

/// Whether a CR stands there that ends no line.
fn has_bare_cr(text: &str) -> bool {
    text.match_indices('\r').any(|(at, _)| text.as_bytes().get(at + 1) != Some(&b'\n'))
}

fn front_matter(head: &str) -> Vec<(&str, &str)> {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(key, value)| (key.trim(), value.trim().trim_matches(['"', '\''])))
        .collect()
}

/// What git leaves where two versions were not merged; both are read.
pub(super) fn is_conflict_marker(line: &str) -> bool {
    line.trim_end() == "=======" || ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|it| line.starts_with(it))
}

fn blank(byte: u8) -> char {
    if byte == b'\n' { '\n' } else { ' ' }
}

fn push_line(prepared: &mut String, line: &str, page: &str) {
    let (content, end) = line.strip_suffix("\r\n").map_or((line, ""), |content| (content, "\r\n"));
    // A delimiter row with a TAB is no table to the parser: `insights-trending.md`.
    if content.contains('\t') && is_delimiter_row(content) {
        prepared.push_str(&content.replace('\t', " "));
    } else if content.contains('\r') && page.contains('\n') {
        // A bare CR in a page of other line ends is a slip of the pen, not a line end.
        prepared.push_str(&content.replace('\r', " "));
    } else {
        prepared.push_str(content);
    }
    prepared.push_str(end);
}

/// Whether a line is the second line of a table: dashes, colons and bars.
pub(super) fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    line.contains("--") && line.contains('|') && line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_never_changes() {
        for text in ["\u{feff}# x", "---\na: b\n---\n# x", "a\rb\n|\t--|--|\r\n", "---\nnever closed"] {
            assert_eq!(prepare(text).text.len(), text.len(), "{text:?}");
        }
    }

    #[test]
    fn front_matter_is_cut_off_and_read() {
        let prepared = prepare("---\ntitle: \"a: b\"\n\nms.date: 1\n---\n# x\n---\nno: more\n---\n");
        assert_eq!(prepared.front_matter, [("title", "a: b"), ("ms.date", "1")]);
        assert!(prepared.text[prepared.body..].starts_with("# x\n---\nno: more"));
    }

    #[test]
    fn a_delimiter_row_needs_dashes_and_a_bar() {
        assert!(is_delimiter_row("|:---|---:|"));
        assert!(is_delimiter_row(" --- | --- "));
        assert!(!is_delimiter_row("---"));
        assert!(!is_delimiter_row("| a | b |"));
    }
}
