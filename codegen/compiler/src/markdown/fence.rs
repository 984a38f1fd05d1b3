//! Finds where a fenced code block was meant to end that nothing closes, or only the fence of a later one.

use super::document::{Block, BlockKind};
use super::table::lines_of;
use crate::diagnostic::{Change, Code, Sink, indent};
use crate::span::Span;

/// Where to cut the page, if `block` goes on behind its meaning; says so, and also where it only lacks its end.
pub(super) fn cut(source: &str, block: &Block<'_>, sink: &mut Sink) -> Option<usize> {
    let BlockKind::Code { .. } = block.kind else { return None };
    if is_whole(block.span.text(source)) {
        return None;
    }
    let lines: Vec<Span> = lines_of(source, block.span).collect();
    let (first, rest) = lines.split_first().filter(|(first, _)| first.text(source).starts_with(FENCE))?;
    let swallowed = rest.iter().position(|line| is_opening(line.text(source)));
    let is_closed = rest.last().is_some_and(|line| line.text(source).starts_with(FENCE));
    let end = match swallowed {
        // What stands before the other block, its caption and its comment, is behind this one.
        Some(at) => rest[..=at].iter().find(|line| is_behind(line.text(source))),
        None if is_closed => return None,
        None => rest.iter().find(|line| is_heading(line.text(source))),
    };
    let message = "this code block is not closed";
    sink.push(Code::UnclosedFence, *first, message.to_owned())
        .hint("put a line of three backticks behind its last line")
        .beside(end.copied(), "it is taken to end before this")
        .mend(closed(source, *first, rest));
    end.map(|line| line.start)
}

/// Whether fences stand at both ends of a block and none in it, as in nearly all.
fn is_whole(block: &str) -> bool {
    let inner = block.trim_end().strip_suffix(FENCE).and_then(|it| it.strip_prefix(FENCE));
    inner.is_some_and(|it| it.ends_with('\n') && !it.contains('`'))
}

/// The missing line, where it is sure: the block names its language, nothing in it is a fence or prose, and what ends it is
/// a heading, a comment or the end of the page.
fn closed(source: &str, first: Span, rest: &[Span]) -> Option<Change<Span>> {
    let text = |line: &Span| line.text(source);
    let end = rest.iter().position(|line| is_heading(text(line)) || text(line).starts_with("<!--"));
    let inside = &rest[..end.unwrap_or(rest.len())];
    let is_code = |line: &Span| !text(line).starts_with(FENCE) && !is_prose(text(line));
    let place = *inside.last().filter(|_| is_opening(text(&first)) && inside.iter().all(is_code))?;
    Some(Change::Below { place, line: format!("{}{FENCE}", indent(source, first.start)?) })
}

/// A sentence, or what begins a block of its own: no line of JSON or HTTP.
fn is_prose(line: &str) -> bool {
    let is_sentence = || line.ends_with(['.', ':']) && line.split_whitespace().count() > 2;
    line.starts_with(['>', '|', '*']) || line.starts_with(|c: char| c.is_ascii_uppercase()) && is_sentence()
}

pub(super) const FENCE: &str = "```";

/// A fence with a language can only open a block.
fn is_opening(line: &str) -> bool {
    line.strip_prefix(FENCE).is_some_and(|info| info.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_behind(line: &str) -> bool {
    is_opening(line) || is_heading(line) || line.starts_with("<!--")
}

fn is_heading(line: &str) -> bool {
    let level = line.len() - line.trim_start_matches('#').len();
    (2..=6).contains(&level) && line[level..].starts_with(' ')
}
