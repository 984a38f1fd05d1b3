//! Looks for inputs that break something, target after target, each in a process of its own; or judges one input.
#![expect(clippy::print_stdout, reason = "it is a command")]

mod args;
mod table;
mod watched;

use std::error::Error;
use std::process::ExitCode;
use std::{fs, thread};

use args::{Args, Task};
use tablewright_fuzz::engine::{self, Report};
use tablewright_fuzz::{Corpus, Reached, Target, seeds, targets};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let args = Args::of(&std::env::args().skip(1).collect::<Vec<_>>())?;
    engine::keep_panics_quiet();
    let is_fine = match &args.task {
        Task::Help => {
            println!("{}", args::HELP);
            true
        }
        Task::List => {
            for it in &targets::ALL {
                println!("{:13} {}", it.name, it.holds);
            }
            true
        }
        Task::Judge(input) => judge(&args.wanted, &fs::read_to_string(input)?),
        Task::Search => watched::each(&args)?,
        Task::SearchHere => {
            args.wanted.iter().try_fold(true, |fine, it| Ok::<_, Box<dyn Error>>(search(it, &args)? && fine))?
        }
    };
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::from(args::FINDINGS) })
}

fn judge(wanted: &[&Target], input: &str) -> bool {
    let outcome = |it: &&Target| {
        let mut reached = Reached::default();
        let outcome = engine::judged(it, input, &mut reached);
        println!("{}: {}", it.name, outcome.as_ref().err().map_or("it holds", String::as_str));
        reached.iter().for_each(|class| println!("    reached: {class}"));
        outcome.is_ok()
    };
    wanted.iter().filter(|it| !outcome(it)).count() == 0
}

fn search(target: &'static Target, args: &Args) -> Result<bool, Box<dyn Error>> {
    let seeds = seeds::of(target, &Corpus::at_hand());
    // In a thread of its own for the small stack: build scripts run with little on some systems.
    let report = thread::scope(|scope| scope.spawn(|| engine::search(target, seeds, &args.search)).join());
    let report: Report = report.map_err(|_| "the search itself panicked")??;
    print!("{}", table::row(target, &report));
    if args.classes {
        report.reached.iter().for_each(|class| println!("    reached: {class}"));
    }
    Ok(report.findings.is_empty())
}
