//! Finds the request line that an example calls, and the values of its parameters.

use crate::ir::RequestLine;

/// The number of the line, and a value for each of its parameters.
pub(super) fn target(lines: &[RequestLine], start: &str) -> Option<(usize, Vec<String>)> {
    let path = path(start)?;
    lines.iter().enumerate().find_map(|(number, line)| Some((number, line.values(&path)?)))
}

/// The path of `PATCH https://graph.microsoft.com/v1.0/users/1?x=y`, below the version.
fn path(start: &str) -> Option<String> {
    let (_, target) = start.split_once(' ')?;
    let target = target.trim().split(['?', '#']).next()?;
    let path = target.split_once("://").map_or(target, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = path.trim_matches('/');
    let below = path.split_once('/').filter(|(version, _)| is_version(version)).map_or(path, |(_, below)| below);
    // Pages of 2017 have segments of nothing.
    let segments: Vec<&str> = below.split('/').filter(|it| !it.is_empty()).collect();
    Some(format!("/{}", decoded(&segments.join("/"))))
}

fn is_version(word: &str) -> bool {
    word == "beta" || word.strip_prefix(['v', 'V']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Percent-decoded, where that gives text.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = tail.get(..2).and_then(|it| u8::from_str_radix(std::str::from_utf8(it).ok()?, 16).ok());
        match code {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::Segment;
    use crate::span::Origin;

    #[test]
    fn the_line_with_the_path_of_the_example_is_found() {
        let line = |text: &str| {
            let id = Segment::Parameter { name: "id".to_owned(), quoted: false, doc: String::new() };
            let segments = vec![Segment::Literal(text.to_owned()), id];
            RequestLine { text: String::new(), path: String::new(), segments, origin: Origin::default() }
        };
        let lines = [line("/me/events/"), line("/users/")];
        let found = target(&lines, "PATCH https://graph.microsoft.com/V1.0/Users/a%20b?$select=id");
        assert_eq!(found, Some((1, vec!["a b".to_owned()])));
        assert_eq!(target(&lines, "PATCH /me/events/1/"), Some((0, vec!["1".to_owned()])));
        assert_eq!(target(&lines, "PATCH"), None);
    }
}
