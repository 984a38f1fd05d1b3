//! `tablewright lint`.

use std::fs;
use std::path::Path;

use tablewright::Loaded;
use tablewright::diagnostic::{Code, Severity};

use crate::args::{Lint, LintFormat};
use crate::finding::{self, Baseline, Finding, Folder};
use crate::show::{self, github, list, sarif};
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Lint) -> Result<Outcome, Failure> {
    let rules = Rules::new(options)?;
    let config = settings::config(&options.input, None)?;
    let loaded = super::load(&config)?;
    let all = finding::findings(&loaded);
    let known = options.baseline.as_deref().map(read).transpose()?;
    let gone = known.as_ref().map_or(0, |it| it.gone(&all, |page| is_read(page, options)));
    let pages = pages(&loaded, options)?;
    let is_wanted = |it: &Finding<'_>| pages.is_empty() || pages.iter().any(|page| it.said.is_of(page));
    let kept = all.into_iter().filter(|it| !rules.allow.contains(&it.said.code) && is_wanted(it));
    let kept = kept.map(|it| Finding { severity: rules.severity(it.said.code), ..it });
    let (known, new): (Vec<_>, Vec<_>) = kept.partition(|it| known.as_ref().is_some_and(|known| known.has(it)));
    let is_loud = |it: &Finding<'_>| options.notes || it.severity != Severity::Note;
    let (shown, quiet): (Vec<_>, Vec<_>) = new.into_iter().partition(is_loud);
    if let Some(path) = &options.write_baseline {
        return write(path, &Baseline::new(&shown));
    }
    show::print(&text(&shown, options));
    show::remark(&counts(&shown, quiet.len()));
    if let Some(path) = &options.baseline {
        show::remark(&hidden(path, known.into_iter().filter(is_loud).count(), gone));
    }
    Ok(if shown.iter().any(|it| it.severity == Severity::Error) { Outcome::Findings } else { Outcome::Fine })
}

/// The paths of the pages that were named.
fn pages<'a>(loaded: &'a [Loaded], options: &Lint) -> Result<Vec<&'a str>, Failure> {
    let path = |(of, id): (&'a Loaded, _)| of.docs.page(id).path.as_str();
    options.pages.iter().map(|it| super::page::find(loaded, it).map(path)).collect()
}

fn read(path: &Path) -> Result<Baseline, Failure> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Baseline::parse(&text).map_err(|error| format!("{}:{error}", path.display()))
}

fn write(path: &Path, found: &Baseline) -> Result<Outcome, Failure> {
    fs::write(path, found.text()).map_err(|error| format!("{}: {error}", path.display()))?;
    show::remark(&format!("{}: {} written", path.display(), show::many(found.len(), "finding")));
    Ok(Outcome::Fine)
}

/// Whether this run looked at a page: what another version has cannot be gone.
fn is_read(page: &str, options: &Lint) -> bool {
    let apis = &options.input.api;
    apis.is_empty() || page.split_once('/').is_some_and(|(version, _)| apis.iter().any(|it| it == version))
}

/// What the baseline keeps from being shown, and what of it can be left out.
fn hidden(path: &Path, known: usize, gone: usize) -> String {
    let path = path.display();
    let known = format!("{} of {path} not shown", show::many(known, "finding"));
    match gone {
        0 => known,
        1 => format!("{known}; 1 of its entries is gone: --write-baseline {path} leaves it out"),
        _ => format!("{known}; {gone} of its entries are gone: --write-baseline {path} leaves them out"),
    }
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
