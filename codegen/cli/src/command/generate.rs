//! `tablewright generate`.

use std::time::Instant;

use tablewright::Loaded;
use tablewright::diagnostic::{Diagnostic, Severity};

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
    let files = super::files(&loaded, &config)?;
    let written = files.write_to(out).map_err(|error| error.to_string())?;
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

/// What is lost or false in the crates: first all that makes the run fail, then the first of the others.
fn errors(loaded: &[Loaded]) -> String {
    let is_other = |it: &Diagnostic| it.code.severity() == Severity::Error && !super::is_stale(it);
    show::diagnostics(loaded, usize::MAX, super::is_stale) + &show::diagnostics(loaded, SHOWN, is_other)
}
