//! `tablewright generate`.

use std::time::Instant;

use tablewright::diagnostic::Severity;

use crate::args::{Format, Generate};
use crate::show::{self, summary};
use crate::{Failure, Outcome, settings};

/// How many errors are shown in full; `lint` shows all.
const SHOWN: usize = 20;

pub(crate) fn run(options: &Generate) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let out = &options.output.out;
    let config = settings::config(&options.input, Some(&options.output))?;
    let loaded = super::load(&config)?;
    let files = super::all_files((&options.input, &options.output), &loaded, &config)?;
    let written = files.write_to(out).map_err(|error| error.to_string())?;
    let run = summary::Run { written: &written, files: files.len(), seconds: start.elapsed().as_secs_f64() };
    let summaries: Vec<_> = loaded.iter().map(|it| &it.summary).collect();
    show::diagnostics(&loaded, SHOWN, |it| it.code.severity() == Severity::Error);
    match options.format {
        Format::Text => show::print(&summary::text(&summaries, &run, out)),
        Format::Json => show::print(&summary::json(&summaries, &run)),
    }
    let is_stale = loaded.iter().flat_map(|it| &it.diagnostics).any(super::is_stale);
    Ok(if is_stale { Outcome::Findings } else { Outcome::Fine })
}
