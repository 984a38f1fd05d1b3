//! `tablewright report`.

use std::fs;
use std::path::Path;
use std::time::Instant;

use tablewright::diagnostic::Checks;

use crate::args::Report;
use crate::show::{self, many};
use crate::{Failure, Outcome, report, settings};

pub(crate) fn run(options: &Report) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let config = settings::config(&options.input, None, Checks::All)?;
    let loaded = super::load(&config)?;
    let html = report::html(&title(&config.docs), &loaded, &config)?;
    fs::write(&options.out, &html).map_err(|error| format!("{}: {error}", options.out.display()))?;
    let sum = |of: fn(&tablewright::Summary) -> usize| loaded.iter().map(|it| of(&it.summary)).sum::<usize>();
    show::print(&format!(
        "{}: {}, {}, {}, {}; {:.1} MB in {:.2} s\n",
        options.out.display(),
        many(sum(|it| it.types), "type"),
        many(sum(|it| it.enums), "enum"),
        many(sum(|it| it.operations), "update"),
        many(loaded.iter().map(|it| it.diagnostics.len()).sum(), "finding"),
        megabytes(html.len()),
        start.elapsed().as_secs_f64(),
    ));
    Ok(Outcome::Fine)
}

/// What the docs are called: the name of their folder.
fn title(docs: &Path) -> String {
    let whole = docs.canonicalize().unwrap_or_else(|_| docs.to_owned());
    whole.file_name().map_or_else(|| "docs".to_owned(), |name| name.to_string_lossy().into_owned())
}

#[expect(clippy::cast_precision_loss, reason = "one digit behind the point is shown")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
