//! What reading docs and making files costs on one thread and on all, with the allocator that the command has:
//! `cargo run --release -p tablewright-speed --bin threads -- DOCS [VERSION...]`.
//!
//! The best of several rounds, in one run, each beside its floor: for reading the bare loop over the parser's events, for
//! all of it reading and the formatter alone, for a run that remembers another one a run that does not.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tablewright::diagnostic::Checks;
use tablewright::source::{Docs, Page};
use tablewright::{Config, Memory, Threads, emit};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each stage runs.
const ROUNDS: usize = 5;

/// The type of a text in a row, behind which its description begins.
const ROW_TYPE: &str = "|String|";

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let docs = args.next().ok_or("the docs folder is missing")?;
    let versions: Vec<String> = args.collect();
    let versions = if versions.is_empty() { vec!["beta".to_owned(), "v1.0".to_owned()] } else { versions };
    println!("{:10} {:>7}  {:27} {:>8} {:>8}", "version", "threads", "stage", "seconds", "floors");
    for version in &versions {
        table(&Config { docs: docs.clone().into(), ..Config::default() }, version)?;
    }
    Ok(())
}

fn table(config: &Config, version: &str) -> Result<(), Box<dyn Error>> {
    let docs = Docs::read(&config.docs, version)?;
    let floor = best(|| docs.pages.iter().map(|page| events(&page.text)).sum::<usize>());
    let api = tablewright::load(config, version)?.api;
    let files = tablewright::emit_files(std::slice::from_ref(&api), &emit::Options::default());
    let texts = files.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "rs"));
    let parsed: Vec<syn::File> = texts.map(|(_, text)| syn::parse_file(text)).collect::<Result<_, _>>()?;
    let formatter = best(|| parsed.iter().map(|file| prettyplease::unparse(file).len()).sum::<usize>());
    drop(parsed);
    let mut copy = DocsCopy::of(&docs)?;
    for threads in [Threads::default(), Threads::available()] {
        let row = |stage: &str, it: f64, of: f64| {
            println!("{version:10} {:>7}  {stage:27} {it:8.3} {:8.2}", threads.to_string(), it / of);
        };
        let config = Config { threads, ..config.clone() };
        let options = emit::Options { threads, ..emit::Options::default() };
        let checking = |checks| Config { checks, ..config.clone() };
        let (unchecked, checked) = (checking(Checks::Errors), checking(Checks::All));
        let load = |config| tablewright::load(config, version).expect("it was read before");
        let to_ir = best(|| load(&unchecked));
        row("docs to IR", to_ir, floor);
        let with_checks = best(|| load(&checked));
        row("docs to IR, with all checks", with_checks, floor);
        let apis = [load(&unchecked).api];
        let to_files = best(|| tablewright::emit_files(&apis, &options).len());
        row("IR to files", to_files, formatter);
        row("docs to files, checks too", with_checks + to_files, with_checks + formatter);
        let copied = Config { docs: copy.folder.clone(), ..unchecked.clone() };
        let mut memory = Memory::default();
        let mut again = || {
            let loaded = memory.load(&copied, version).expect("it was written");
            memory.emit_files(&[&loaded.api], &options).len()
        };
        again();
        row("docs to files, a page saved", best(|| (copy.save(), again())), to_ir + to_files);
        row("docs to files, nothing new", best(again), to_ir + to_files);
    }
    Ok(())
}

/// A copy of the docs, of which a page is saved again and again; gone when it is dropped.
struct DocsCopy {
    folder: PathBuf,
    page: PathBuf,
    text: String,
    saved: usize,
}

impl DocsCopy {
    fn of(docs: &Docs) -> Result<Self, Box<dyn Error>> {
        let folder = std::env::temp_dir().join(format!("tablewright-speed-{}", std::process::id()));
        for page in &docs.pages {
            let path = folder.join(&page.path);
            std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            std::fs::write(path, &*page.text)?;
        }
        let lists_text = |page: &&Page| page.folder() == "resources" && page.text.contains(ROW_TYPE);
        let page = docs.pages.iter().find(lists_text).ok_or("no type has a property of type String")?;
        Ok(Self { page: folder.join(&page.path), text: page.text.to_string(), folder, saved: 0 })
    }

    /// Changes what the page says of its first text.
    fn save(&mut self) {
        self.saved += 1;
        let text = self.text.replacen(ROW_TYPE, &format!("{ROW_TYPE}{} ", self.saved), 1);
        std::fs::write(&self.page, text).expect("it was written before");
    }
}

impl Drop for DocsCopy {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

fn events(text: &str) -> usize {
    pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::ENABLE_TABLES).into_offset_iter().count()
}

/// The seconds of the quickest round.
fn best<T>(mut stage: impl FnMut() -> T) -> f64 {
    let round = |_| {
        let start = Instant::now();
        drop(stage());
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}
