//! The arguments of the commands around a project: its first files, completions, manual pages.

use std::path::PathBuf;

use clap::Parser;

pub(crate) const AFTER_INIT: &str = "\
Examples:
  tablewright init                                     here
  tablewright init graph-docs/api-reference            beside `beta/` and `v1.0/`, where the files are found by themselves

Exits with 2, and writes nothing, if one of the files is there already.";

pub(crate) const AFTER_COMPLETIONS: &str = "\
Examples:
  tablewright completions bash > ~/.local/share/bash-completion/completions/tablewright
  tablewright completions fish > ~/.config/fish/completions/tablewright.fish
  tablewright completions zsh > \"${fpath[1]}/_tablewright\"";

pub(crate) const AFTER_MAN: &str = "\
Examples:
  tablewright man | man -l -
  tablewright man generate > ~/.local/share/man/man1/tablewright-generate.1";

#[derive(Debug, Parser)]
pub(crate) struct Init {
    /// Where to write them; made if it is not there.
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Overwrite files that are there.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Parser)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Parser)]
pub(crate) struct Man {
    /// The command that the page is of. Default: the page of `tablewright` itself, which names all commands.
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}
