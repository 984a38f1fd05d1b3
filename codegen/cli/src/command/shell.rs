//! `tablewright completions` and `tablewright man`: what is made of the command line itself.

use clap::{Command, CommandFactory};

use crate::args::{Args, Completions, Man};
use crate::{Failure, Outcome, show};

pub(crate) fn completions(options: &Completions) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut <Args as CommandFactory>::command(), "tablewright", &mut script);
    show::print(&String::from_utf8_lossy(&script));
    Outcome::Fine
}

pub(crate) fn man(options: &Man) -> Result<Outcome, Failure> {
    let mut whole = <Args as CommandFactory>::command().disable_help_subcommand(true);
    whole.build();
    let command = match &options.command {
        None => whole,
        Some(name) => of_that_name(&whole, name)?.version(env!("CARGO_PKG_VERSION")),
    };
    let title = command.get_display_name().unwrap_or("tablewright").to_owned();
    let man = clap_mangen::Man::new(command).title(title).source(concat!("tablewright ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render(&mut page).map_err(|error| error.to_string())?;
    let page = String::from_utf8_lossy(&page);
    show::print(&page.replace(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n"));
    Ok(Outcome::Fine)
}

fn of_that_name(whole: &Command, name: &str) -> Result<Command, Failure> {
    let found = whole.find_subcommand(name).cloned();
    found.ok_or_else(|| format!("there is no command `{name}`; `tablewright help` lists all"))
}
