//! The test crate: what the pages show, and `replay.toml`, which says what of it is known to fail.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use serde::Deserialize;
use tablewright::output::Files;
use tablewright::{Config, Loaded, emit};

use crate::args::{Input, Output};
use crate::{Failure, settings};

/// `replay.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    #[serde(default)]
    exception: Vec<Exception>,
}

/// An example that is known to fail.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// Page and line, as the failing test names it.
    at: String,
    reason: String,
}

/// What the test crate is made of, beside what the pages show.
#[derive(Debug)]
pub(crate) struct Wanted {
    package: String,
    /// The places of examples that are known to fail, each with a reason.
    exceptions: BTreeMap<String, String>,
}

/// The test crate, if one is wanted.
pub(crate) fn wanted((input, output): (&Input, &Output)) -> Result<Option<Wanted>, Failure> {
    let Some(package) = settings::test_crate(input, output)? else { return Ok(None) };
    Ok(Some(Wanted { package, exceptions: exceptions(input, output)? }))
}

/// The files of the test crate.
pub(crate) fn files(wanted: Wanted, loaded: &[impl Borrow<Loaded>], config: &Config) -> Result<Files, Failure> {
    let Wanted { package, exceptions } = wanted;
    let loaded: Vec<&Loaded> = loaded.iter().map(Borrow::borrow).collect();
    let samples = loaded.iter().map(|it| (it.api.version.clone(), tablewright::samples(it))).collect();
    let replay = emit::Replay { package, samples, exceptions };
    let apis: Vec<_> = loaded.iter().map(|it| &it.api).collect();
    // A run that reads one version of two has not seen the examples of the other.
    let is_read = |it: &&str| apis.iter().any(|api| it.split('/').next() == Some(&api.version));
    match replay.stale(&apis).into_iter().find(is_read) {
        Some(at) => Err(format!("an exception is made for `{at}`, where no page shows an example")),
        None => Ok(tablewright::emit_replay(&apis, &replay, &config.emit)),
    }
}

fn exceptions(input: &Input, output: &Output) -> Result<BTreeMap<String, String>, Failure> {
    let by_default = input.docs.join("replay.toml");
    let file: Exceptions = settings::optional(output.exceptions.as_deref(), by_default)?;
    let mut exceptions = BTreeMap::new();
    for it in file.exception {
        let reason = it.reason.split_whitespace().collect::<Vec<_>>().join(" ");
        if exceptions.insert(it.at.clone(), reason).is_some() {
            return Err(format!("two exceptions are made for `{}`", it.at));
        }
    }
    Ok(exceptions)
}
