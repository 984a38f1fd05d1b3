//! `tablewright generate`.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;
use std::{fs, io};

use tablewright::diagnostic::{Checks, Diagnostic, Severity};
use tablewright::output::{Files, Foreign, Written};
use tablewright::source::{Docs, is_markdown};
use tablewright::{Config, Loaded, Memory};

use crate::args::{Format, Generate};
use crate::depfile;
use crate::record::{self, Record, Said};
use crate::replay::{self, Wanted};
use crate::show::{self, summary};
use crate::{Failure, Outcome, settings};

/// How many errors are shown in full; `lint` shows all.
const SHOWN: usize = 20;

pub(crate) fn run(options: &Generate) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let (said, files, written) = match &options.saved.ir {
        Some(_) => {
            let (config, loaded) = super::read(&options.input, &options.saved, &options.output)?;
            let tests = replay::wanted((&options.input, &options.output))?;
            let (files, written) = write(options, tests, (&config, &loaded), &mut Memory::default())?;
            (said(&loaded), files.len(), written)
        }
        None => of_docs(options)?,
    };
    let run = summary::Run { written: &written, files, seconds: start.elapsed().as_secs_f64() };
    match options.format {
        Format::Text => show::print(&(said.errors + &said.text + &summary::files(&run, &options.output.out))),
        Format::Json => {
            show::remark(said.errors.trim_end());
            show::print(&summary::json(&said.json, &run));
        }
    }
    Ok(if said.is_stale { Outcome::Findings } else { Outcome::Fine })
}

/// Reads the docs and writes the files, unless the last run did just that; what it did is not done again.
fn of_docs(options: &Generate) -> Result<(Said, usize, Written), Failure> {
    let Generate { input, output, .. } = options;
    let out = &output.out;
    let config = settings::config(input, Some(output), Checks::All)?;
    let docs = super::docs(&config)?;
    let tests = replay::wanted((input, output))?;
    let inputs = record::inputs(tests.as_ref(), &config, &docs);
    let last = if options.fresh { None } else { Record::of(out) };
    if let Some(same) = last.as_ref().filter(|it| it.is_same(inputs, out)) {
        write_depfile(options, docs.iter())?;
        let unchanged = same.files.len();
        return Ok((same.said.clone(), unchanged, Written { unchanged, ..Written::default() }));
    }
    let loaded = super::of_docs(&config, docs);
    let mut memory = Memory::default();
    // Only now, since what is recalled needs room.
    if let Some(last) = last {
        memory.recall(&last.of_files, &last.files, out);
    }
    let (files, written) = write(options, tests, (&config, &loaded), &mut memory)?;
    let (command, of_files) = (record::command(), memory.inputs());
    let record = Record { command, inputs, of_files, files: files.sums(), said: said(&loaded) };
    record.keep(out);
    Ok((record.said, files.len(), written))
}

fn write(
    options: &Generate,
    tests: Option<Wanted>,
    (config, loaded): (&Config, &[Loaded]),
    memory: &mut Memory,
) -> Result<(Files, Written), Failure> {
    let files = super::all_files(tests, loaded, config, memory)?;
    let written = memory.write_over(&files, &options.output.out, foreign(options)).map_err(|error| failure(&error))?;
    write_depfile(options, loaded.iter().map(|it| &it.docs))?;
    Ok((files, written))
}

fn said(loaded: &[Loaded]) -> Said {
    let summaries: Vec<_> = loaded.iter().map(|it| &it.summary).collect();
    Said {
        errors: errors(loaded),
        text: summary::docs(&summaries),
        json: summary::versions(&summaries),
        is_stale: loaded.iter().flat_map(|it| &it.diagnostics).any(super::is_stale),
    }
}

fn foreign(options: &Generate) -> Foreign {
    if options.force { Foreign::Overwritten } else { Foreign::Refused }
}

fn failure(error: &io::Error) -> Failure {
    let hint = if error.kind() == io::ErrorKind::AlreadyExists { "; --force overwrites them" } else { "" };
    format!("{error}{hint}")
}

/// The list of inputs, if it is wanted.
fn write_depfile<'a>(options: &Generate, docs: impl Iterator<Item = &'a Docs>) -> Result<(), Failure> {
    let Some(path) = &options.depfile else { return Ok(()) };
    let inputs = inputs(options, docs);
    let inputs: Vec<_> = inputs.iter().map(|it| it.to_string_lossy()).collect();
    if let Some(input) = inputs.iter().find(|it| it.contains(['\n', '\r'])) {
        return Err(format!("{}: it cannot hold the name {input:?}", path.display()));
    }
    let text = depfile::text(&options.output.out.to_string_lossy(), inputs.iter().map(AsRef::as_ref));
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files that were read: settings, then pages and what these include, or the saved API.
fn inputs<'a>(options: &Generate, docs: impl Iterator<Item = &'a Docs>) -> Vec<PathBuf> {
    let folder = &options.input.docs;
    let pages = docs.flat_map(Docs::inputs).filter(|it| is_markdown(it)).map(|it| folder.join(it));
    let pages: BTreeSet<PathBuf> = pages.collect();
    settings::files(&options.input, &options.saved).into_iter().chain(options.saved.ir.clone()).chain(pages).collect()
}

/// What is lost or false in the crates: first all that makes the run fail, then the first of the others.
fn errors(loaded: &[Loaded]) -> String {
    let is_other = |it: &Diagnostic| it.code.severity() == Severity::Error && !super::is_stale(it);
    show::diagnostics(loaded, usize::MAX, super::is_stale) + &show::diagnostics(loaded, SHOWN, is_other)
}
