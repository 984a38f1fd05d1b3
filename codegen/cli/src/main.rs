//! The command `tablewright`.

mod apart;
mod args;
mod command;
mod depfile;
mod finding;
mod graph_ir;
mod init;
mod judged;
mod mend;
mod record;
mod replay;
mod report;
mod settings;
mod show;
mod watch;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;

/// Tokens are many small pieces, and two threads make them: a quarter of a run less than with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a command found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to do.
    Fine,
    /// Drift, or denied diagnostics.
    Findings,
}

/// Why a command could not run; one message for a person.
pub(crate) type Failure = String;

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    let outcome = match &args.command() {
        Command::Generate(options) => command::generate::run(options),
        Command::Check(options) => command::check::run(options),
        Command::Lint(options) => command::lint::run(options),
        Command::Diff(options) => command::diff::run(options),
        Command::Ir(options) => command::ir::run(options),
        Command::Inspect(options) => command::inspect::run(options),
        Command::Explain(options) => command::explain::run(options),
        Command::Report(options) => command::report::run(options),
        Command::Watch(options) => command::watch::run(options),
        Command::Init(options) => command::init::run(options),
        Command::Completions(options) => Ok(command::shell::completions(options)),
        Command::Man(options) => command::shell::man(options),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(message) => {
            show::complain(&message);
            ExitCode::from(2)
        }
    }
}
