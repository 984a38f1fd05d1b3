//! What each stage from docs to files costs, beside its floor.
//!
//! One thread, the best of several rounds, in one run, with the system's allocator, which counts; peak memory is that of the
//! whole run.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use stats_alloc::Region;
use tablewright::diagnostic::Sink;
use tablewright::source::{Docs, PageId};
use tablewright::{Config, emit};

use crate::{ALLOCATOR, peak};

/// How often each stage runs.
const ROUNDS: usize = 3;

/// Prints the stages of each version of a docs folder.
pub(crate) fn table(mut args: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let docs = args.next().ok_or("the docs folder is missing")?;
    let versions: Vec<String> = args.collect();
    let versions = if versions.is_empty() { vec!["beta".to_owned(), "v1.0".to_owned()] } else { versions };
    let config = Config { docs: docs.into(), ..Config::default() };
    println!("{:30} {:>10} {:>8} {:>14}", "stage", "seconds", "floors", "allocations");
    for version in &versions {
        stages(&config, version)?;
    }
    println!("peak {} MiB", peak().unwrap_or(0) / 1024);
    Ok(())
}

/// The stages of one version.
fn stages(config: &Config, version: &str) -> Result<(), Box<dyn Error>> {
    println!("{version}");
    let (_, read) = best(|| Docs::read(&config.docs, version));
    let docs = Docs::read(&config.docs, version)?;
    let (_, floor) = best(|| docs.pages.iter().map(|page| events(&page.text)).sum::<usize>());
    row("bare event loop (the floor)", floor, floor);
    row("files to pages", read, floor);
    let (_, it) = best(|| {
        docs.pages
            .iter()
            .map(|page| tablewright::markdown::parse(&page.text, &mut Sink::default()).blocks.len())
            .sum::<usize>()
    });
    row("pages to blocks", it, floor);
    let facts = |at: usize| tablewright::dialect::graph::read(PageId(at), docs.page(PageId(at)), &mut Sink::default());
    let (_, it) = best(|| (0..docs.pages.len()).map(facts).filter(|it| it.kind.is_read()).count());
    row("pages to facts, blocks too", it, floor);
    let (loaded, it) = best(|| tablewright::read(config, docs.clone()));
    row("pages to IR, facts too", it, floor);
    let to_ir = read.and(it);
    row("docs to IR, all of it", to_ir, floor);
    let apis = [loaded.api];
    let (files, it) = best(|| tablewright::emit_files(&apis, &emit::Options::default()));
    let texts: Vec<&str> = files.iter().filter(|(path, _)| is_rust(path)).map(|(_, text)| text).collect();
    let parsed: Vec<syn::File> = texts.iter().map(|text| syn::parse_file(text)).collect::<Result<_, _>>()?;
    let (_, formatter) = best(|| parsed.iter().map(|file| prettyplease::unparse(file).len()).sum::<usize>());
    row("IR to files", it, formatter);
    row("prettyplease alone", formatter, formatter);
    row("docs to files", to_ir.and(it), to_ir.and(formatter));
    Ok(())
}

/// A line of the table.
fn row(stage: &str, it: Cost, of: Cost) {
    let floors = it.time.as_secs_f64() / of.time.as_secs_f64();
    println!("  {stage:28} {:10.3} {floors:8.2} {:14}", it.time.as_secs_f64(), it.allocations);
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "rs")
}

fn events(text: &str) -> usize {
    let options = pulldown_cmark::Options::ENABLE_TABLES;
    pulldown_cmark::Parser::new_ext(text, options).into_offset_iter().count()
}

/// What a stage costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    time: Duration,
    allocations: usize,
}

impl Cost {
    /// Of one after the other.
    fn and(self, other: Self) -> Self {
        Self { time: self.time + other.time, allocations: self.allocations + other.allocations }
    }
}

/// The quickest of some rounds, and what it made.
fn best<T>(stage: impl Fn() -> T) -> (T, Cost) {
    let round = || {
        let (start, region) = (Instant::now(), Region::new(ALLOCATOR));
        let made = stage();
        (made, Cost { time: start.elapsed(), allocations: region.change().allocations })
    };
    let mut best = round();
    for _ in 1..ROUNDS {
        let next = round();
        if next.1.time < best.1.time {
            best = next;
        }
    }
    best
}
