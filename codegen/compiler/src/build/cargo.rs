//! What a build script tells Cargo: lines made by a pure function, and the one place of this library that prints.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pipeline::Loaded;

/// How many warnings are shown; docs of thousands of pages have thousands.
const SHOWN: usize = 20;

/// The longest message, in characters.
const MESSAGE: usize = 300;

/// What is to be said of the docs.
#[derive(Debug, Clone, Default)]
pub(super) struct Policy {
    /// Codes that count as errors.
    pub(super) deny: BTreeSet<Code>,
    /// Codes that are not shown.
    pub(super) allow: BTreeSet<Code>,
}

impl Policy {
    fn is_error(&self, it: &Diagnostic) -> bool {
        it.code.severity() == Severity::Error || self.deny.contains(&it.code)
    }

    /// Whether it is shown: what is allowed is not, nor are notes, nor what is said of pages that nothing is made of.
    fn is_shown(&self, it: &Diagnostic, pages: Option<&BTreeSet<&str>>) -> bool {
        let is_page = |page: &String| pages.is_none_or(|pages| pages.contains(page.as_str()));
        let is_used =
            is_page(&it.origin.page) || it.included_by.as_ref().is_some_and(is_page) || it.code == Code::StaleFixup;
        let is_loud = it.code.severity() != Severity::Note || self.is_error(it);
        is_used && is_loud && !self.allow.contains(&it.code)
    }
}

/// What Cargo is told, and how many errors are among it. If `pages` are named, only of these something is made.
pub(super) fn lines(
    docs: &Path,
    loaded: &[Loaded],
    policy: &Policy,
    pages: Option<&BTreeSet<&str>>,
) -> (Vec<String>, usize) {
    let shown: Vec<&Diagnostic> =
        loaded.iter().flat_map(|it| &it.diagnostics).filter(|it| policy.is_shown(it, pages)).collect();
    let (errors, warnings): (Vec<&Diagnostic>, Vec<&Diagnostic>) = shown.iter().partition(|it| policy.is_error(it));
    let mut lines: Vec<String> = errors.iter().map(|it| error(&place_and_message(docs, it))).collect();
    lines.extend(warnings.iter().take(SHOWN).map(|it| warning(&place_and_message(docs, it))));
    if warnings.len() > SHOWN {
        let more = warnings.len() - SHOWN;
        lines.push(warning(&format!("... and {more} more: `tablewright lint --docs {}` shows them", docs.display())));
    }
    // A script that failed runs again anyway, and Cargo shows all that it said.
    if errors.is_empty() {
        lines.extend(changes(docs, loaded));
    }
    (lines, errors.len())
}

/// The folder of each version, in which Cargo looks at every file, so that a new page counts too, and what was included
/// from elsewhere. To name each page as well would say the same again: of 11,000 pages, Cargo takes 30 ms to look through
/// the folder each time that nothing is new, and 110 ms with a line for each.
fn changes(docs: &Path, loaded: &[Loaded]) -> Vec<String> {
    let folders = loaded.iter().filter(|it| !it.docs.pages.is_empty()).map(|it| it.docs.version.as_str());
    let folders: BTreeSet<&str> = folders.collect();
    let is_outside = |it: &&str| !folders.contains(it.split('/').next().unwrap_or_default());
    let elsewhere: BTreeSet<&str> = loaded.iter().flat_map(|it| it.docs.inputs()).filter(is_outside).collect();
    let paths = folders.iter().chain(&elsewhere).filter(|it| !it.contains(char::is_control));
    paths.map(|path| format!("cargo::rerun-if-changed={}", docs.join(path).display())).collect()
}

/// `docs-input/beta/resources/user.md:12:3: unknown-type message (hint)`
fn place_and_message(docs: &Path, it: &Diagnostic) -> String {
    let hint = if it.hint.is_empty() { String::new() } else { format!(" ({})", it.hint) };
    let message: String = format!("{}{hint}", it.message).chars().take(MESSAGE).collect();
    format!("{}: {} {message}", docs.join(it.origin.to_string()).display(), it.code)
}

/// A line that Cargo shows as an error, and fails for.
pub(super) fn error(message: &str) -> String {
    format!("cargo::error={}", one_line(message))
}

/// A line that Cargo shows as a warning.
pub(super) fn warning(message: &str) -> String {
    format!("cargo::warning={}", one_line(message))
}

/// Without what ends a line, where a page could give Cargo orders of its own, and what a terminal obeys.
fn one_line(message: &str) -> String {
    let is_unsafe = |c: char| {
        c.is_control() || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    message.chars().map(|c| if is_unsafe(c) { ' ' } else { c }).collect()
}

/// Prints the lines, for Cargo to read.
pub(super) fn tell(lines: &[String]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    lines.iter().try_for_each(|line| writeln!(stdout, "{line}"))?;
    stdout.flush()
}
