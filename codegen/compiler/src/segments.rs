//! Cuts paths with placeholders into segments.

/// The segments of a path; a slash in braces separates nothing. Spaces in braces are kept.
#[must_use]
pub(crate) fn segments(path: &str) -> Vec<String> {
    let mut segments = vec![String::new()];
    let mut depth = 0_usize;
    for c in path.chars() {
        match c {
            '{' | '<' => depth += 1,
            '}' | '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (c, segments.last_mut()) {
            ('/', _) if depth == 0 => segments.push(String::new()),
            (_, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    segments.retain(|it| !it.trim().is_empty());
    segments.iter().map(|it| it.trim().to_owned()).collect()
}
