//! Markdown of the docs as text that rustdoc shows and never takes for a test, a link of its own, or HTML.

use super::inline;
use crate::emit::world::World;

/// The text with all that is dangerous escaped or gone; lines that belong together stay together.
pub(super) fn safe(world: &World, markdown: &str) -> String {
    let paragraphs: Vec<String> = blocks(&visible(markdown))
        .iter()
        .map(|block| inline::escaped(world, block))
        .flat_map(|block| block.split("\n\n").map(guarded).collect::<Vec<_>>())
        .filter(|block| !block.is_empty())
        .collect();
    paragraphs.join("\n\n")
}

/// The text as an inline code span.
pub(super) fn code(text: &str) -> String {
    let clean = visible(text).replace('`', "'").replace('\n', " ");
    let clean = clean.trim();
    if clean.is_empty() { "` `".to_owned() } else { format!("`{clean}`") }
}

/// At most `max` bytes, cut between words.
pub(super) fn bounded(text: &str, max: usize) -> String {
    let text = text.trim();
    if text.len() <= max {
        return text.to_owned();
    }
    let end = (0..=max).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", text[..cut].trim_end())
}

/// The first sentence. A dot inside a link, a code span or an abbreviation ends none.
pub(super) fn summary(text: &str) -> &str {
    let first = text.trim().split("\n\n").next().unwrap_or_default();
    let mut depth = 0_usize;
    let mut in_code = false;
    for (at, c) in first.char_indices() {
        match c {
            '`' => in_code = !in_code,
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            '.' if depth == 0 && !in_code && ends_sentence(&first[..at], &first[at + 1..]) => return &first[..=at],
            _ => {}
        }
    }
    first
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let is_abbreviation = ["e.g", "i.e", "etc", "vs"].iter().any(|it| before.ends_with(it));
    after.starts_with(char::is_whitespace) && !is_abbreviation
}

/// Without characters that have no width, that turn the direction of writing, or that rustc refuses.
pub(in crate::emit) fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let shown = |c: char| match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => None,
        _ if c.is_control() || c.is_whitespace() => Some(' '),
        _ => Some(c),
    };
    text.chars().filter_map(shown).collect()
}

/// Lines between blank ones, without indentation, fences and other marks that begin a block of their own.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let (line, ends_block) = without_mark(&line);
        let is_rule = is_rule(line);
        let is_fence = line.starts_with("```") || line.starts_with("~~~");
        let starts_block = ends_block || line.is_empty() || is_rule || is_fence;
        if starts_block {
            blocks.push(String::new());
        }
        if is_rule || is_fence {
            continue;
        }
        if let Some(block) = blocks.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
        if ends_block {
            blocks.push(String::new());
        }
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks
}

/// A heading or a quotation becomes a line of text; whether it was a heading.
fn without_mark(line: &str) -> (&str, bool) {
    let quoted = line.trim_start_matches(['>', ' ']);
    let quoted = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!CAUTION]", "[!WARNING]"]
        .iter()
        .find_map(|mark| quoted.strip_prefix(mark))
        .unwrap_or(quoted)
        .trim();
    let heading = quoted.trim_start_matches('#');
    (heading.trim(), heading.len() < quoted.len() && heading.starts_with(' '))
}

/// A line that draws one, or makes a heading of the line above.
fn is_rule(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| "-=*_ ".contains(c))
}

/// What the inline pass left at the beginning of a line is made harmless.
fn guarded(block: &str) -> String {
    let line = |line: &str| {
        let line = line.trim();
        if line.starts_with('#') { format!("\\{line}") } else { line.to_owned() }
    };
    block.lines().map(line).filter(|line| !line.is_empty() && !is_rule(line)).collect::<Vec<_>>().join("\n")
}
