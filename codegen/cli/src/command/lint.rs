//! `tablewright lint`.

use serde_json::json;
use tablewright::diagnostic::{Code, Diagnostic, Severity};
use tablewright::source::Docs;

use crate::args::{Format, Lint};
use crate::show;
use crate::{Failure, Outcome, settings};

/// What is said of a page, and how much it matters to this run.
struct Finding<'a> {
    docs: &'a Docs,
    said: &'a Diagnostic,
    severity: Severity,
}

pub(crate) fn run(options: &Lint) -> Result<Outcome, Failure> {
    let rules = Rules::new(options)?;
    let config = settings::config(&options.input, None)?;
    let loaded = super::load(&config)?;
    let all = loaded.iter().flat_map(|it| it.diagnostics.iter().map(|said| (&it.docs, said)));
    let all = all.filter(|(_, said)| !rules.allow.contains(&said.code));
    let all = all.map(|(docs, said)| Finding { docs, said, severity: rules.severity(said.code) });
    let (shown, quiet): (Vec<Finding<'_>>, Vec<_>) = all.partition(|it| options.notes || it.severity != Severity::Note);
    show::print(&match options.format {
        Format::Text => shown.iter().map(|it| show::of_severity(it.docs, it.said, it.severity)).collect(),
        Format::Json => format!("{:#}\n", json!(shown.iter().map(value).collect::<Vec<_>>())),
    });
    show::remark(&counts(&shown, quiet.len()));
    Ok(if shown.iter().any(|it| it.severity == Severity::Error) { Outcome::Findings } else { Outcome::Fine })
}

/// What the command line makes of codes.
struct Rules {
    denied: Vec<Code>,
    denied_kinds: Vec<Severity>,
    allow: Vec<Code>,
}

impl Rules {
    fn new(options: &Lint) -> Result<Self, Failure> {
        let kind = |name: &String| match name.as_str() {
            "warnings" => Some(Severity::Warning),
            "notes" => Some(Severity::Note),
            _ => None,
        };
        let code = |name: &String| super::explain::code(name);
        Ok(Self {
            denied: options.deny.iter().filter(|it| kind(it).is_none()).map(code).collect::<Result<_, _>>()?,
            denied_kinds: options.deny.iter().filter_map(kind).collect(),
            allow: options.allow.iter().map(code).collect::<Result<_, _>>()?,
        })
    }

    /// How much a code matters: what is denied is an error, and is shown as one.
    fn severity(&self, code: Code) -> Severity {
        let is_denied = self.denied.contains(&code) || self.denied_kinds.contains(&code.severity());
        if is_denied { Severity::Error } else { code.severity() }
    }
}

fn counts(shown: &[Finding<'_>], quiet: usize) -> String {
    let count = |severity| shown.iter().filter(|it| it.severity == severity).count();
    let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let quiet = if quiet > 0 { format!("; {} more with `--notes`", show::many(quiet, "note")) } else { String::new() };
    kinds.map(|(severity, what)| show::many(count(severity), what)).join(", ") + &quiet
}

fn value(it: &Finding<'_>) -> serde_json::Value {
    json!({
        "code": it.said.code.name(),
        "severity": it.severity.to_string(),
        "page": it.said.origin.page,
        "line": it.said.origin.line,
        "column": it.said.origin.column,
        "message": it.said.message,
        "hint": it.said.hint,
        "includedBy": it.said.included_by,
    })
}
