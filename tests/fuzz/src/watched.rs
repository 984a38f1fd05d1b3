//! The search in a process for each target: what ends it or never ends is a finding too.

use std::error::Error;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, fs};

use tablewright_fuzz::engine::{self, Report};
use tablewright_fuzz::{Corpus, Target};

use crate::args::{Args, FINDINGS};
use crate::table;

/// How much longer than its time a search may take: for the seeds, for the last input and to make findings smaller.
const GRACE: Duration = Duration::from_secs(90);

/// Searches target after target; true where nothing was found.
pub(crate) fn each(args: &Args) -> Result<bool, Box<dyn Error>> {
    let bundles = Corpus::at_hand().bundles.len();
    println!("seed {}, at most {:?} for each target, {bundles} bundles of pages\n", args.search.seed, args.search.time);
    print!("{}", table::head());
    let mut is_fine = true;
    for target in &args.wanted {
        let begun = Instant::now();
        let mut command = Command::new(env::current_exe()?);
        command.arg("--here").arg(&args.search.scratch).args(&args.passed_on).arg(target.name);
        let child = command.spawn()?;
        let end = ended(child, begun + args.search.time + GRACE)?;
        if end == End::Crashed {
            print!("{}", table::row(target, &crash(target, args, begun.elapsed())?));
        }
        is_fine &= end == End::Fine;
    }
    fs::remove_dir_all(&args.search.scratch)?;
    Ok(is_fine)
}

#[derive(PartialEq)]
enum End {
    Fine,
    Findings,
    Crashed,
}

fn ended(mut child: Child, latest: Instant) -> Result<End, Box<dyn Error>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(match status.code() {
                Some(0) => End::Fine,
                Some(code) if code == i32::from(FINDINGS) => End::Findings,
                _ => End::Crashed,
            });
        }
        if Instant::now() > latest {
            child.kill()?;
            child.wait()?;
            return Ok(End::Crashed);
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// The input that was being judged is what ended the process, or what did not end.
fn crash(target: &Target, args: &Args, time: Duration) -> Result<Report, Box<dyn Error>> {
    let input = fs::read_to_string(engine::current(target, &args.search.scratch))
        .map_err(|error| format!("{}: the search failed by itself: {error}", target.name))?;
    let kind = "the process ended, or did not end in time";
    let path = engine::kept(target, kind, &input, &args.search.findings)?;
    Ok(Report { time, findings: [(kind.to_owned(), path)].into(), ..Report::default() })
}
