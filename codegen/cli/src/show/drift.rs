//! How the files on disk differ, in a screen or two.

use std::fmt::Write as _;
use std::path::Path;

use tablewright::output::Drift;

/// How many files of each kind are listed.
const LISTED: usize = 20;

/// What was added, changed and removed, the first differing line of each.
pub(crate) fn text(drift: &Drift, out: &Path) -> String {
    let mut text = format!("{} differs from what the docs give:\n", out.display());
    list(&mut text, "missing", drift.added.iter().map(String::as_str));
    list(&mut text, "no longer generated", drift.removed.iter().map(String::as_str));
    if !drift.changed.is_empty() {
        let _ = writeln!(text, "\n  {} changed", drift.changed.len());
        for change in drift.changed.iter().take(LISTED) {
            let _ = writeln!(text, "    {}:{}", change.path, change.line);
            for (sign, line) in [('-', &change.on_disk), ('+', &change.generated)] {
                if let Some(line) = line {
                    let _ = writeln!(text, "      {sign} {}", line.chars().take(100).collect::<String>().trim_end());
                }
            }
        }
        more(&mut text, drift.changed.len());
    }
    text
}

fn list<'a>(text: &mut String, what: &str, paths: impl ExactSizeIterator<Item = &'a str>) {
    let count = paths.len();
    if count > 0 {
        let _ = writeln!(text, "\n  {count} {what}");
        for path in paths.take(LISTED) {
            let _ = writeln!(text, "    {path}");
        }
        more(text, count);
    }
}

fn more(text: &mut String, count: usize) {
    if count > LISTED {
        let _ = writeln!(text, "    ... and {} more", count - LISTED);
    }
}
