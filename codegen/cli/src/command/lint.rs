//! `tablewright lint`.

use tablewright::diagnostic::{Code, Severity};

use crate::args::{Lint, LintFormat};
use crate::finding::{self, Finding};
use crate::show::uri::Folder;
use crate::show::{self, github, list, sarif};
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Lint) -> Result<Outcome, Failure> {
    let rules = Rules::new(options)?;
    let config = settings::config(&options.input, None)?;
    let loaded = super::load(&config)?;
    let mut all = finding::findings(&loaded);
    all.retain(|it| !rules.allow.contains(&it.said.code));
    for it in &mut all {
        it.severity = rules.severity(it.said.code);
    }
    let (shown, quiet): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| options.notes || it.severity != Severity::Note);
    show::print(&text(&shown, options));
    show::remark(&counts(&shown, quiet.len()));
    Ok(if shown.iter().any(|it| it.severity == Severity::Error) { Outcome::Findings } else { Outcome::Fine })
}

fn text(findings: &[Finding<'_>], options: &Lint) -> String {
    let docs = Folder::new(&options.input.docs);
    match options.format {
        LintFormat::Text => findings.iter().map(|it| show::of_severity(it.docs, it.said, it.severity)).collect(),
        LintFormat::Json => list::text(findings),
        LintFormat::Sarif => sarif::text(findings, &docs),
        LintFormat::Github => github::text(findings, &docs),
    }
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
