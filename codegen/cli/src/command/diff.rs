//! `tablewright diff OLD NEW`.

use std::path::{Path, PathBuf};

use tablewright::changes::{self, Class};
use tablewright::diagnostic::Checks;
use tablewright::ir::Api;
use tablewright::{Config, emit};

use crate::args::{Diff, DiffFormat, Input};
use crate::show::changes::{Crates, json, markdown, text};
use crate::{Failure, Outcome, settings, show};

pub(crate) fn run(options: &Diff) -> Result<Outcome, Failure> {
    let old_config = options.old_config.as_ref().or(options.config.as_ref());
    let old_fixups = options.old_fixups.as_ref().or(options.fixups.as_ref());
    let old = side(&options.old, &options.api, [old_config, old_fixups])?;
    let new = side(&options.new, &options.api, [options.config.as_ref(), options.fixups.as_ref()])?;
    let is_known = |wanted: &&String| old.apis.iter().chain(&new.apis).any(|it| it.version == **wanted);
    if let Some(unknown) = options.api.iter().find(|it| !is_known(it)) {
        return Err(format!("neither side has a version `{unknown}`"));
    }
    let found = changes::compare(&old.apis, &new.apis, &new.emit.root_namespace);
    let (old_crates, new_crates) = (named(old.emit), named(new.emit));
    let crates = Crates {
        model: new_crates.model,
        client: new_crates.client,
        version: old.is_folder.then_some(old_crates.version),
    };
    match options.format {
        DiffFormat::Text => {
            let shown = if options.all { text::Shown::All } else { text::Shown::First };
            show::print(&text::text(&found, &crates, shown));
        }
        DiffFormat::Markdown => show::print(&markdown::text(&found, &crates)),
        DiffFormat::Json => show::print(&json::text(&found, &crates)),
    }
    Ok(if found.counts().of(Class::Breaking) > 0 { Outcome::Findings } else { Outcome::Fine })
}

/// The crates that the settings name; a module of somebody's crate has none, and the command line makes none.
fn named(options: emit::Options) -> emit::Crates {
    match options.packaging {
        emit::Packaging::Crates(crates) => crates,
        emit::Packaging::Module => emit::Crates::default(),
    }
}

/// A state of the docs.
struct Side {
    apis: Vec<Api>,
    emit: emit::Options,
    /// Whether it was read from docs, so that the options are those of its crates.
    is_folder: bool,
}

fn side(path: &Path, wanted: &[String], files: [Option<&PathBuf>; 2]) -> Result<Side, Failure> {
    let is_wanted = |version: &str| wanted.is_empty() || wanted.iter().any(|it| it == version);
    if path.is_dir() {
        let [config, fixups] = files.map(Option::<&PathBuf>::cloned);
        let input = Input { docs: path.to_owned(), api: Vec::new(), config, fixups };
        let mut config = settings::config(&input, None, Checks::Errors)?;
        config.versions.retain(|it| is_wanted(it));
        return from_docs(config);
    }
    let apis = super::saved::read(path)?.into_iter().map(|it| it.api).filter(|it| is_wanted(&it.version)).collect();
    Ok(Side { apis, emit: emit::Options::default(), is_folder: false })
}

fn from_docs(config: Config) -> Result<Side, Failure> {
    let apis = super::load(&config)?.into_iter().map(|it| it.api).collect();
    Ok(Side { apis, emit: config.emit, is_folder: true })
}
