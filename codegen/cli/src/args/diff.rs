//! The arguments of `tablewright diff`.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

pub(super) const AFTER: &str = "\
Examples:
  tablewright diff ../docs-of-last-month docs-input
  tablewright ir --api beta > beta.json; git pull; tablewright diff beta.json docs-input --api beta
  tablewright diff old new --format markdown > comment.md
  tablewright diff old new --format json | jq -r '.versions[].changes[] | select(.class == \"breaking\") | .what'

The class of a change is what it is in the generated Rust: breaking, compatible or docs-only. The line is that of the new
docs, and of the old ones where something was removed. Exits with 1 if anything breaks.";

#[derive(Debug, Parser)]
pub(crate) struct Diff {
    /// The old state: a folder that holds `beta/` and `v1.0/`, or a file that `tablewright ir` printed.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The new state, likewise.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// A version to compare; repeatable. Default: every version that either side holds.
    #[arg(help_heading = "Input", long, value_name = "VERSION")]
    pub(crate) api: Vec<String>,
    /// The configuration of both sides. Default: `tablewright.toml` in each docs folder, if there.
    #[arg(help_heading = "Input", long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Repairs of both sides. Default: `fixups.toml` in each docs folder, if there.
    #[arg(help_heading = "Input", long, value_name = "FILE")]
    pub(crate) fixups: Option<PathBuf>,
    /// The configuration of the old side, where that is another one.
    #[arg(help_heading = "Input", long, value_name = "FILE")]
    pub(crate) old_config: Option<PathBuf>,
    /// Repairs of the old side, where these are others.
    #[arg(help_heading = "Input", long, value_name = "FILE")]
    pub(crate) old_fixups: Option<PathBuf>,
    /// How to print the changes.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: DiffFormat,
    /// List all that does not break, too; as text, only the first items are shown otherwise.
    #[arg(long)]
    pub(crate) all: bool,
}

/// How to print changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people.
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// For machines: one JSON value on standard output.
    Json,
}
