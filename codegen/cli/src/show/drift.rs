//! How the files on disk differ, in a screen or two.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use tablewright::diagnostic::Diagnostic;
use tablewright::output::{Change, Drift, Files};

use super::plain;

/// How many files of each kind are listed.
const LISTED: usize = 20;

/// Of how many changed files lines are shown.
const OPENED: usize = 6;

/// How many differing lines of such a file are shown.
const LINES: usize = 6;

/// The widest line that is shown whole.
const WIDTH: usize = 100;

/// What was added, changed and removed, the first differing lines of each.
pub(crate) fn text(drift: &Drift, files: &Files, out: &Path) -> String {
    let mut text = format!("{} differs from what the docs give:\n", out.display());
    list(&mut text, "missing", &drift.added, |_, path| format!("    {}\n", plain::line(path)));
    list(&mut text, "no longer generated", &drift.removed, |_, path| format!("    {}\n", plain::line(path)));
    list(&mut text, "changed", &drift.changed, |index, it| {
        let lines = if index < OPENED { lines(it, files, out) } else { String::new() };
        format!("    {}:{}\n{lines}", plain::line(&it.path), it.line)
    });
    text
}

fn list<T>(text: &mut String, what: &str, all: &[T], item: impl Fn(usize, &T) -> String) {
    if all.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n  {} {what}", all.len());
    text.extend(all.iter().take(LISTED).enumerate().map(|(index, it)| item(index, it)));
    if all.len() > LISTED {
        let _ = writeln!(text, "    ... and {} more", all.len() - LISTED);
    }
}

/// The first lines that the docs take from a file (`-`) or put into it (`+`).
fn lines(it: &Change, files: &Files, out: &Path) -> String {
    // A file that cannot be read any more has changed in all its lines.
    let on_disk = fs::read(out.join(&it.path)).unwrap_or_default();
    let on_disk = String::from_utf8_lossy(&on_disk);
    let old: Vec<&str> = on_disk.lines().collect();
    let new: Vec<&str> = files.get(&it.path).unwrap_or_default().lines().collect();
    // Two long files that share nothing need no best answer.
    let deadline = Instant::now() + Duration::from_millis(200);
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline));
    let all: Vec<String> = ops.iter().flat_map(|op| differing(op, &old, &new)).collect();
    let mut text = all.iter().take(LINES).map(String::as_str).collect::<String>();
    if all.len() > LINES {
        let _ = writeln!(text, "      ... {} more lines differ", all.len() - LINES);
    }
    text
}

fn differing(op: &DiffOp, old: &[&str], new: &[&str]) -> Vec<String> {
    if let DiffOp::Equal { .. } = op {
        return Vec::new();
    }
    let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
    let sides = [('-', old, new), ('+', new, old)];
    let line =
        |sign: char, line: &str, other: &str| format!("      {sign} {}", cut(line, other)).trim_end().to_owned() + "\n";
    let side = |(sign, these, others): (char, &[&str], &[&str])| {
        let other = |index: usize| others.get(index).copied().unwrap_or_default();
        these.iter().enumerate().map(|(index, it)| line(sign, it, other(index))).collect::<Vec<_>>()
    };
    sides.into_iter().flat_map(side).collect()
}

/// The part of a line where it differs from the other one.
fn cut(line: &str, other: &str) -> String {
    let same = line.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
    if same < WIDTH / 2 || line.chars().count() <= WIDTH {
        return plain::bounded(line, WIDTH);
    }
    let rest: String = line.chars().skip(same - WIDTH / 4).collect();
    format!("...{}", plain::bounded(&rest, WIDTH))
}

/// For a machine.
pub(crate) fn json(drift: &Drift, files: &Files, stale: &[&Diagnostic], repair: &str) -> String {
    let stale = stale.iter().map(|it| json!({ "page": it.origin.page, "message": it.message, "hint": it.hint }));
    let changed = drift.changed.iter().map(|it| json!({ "path": it.path, "line": it.line }));
    let value = json!({
        "up_to_date": drift.is_empty(),
        "files": files.len(),
        "missing": drift.added,
        "removed": drift.removed,
        "changed": changed.collect::<Vec<_>>(),
        "stale_fixups": stale.collect::<Vec<_>>(),
        "repair": repair,
    });
    format!("{value:#}\n")
}
