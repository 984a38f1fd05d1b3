//! Prints how many small slips in real pages nobody is told of:
//! `tablewright-mutation [--seed N] [--count N] [--docs DIR --api VERSION] [--show]`.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tablewright_mutation::{Bench, Tally, kinds};

struct Args {
    seed: u64,
    /// Slips of each kind.
    count: usize,
    docs: PathBuf,
    api: String,
    show: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = args(std::env::args().skip(1))?;
    let bench = Bench::new(&args.docs, &args.api)?;
    let mut tally = Tally::default();
    let mut silent = String::new();
    for kind in kinds() {
        for slip in tally.try_kind(&bench, kind, args.seed, args.count) {
            let _ = writeln!(silent, "{}: {}\n  - {:?}\n  + {:?}", slip.place, kind.name, slip.before, slip.after);
        }
    }
    let head = format!("{} {}, {} slips a kind, seed {}", args.docs.display(), args.api, args.count, args.seed);
    let shown = if args.show { format!("{silent}\n") } else { String::new() };
    io::stdout().write_all(format!("{shown}{head}\n{tally}").as_bytes())?;
    Ok(())
}

fn args(mut words: impl Iterator<Item = String>) -> Result<Args, Box<dyn Error>> {
    let mut args = Args { seed: 1, count: 12, docs: default_docs(), api: "v1.0".to_owned(), show: false };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--seed" => args.seed = value()?.parse()?,
            "--count" => args.count = value()?.parse()?,
            "--docs" => args.docs = value()?.into(),
            "--api" => args.api = value()?,
            "--show" => args.show = true,
            _ => return Err(format!("`{word}`: known are --seed, --count, --docs, --api and --show").into()),
        }
    }
    Ok(args)
}

/// The real docs, where they are there; else the docs of this repository.
fn default_docs() -> PathBuf {
    let real = std::env::var_os("TABLEWRIGHT_CORPUS").map(|it| Path::new(&it).join("2021-07"));
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    real.filter(|it| it.is_dir()).unwrap_or_else(own)
}
