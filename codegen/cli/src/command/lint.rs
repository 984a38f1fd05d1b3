//! `tablewright lint`.

use std::fs;
use std::path::Path;

use tablewright::diagnostic::{Checks, Code, Severity};
use tablewright::{Config, Loaded};

use crate::args::{Lint, LintFormat};
use crate::finding::{self, Baseline, Finding, Folder};
use crate::mend::{self, Mend, Refusal};
use crate::show::{self, github, list, patch, sarif};
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Lint) -> Result<Outcome, Failure> {
    let run = Run {
        options,
        rules: Rules::new(options)?,
        config: settings::config(&options.input, None, Checks::All)?,
        known: options.baseline.as_deref().map(read).transpose()?,
    };
    let loaded = super::load(&run.config)?;
    let seen = run.seen(&loaded)?;
    match options {
        Lint { write_baseline: Some(path), .. } => write(path, &Baseline::new(&seen.shown)),
        Lint { diff: true, .. } => Ok(diff(&seen.shown, &options.input.docs)),
        Lint { fix: true, .. } => run.fix(&seen),
        Lint { .. } => Ok(run.report(&seen)),
    }
}

/// What a run looks at, and how.
struct Run<'o> {
    options: &'o Lint,
    rules: Rules,
    config: Config,
    known: Option<Baseline>,
}

/// What a run sees.
struct Seen<'a> {
    shown: Vec<Finding<'a>>,
    /// The notes that are shown with `--notes` only.
    quiet: Vec<Finding<'a>>,
    /// How many findings the baseline has.
    known: usize,
    /// How many of its entries are no findings any more.
    gone: usize,
}

impl Run<'_> {
    fn seen<'a>(&self, loaded: &'a [Loaded]) -> Result<Seen<'a>, Failure> {
        let options = self.options;
        let all = finding::findings(loaded);
        let gone = self.known.as_ref().map_or(0, |it| it.gone(&all, |page| is_read(page, options)));
        let pages = pages(loaded, options)?;
        let is_wanted = |it: &Finding<'_>| pages.is_empty() || pages.iter().any(|page| it.said.is_of(page));
        let kept = all.into_iter().filter(|it| !self.rules.allow.contains(&it.said.code) && is_wanted(it));
        let kept = kept.map(|it| Finding { severity: self.rules.severity(it.said.code), ..it });
        let is_known = |it: &Finding<'_>| self.known.as_ref().is_some_and(|known| known.has(it));
        let (known, new): (Vec<_>, Vec<_>) = kept.partition(is_known);
        let is_loud = |it: &Finding<'_>| options.notes || it.severity != Severity::Note;
        let (shown, quiet) = new.into_iter().partition(is_loud);
        Ok(Seen { shown, quiet, known: known.into_iter().filter(is_loud).count(), gone })
    }

    fn report(&self, seen: &Seen<'_>) -> Outcome {
        show::print(&text(&seen.shown, self.options));
        show::remark(&counts(seen));
        if let Some(path) = &self.options.baseline {
            show::remark(&hidden(path, seen.known, seen.gone));
        }
        if seen.shown.iter().any(|it| it.severity == Severity::Error) { Outcome::Findings } else { Outcome::Fine }
    }

    /// Mends the pages, and reports what is said of them then.
    fn fix(&self, seen: &Seen<'_>) -> Result<Outcome, Failure> {
        let files = mend::write(&self.options.input.docs, mend::mends(&seen.shown));
        let loaded = super::load(&self.config)?;
        let seen = self.seen(&loaded)?;
        show::remark(&show::mended::text(&files, &seen.shown));
        let outcome = self.report(&seen);
        match files.iter().filter(|it| matches!(it.written, Err(Refusal::Failed(_)))).count() {
            0 => Ok(outcome),
            count => Err(format!("{} could not be written", show::many(count, "file"))),
        }
    }
}

/// Shows what would be mended.
fn diff(shown: &[Finding<'_>], docs: &Path) -> Outcome {
    let docs = Folder::new(docs);
    let file = |it: &Mend<'_>| patch::text(&docs.path(it.page), it.old, &it.new);
    let diff: String = mend::mends(shown).iter().map(file).collect();
    patch::print(&diff);
    if diff.is_empty() { Outcome::Fine } else { Outcome::Findings }
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

fn counts(seen: &Seen<'_>) -> String {
    let count = |severity| seen.shown.iter().filter(|it| it.severity == severity).count();
    let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let quiet = match seen.quiet.len() {
        0 => String::new(),
        quiet => format!("; {} more with `--notes`{}", show::many(quiet, "note"), mendable(&seen.quiet)),
    };
    kinds.map(|(severity, what)| show::many(count(severity), what)).join(", ") + &mendable(&seen.shown) + &quiet
}

fn mendable(findings: &[Finding<'_>]) -> String {
    match findings.iter().filter(|it| it.can_be_mended()).count() {
        0 => String::new(),
        count => format!(" (`--fix` mends {count})"),
    }
}
