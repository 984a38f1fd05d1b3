//! The loop: makes inputs until the time is over, judges each, and keeps what breaks something or reaches something new.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use crate::reached::kind_of;
use crate::shrink::shrunk;
use crate::{Outcome, Random, Reached, Target};

/// How long to look, from where, and where to keep what is found.
#[derive(Debug, Clone)]
pub struct Search {
    /// The time for one target.
    pub time: Duration,
    /// The most inputs for one target.
    pub executions: u64,
    /// What the choices depend on.
    pub seed: u64,
    /// The folder of the input that is being judged: what is left after a crash.
    pub scratch: PathBuf,
    /// The folder with a folder for each target, for inputs that break something.
    pub findings: PathBuf,
}

/// What became of a search.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How many inputs were judged.
    pub executions: u64,
    /// How long it took.
    pub time: Duration,
    /// What they reached.
    pub reached: Reached,
    /// What is wrong, each kind once, with the file that holds its input.
    pub findings: BTreeMap<String, PathBuf>,
}

/// An input that takes longer than this on the processor is a finding: most take a thousandth.
const SLOW: Duration = Duration::from_secs(2);

/// With so many findings a search ends: most of them are the same.
const MOST: usize = 20;

/// Judges each seed, then inputs made of them, until the time is over.
///
/// # Errors
/// If a folder cannot be written to.
pub fn search(target: &Target, mut seeds: Vec<String>, search: &Search) -> io::Result<Report> {
    fs::create_dir_all(&search.scratch)?;
    let mut current = File::create(current(target, &search.scratch))?;
    let mut random = Random::new(search.seed);
    let mut report = Report::default();
    let mut originals = seeds.clone().into_iter();
    let begun = Instant::now();
    while begun.elapsed() < search.time && report.executions < search.executions {
        // Seeds in turn with what is made of them: a short search is to try both.
        let original = if report.executions % 2 == 0 { originals.next() } else { None };
        let input = original.unwrap_or_else(|| target.form.input(&seeds, &mut random));
        current.rewind()?;
        current.write_all(input.as_bytes())?;
        current.set_len(input.len() as u64)?;
        let before = report.reached.len();
        let outcome = judged(target, &input, &mut report.reached);
        if let Err(problem) = outcome {
            if report.findings.len() >= MOST {
                break;
            }
            if let Entry::Vacant(kind) = report.findings.entry(kind_of(&problem)) {
                let input = smallest(target, &input, kind.key());
                let path = kept(target, kind.key(), &input, &search.findings)?;
                kind.insert(path);
            }
        } else if report.reached.len() > before {
            seeds.push(input);
        }
        report.executions += 1;
    }
    report.time = begun.elapsed();
    drop(current);
    fs::remove_file(self::current(target, &search.scratch))?;
    Ok(report)
}

/// Where the input is while it is judged.
#[must_use]
pub fn current(target: &Target, scratch: &Path) -> PathBuf {
    scratch.join(target.name)
}

/// What the target says of an input, and a panic or a long wait as what is wrong.
///
/// # Errors
/// What is wrong with the outcome.
pub fn judged(target: &Target, input: &str, reached: &mut Reached) -> Outcome {
    let outcome = timed(target, input, reached);
    match outcome {
        Err(_) => Err(LAST_PANIC.lock().map(|mut it| it.take()).ok().flatten().unwrap_or_else(|| "panic".to_owned())),
        // The machine may have been busy.
        Ok((Ok(()), time)) if time > SLOW => match timed(target, input, reached) {
            Ok((Ok(()), time)) if time > SLOW => Err("it takes seconds".to_owned()),
            _ => Ok(()),
        },
        Ok((outcome, _)) => outcome,
    }
}

fn timed(target: &Target, input: &str, reached: &mut Reached) -> thread::Result<(Outcome, Duration)> {
    let begun = (Instant::now(), processor());
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| (target.check)(input, reached)))?;
    let waited = begun.0.elapsed();
    let time = begun.1.and_then(|before| Some(processor()?.saturating_sub(before))).unwrap_or(waited);
    Ok((outcome, time))
}

/// How long this thread has been on a processor, where the system tells.
fn processor() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn smallest(target: &Target, input: &str, kind: &str) -> String {
    shrunk(input, |it| judged(target, it, &mut Reached::default()).is_err_and(|problem| kind_of(&problem) == kind))
}

/// Writes an input to a file named for what it breaks; one that is there already stays as it is.
///
/// # Errors
/// If the folder cannot be written to.
pub fn kept(target: &Target, kind: &str, input: &str, findings: &Path) -> io::Result<PathBuf> {
    let folder = findings.join(target.name);
    fs::create_dir_all(&folder)?;
    let words: Vec<&str> = kind.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let name = words.iter().chain(words.is_empty().then_some(&"other")).copied().collect::<Vec<_>>().join("-");
    let name: String = name.to_lowercase().chars().take(60).collect();
    let is_ours = |path: &Path| fs::read(path).map_or(true, |there| there == input.as_bytes());
    let mut path = folder.join(&name);
    for number in 2_u32.. {
        if is_ours(&path) {
            break;
        }
        path = folder.join(format!("{name}-{number}"));
    }
    fs::write(&path, input)?;
    Ok(path)
}

/// Where the last panic was, and what it said.
static LAST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Lets panics be told by [`judged`] instead of on the screen.
pub fn keep_panics_quiet() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|it| format!("{}:{}", it.file(), it.line())).unwrap_or_default();
        let message = panic.payload().downcast_ref::<String>().map(String::as_str);
        let message = message.or_else(|| panic.payload().downcast_ref::<&str>().copied()).unwrap_or_default();
        if let Ok(mut last) = LAST_PANIC.lock() {
            *last = Some(format!("panic at {place}: {message}"));
        }
    }));
}
