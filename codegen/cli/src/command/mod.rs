//! One module a command.

pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod init;
pub(crate) mod inspect;
pub(crate) mod ir;
pub(crate) mod lint;
pub(crate) mod report;
pub(crate) mod shell;

use std::collections::BTreeSet;

use tablewright::diagnostic::{Code, Diagnostic};
use tablewright::output::Files;
use tablewright::{Config, Loaded};

use crate::Failure;

/// Reads every version. One without a page is a mistake: to generate from it would remove all that is there.
fn load(config: &Config) -> Result<Vec<Loaded>, Failure> {
    let load = |version: &String| {
        let loaded = tablewright::load(config, version).map_err(|error| error.to_string())?;
        if loaded.docs.pages.is_empty() {
            return Err(format!("{}: there is no page in it", config.docs.join(version).display()));
        }
        Ok(loaded)
    };
    config.versions.iter().map(load).collect()
}

/// Makes the files of what was read. To want what does not exist is a mistake, for the same reason.
fn files(loaded: &[Loaded], config: &Config) -> Result<Files, Failure> {
    let apis: Vec<_> = loaded.iter().map(|it| it.api.clone()).collect();
    let selection = &config.emit.selection;
    let Some(unknown) = selection.unknown(&apis).first().map(|it| (*it).to_owned()) else {
        return Ok(tablewright::emit_crates(&apis, &config.emit));
    };
    Err(if selection.areas.contains(&unknown) {
        let areas: Vec<&str> = areas(loaded).into_iter().collect();
        format!("there is no area `{unknown}`; there are: {}", areas.join(", "))
    } else if selection.types.contains(&unknown) {
        format!("there is no type `{unknown}`; `tablewright ir` prints all, spelled as in JSON")
    } else {
        format!(
            "no page `{unknown}` describes a type or an update; a page is named by its stem or its path below the docs"
        )
    })
}

fn areas(loaded: &[Loaded]) -> BTreeSet<&str> {
    let mut areas = BTreeSet::new();
    for Loaded { api, .. } in loaded {
        areas.extend(api.areas().map(|(_, area)| area));
        areas.extend(api.operations.iter().map(|it| it.area.as_str()));
    }
    areas
}

/// Whether it says that a fixup repairs nothing: the docs can be as they like, but this is a fault of ours.
fn is_stale(it: &Diagnostic) -> bool {
    it.code == Code::StaleFixup
}
