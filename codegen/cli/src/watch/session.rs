//! One run after another over the same docs, and what each changed.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tablewright::diagnostic::{Checks, Diagnostic, Severity};
use tablewright::output::{Files, Foreign, Written};
use tablewright::{Config, Loaded, Memory, emit};

use crate::args::Watch;
use crate::command;
use crate::show::{self, many, plain};
use crate::{Failure, replay, settings};

/// How many changed pages are named.
const NAMED: usize = 3;

/// An error of the docs as one recognises it again: a line that moved is no other error.
type Known = (String, &'static str, String);

/// What the runs so far left.
pub(crate) struct Session<'a> {
    options: &'a Watch,
    memory: Memory,
    /// What the last run read, and how files were made of it.
    before: Option<(Vec<Arc<Loaded>>, emit::Options)>,
    /// The pages that were read anew since.
    changed: BTreeSet<String>,
    errors: BTreeSet<Known>,
    failure: Option<Failure>,
}

/// What a run read and made, of which nothing is written yet.
pub(crate) struct Made {
    loaded: Vec<Arc<Loaded>>,
    emit: emit::Options,
    /// `None` if what they are made of is the same.
    files: Option<Files>,
    seconds: Duration,
}

/// What a run did.
struct Run {
    changed: BTreeSet<String>,
    /// What was done to the files; `None` if what they are made of is the same.
    files: Option<Written>,
}

impl<'a> Session<'a> {
    /// Runs for the first time; what hinders that is a mistake of the command line.
    pub(crate) fn begin(options: &'a Watch) -> Result<Self, Failure> {
        let (memory, errors) = (Memory::default(), BTreeSet::new());
        let mut session = Self { options, memory, before: None, changed: BTreeSet::new(), errors, failure: None };
        let start = Instant::now();
        let made = session.make()?;
        let run = session.write(made)?;
        session.show_errors();
        let files = run.files.unwrap_or_default();
        show::print(&format!(
            "{}: {}, {}, {}; {:.2} s. Watching {} (Ctrl-C stops)\n",
            options.output.out.display(),
            many(files.written.len() + files.unchanged, "file"),
            outcome(&files),
            many(session.errors.len(), "error"),
            start.elapsed().as_secs_f64(),
            options.input.docs.display(),
        ));
        Ok(session)
    }

    /// Writes what a run made, and says in a line what changed; nothing where nothing did.
    pub(crate) fn finish(&mut self, made: Result<Made, Failure>) {
        let start = Instant::now();
        let seconds = made.as_ref().map_or(Duration::ZERO, |it| it.seconds);
        match made.and_then(|it| self.write(it)) {
            Ok(run) => {
                let is_mended = self.failure.take().is_some();
                let (new, gone) = self.show_errors();
                if is_mended || !run.changed.is_empty() || run.files.is_some() {
                    let said = status(&run, new, gone);
                    show::print(&format!("{said}; {:.2} s\n", (seconds + start.elapsed()).as_secs_f64()));
                }
            }
            Err(message) if self.failure.as_ref() == Some(&message) => {}
            Err(message) => {
                show::complain(&message);
                self.failure = Some(message);
            }
        }
    }

    /// Reads what changed and makes the files; what a later run makes takes its place.
    pub(crate) fn make(&mut self) -> Result<Made, Failure> {
        let start = Instant::now();
        let config = settings::config(&self.options.input, Some(&self.options.output), Checks::Errors)?;
        let mut loaded = Vec::new();
        for version in &config.versions {
            let it = self.memory.load(&config, version).map_err(|error| error.to_string())?;
            command::not_empty(&config, &it.docs)?;
            loaded.push(it);
            self.changed.extend(self.memory.changed().iter().cloned());
        }
        let files = self.files(&config, &loaded)?;
        Ok(Made { loaded, emit: config.emit, files, seconds: start.elapsed() })
    }

