//! Markdown of the docs as text that rustdoc shows and never takes for a test, a link of its own, or HTML.

use super::{inline, plain};
use crate::emit::world::World;

/// The text with all that is dangerous escaped or gone; lines that belong together stay together.
pub(super) fn safe(world: &World, markdown: &str) -> String {
    let paragraphs: Vec<String> = blocks(&plain::visible(markdown))
        .iter()
        .map(|block| inline::escaped(world, block))
        .flat_map(|block| block.split("\n\n").map(guarded).collect::<Vec<_>>())
        .filter(|block| !block.is_empty())
        .collect();
    paragraphs.join("\n\n")
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
