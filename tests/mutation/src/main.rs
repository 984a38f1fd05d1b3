//! Prints how many small slips in real pages nobody is told of:
//! `tablewright-mutation [--seed N] [--count N] [--kind WORDS] [--docs DIR --api VERSION] [--show]`.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tablewright_mutation::{Bench, Slip, Tally, Verdict, kinds};

struct Args {
    seed: u64,
    /// Slips of each kind.
    count: usize,
    /// What the names of the kinds hold that are tried.
    kind: String,
    docs: PathBuf,
    api: String,
    show: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = args(std::env::args().skip(1))?;
    let bench = Bench::new(&args.docs, &args.api)?;
    let mut tally = Tally::default();
    let mut silent = String::new();
    for kind in kinds().filter(|it| it.name.contains(&args.kind)) {
        for (verdict, Slip { place, before, after, .. }) in tally.try_kind(&bench, kind, args.seed, args.count) {
            let what = if let Verdict::Crates(_) = verdict { "changes the crates" } else { "changes texts only" };
            let _ = writeln!(silent, "{place}: {}, {what}\n  - {before:?}\n  + {after:?}", kind.name);
        }
    }
    let head = format!("{} {}, {} slips a kind, seed {}", args.docs.display(), args.api, args.count, args.seed);
    let shown = if args.show { format!("{silent}\n") } else { String::new() };
    io::stdout().write_all(format!("{shown}{head}\n{tally}").as_bytes())?;
    Ok(())
}

fn args(mut words: impl Iterator<Item = String>) -> Result<Args, Box<dyn Error>> {
    let mut args =
        Args { seed: 1, count: 12, kind: String::new(), docs: default_docs(), api: "v1.0".to_owned(), show: false };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--seed" => args.seed = value()?.parse()?,
            "--count" => args.count = value()?.parse()?,
            "--kind" => args.kind = value()?,
            "--docs" => args.docs = value()?.into(),
            "--api" => args.api = value()?,
            "--show" => args.show = true,
            _ => return Err(format!("`{word}`: known are --seed, --count, --kind, --docs, --api and --show").into()),
        }
    }
    Ok(args)
}

/// The real docs, where they are there; else the docs of this repository.
fn default_docs() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let corpus =
        std::env::var_os("TABLEWRIGHT_CORPUS").map_or_else(|| root.join("../shared/graph-docs"), PathBuf::from);
    Some(corpus.join("2021-07")).filter(|it| it.is_dir()).unwrap_or_else(|| root.join("docs-input"))
}