    /// Writes the files.
    fn write(&mut self, Made { loaded, emit, files, .. }: Made) -> Result<Run, Failure> {
        let write = |files| self.memory.write_over(&files, &self.options.output.out, Foreign::Refused);
        let files = files.map(write).transpose().map_err(|error| error.to_string())?;
        let mut changed = std::mem::take(&mut self.changed);
        let before = self.before.replace((loaded, emit));
        let before = before.as_ref().map_or(&[][..], |(loaded, _)| loaded);
        let now = self.before.as_ref().map_or(&[][..], |(loaded, _)| loaded);
        // What was read in between may be gone again.
        changed.retain(|path| text(before, path) != text(now, path));
        Ok(Run { changed, files })
    }

    /// The files, if they are made of something else than before. Tests are made of more than the API.
    fn files(&mut self, config: &Config, loaded: &[Arc<Loaded>]) -> Result<Option<Files>, Failure> {
        let Watch { input, output } = self.options;
        let is_same = |(one, other): (&Arc<Loaded>, &Arc<Loaded>)| Arc::ptr_eq(one, other) || one.api == other.api;
        let is_as_before = |(before, options): &(Vec<Arc<Loaded>>, emit::Options)| {
            *options == config.emit && before.len() == loaded.len() && before.iter().zip(loaded).all(is_same)
        };
        let tests = replay::wanted((input, output))?;
        if tests.is_none() && self.before.as_ref().is_some_and(is_as_before) {
            return Ok(None);
        }
        command::all_files(tests, loaded, config, &mut self.memory).map(Some)
    }

    /// Shows the errors that are new, and names those that are gone: how many of both.
    fn show_errors(&mut self) -> (usize, usize) {
        let loaded = self.before.as_ref().map_or(&[][..], |(loaded, _)| loaded);
        let is_error = |it: &&Diagnostic| it.code.severity() == Severity::Error;
        let now: BTreeSet<Known> = loaded.iter().flat_map(|it| &it.diagnostics).filter(is_error).map(known).collect();
        let new = now.difference(&self.errors).count();
        show::print(&show::diagnostics(loaded, usize::MAX, |it| is_error(&it) && !self.errors.contains(&known(it))));
        for (page, code, message) in self.errors.difference(&now) {
            show::print(&format!("mended[{code}]: {}: {}\n", plain::line(page), plain::bounded(message, 100)));
        }
        let gone = self.errors.difference(&now).count();
        self.errors = now;
        (new, gone)
    }
}

/// The text of a page, and whether all of it could be read.
fn text<'a>(loaded: &'a [Arc<Loaded>], path: &str) -> Option<(&'a str, bool)> {
    let page = loaded.iter().find_map(|it| Some(it.docs.page(it.docs.number(path)?)))?;
    Some((&page.text, page.is_utf8))
}

fn known(it: &Diagnostic) -> Known {
    (it.origin.page.clone(), it.code.name(), it.message.clone())
}

/// The pages, what became of the files, and the errors that came and went.
fn status(run: &Run, new: usize, gone: usize) -> String {
    let mut changed = run.changed.iter().map(|it| plain::line(it));
    let pages = match run.changed.len() {
        0 => "settings or fixups".to_owned(),
        1..=NAMED => changed.collect::<Vec<_>>().join(", "),
        many => format!("{} and {} more", changed.next().unwrap_or_default(), many - 1),
    };
    let files = run.files.as_ref().map_or_else(|| "nothing to generate".to_owned(), outcome);
    let new = (new > 0).then(|| format!(", {} new", many(new, "error")));
    let gone = (gone > 0).then(|| format!(", {} mended", many(gone, "error")));
    format!("{pages}: {files}{}{}", new.unwrap_or_default(), gone.unwrap_or_default())
}

fn outcome(files: &Written) -> String {
    match (files.written.len(), files.removed.len()) {
        (0, 0) => "all up to date".to_owned(),
        (written, 0) => format!("{written} written"),
        (written, removed) => format!("{written} written, {removed} removed"),
    }
}
