//! `tablewright check`.

use std::path::Path;

use tablewright::Memory;
use tablewright::output::Files;

use crate::args::{Check, Format, References};
use crate::show::{self, drift};
use crate::{Failure, Outcome, replay};

pub(crate) fn run(options: &Check) -> Result<Outcome, Failure> {
    let out = &options.output.out;
    let (config, loaded) = super::read(&options.input, &options.saved, &options.output)?;
    let tests = replay::wanted((&options.input, &options.output))?;
    let files = super::all_files(tests, &loaded, &config, &mut Memory::default())?;
    let found = files.drift(out).map_err(|error| error.to_string())?;
    let stale: Vec<_> = loaded.iter().flat_map(|it| &it.diagnostics).filter(|it| super::is_stale(it)).collect();
    let repair = repair(options);
    match options.format {
        Format::Json => show::print(&drift::json(&found, &files, &stale, &repair)),
        Format::Text => {
            show::print(&show::diagnostics(&loaded, usize::MAX, super::is_stale));
            show::print(&if found.is_empty() {
                up_to_date(&files, out)
            } else {
                format!("{}\nRepair it with:\n  {repair}\n", drift::text(&found, &files, out))
            });
        }
    }
    Ok(if found.is_empty() && stale.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

fn up_to_date(files: &Files, out: &Path) -> String {
    format!("{} is up to date: {} files\n", out.display(), files.len())
}

/// The command that writes what `check` missed.
fn repair(Check { input, saved, output, .. }: &Check) -> String {
    let docs = if saved.ir.is_none() { Some(&input.docs) } else { None };
    let paths = [
        ("--docs", docs),
        ("--ir", saved.ir.as_ref()),
        ("--out", Some(&output.out)),
        ("--config", input.config.as_ref()),
        ("--fixups", input.fixups.as_ref()),
        ("--exceptions", output.exceptions.as_ref()),
    ];
    let paths = paths.into_iter().filter_map(|(name, path)| Some((name, path?.display().to_string())));
    let apis = input.api.iter().map(|it| ("--api", it.clone()));
    let lists = [("--areas", &output.areas), ("--types", &output.types), ("--pages", &output.pages)];
    let lists = lists.into_iter().filter(|(_, it)| !it.is_empty()).map(|(name, it)| (name, it.join(",")));
    let runtime = output.runtime.iter().map(|it| ("--runtime", it.clone()));
    let kept = (output.references == References::Kept).then(|| ("--references", "kept".to_owned()));
    let words = paths
        .chain(apis)
        .chain(lists)
        .chain(kept)
        .chain(runtime)
        .map(|(name, value)| format!(" {name} {}", quoted(&value)));
    let tests = if output.tests { " --tests" } else { "" };
    format!("tablewright generate{}{tests}", words.collect::<String>())
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
