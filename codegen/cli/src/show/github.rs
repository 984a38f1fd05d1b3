//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use tablewright::diagnostic::Severity;

use super::plain;
use crate::finding::{Finding, Folder};

/// A command a line: `::error file=...,line=...,col=...,title=CODE::message`.
pub(crate) fn text(findings: &[Finding<'_>], docs: &Folder) -> String {
    findings.iter().map(|it| command(it, docs)).collect()
}

fn command(it: &Finding<'_>, docs: &Folder) -> String {
    let level = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let start = &it.said.origin;
    // An end column on another line is refused.
    let end = it.end().filter(|end| end.line == start.line);
    let end = end.map(|end| format!(",endColumn={}", end.column)).unwrap_or_default();
    let (file, title) = (property(&docs.path(&start.page)), it.said.code.name());
    let (line, column) = (start.line, start.column);
    let second = it.said.second.as_ref();
    let second =
        second.map(|second| format!("; {}: {}:{}", second.label, docs.path(&second.origin.page), second.origin.line));
    let message = it.sentence() + &second.unwrap_or_default();
    format!("::{level} file={file},line={line},col={column}{end},title={title}::{}\n", data(&message))
}

/// As the part behind `::` is to be written.
fn data(text: &str) -> String {
    plain::line(text).replace('%', "%25")
}

/// As the value of a property is to be written.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
