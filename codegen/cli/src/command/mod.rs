//! One module a command.

pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod inspect;
pub(crate) mod ir;
pub(crate) mod lint;

use tablewright::{Config, Loaded};

use crate::Failure;

/// Reads every version.
fn load(config: &Config) -> Result<Vec<Loaded>, Failure> {
    let load = |version: &String| tablewright::load(config, version).map_err(|error| error.to_string());
    config.versions.iter().map(load).collect()
}

/// Makes the files of what was read.
fn files(loaded: &[Loaded], config: &Config) -> tablewright::output::Files {
    let apis: Vec<_> = loaded.iter().map(|it| it.api.clone()).collect();
    tablewright::emit_crates(&apis, &config.emit)
}
