//! Turns inline markdown into runs of text that know their style, their link and their span.

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::span::Span;

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    /// What a reader sees, entities and escapes resolved; mostly the very words of the page.
    pub text: Cow<'a, str>,
    /// Whether it stands in backticks.
    pub code: bool,
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it is italic.
    pub emphasis: bool,
    /// Where it links to, as the page has it.
    pub link: Option<String>,
    /// Where it is.
    pub span: Span,
}

/// Inline text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a> {
    /// Its pieces; line breaks are runs of a single `\n`.
    pub runs: Vec<Run<'a>>,
    /// Where it is.
    pub span: Span,
}

impl Run<'_> {
    fn is_bare(&self) -> bool {
        !self.code && !self.strong && self.link.is_none()
    }
}

impl Text<'_> {
    /// The same, to be kept without the page.
    #[must_use]
    pub fn owned(&self) -> Text<'static> {
        let owned = |run: &Run<'_>| {
            let Run { code, strong, emphasis, span, .. } = *run;
            Run { text: run.text.to_string().into(), code, strong, emphasis, link: run.link.clone(), span }
        };
        Text { runs: self.runs.iter().map(owned).collect(), span: self.span }
    }

    /// What a reader sees, white space folded.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self.runs.as_slice() {
            [run] => folded(&run.text),
            runs => folded(&runs.iter().map(|run| run.text.as_ref()).collect::<String>()).into_owned().into(),
        }
    }

    /// The links in it: what is shown, the target and the span, in order.
    pub fn links(&self) -> impl Iterator<Item = (&str, &str, Span)> {
        self.runs.iter().filter_map(|run| Some((run.text.as_ref(), run.link.as_deref()?, run.span)))
    }

    /// The words in backticks, in order.
    pub fn codes(&self) -> impl Iterator<Item = &Run<'_>> {
        self.runs.iter().filter(|run| run.code)
    }

    /// As markdown again, on one line but for paragraph breaks; each link's target goes through `target`.
    #[must_use]
    pub fn markdown(&self, target: &dyn Fn(&str) -> Option<String>) -> String {
        let mut markdown = String::new();
        let markdown = match self.runs.as_slice() {
            [run] if run.is_bare() => run.text.as_ref(),
            runs => {
                for run in runs {
                    push_run(&mut markdown, run, target);
                }
                markdown.as_str()
            }
        };
        if !markdown.contains("\n\n") {
            return folded(markdown).into_owned();
        }
        let paragraphs = markdown.split("\n\n").map(folded);
        paragraphs.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Whether a reader sees nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }
}

/// Whether nothing but single spaces between words is white space in a text; of ASCII alone it can be said at once.
fn is_folded(text: &str) -> bool {
    let mut before = b' ';
    let is_fine = text.bytes().all(|byte| {
        let goes_on = matches!(byte, b'!'..=b'~') || byte == b' ' && before != b' ';
        before = byte;
        goes_on
    });
    is_fine && before != b' ' || text.is_empty()
}

/// The words of a text, a space between them.
fn folded(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return text.into();
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.into()
}

fn push_run(markdown: &mut String, run: &Run<'_>, target: &dyn Fn(&str) -> Option<String>) {
    let text = run.text.trim();
    if text.is_empty() || run.is_bare() {
        markdown.push_str(&run.text);
        return;
    }
    let leading = &run.text[..run.text.len() - run.text.trim_start().len()];
    let trailing = &run.text[run.text.trim_end().len()..];
    let link = run.link.as_deref().and_then(target);
    let (strong, code) = (if run.strong { "**" } else { "" }, if run.code { "`" } else { "" });
    let opening = if link.is_some() { "[" } else { "" };
    markdown.extend([leading, opening, strong, code, text, code, strong]);
    if let Some(to) = &link {
        markdown.extend(["](", to, ")"]);
    }
    markdown.push_str(trailing);
}

/// HTML that a page may use; any other tag is a placeholder such as `<token>` and stays as text.
const TAGS: [&str; 30] = [
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "dd",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "tr",
    "u",
    "ul",
];

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
            Event::InlineHtml(tag) | Event::Html(tag) => self.push(&shown(&tag), Code::No, span),
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
    text.bytes().all(|byte| byte == b'\n' || matches!(byte, b' '..=b'~')) || !text.contains(is_forbidden)
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

/// What a reader sees of a tag.
fn shown(tag: &str) -> String {
    let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "br" | "p" | "li" => "\n\n".to_owned(),
        it if TAGS.contains(&it) || tag.starts_with("<!--") => String::new(),
        _ => tag.to_owned(),
    }
}

/// Reads a piece of a page as inline text only: a leading `-` or `#` is text.
pub(super) fn text<'p>(page: &'p str, source: &str, span: Span, links: &dyn Fn(&str) -> Option<String>) -> Text<'p> {
    let piece = span.text(source);
    if is_plain(piece) {
        let text = of_page(page, piece, span);
        let run = Run { text, code: false, strong: false, emphasis: false, link: None, span };
        return Text { runs: if piece.is_empty() { Vec::new() } else { vec![run] }, span };
    }
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

/// Most cells hold a word, or sentences that nothing marks up; these need no parser.
pub(super) fn is_plain(piece: &str) -> bool {
    piece.bytes().all(|byte| {
        matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b' ' | b'"'..=b'%' | b'\''..=b')' | b'+'..=b'/' | b':' | b';' | b'=' | b'?')
    })
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn reference_links_find_their_definition() {
        let source = "[user][] and [other]";
        let text =
            text(source, source, Span::new(0, source.len()), &|name| (name == "user").then(|| "u.md".to_owned()));
        assert_eq!(text.links().map(|it| (it.0, it.1)).collect::<Vec<_>>(), [("user", "u.md")]);
    }
}
