//! What each stage from docs to files costs, beside its floor.
//!
//! One thread, the best of several rounds, in one run, with the system's allocator, which counts. Seconds are those of the
//! clock, CPU those on the processor; the peak is the most memory while the stage runs, with all that it begins with.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use stats_alloc::Region;
use tablewright::diagnostic::{Checks, Diagnostics, Sink};
use tablewright::source::{Docs, PageId};
use tablewright::{Config, Threads, dialect, emit, facts, resolve};

use crate::{ALLOCATOR, busy, forget_peak, peak};

/// How often each stage runs.
const ROUNDS: usize = 3;

/// Prints the stages of each version of a docs folder.
pub(crate) fn table(mut args: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let docs = args.next().ok_or("the docs folder is missing")?;
    let versions: Vec<String> = args.collect();
    let versions = if versions.is_empty() { vec!["beta".to_owned(), "v1.0".to_owned()] } else { versions };
    let config = Config { docs: docs.into(), ..Config::default() };
    let columns = ["seconds", "floors", "CPU s", "allocations", "peak MiB"].map(|it| format!("{it:>12}")).concat();
    println!("{:32}{columns}", "stage");
    for version in &versions {
        println!("{version}");
        let docs = Docs::read(&config.docs, version)?;
        let (floor, to_ir) = reading(&config, &docs, version)?;
        writing(tablewright::read(&config, docs).api, floor, to_ir)?;
    }
    Ok(())
}

/// The stages from files to the IR; the floor of all, and what all of it costs.
fn reading(config: &Config, docs: &Docs, version: &str) -> Result<(Cost, Cost), Box<dyn Error>> {
    let (_, floor) = best(|| docs.pages.iter().map(|page| events(&page.text)).sum::<usize>());
    row("bare event loop (the floor)", floor, floor);
    let (read_again, read) = best(|| Docs::read(&config.docs, version));
    drop(read_again?);
    row("files to pages", read, floor);
    let blocks = || {
        let of = |text: &str| tablewright::markdown::parse(text, &mut Sink::default()).blocks.len();
        docs.pages.iter().map(|page| of(&page.text)).sum::<usize>()
    };
    row("pages to blocks", best(blocks).1, floor);
    let fact = |at| dialect::graph::read(PageId(at), docs.page(PageId(at)), Checks::All, &mut Sink::default());
    let (pages, it) = best(|| (0..docs.pages.len()).map(|at| Arc::new(fact(at))).collect::<Vec<Arc<facts::Page>>>());
    row("pages to facts, blocks too", it, floor);
    let joined = |checks| {
        let run = resolve::Run { options: &config.resolve, checks, threads: Threads::default() };
        resolve::resolve(docs, &pages, run, &mut Diagnostics::default()).types.len()
    };
    row("facts to IR", best(|| joined(Checks::Errors)).1, floor);
    row("facts to IR, with all checks", best(|| joined(Checks::All)).1, floor);
    drop(pages);
    let load = |checks| tablewright::load(&Config { checks, ..config.clone() }, version).map(|it| it.api.types.len());
    row("docs to IR", best(|| load(Checks::Errors)).1, floor);
    let (_, it) = best(|| load(Checks::All));
    row("docs to IR, with all checks", it, floor);
    Ok((floor, it))
}

/// The stages from the IR to files on disk.
fn writing(api: tablewright::ir::Api, floor: Cost, to_ir: Cost) -> Result<(), Box<dyn Error>> {
    let (apis, options) = ([api], emit::Options::default());
    let (_, drafts) = best(|| emit::files(&apis, &options, |_| ()).len());
    let (_, tokens) = best(|| emit::files(&apis, &options, |it| it.file().path.len()).len());
    let (files, to_files) = best(|| tablewright::emit_files(&apis, &options));
    let (others, by_others) = best(|| emit::files(&apis, &options, by_syn_and_prettyplease));
    for (path, text) in others.iter().flatten() {
        assert!(files.get(path).is_some_and(|it| it.ends_with(text)), "{path} is another");
    }
    drop(others);
    let folder = std::env::temp_dir().join(format!("tablewright-speed-{}", std::process::id()));
    let (_, new) = best(|| {
        std::fs::remove_dir_all(&folder).ok();
        files.write_to(&folder).is_ok()
    });
    let (_, old) = best(|| files.write_to(&folder).is_ok());
    std::fs::remove_dir_all(&folder)?;
    // The last, since what is parsed needs most room.
    let texts: Vec<&str> = files.iter().filter(|(path, _)| is_rust(path)).map(|(_, text)| text).collect();
    let parsed: Vec<syn::File> = texts.iter().map(|text| syn::parse_file(text)).collect::<Result<_, _>>()?;
    let (_, formatter) = best(|| parsed.iter().map(|file| prettyplease::unparse(file).len()).sum::<usize>());
    row("IR to names and drafts", drafts, formatter);
    row("IR to tokens, these too", tokens, formatter);
    row("prettyplease alone (the floor)", formatter, formatter);
    row("IR to files, all of it", to_files, formatter);
    row("the same by syn, prettyplease", by_others, formatter);
    row("docs to files", to_ir.and(to_files), to_ir.and(formatter));
    row("files to a folder, off it too", new, floor);
    row("files to a folder, all there", old, floor);
    Ok(())
}

/// A file as it would be without a printer of our own: its path and its text, without the line above.
fn by_syn_and_prettyplease(draft: &emit::Draft<'_>) -> Option<(String, String)> {
    let emit::Content::Tokens(tokens) = draft.file().content else { return None };
    let file = syn::parse2(tokens).expect("what is emitted is Rust");
    Some((draft.path().to_owned(), prettyplease::unparse(&file)))
}

/// A line of the table.
fn row(stage: &str, it: Cost, of: Cost) {
    let floors = it.time.as_secs_f64() / of.time.as_secs_f64();
    let (time, busy) = (it.time.as_secs_f64(), it.busy.as_secs_f64());
    println!("  {stage:30}{time:12.3}{floors:12.2}{busy:12.3}{:12}{:12}", it.allocations, it.peak / 1024);
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
    busy: Duration,
    allocations: usize,
    /// In KiB.
    peak: usize,
}

impl Cost {
    /// Of one after the other.
    fn and(self, other: Self) -> Self {
        Self {
            time: self.time + other.time,
            busy: self.busy + other.busy,
            allocations: self.allocations + other.allocations,
            peak: self.peak.max(other.peak),
        }
    }
}

/// The quickest of some rounds, and what it made.
fn best<T>(stage: impl Fn() -> T) -> (T, Cost) {
    let round = || {
        forget_peak();
        let (start, on_processor, region) = (Instant::now(), busy(), Region::new(ALLOCATOR));
        let made = stage();
        let time = start.elapsed();
        let allocations = region.change().allocations;
        (made, Cost { time, busy: busy().saturating_sub(on_processor), allocations, peak: peak().unwrap_or(0) })
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
