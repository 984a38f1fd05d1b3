//! Finds where a page begins behind the byte order mark and the front matter.

/// The offset of the first byte of the page itself.
pub(crate) fn body_start(text: &str) -> usize {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    for (index, line) in text[bom..].split_inclusive('\n').enumerate() {
        at += line.len();
        match (index, line.trim_end()) {
            (0, "---") => {}
            (0, _) => return bom,
            (_, "---") => return at,
            (_, _) => {}
        }
    }
    bom
}
