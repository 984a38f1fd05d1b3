//! How time and memory grow with the docs: for each dimension synthetic docs of once, twice, four and eight times a size,
//! and real docs so many times over.
//!
//! Each size is a process of its own, so that its peak memory is that of this size. Times are those on the processor, where
//! the system tells them, so that other work on the machine counts less.

use std::error::Error;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tablewright::source::Docs;
use tablewright::{Config, emit};

use crate::copies::copies;
use crate::dimensions::{self, Dimension, Input};
use crate::{busy, peak};

/// The argument that measures one size of one dimension.
pub(crate) const ONE: &str = "--growth-one";

/// What the name of real docs begins with, as a dimension.
const COPIES: &str = "copies of ";

/// How many times the smallest size each is.
const TIMES: [usize; 4] = [1, 2, 4, 8];

/// Rounds go on for so long, and not more often than this; the best one counts.
const ROUNDS: (Duration, usize) = (Duration::from_millis(300), 5);

/// The growth of n log n, and of noise: 8x of n = 1,000 is 1.14.
const STEEPEST: f64 = 1.25;

/// What is quicker than this at 8x says nothing of growth.
const QUICKEST: f64 = 0.005;

/// What is measured, in the order in which a child prints it.
const MEASURES: [&str; 3] = ["docs to IR, s", "IR to files, s", "peak, MiB"];

/// Prints the growth of each dimension, or of those that are named.
pub(crate) fn table(args: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let mut names: Vec<String> = args.collect();
    let limit = value(&mut names, "--seconds-limit")?.map_or(Ok(60), |it| it.parse())?;
    let docs = value(&mut names, "--docs")?;
    let wanted = |it: &&Dimension| names.is_empty() || names.iter().any(|name| it.name.contains(name.as_str()));
    println!("{:32} {:14} {:>7} {:>8} {:>8} {:>8} {:>8} growth", "dimension", "", "n", "1x", "2x", "4x", "8x");
    let mut steep = Vec::new();
    for dimension in dimensions::ALL.iter().filter(wanted) {
        steep.extend(rows((dimension.name, dimension.size), Duration::from_secs(limit))?);
    }
    if let Some(docs) = docs {
        steep.extend(rows((&format!("{COPIES}{docs}"), 1), Duration::from_secs(limit))?);
    }
    if steep.is_empty() {
        println!("nothing grows faster than n log n");
    } else {
        println!("faster than n log n:\n  {}", steep.join("\n  "));
    }
    Ok(())
}

/// The value of an option, which is taken out of the arguments.
fn value(args: &mut Vec<String>, option: &str) -> Result<Option<String>, String> {
    let Some(at) = args.iter().position(|it| it == option) else { return Ok(None) };
    let value = args.get(at + 1).cloned().ok_or_else(|| format!("the value of {option} is missing"))?;
    args.drain(at..=at + 1);
    Ok(Some(value))
}

/// Prints a dimension, by its name and smallest size; what of it grows too fast.
fn rows((dimension, size): (&str, usize), limit: Duration) -> Result<Vec<String>, Box<dyn Error>> {
    let mut measured: Vec<Vec<f64>> = Vec::new();
    for times in TIMES {
        measured.push(measures((dimension, size * times), limit)?);
        if measured.last().is_some_and(|it| it.len() < MEASURES.len()) {
            break;
        }
    }
    let mut steep = Vec::new();
    for (at, measure) in MEASURES.iter().enumerate() {
        let values: Vec<Option<f64>> =
            (0..TIMES.len()).map(|size| measured.get(size).and_then(|it| it.get(at)).copied()).collect();
        let growth = growth(&values);
        let shown: Vec<String> =
            values.iter().map(|it| format!("{:>8}", it.map_or_else(|| "-".to_owned(), |it| number(it, at)))).collect();
        let exponent = growth.map_or_else(|| "too slow".to_owned(), |it| format!("{it:.2}"));
        let (name, size) = if at == 0 { (dimension, size.to_string()) } else { ("", String::new()) };
        let columns = shown.join(" ");
        println!("{name:32} {measure:14} {size:>7} {columns} {exponent:>6}");
        // Quick at any size, or the little there is at all.
        let is_quick = values.last().copied().flatten().is_some_and(|it| it < QUICKEST);
        if !is_quick && growth.is_none_or(|it| it > STEEPEST) {
            steep.push(format!("{dimension}: {measure}, {exponent}"));
        }
    }
    Ok(steep)
}

fn number(value: f64, measure: usize) -> String {
    if MEASURES[measure].ends_with("MiB") { format!("{value:.0}") } else { format!("{value:.3}") }
}

/// The exponent by which eight times the docs cost more.
fn growth(values: &[Option<f64>]) -> Option<f64> {
    let (first, last) = (values.first().copied().flatten()?, values.last().copied().flatten()?);
    Some((last / first).log2() / 3.0)
}

/// What a process of its own measures; fewer values where it takes too long.
fn measures((dimension, size): (&str, usize), limit: Duration) -> Result<Vec<f64>, Box<dyn Error>> {
    let size = size.to_string();
    let mut child =
        Command::new(std::env::current_exe()?).args([ONE, dimension, &size]).stdout(Stdio::piped()).spawn()?;
    let is_done = ends_within(&mut child, limit)?;
    let output = child.wait_with_output()?;
    if is_done && !output.status.success() {
        return Err(format!("{dimension} of {size} failed").into());
    }
    let text = String::from_utf8(output.stdout)?;
    Ok(text.lines().map(str::parse).collect::<Result<_, _>>()?)
}

/// Waits for a process, and ends it when it takes too long.
fn ends_within(child: &mut Child, limit: Duration) -> Result<bool, Box<dyn Error>> {
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > limit {
            child.kill()?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(true)
}

/// Measures one size of one dimension in this process: a line for each of [`MEASURES`].
pub(crate) fn one(mut args: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let (name, size) = (args.next().unwrap_or_default(), args.next().unwrap_or_default());
    let Input { files, config } = input(&name, size.parse()?)?;
    let docs = Docs::from_files("beta", files);
    let (loaded, seconds) = best(|| tablewright::read(&config, docs.clone()));
    println!("{seconds}");
    let apis = [loaded.api];
    let (_, seconds) = best(|| tablewright::emit_files(&apis, &emit::Options::default()));
    println!("{seconds}");
    #[expect(clippy::cast_precision_loss, reason = "memory in KiB is far below 2^52")]
    let peak = peak().unwrap_or(0) as f64 / 1024.0;
    println!("{peak}");
    Ok(())
}

fn input(dimension: &str, size: usize) -> Result<Input, Box<dyn Error>> {
    if let Some(docs) = dimension.strip_prefix(COPIES) {
        return Ok(Input { files: copies(Path::new(docs), "beta", size)?, config: Config::default() });
    }
    let known = dimensions::ALL.iter().find(|it| it.name == dimension).ok_or("there is no such dimension")?;
    Ok((known.make)(size))
}

/// What some rounds make, and the seconds of the quickest.
fn best<T>(stage: impl Fn() -> T) -> (T, f64) {
    let start = Instant::now();
    let round = || {
        let before = busy();
        let made = stage();
        (made, busy().saturating_sub(before).as_secs_f64())
    };
    let mut best = round();
    for _ in 1..ROUNDS.1 {
        if start.elapsed() > ROUNDS.0 {
            break;
        }
        let next = round();
        if next.1 < best.1 {
            best = next;
        }
    }
    best
}
