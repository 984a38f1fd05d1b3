//! Findings as a JSON array.

use serde_json::{Value, json};
use tablewright::diagnostic::Edit;

use crate::finding::Finding;

/// An object for each; paths are those below the docs folder.
pub(crate) fn text(findings: &[Finding<'_>]) -> String {
    format!("{:#}\n", Value::Array(findings.iter().map(value).collect()))
}

fn value(it: &Finding<'_>) -> Value {
    let end = it.end();
    json!({
        "code": it.said.code.name(),
        "severity": it.severity.to_string(),
        "page": it.said.origin.page,
        "line": it.said.origin.line,
        "column": it.said.origin.column,
        "endLine": end.as_ref().map(|it| it.line),
        "endColumn": end.map(|it| it.column),
        "message": it.said.message,
        "hint": it.said.hint,
        "includedBy": it.said.included_by,
        "second": it.said.second.as_ref().map(|second| json!({
            "page": second.origin.page,
            "line": second.origin.line,
            "column": second.origin.column,
            "label": second.label,
        })),
        "edits": it.said.edits.iter().map(|edit| self::edit(it, edit)).collect::<Vec<_>>(),
        "fingerprint": it.fingerprint.line.to_string(),
    })
}

/// What `--fix` puts into the place of some bytes, which are also named by line and column.
fn edit(it: &Finding<'_>, edit: &Edit) -> Value {
    let range = it.range(edit);
    let (start, end) = (range.as_ref().map(|it| &it.0), range.as_ref().map(|it| &it.1));
    json!({
        "start": edit.span.start,
        "end": edit.span.end,
        "line": start.map(|it| it.line),
        "column": start.map(|it| it.column),
        "endLine": end.map(|it| it.line),
        "endColumn": end.map(|it| it.column),
        "text": edit.text,
    })
}
