//! The command line.

mod diff;
mod lint;
mod project;
mod report;
mod watch;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub(crate) use self::diff::{Diff, DiffFormat};
pub(crate) use lint::{Lint, LintFormat};
pub(crate) use project::{Completions, Init, Man};
pub(crate) use report::Report;
pub(crate) use watch::Watch;

/// Turns REST API reference documentation, written in markdown, into Rust crates: models and a PATCH client.
///
/// Without a command it runs `generate`.
#[derive(Debug, Parser)]
#[command(name = "tablewright", version, about, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// When to colour the output.
    #[arg(long, value_enum, default_value = "auto", global = true)]
    pub(crate) color: Color,
}

const AFTER: &str = "\
Examples:
  tablewright                                          generate from docs-input into generated
  tablewright generate --docs graph-docs --api beta --out target/beta
  tablewright check                                    exit 1 if the files on disk differ
  tablewright inspect beta/resources/user.md           one page: what was read, and what it became

Each command has examples of its own: tablewright help COMMAND.
Exit codes: 0 fine, 1 findings (drift, errors in the docs, stale fixups, breaking changes), 2 could not run.";

const AFTER_GENERATE: &str = "\
Examples:
  tablewright generate                                 docs-input into generated
  tablewright generate --docs graph-docs --api beta --areas planner,directory --out target/small
  tablewright generate --api v1.0 --types user --references kept --out target/user
  tablewright generate --format json | jq '.versions[].rows'
  tablewright ir --api beta > beta.json && tablewright generate --ir beta.json --out target/beta

Exits with 1 if a fixup repairs nothing any more; other errors in the docs are shown, and counted.";

const AFTER_CHECK: &str = "\
Examples:
  tablewright check                                    in CI, after a change of pages, fixups or configuration
  tablewright check --format json | jq -r '.changed[].path'

Exits with 1 if a file differs or a fixup repairs nothing any more.";

const AFTER_IR: &str = "\
Examples:
  tablewright ir --api beta > beta.json                one object; without --api an array of them
  tablewright ir --api v1.0 --format graph-ir/1 | jq '.types | length'";

const AFTER_INSPECT: &str = "\
Examples:
  tablewright inspect beta/resources/user.md
  tablewright inspect user-update --docs graph-docs --api v1.0";

impl Args {
    /// The command that was named, or `generate` with its defaults.
    pub(crate) fn command(self) -> Command {
        self.command.unwrap_or_else(|| Command::Generate(Generate::parse_from(["generate"])))
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read the docs, write the crates, and say what was done.
    ///
    /// Writes only files that differ and removes generated files that are no longer made; files that it did not
    /// generate are never touched: where one is in the way, nothing is written, and the exit code is 2.
    #[command(after_help = AFTER_GENERATE)]
    Generate(Generate),
    /// Generate in memory, and compare with the files on disk; exit 1 if they differ.
    ///
    /// Shows which files are missing, no longer generated or changed, the first lines that differ, and the command
    /// that repairs them. Nothing is written.
    #[command(after_help = AFTER_CHECK)]
    Check(Check),
    /// Show what is wrong or odd in the docs, with the line and a caret; exit 1 on errors or denied codes.
    #[command(after_help = lint::AFTER)]
    Lint(Lint),
    /// Show what changed between two states of the docs, and what that is for users of the crates; exit 1 if it breaks.
    #[command(after_help = diff::AFTER)]
    Diff(Diff),
    /// Print the API that was read, as JSON.
    #[command(after_help = AFTER_IR)]
    Ir(Ir),
    /// Show one page: what was read from it, what is said of it, and the Rust it became.
    #[command(after_help = AFTER_INSPECT)]
    Inspect(Inspect),
    /// Explain a diagnostic code, or list all.
    Explain(Explain),
    /// Write one HTML file to look at: coverage by area, findings with excerpts, types, updates.
    #[command(after_help = report::AFTER)]
    Report(Report),
    /// Generate again as pages change: quickly, and with a line for each change.
    #[command(after_help = watch::AFTER)]
    Watch(Watch),
    /// Write the first files of a project: settings, fixups and a build script, all explained in comments.
    #[command(after_help = project::AFTER_INIT)]
    Init(Init),
    /// Print a script that completes commands and options in a shell.
    #[command(after_help = project::AFTER_COMPLETIONS)]
    Completions(Completions),
    /// Print the manual page, or that of one command.
    #[command(after_help = project::AFTER_MAN)]
    Man(Man),
}

/// Where the docs are, and what of them.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Input {
    /// The folder that holds `beta/` and `v1.0/`.
    #[arg(help_heading = "Input", long, value_name = "DIR", default_value = "docs-input")]
    pub(crate) docs: PathBuf,
    /// A version to read; repeatable. Default: every version that the folder holds.
    #[arg(help_heading = "Input", long, value_name = "VERSION")]
    pub(crate) api: Vec<String>,
    /// The configuration. Default: `tablewright.toml` in the docs folder, if there.
    #[arg(help_heading = "Input", long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Repairs of the docs. Default: `fixups.toml` in the docs folder, if there.
    #[arg(help_heading = "Input", long, value_name = "FILE")]
    pub(crate) fixups: Option<PathBuf>,
}

