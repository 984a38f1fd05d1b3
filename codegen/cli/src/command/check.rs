//! `tablewright check`.

use std::path::Path;

use tablewright::output::Files;

use crate::args::{Check, Format, Input, Output, References};
use crate::show::{self, drift};
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Check) -> Result<Outcome, Failure> {
    let out = &options.output.out;
    let config = settings::config(&options.input, Some(&options.output))?;
    let loaded = super::load(&config)?;
    let files = super::files(&loaded, &config)?;
    let found = files.drift(out).map_err(|error| error.to_string())?;
    let stale = loaded.iter().flat_map(|it| &it.diagnostics).filter(|it| super::is_stale(it)).count();
    let repair = repair(&options.input, &options.output);
    show::diagnostics(&loaded, usize::MAX, super::is_stale);
    match options.format {
        Format::Json => show::print(&drift::json(&found, &files, stale, &repair)),
        Format::Text if found.is_empty() => show::print(&up_to_date(&files, out)),
        Format::Text => {
            show::print(&drift::text(&found, &files, out));
            show::print(&format!("\nRepair it with:\n  {repair}\n"));
        }
    }
    Ok(if found.is_empty() && stale == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn up_to_date(files: &Files, out: &Path) -> String {
    format!("{} is up to date: {} files\n", out.display(), files.len())
}

/// The command that writes what `check` missed.
fn repair(input: &Input, output: &Output) -> String {
    let paths = [
        ("--docs", Some(&input.docs)),
        ("--out", Some(&output.out)),
        ("--config", input.config.as_ref()),
        ("--fixups", input.fixups.as_ref()),
    ];
    let paths = paths.into_iter().filter_map(|(name, path)| Some((name, path?.display().to_string())));
    let apis = input.api.iter().map(|it| ("--api", it.clone()));
    let lists = [("--areas", &output.areas), ("--types", &output.types), ("--pages", &output.pages)];
    let lists = lists.into_iter().filter(|(_, it)| !it.is_empty()).map(|(name, it)| (name, it.join(",")));
    let kept = (output.references == References::Kept).then(|| ("--references", "kept".to_owned()));
    let words = paths.chain(apis).chain(lists).chain(kept).map(|(name, value)| format!(" {name} {}", quoted(&value)));
    format!("tablewright generate{}", words.collect::<String>())
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./,:=@+\\".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
