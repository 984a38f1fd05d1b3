//! The lines of a page that a diagnostic is about, cut to what one reads.

use serde::Serialize;
use tablewright::diagnostic::Diagnostic;

use crate::show::diagnostic::floor;
use crate::show::plain;

/// How many lines are shown of a long span.
const LINES: usize = 5;

/// How many characters are shown before the marked ones, of these, and behind them.
const WIDTH: [usize; 3] = [90, 240, 90];

/// Number, what stands before the marked characters, these, and what stands behind.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Line(u32, String, String, String);

/// The lines of the span, with what is marked in them.
pub(super) fn lines(text: &str, it: &Diagnostic) -> Vec<Line> {
    let (start, end) = (floor(text, it.span.start), floor(text, it.span.end.max(it.span.start)));
    let first = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mut lines = Vec::new();
    let mut at = first;
    for (number, line) in (it.origin.line..).zip(split(&text[first..])).take(LINES) {
        if at > start && at >= end {
            break;
        }
        let (from, to) = (start.clamp(at, at + line.len()), end.clamp(at, at + line.len()));
        lines.push(cut(number, [&text[at..from], &text[from..to], &text[to..at + line.len()]]));
        at += line.len() + terminator(&text[at + line.len()..]);
    }
    lines
}

/// The lines of a text, each without its end.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.find(['\n', '\r']).unwrap_or(text.len());
        let after = end + terminator(&text[end..]);
        rest = (after > end).then(|| &text[after..]);
        Some(&text[..end])
    })
}

/// How long the end of a line is that the text begins with.
fn terminator(text: &str) -> usize {
    if text.starts_with("\r\n") { 2 } else { usize::from(text.starts_with(['\n', '\r'])) }
}

fn cut(number: u32, [before, marked, behind]: [&str; 3]) -> Line {
    let count = before.chars().count();
    let tail: String = before.chars().skip(count.saturating_sub(WIDTH[0])).collect();
    let dots = if count > WIDTH[0] { "…" } else { "" };
    Line(
        number,
        format!("{dots}{}", plain::line(&tail)),
        plain::bounded(marked, WIDTH[1]),
        plain::bounded(behind.trim_end(), WIDTH[2]),
    )
}

#[cfg(test)]
mod tests {
    use tablewright::diagnostic::Code;
    use tablewright::span::{Origin, Span};

    use super::*;

    fn of(text: &str, marked: &str) -> Vec<(u32, String)> {
        let start = text.find(marked).expect("it is there");
        let line = u32::try_from(text[..start].lines().count().max(1)).expect("few lines");
        let it = Diagnostic {
            origin: Origin { page: "a.md".to_owned(), line, column: 1 },
            span: Span::new(start, start + marked.len()),
            code: Code::OddName,
            message: String::new(),
            hint: String::new(),
            included_by: None,
            second: None,
            edits: Vec::new(),
        };
        lines(text, &it).into_iter().map(|it| (it.0, format!("{}[{}]{}", it.1, it.2, it.3))).collect()
    }

    #[test]
    fn each_line_of_a_span_is_shown_with_its_part() {
        assert_eq!(of("one\ntwo three\r\nfour", "wo t"), [(2, "t[wo t]hree".to_owned())]);
        let two = [(1, "o[ne]".to_owned()), (2, "[tw]o".to_owned())];
        assert_eq!(of("one\r\ntwo\n", "ne\r\ntw"), two);
        assert_eq!(of("one\n\ntwo", "\n\ntwo").len(), 3);
        assert_eq!(of("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nd\ne\nf\ng").len(), LINES);
    }

    #[test]
    fn long_lines_are_cut_around_what_is_marked() {
        let text = format!("{}\u{202e}x{}", "日".repeat(500), "b".repeat(500));
        let line = of(&text, "x").remove(0).1;
        assert!(line.starts_with('…') && line.ends_with("..."), "{line}");
        assert!(line.contains("日\u{fffd}[x]b") && line.chars().count() < 200, "{line}");
    }
}
