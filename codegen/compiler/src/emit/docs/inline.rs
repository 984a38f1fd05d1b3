//! The inline part of the docs' markdown: code spans, links, HTML and addresses, each rewritten or escaped.

use super::{link, plain};
use crate::emit::world::World;

/// HTML that only shapes text, and is left out.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "center",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "i",
    "img",
    "ins",
    "kbd",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
];

/// HTML that ends a paragraph.
const BREAKS: &[&str] = &["br", "hr", "li", "ol", "p", "ul"];

/// Whether links can stand here: not inside the text of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    LinkText,
}

/// The block with nothing in it but text, emphasis, code spans and links of the web.
pub(super) fn escaped(world: &World, block: &str) -> String {
    escaped_at(world, block, Place::Text)
}

fn escaped_at(world: &World, mut rest: &str, place: Place) -> String {
    let mut out = String::with_capacity(rest.len());
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' => code_span(&mut out, rest),
            '\\' => escape(&mut out, rest),
            '<' => tag(&mut out, rest, place),
            '!' if rest.starts_with("![") => image(world, &mut out, rest),
            '[' => bracket(world, &mut out, rest, place),
            // A tilde could begin a code block after the mark of a list.
            ']' | '>' | '~' => push_escaped(&mut out, c),
            'h' if place == Place::Text => address(&mut out, rest),
            _ => push(&mut out, c),
        };
        rest = &rest[taken..];
    }
    out
}

fn push(out: &mut String, c: char) -> usize {
    out.push(c);
    c.len_utf8()
}

fn push_escaped(out: &mut String, c: char) -> usize {
    out.push('\\');
    push(out, c)
}

/// From the opening run of backticks to an equal one; a run without an equal is escaped.
fn code_span(out: &mut String, rest: &str) -> usize {
    let run = rest.len() - rest.trim_start_matches('`').len();
    let (fence, inside) = rest.split_at(run);
    let Some(end) = closing(inside, fence) else {
        out.extend(fence.chars().flat_map(|c| ['\\', c]));
        return run;
    };
    out.push_str(&plain::code(&inside[..end]));
    run + end + run
}

fn closing(inside: &str, fence: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = inside[from..].find('`').map(|at| from + at) {
        let run = inside[at..].len() - inside[at..].trim_start_matches('`').len();
        if run == fence.len() {
            return Some(at);
        }
        from = at + run;
    }
    None
}

/// A backslash keeps its meaning before punctuation, and is a backslash elsewhere.
fn escape(out: &mut String, rest: &str) -> usize {
    match rest[1..].chars().next().filter(char::is_ascii_punctuation) {
        Some(c) => 1 + push_escaped(out, c),
        None => push_escaped(out, '\\'),
    }
}

/// Known HTML is left out, addresses in angle brackets stay, all else is text.
fn tag(out: &mut String, rest: &str, place: Place) -> usize {
    if let Some(end) = rest.strip_prefix("<!--").and_then(|inside| inside.find("-->")) {
        return end + 7;
    }
    let Some(end) = rest.find('>') else { return push_escaped(out, '<') };
    let inside = &rest[1..end];
    let name: String = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if BREAKS.contains(&name.as_str()) {
        out.push_str("\n\n");
        return end + 1;
    }
    if TAGS.contains(&name.as_str()) {
        return end + 1;
    }
    let is_address = inside.starts_with("http://") || inside.starts_with("https://");
    if is_address && place == Place::Text && inside.chars().all(is_of_address) {
        out.push_str(&rest[..=end]);
        return end + 1;
    }
    push_escaped(out, '<')
}

fn image(world: &World, out: &mut String, rest: &str) -> usize {
    let Some(link) = Link::read(&rest[1..]) else {
        out.push('!');
        return 1;
    };
    out.push_str(&escaped_at(world, link.text, Place::LinkText));
    1 + link.len
}

fn bracket(world: &World, out: &mut String, rest: &str, place: Place) -> usize {
    let Some(it) = Link::read(rest) else { return push_escaped(out, '[') };
    let text = escaped_at(world, it.text, Place::LinkText);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match it.destination.and_then(|to| link::target(world, to)).filter(|_| place == Place::Text && !text.is_empty()) {
        Some(url) => {
            // Where something was left out between them, an exclamation mark would make an image of a link.
            let gap = if out.ends_with('!') { " " } else { "" };
            out.extend([gap, "[", &text, "](", &url, ")"]);
        }
        None => out.push_str(&text),
    }
    it.len
}

/// `[text](destination)` or `[text][reference]`.
struct Link<'a> {
    text: &'a str,
    /// Without the title; `None` for a reference, since the definitions are not here.
    destination: Option<&'a str>,
    /// The bytes of the whole.
    len: usize,
}

impl<'a> Link<'a> {
    fn read(rest: &'a str) -> Option<Self> {
        let close = matching(rest, '[', ']')?;
        let (text, after) = (&rest[1..close], &rest[close + 1..]);
        if after.starts_with('(') {
            let end = matching(after, '(', ')')?;
            let inside = after[1..end].trim();
            let destination = match inside.strip_prefix('<') {
                Some(inside) => inside.split('>').next(),
                None => inside.split_whitespace().next(),
            };
            return Some(Self { text, destination, len: close + 1 + end + 1 });
        }
        let end = after.starts_with('[').then(|| matching(after, '[', ']')).flatten()?;
        Some(Self { text, destination: None, len: close + 1 + end + 1 })
    }
}

/// The place of the sign that closes what the text begins with.
fn matching(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
            continue;
        }
        is_escaped = c == '\\';
        depth += usize::from(c == open);
        if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// An address in plain text gets the angle brackets that make it a link.
fn address(out: &mut String, rest: &str) -> usize {
    if !(rest.starts_with("http://") || rest.starts_with("https://")) {
        return push(out, 'h');
    }
    let end = rest.find(|c| !is_of_address(c)).unwrap_or(rest.len());
    let url = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', '*', '_', '|']);
    if url.ends_with("//") || url.ends_with("http") || url.ends_with("https") {
        out.push_str(url);
    } else {
        out.extend(["<", url, ">"]);
    }
    url.len()
}

fn is_of_address(c: char) -> bool {
    c.is_ascii_graphic() && !"<>\"`[]{}\\^|".contains(c)
}
