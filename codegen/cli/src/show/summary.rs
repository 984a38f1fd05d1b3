//! What a run did, for a person and for a machine.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};
use std::path::Path;

use serde_json::{Value, json};
use tablewright::Summary;
use tablewright::diagnostic::{Code, Severity};
use tablewright::output::Written;

use super::{columns, many};

/// What is not in the docs: files and time.
pub(crate) struct Run<'a> {
    pub(crate) written: &'a Written,
    pub(crate) files: usize,
    pub(crate) seconds: f64,
}

/// What was read, for a person.
pub(crate) fn docs(summaries: &[&Summary]) -> String {
    let mut text = String::new();
    for summary in summaries {
        version(&mut text, summary);
    }
    text + &diagnostics(summaries)
}

/// What was done to the files, for a person.
pub(crate) fn files(run: &Run<'_>, out: &Path) -> String {
    let Written { written, removed, unchanged } = run.written;
    let (written, removed) = (written.len(), removed.len());
    let mut text = format!(
        "{}: {} files: {written} written, {unchanged} unchanged, {removed} removed; {:.2} s",
        out.display(),
        run.files,
        run.seconds
    );
    if let Some(memory) = peak_memory() {
        let _ = write!(text, ", {memory} MiB at most");
    }
    text + "\n"
}

fn version(text: &mut String, it: &Summary) {
    let _ = writeln!(text, "{}", it.version);
    let total: usize = it.pages.values().sum();
    // An API that was saved has none.
    if total > 0 {
        row(text, "pages", total, &named(&it.pages));
        row(text, "tables", it.counts.tables.values().sum(), &named(&it.counts.tables));
        row(text, "rows seen", it.counts.seen, "");
        row(text, "rows used", it.counts.used, "");
        row(text, "rows dropped", it.counts.dropped.values().sum(), &named(&it.counts.dropped));
    }
    row(text, "types", it.types, &format!("{} properties", it.properties));
    row(text, "enums", it.enums, &format!("{} members", it.members));
    row(text, "areas", it.areas, &common(&it.common));
    row(text, "operations", it.operations, &format!("{} request lines", it.request_lines));
    text.push('\n');
}

/// What is common to all areas, as much of it as one reads.
fn common(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let more = if names.len() > SHOWN { format!(" and {} more", names.len() - SHOWN) } else { String::new() };
    if names.is_empty() {
        String::new()
    } else {
        format!("common to all: {}{more}", names[..names.len().min(SHOWN)].join(", "))
    }
}

/// A row for each code, the worst and the most frequent first, and a column for each version.
fn diagnostics(summaries: &[&Summary]) -> String {
    let of = |code: Code| summaries.iter().map(move |it| it.diagnostics.get(&code).copied().unwrap_or_default());
    let sum = |severity| summaries.iter().map(|it| it.count(severity)).sum::<usize>();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(sum);
    if errors + warnings + notes == 0 {
        return "no diagnostics\n\n".to_owned();
    }
    let mut codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| of(*code).any(|count| count > 0)).collect();
    codes.sort_by_key(|code| (code.severity(), std::cmp::Reverse(of(*code).sum::<usize>())));
    let cells = |counts: Vec<String>| counts.into_iter().map(|it| format!("{it:>7}")).collect::<Vec<_>>().concat();
    let versions = cells(summaries.iter().map(|it| it.version.clone()).collect());
    let head = [String::new(), String::new(), versions];
    let row = |code: &Code| {
        [
            format!("{:<7}", code.severity().to_string()),
            code.name().to_owned(),
            cells(of(*code).map(|it| it.to_string()).collect()),
        ]
    };
    let rows: Vec<_> = std::iter::once(head).chain(codes.iter().map(row)).collect();
    let all =
        [(errors, "error"), (warnings, "warning"), (notes, "note")].map(|(count, what)| many(count, what)).join(", ");
    format!("diagnostics: {all}; `tablewright lint --notes` shows them\n{}\n", columns::text("  ", &rows))
}

/// One line: what, how many, and of which kinds; the kinds go on in further lines.
fn row(text: &mut String, what: &str, count: usize, kinds: &str) {
    const WIDTH: usize = 76;
    let mut line = format!("  {what:<13}{count:>7}  ");
    for kind in kinds.split(", ") {
        if line.len() + kind.len() > WIDTH + 24 {
            let _ = writeln!(text, "{}", line.trim_end());
            line = " ".repeat(24);
        }
        line += kind;
        line += if kind.is_empty() { "" } else { "  " };
    }
    let _ = writeln!(text, "{}", line.trim_end());
}

/// `kind n, kind n`, the most frequent first.
fn named<K: Display>(counts: &BTreeMap<K, usize>) -> String {
    let mut all: Vec<(&K, usize)> = counts.iter().map(|(kind, count)| (kind, *count)).collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all.iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ")
}

/// What was read, for a machine.
pub(crate) fn versions(summaries: &[&Summary]) -> Value {
    summaries.iter().map(|it| summary(it)).collect()
}

/// All of it, for a machine.
pub(crate) fn json(versions: &Value, run: &Run<'_>) -> String {
    let value = json!({
        "versions": versions,
        "files": run.files,
        "written": run.written.written,
        "unchanged": run.written.unchanged,
        "removed": run.written.removed,
        "seconds": run.seconds,
        "peak_memory_mib": peak_memory(),
    });
    format!("{value:#}\n")
}

fn summary(it: &Summary) -> Value {
    json!({
        "version": it.version,
        "pages": map(&it.pages),
        "tables": map(&it.counts.tables),
        "rows": { "seen": it.counts.seen, "used": it.counts.used, "dropped": map(&it.counts.dropped) },
        "types": it.types,
        "properties": it.properties,
        "enums": it.enums,
        "members": it.members,
        "operations": it.operations,
        "request_lines": it.request_lines,
        "errors": it.count(Severity::Error),
        "warnings": it.count(Severity::Warning),
        "notes": it.count(Severity::Note),
        "diagnostics": map(&it.diagnostics),
    })
}

fn map<K: Display>(counts: &BTreeMap<K, usize>) -> BTreeMap<String, usize> {
    counts.iter().map(|(kind, count)| (kind.to_string(), *count)).collect()
}

/// The most memory this process had, in MiB, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024)
}
