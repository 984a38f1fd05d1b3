//! The command line as what is to be done.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tablewright_fuzz::engine::Search;
use tablewright_fuzz::{Target, targets};

/// How it is called.
pub(crate) const HELP: &str = "\
tablewright-fuzz [OPTIONS] [TARGET..]     looks for inputs that break something; all targets where none is named
tablewright-fuzz --input FILE TARGET..    judges one input
tablewright-fuzz --list                   the targets, and what must hold of each

  --seconds N       for each target; 10 where nothing is said
  --executions N    at most so many inputs for each target: the same on every machine
  --seed N          what the choices depend on; 1 where nothing is said
  --findings DIR    where inputs that break something are kept; tests/fuzz/regressions where nothing is said
  --classes         shows what was reached
";

/// The exit code when something was found.
pub(crate) const FINDINGS: u8 = 1;

/// What the options say.
pub(crate) struct Args {
    /// The targets.
    pub(crate) wanted: Vec<&'static Target>,
    /// How to look.
    pub(crate) search: Search,
    /// What to do.
    pub(crate) task: Task,
    /// Whether what was reached is shown.
    pub(crate) classes: bool,
    /// The options without the targets, for the process of one target.
    pub(crate) passed_on: Vec<String>,
}

/// What to do.
pub(crate) enum Task {
    Help,
    List,
    Judge(PathBuf),
    /// Search in a process for each target.
    Search,
    /// Search in this process, as part of such a search.
    SearchHere,
}

impl Args {
    /// Reads them.
    pub(crate) fn of(args: &[String]) -> Result<Self, Box<dyn Error>> {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let search = Search {
            time: Duration::from_secs(10),
            executions: u64::MAX,
            seed: 1,
            scratch: std::env::temp_dir().join(format!("tablewright-fuzz-{}", std::process::id())),
            findings: package.join("regressions"),
        };
        let mut read = Self { wanted: Vec::new(), search, task: Task::Search, classes: false, passed_on: Vec::new() };
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            let mut value = || rest.next().ok_or(format!("{arg} needs a value"));
            match arg.as_str() {
                "--seconds" => read.search.time = Duration::try_from_secs_f64(value()?.parse()?)?,
                "--executions" => read.search.executions = value()?.parse()?,
                "--seed" => read.search.seed = value()?.parse()?,
                "--findings" => read.search.findings = value()?.into(),
                "--classes" => read.classes = true,
                "--input" => read.task = Task::Judge(value()?.into()),
                "--list" => read.task = Task::List,
                "--help" => read.task = Task::Help,
                "--here" => (read.task, read.search.scratch) = (Task::SearchHere, value()?.into()),
                name => {
                    read.wanted.push(targets::named(name).ok_or(format!("no target is called {name}; see --list"))?);
                }
            }
        }
        read.passed_on = args.iter().filter(|it| targets::named(it).is_none()).cloned().collect();
        if read.wanted.is_empty() {
            read.wanted = targets::ALL.to_vec();
        }
        Ok(read)
    }
}
