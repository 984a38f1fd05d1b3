//! An input that breaks something as a smaller one that breaks the same: lines, then words left out.

use std::time::{Duration, Instant};

use crate::mutate::words;

/// How long smaller inputs are tried.
const TIME: Duration = Duration::from_secs(5);

/// What is left of `input` while `breaks` holds.
pub(crate) fn shrunk(input: &str, breaks: impl Fn(&str) -> bool) -> String {
    let latest = Instant::now() + TIME;
    let lines = without(input.split_inclusive('\n').collect(), latest, &breaks);
    without(words(&lines), latest, &breaks)
}

/// Leaves out halves, then quarters, down to single parts.
fn without(mut parts: Vec<&str>, latest: Instant, breaks: &impl Fn(&str) -> bool) -> String {
    let mut size = parts.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < parts.len() && Instant::now() < latest {
            let end = (at + size).min(parts.len());
            let rest = [&parts[..at], &parts[end..]].concat();
            if breaks(&rest.concat()) {
                parts = rest;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::shrunk;

    #[test]
    fn what_does_not_matter_is_left_out() {
        let input = "one two\nthree bad four\nfive\nsix worse\n";
        assert_eq!(shrunk(input, |it| it.contains("bad") && it.contains("worse")), "badworse");
    }
}
