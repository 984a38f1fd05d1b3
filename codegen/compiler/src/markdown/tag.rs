//! What a reader sees of HTML within text.

/// What a reader sees of a tag.
pub(super) fn shown(tag: &str) -> String {
    let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "br" | "p" | "li" => "\n\n".to_owned(),
        it if TAGS.contains(&it) || tag.starts_with("<!--") => String::new(),
        _ => tag.to_owned(),
    }
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
