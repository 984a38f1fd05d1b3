//! Text of the docs by itself: what of it can be seen, the beginning of it, the whole as code.

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
