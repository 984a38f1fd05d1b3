//! What reading docs and making files costs: each stage beside its floor, and how the cost grows with the docs.
//!
//! `cargo run --release -p tablewright-speed -- DOCS [VERSION...]` is the first,
//! `cargo run --release -p tablewright-speed -- --growth [--seconds-limit N] [--docs DOCS] [DIMENSION...]` the second; with
//! `--docs` for real docs too, several times over.

#![expect(clippy::print_stdout, reason = "the tables are what it is for")]

mod copies;
mod dimensions;
mod growth;
mod pages;
mod stages;

use std::alloc::System;
use std::error::Error;
use std::time::{Duration, Instant};

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1).peekable();
    match args.next_if(|it| it.starts_with("--")).as_deref() {
        None => stages::table(args),
        Some("--growth") => growth::table(args),
        Some(growth::ONE) => growth::one(args),
        Some(other) => {
            Err(format!("{other} is not known: DOCS [VERSION...], or --growth [--seconds-limit N] [--docs DOCS]")
                .into())
        }
    }
}

/// The most memory that the process had, in KiB, where the system says so.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<usize>().ok()
}

/// Forgets the most memory that the process had so far, where the system can.
fn forget_peak() {
    std::fs::write("/proc/self/clear_refs", "5").ok();
}

/// How long this process was on the processor; where the system does not say so, how late it is.
fn busy() -> Duration {
    // The system counts up to the last time that it looked; asked for others, it looks.
    std::thread::yield_now();
    let said = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanos = said.as_deref().and_then(|it| it.split_whitespace().next()).and_then(|it| it.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
