//! `tablewright lint`.

use serde_json::json;
use tablewright::diagnostic::{Code, Diagnostic, Severity};

use crate::args::{Format, Lint};
use crate::show;
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Lint) -> Result<Outcome, Failure> {
    let (deny, allow) = (codes(&options.deny)?, codes(&options.allow)?);
    let config = settings::config(&options.input, None)?;
    let loaded = super::load(&config)?;
    let is_denied = |it: &Diagnostic| deny.contains(&it.code) || it.code.severity() == Severity::Error;
    let is_shown = |it: &Diagnostic| {
        let loud = options.notes || it.code.severity() != Severity::Note;
        !allow.contains(&it.code) && (loud || is_denied(it))
    };
    let all = || loaded.iter().flat_map(|it| &it.diagnostics).filter(|it| is_shown(it));
    match options.format {
        Format::Text => {
            show::diagnostics(&loaded, usize::MAX, is_shown);
            show::print(&counts(all()));
        }
        Format::Json => show::print(&format!("{:#}\n", json!(all().map(value).collect::<Vec<_>>()))),
    }
    Ok(if all().any(is_denied) { Outcome::Findings } else { Outcome::Fine })
}

fn codes(names: &[String]) -> Result<Vec<Code>, Failure> {
    names.iter().map(|name| super::explain::code(name)).collect()
}

fn counts<'a>(all: impl Iterator<Item = &'a Diagnostic>) -> String {
    let mut counts = [0_usize; 3];
    for it in all {
        counts[it.code.severity() as usize] += 1;
    }
    let [errors, warnings, notes] = counts;
    [(errors, "error"), (warnings, "warning"), (notes, "note")].map(|(count, what)| show::many(count, what)).join(", ")
        + "\n"
}

fn value(it: &Diagnostic) -> serde_json::Value {
    json!({
        "code": it.code.name(),
        "severity": it.code.severity().to_string(),
        "page": it.origin.page,
        "line": it.origin.line,
        "column": it.origin.column,
        "message": it.message,
        "hint": it.hint,
        "includedBy": it.included_by,
    })
}
