//! The files that a run read, as make, Bazel and Buck2 take them.

/// `target: file file`, a file a line.
pub(crate) fn text<'a>(target: &str, files: impl IntoIterator<Item = &'a str>) -> String {
    let files = files.into_iter().map(|it| format!(" \\\n  {}", escaped(it)));
    format!("{}:{}\n", escaped(target), files.collect::<String>())
}

/// A name as make reads it. A backslash is doubled only where a blank or a number sign follows it.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    let mut backslashes = 0;
    for c in name.chars() {
        match c {
            ' ' | '\t' | '#' => text += &"\\".repeat(backslashes + 1),
            '$' => text.push('$'),
            _ => {}
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_as_make_reads_them() {
        let files = ["a b.md", "c$d#e.md", "f\\ g.md", "h\\i.md"];
        assert_eq!(
            text("my out", files),
            "my\\ out: \\\n  a\\ b.md \\\n  c$$d\\#e.md \\\n  f\\\\\\ g.md \\\n  h\\i.md\n"
        );
    }
}
