//! A file's old and new text as a unified diff, which `patch -p1` and `git apply` take.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use super::plain;

/// How many lines around a change are shown.
const AROUND: usize = 3;

/// The diff of one file; `path` is that from the folder in which the patch is applied.
pub(crate) fn text(path: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let groups = group_diff_ops(capture_diff_slices(Algorithm::Myers, &old, &new), AROUND);
    let hunks: String = groups.iter().map(|ops| hunk(ops, &old, &new)).collect();
    if hunks.is_empty() { hunks } else { format!("--- {}\n+++ {}\n{hunks}", name("a", path), name("b", path)) }
}

/// Prints a diff byte for byte, but for what would steer a terminal.
pub(crate) fn print(diff: &str) {
    let mut stdout = std::io::stdout().lock();
    if stdout.is_terminal() {
        drop(stdout);
        return super::print(&diff.split_terminator('\n').map(|line| plain::line(line) + "\n").collect::<String>());
    }
    super::checked(stdout.write_all(diff.as_bytes()).and_then(|()| stdout.flush()));
}

/// A path as git writes it: in quotes where it holds what would end the line.
fn name(side: &str, path: &str) -> String {
    let path = format!("{side}/{path}");
    if !path.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        // What follows a tab is no part of a name, blanks before it are.
        return if path.contains(' ') { path + "\t" } else { path };
    }
    let mut quoted = String::from("\"");
    for c in path.chars() {
        let _ = match c {
            '"' | '\\' => write!(quoted, "\\{c}"),
            c if c.is_ascii_control() => write!(quoted, "\\{:03o}", u32::from(c)),
            c => write!(quoted, "{c}"),
        };
    }
    quoted + "\""
}

fn hunk(ops: &[DiffOp], old: &[&str], new: &[&str]) -> String {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return String::new() };
    let (before, after) =
        (first.old_range().start..last.old_range().end, first.new_range().start..last.new_range().end);
    let lines = ops.iter().map(|op| match op.tag() {
        DiffTag::Equal => signed(' ', &old[op.old_range()]),
        DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
            signed('-', &old[op.old_range()]) + &signed('+', &new[op.new_range()])
        }
    });
    format!("@@ -{} +{} @@\n{}", range(&before), range(&after), lines.collect::<String>())
}

/// The first line, from 1, and how many; those of an empty range are named by the line before it.
fn range(lines: &std::ops::Range<usize>) -> String {
    let first = if lines.is_empty() { lines.start } else { lines.start + 1 };
    format!("{first},{}", lines.len())
}

fn signed(sign: char, lines: &[&str]) -> String {
    let line = |line: &&str| match line.strip_suffix('\n') {
        Some(line) => format!("{sign}{line}\n"),
        None => format!("{sign}{line}\n\\ No newline at end of file\n"),
    };
    lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_their_absence_are_kept() {
        let diff = text("beta/a b.md", "1\r\n2\r\n3", "1\r\ntwo\r\n3\n");
        let shown = "--- a/beta/a b.md\t\n+++ b/beta/a b.md\t\n@@ -1,3 +1,3 @@\n 1\r\n-2\r\n-3\n\
            \\ No newline at end of file\n+two\r\n+3\n";
        assert_eq!(diff, shown);
    }

    #[test]
    fn each_change_has_its_own_lines_around_it() {
        let old: String = (1..30).flat_map(|it: u32| [it.to_string(), "\n".to_owned()]).collect();
        let diff = text("x.md", &old, &old.replace("5\n", "5!\n").replace("\n20\n", "\n20\n20b\n"));
        let heads: Vec<&str> = diff.lines().filter(|it| it.starts_with("@@")).collect();
        assert_eq!(heads, ["@@ -2,7 +2,7 @@", "@@ -12,17 +12,18 @@"]);
        assert_eq!(text("x.md", &old, &old), "");
    }

    #[test]
    fn a_name_cannot_end_its_line() {
        assert_eq!(name("a", "x\n+++ b/y\".md"), "\"a/x\\012+++ b/y\\\".md\"");
    }
}
