//! `tablewright generate`.

use std::time::Instant;

use tablewright::diagnostic::{Code, Severity};

use crate::args::{Format, Generate};
use crate::show::{self, summary};
use crate::{Failure, Outcome, settings};

/// How many errors are shown in full; `lint` shows all.
const SHOWN: usize = 12;

pub(crate) fn run(options: &Generate) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let config = settings::config(&options.input, Some(&options.out))?;
    let loaded = super::load(&config)?;
    let files = super::files(&loaded, &config);
    let written = files.write_to(&options.out).map_err(|error| error.to_string())?;
    let run = summary::Run { written: &written, files: files.len(), seconds: start.elapsed().as_secs_f64() };
    let summaries: Vec<_> = loaded.iter().map(|it| &it.summary).collect();
    match options.format {
        Format::Text => {
            show::diagnostics(&loaded, SHOWN, |it| it.code.severity() == Severity::Error);
            show::print(&summary::text(&summaries, &run, &options.out));
        }
        Format::Json => show::print(&summary::json(&summaries, &run)),
    }
    // The crates are as good as the docs; a fixup that repairs nothing is a fault of ours.
    let stale = summaries.iter().any(|it| it.diagnostics.contains_key(&Code::StaleFixup));
    Ok(if stale { Outcome::Findings } else { Outcome::Fine })
}
