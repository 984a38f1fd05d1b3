//! Turns inline markdown into runs of text that know their style, their link and their span.

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::tag;
use super::text::{Run, Text, of_all};
use crate::span::Span;

/// Gathers inline events into runs.
pub(super) struct Collector<'p> {
    page: &'p str,
    runs: Vec<Run<'p>>,
    strong: usize,
    emphasis: usize,
    links: Vec<String>,
}

impl<'p> Collector<'p> {
    pub(super) const fn new(page: &'p str) -> Self {
        Self { page, runs: Vec::new(), strong: 0, emphasis: 0, links: Vec::new() }
    }

    /// Takes one event, whose span is already that of the page.
    pub(super) fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Strong) => self.strong += 1,
            Event::End(TagEnd::Strong) => self.strong = self.strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) => self.emphasis += 1,
            Event::End(TagEnd::Emphasis) => self.emphasis = self.emphasis.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => self.links.push(dest_url.into_string()),
            Event::End(TagEnd::Link) => drop(self.links.pop()),
            Event::Text(text) => self.push(&text, Code::No, span),
            Event::Code(text) => self.push(&bars(&text), Code::Yes, span),
            Event::InlineHtml(tag) | Event::Html(tag) => self.push(&tag::shown(&tag), Code::No, span),
            Event::SoftBreak | Event::HardBreak => self.push("\n", Code::No, span),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, code: Code, span: Span) {
        let text =
            if is_allowed(text) { of_page(self.page, text, span) } else { text.replace(is_forbidden, "").into() };
        let (strong, emphasis, link) = (self.strong > 0, self.emphasis > 0, self.links.last());
        let is_same_style = |last: &Run<'_>| {
            let style = (last.strong, last.emphasis, last.link.as_ref());
            code == Code::No && !last.code && style == (strong, emphasis, link)
        };
        match self.runs.last_mut() {
            Some(last) if last.span.end == span.start && is_same_style(last) => {
                last.span = last.span.to(span);
                let whole = last.span.text(self.page);
                match (&last.text, &text) {
                    // Both are all that stands there, and so is what they are together.
                    (Cow::Borrowed(one), Cow::Borrowed(two)) if one.len() + two.len() == whole.len() => {
                        last.text = whole.into();
                    }
                    _ => last.text.to_mut().push_str(&text),
                }
            }
            last => {
                // Most texts are one run, and room for four would be most of what facts take.
                if last.is_none() {
                    self.runs.reserve_exact(1);
                }
                let (code, link) = (code == Code::Yes, link.cloned());
                self.runs.push(Run { text, code, strong, emphasis, link, span });
            }
        }
    }

    pub(super) fn finish(self, span: Span) -> Text<'p> {
        Text { runs: self.runs, span }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Code {
    Yes,
    No,
}

/// A text as the page has it there, perhaps between marks, or else a copy.
fn of_page<'p>(page: &'p str, text: &str, span: Span) -> Cow<'p, str> {
    let marks = span.len().saturating_sub(text.len()) / 2;
    let inner = Span::new(span.start + marks, span.end - marks).text(page);
    if inner == text { inner.into() } else { text.to_owned().into() }
}

/// Whether Rust source may hold a text.
fn is_allowed(text: &str) -> bool {
    of_all(text.bytes().map(|byte| (byte == b'\n') | matches!(byte, b' '..=b'~'))) || !text.contains(is_forbidden)
}

/// Bidirectional controls and stray control characters, which Rust source must not hold.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
        || c.is_control() && c != '\n' && c != '\t'
}

/// Code whose bars need not be escaped, since it is out of its table.
fn bars(code: &str) -> Cow<'_, str> {
    if code.contains("\\|") { code.replace("\\|", "|").into() } else { code.into() }
}

/// Reads a piece of a page as inline text only: a leading `-` or `#` is text.
pub(super) fn text<'p>(page: &'p str, source: &str, span: Span, links: &dyn Fn(&str) -> Option<String>) -> Text<'p> {
    match simple(page, source, span) {
        Some(runs) => Text { runs, span },
        None => parsed(page, source, span, links),
    }
}

fn parsed<'p>(page: &'p str, source: &str, span: Span, links: &dyn Fn(&str) -> Option<String>) -> Text<'p> {
    let piece = span.text(source);
    // The dot keeps the parser from seeing a list or a heading, and is cut off again.
    let dotted = format!(".{piece}");
    let mut resolve = |link: BrokenLink<'_>| {
        let target = links(&link.reference.to_lowercase())?;
        Some((CowStr::from(target), CowStr::from(String::new())))
    };
    let parser = Parser::new_with_broken_link_callback(&dotted, Options::empty(), Some(&mut resolve));
    let mut collector = Collector::new(page);
    for (event, range) in parser.into_offset_iter() {
        let at = |offset: usize| span.start + offset.saturating_sub(1);
        let place = Span::new(at(range.start), at(range.end));
        match event {
            Event::Text(text) if range.start == 0 => collector.push(&text[1..], Code::No, place),
            event => collector.take(event, place),
        }
    }
    let mut text = collector.finish(span);
    text.runs.retain(|run| !run.text.is_empty());
    text
}

