//! `tablewright check`.

use std::fmt::Write as _;
use std::path::Path;

use crate::args::{Check, Input};
use crate::show;
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Check) -> Result<Outcome, Failure> {
    let config = settings::config(&options.input, Some(&options.out))?;
    let loaded = super::load(&config)?;
    let files = super::files(&loaded, &config);
    let drift = files.drift(&options.out).map_err(|error| error.to_string())?;
    if drift.is_empty() {
        show::print(&format!("{} is up to date: {} files\n", options.out.display(), files.len()));
        return Ok(Outcome::Fine);
    }
    show::print(&show::drift::text(&drift, &options.out));
    show::print(&format!("\nRepair it with:\n  {}\n", repair(&options.input, &options.out)));
    Ok(Outcome::Findings)
}

/// The command that writes what `check` missed.
fn repair(input: &Input, out: &Path) -> String {
    let mut command = format!("tablewright generate --docs {} --out {}", input.docs.display(), out.display());
    let paths = [("--config", &input.config), ("--fixups", &input.fixups)];
    for (name, path) in paths.into_iter().filter_map(|(name, path)| Some((name, path.as_ref()?))) {
        let _ = write!(command, " {name} {}", path.display());
    }
    for api in &input.api {
        let _ = write!(command, " --api {api}");
    }
    if !input.areas.is_empty() {
        let _ = write!(command, " --areas {}", input.areas.join(","));
    }
    command
}