/// Where the crates are, and what is in them.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Output {
    /// The folder that holds `model/` and `client/`, or gets them.
    #[arg(help_heading = "Output", long, value_name = "DIR", default_value = "generated")]
    pub(crate) out: PathBuf,
    /// Only these areas, separated by commas, and what they refer to.
    #[arg(help_heading = "Output", long, value_name = "AREAS", value_delimiter = ',')]
    pub(crate) areas: Vec<String>,
    /// Only these types, separated by commas, the updates that send them, and what they refer to.
    #[arg(help_heading = "Output", long, value_name = "TYPES", value_delimiter = ',')]
    pub(crate) types: Vec<String>,
    /// Only what these pages describe, separated by commas, and what it refers to.
    #[arg(help_heading = "Output", long, value_name = "PAGES", value_delimiter = ',')]
    pub(crate) pages: Vec<String>,
    /// What becomes of references to what is not wanted.
    #[arg(help_heading = "Output", long, value_enum, default_value = "followed")]
    pub(crate) references: References,
    /// Make a third crate too, `replay/`: what the pages show, as tests of the other two.
    #[arg(help_heading = "Output", long)]
    pub(crate) tests: bool,
    /// Examples that are known to fail, and why. Default: `replay.toml` in the docs folder, if there.
    #[arg(help_heading = "Output", long, value_name = "FILE")]
    pub(crate) exceptions: Option<PathBuf>,
    /// The runtime of the crates: a version, or a folder as seen from the folder of a generated crate, with a slash.
    /// Default: `runtime` of the configuration, else the version of this command.
    #[arg(help_heading = "Output", long, value_name = "VERSION|DIR")]
    pub(crate) runtime: Option<String>,
}

/// An API that was read before.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Saved {
    /// What `tablewright ir` printed, instead of docs.
    #[arg(help_heading = "Input", long, value_name = "FILE", conflicts_with_all = ["docs", "api", "fixups"])]
    pub(crate) ir: Option<PathBuf>,
}

#[derive(Debug, Parser)]
pub(crate) struct Generate {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) saved: Saved,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Where to write which files were read, for make, Bazel or Buck2: `OUT: FILE FILE`.
    #[arg(help_heading = "Output", long, value_name = "FILE")]
    pub(crate) depfile: Option<PathBuf>,
    /// Overwrite files that were not generated.
    #[arg(help_heading = "Output", long)]
    pub(crate) force: bool,
    /// Make all again, even where nothing changed since the last run.
    #[arg(help_heading = "Output", long)]
    pub(crate) fresh: bool,
    /// How to print the summary.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}

#[derive(Debug, Parser)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) saved: Saved,
    #[command(flatten)]
    pub(crate) output: Output,
    /// How to print the differences.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}

#[derive(Debug, Parser)]
pub(crate) struct Ir {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The form: our own, or the neutral one for scoring.
    #[arg(long, value_enum, default_value = "tablewright")]
    pub(crate) format: IrFormat,
}

#[derive(Debug, Parser)]
pub(crate) struct Inspect {
    /// The page: its path below the docs folder, its name, or enough of its end to tell it from others.
    #[arg(value_name = "PAGE")]
    pub(crate) page: String,
    #[command(flatten)]
    pub(crate) input: Input,
}

#[derive(Debug, Parser)]
pub(crate) struct Explain {
    /// The code, such as `unknown-type`; all are listed without one.
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
    /// Print the manual's page about all codes.
    #[arg(long, conflicts_with = "code")]
    pub(crate) markdown: bool,
}

/// How to print a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For machines: one JSON value on standard output.
    Json,
}

/// What becomes of references that lead out of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum References {
    /// What they refer to is emitted too.
    Followed,
    /// They are no fields: what the service sends there stays in `extra`.
    Kept,
}

/// The forms of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IrFormat {
    /// Everything, with places; can be read back.
    Tablewright,
    /// Types, enumerations and request lines, comparable with metadata.
    #[value(name = "graph-ir/1")]
    GraphIr,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    pub(crate) fn write_global(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