/// Most cells hold a word, or sentences that nothing marks up, and most of the others links and words in backticks alone:
/// these need no parser. `None` where there may be more.
fn simple<'p>(page: &'p str, source: &str, span: Span) -> Option<Vec<Run<'p>>> {
    let piece = span.text(source);
    let mut runs = Vec::with_capacity(1);
    let mut rest = piece;
    while let Some(first) = rest.bytes().next() {
        let at = span.end - rest.len();
        let place = |start: usize, length: usize| Span::new(at + start, at + start + length);
        let (behind, shown, span, link) = match first {
            b'`' => {
                let (code, behind) = rest[1..].split_once('`').filter(|it| is_code(it.0) && !it.1.starts_with('`'))?;
                (behind, code, place(0, code.len() + 2), None)
            }
            b'[' => {
                let (shown, behind) = rest[1..].split_once("](").filter(|it| is_trimmed(it.0) && is_plain(it.0))?;
                let (target, behind) = behind.split_once(')').filter(|it| is_target(it.0))?;
                (behind, shown, place(1, shown.len()), Some(target.to_owned()))
            }
            _ => {
                let (shown, behind) = rest.split_at(memchr::memchr2(b'`', b'[', rest.as_bytes()).unwrap_or(rest.len()));
                (behind, Some(shown).filter(|it| is_plain(it))?, place(0, shown.len()), None)
            }
        };
        let text = of_page(page, shown, span);
        runs.push(Run { text, code: first == b'`', strong: false, emphasis: false, link, span });
        rest = behind;
    }
    (piece.is_empty() || is_trimmed(piece)).then_some(runs)
}

/// Whether nothing in a text marks it up.
fn is_plain(text: &str) -> bool {
    let is_mark = |byte| matches!(byte, b'!' | b'&' | b'*' | b'<' | b'>' | b'@');
    of_all(text.bytes().map(|byte| matches!(byte, b' '..=b'Z' | b'a'..=b'z') & !is_mark(byte)))
}

fn is_trimmed(text: &str) -> bool {
    !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Whether that stands in backticks as it is.
fn is_code(text: &str) -> bool {
    is_trimmed(text) && of_all(text.bytes().map(|byte| matches!(byte, b' '..=b'[' | b']'..=b'~')))
}

/// Whether that is the target of a link as it is.
fn is_target(text: &str) -> bool {
    let is_letter = |byte: u8| matches!(byte, b'a'..=b'z' | b'?'..=b'Z' | b'+'..=b';');
    let is_sign = |byte: u8| matches!(byte, b'#'..=b'%' | b'!' | b'=' | b'^' | b'_' | b'{' | b'}' | b'~');
    of_all(text.bytes().map(|byte| is_letter(byte) | is_sign(byte)))
}

#[cfg(test)]
mod tests {
    use super::super::pieces;
    use super::*;

    fn of(source: &str) -> Text<'_> {
        text(source, source, Span::new(0, source.len()), &|_| None)
    }

    #[test]
    fn placeholders_stay_and_known_tags_go() {
        assert_eq!(of("Bearer <token> <b>x</b>").plain(), "Bearer <token> x");
        assert_eq!(of("Bearer &lt;token&gt;").plain(), "Bearer <token>");
    }

    #[test]
    fn list_marks_are_text() {
        assert_eq!(of("- 1 to 5").plain(), "- 1 to 5");
        assert_eq!(of("# of users").plain(), "# of users");
    }

    #[test]
    fn styles_and_links_are_kept_with_spans() {
        let source = "**bold** [user](user.md) `code`";
        let text = of(source);
        let link = text.links().next().expect("one link");
        assert_eq!((link.0, link.1), ("user", "user.md"));
        assert_eq!(link.2.text(source), "user");
        assert!(text.runs[0].strong);
        assert_eq!(text.codes().next().expect("one code").text, "code");
        assert_eq!(text.markdown(&|to| Some(format!("x/{to}"))), "**bold** [user](x/user.md) `code`");
    }

    /// Pieces of all kinds in any order.
    #[test]
    fn what_needs_no_parser_says_what_the_parser_says() {
        const PIECES: &[&str] = &[
            "a",
            "word",
            " ",
            ". ",
            "(b)",
            "`",
            "`c`",
            "`*d*`",
            "`[e](f)`",
            "``",
            "[g](h.md)",
            "[i j](../k.md#l)",
            "[]",
            "[",
            "](",
            ")",
            "()",
            "[m](n \"o\")",
            "https://p.q/r_s",
            "'t'",
            "[ u](v)",
            "[w](x_y)",
            "[`z`](a)",
            "[b](",
        ];
        let mut found = 0;
        for source in pieces::texts(PIECES, 6, 100_000) {
            let span = Span::new(0, source.len());
            if let Some(runs) = simple(&source, &source, span) {
                assert_eq!(Text { runs, span }, parsed(&source, &source, span, &|_| None), "{source}");
                found += 1;
            }
        }
        assert!(found > 10_000, "many are compared: {found}");
    }

    #[test]
    fn reference_links_find_their_definition() {
        let source = "[user][] and [other]";
        let text =
            text(source, source, Span::new(0, source.len()), &|name| (name == "user").then(|| "u.md".to_owned()));
        assert_eq!(text.links().map(|it| (it.0, it.1)).collect::<Vec<_>>(), [("user", "u.md")]);
    }
}
