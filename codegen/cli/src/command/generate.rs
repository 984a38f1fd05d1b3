//! `tablewright generate`.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;
use std::{fs, io};

use tablewright::Loaded;
use tablewright::diagnostic::{Diagnostic, Severity};
use tablewright::output::Foreign;
use tablewright::source::is_markdown;

use crate::args::{Format, Generate};
use crate::depfile;
use crate::show::{self, summary};
use crate::{Failure, Outcome, settings};

/// How many errors are shown in full; `lint` shows all.
const SHOWN: usize = 20;

pub(crate) fn run(options: &Generate) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let out = &options.output.out;
    let (config, loaded) = super::read(&options.input, &options.saved, &options.output)?;
    let files = super::all_files((&options.input, &options.output), &loaded, &config)?;
    let written = files.write_over(out, foreign(options)).map_err(|error| failure(&error))?;
    write_depfile(options, &loaded)?;
    let run = summary::Run { written: &written, files: files.len(), seconds: start.elapsed().as_secs_f64() };
    let summaries: Vec<_> = loaded.iter().map(|it| &it.summary).collect();
    let errors = errors(&loaded);
    match options.format {
        Format::Text => show::print(&(errors + &summary::text(&summaries, &run, out))),
        Format::Json => {
            show::remark(errors.trim_end());
            show::print(&summary::json(&summaries, &run));
        }
    }
    let is_stale = loaded.iter().flat_map(|it| &it.diagnostics).any(super::is_stale);
    Ok(if is_stale { Outcome::Findings } else { Outcome::Fine })
}

fn foreign(options: &Generate) -> Foreign {
    if options.force { Foreign::Overwritten } else { Foreign::Refused }
}

fn failure(error: &io::Error) -> Failure {
    let hint = if error.kind() == io::ErrorKind::AlreadyExists { "; --force overwrites them" } else { "" };
    format!("{error}{hint}")
}

/// The list of inputs, if it is wanted.
fn write_depfile(options: &Generate, loaded: &[Loaded]) -> Result<(), Failure> {
    let Some(path) = &options.depfile else { return Ok(()) };
    let inputs = inputs(options, loaded);
    let inputs: Vec<_> = inputs.iter().map(|it| it.to_string_lossy()).collect();
    if let Some(input) = inputs.iter().find(|it| it.contains(['\n', '\r'])) {
        return Err(format!("{}: it cannot hold the name {input:?}", path.display()));
    }
    let text = depfile::text(&options.output.out.to_string_lossy(), inputs.iter().map(AsRef::as_ref));
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files that were read: settings, then pages and what these include, or the saved API.
fn inputs(options: &Generate, loaded: &[Loaded]) -> Vec<PathBuf> {
    let docs = &options.input.docs;
    let pages = loaded.iter().flat_map(|it| it.docs.inputs()).filter(|it| is_markdown(it)).map(|it| docs.join(it));
    let pages: BTreeSet<PathBuf> = pages.collect();
    settings::files(&options.input, &options.saved).into_iter().chain(options.saved.ir.clone()).chain(pages).collect()
}

/// What is lost or false in the crates: first all that makes the run fail, then the first of the others.
fn errors(loaded: &[Loaded]) -> String {
    let is_other = |it: &Diagnostic| it.code.severity() == Severity::Error && !super::is_stale(it);
    show::diagnostics(loaded, usize::MAX, super::is_stale) + &show::diagnostics(loaded, SHOWN, is_other)
}
