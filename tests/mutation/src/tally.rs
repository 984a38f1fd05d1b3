//! Verdicts counted by kind, and the table of them.

use std::fmt;

use crate::bench::{Bench, Notice, Slip, Verdict};
use crate::kind::Kind;

/// How many slips changed something, and of how many of them something new is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Those that changed it.
    pub changed: usize,
    /// Those of them of which something new is said.
    pub told: usize,
}

impl Share {
    fn add(&mut self, notice: Notice) {
        self.changed += 1;
        self.told += usize::from(notice == Notice::Told);
    }

    fn plus(self, other: Self) -> Self {
        Self { changed: self.changed + other.changed, told: self.told + other.told }
    }

    /// The told of the changed in per cent, rounded down; 100 where nothing was changed.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.told * 100).checked_div(self.changed).unwrap_or(100)
    }
}

/// How many slips there were, and what came of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All.
    pub slips: usize,
    /// Those that changed the crates.
    pub crates: Share,
    /// Those that changed only what is told to their readers.
    pub docs: Share,
}

impl Counts {
    fn add(&mut self, verdict: Verdict) {
        self.slips += 1;
        match verdict {
            Verdict::Same => {}
            Verdict::Docs(notice) => self.docs.add(notice),
            Verdict::Crates(notice) => self.crates.add(notice),
        }
    }

    /// Those that changed anything.
    #[must_use]
    pub const fn changed(&self) -> usize {
        self.crates.changed + self.docs.changed
    }
}

/// The counts of every kind.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    rows: Vec<(Kind, Counts)>,
}

impl Tally {
    /// Tries `count` slips of a kind, and gives back those that changed something silently.
    pub fn try_kind(&mut self, bench: &Bench, kind: Kind, seed: u64, count: usize) -> Vec<(Verdict, Slip)> {
        let mut counts = Counts::default();
        let mut silent = Vec::new();
        for slip in bench.slips(&kind, seed, count) {
            let verdict = bench.verdict(&slip);
            counts.add(verdict);
            if let Verdict::Docs(Notice::Silent) | Verdict::Crates(Notice::Silent) = verdict {
                silent.push((verdict, slip));
            }
        }
        self.rows.push((kind, counts));
        silent
    }

    /// The sum of all kinds.
    #[must_use]
    pub fn total(&self) -> Counts {
        self.rows.iter().fold(Counts::default(), |sum, (_, it)| Counts {
            slips: sum.slips + it.slips,
            crates: sum.crates.plus(it.crates),
            docs: sum.docs.plus(it.docs),
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:6}  {:24} {:>6}    {:22}    change texts only", "", "", "", "change the crates")?;
        let head = format!("{:>7} {:>6} {:>7}", "slips", "told", "");
        writeln!(f, "{:6}  {:24} {:>6}    {head}    {head}", "page", "slip", "slips")?;
        for (kind, counts) in self.rows.iter().filter(|(_, it)| it.slips > 0) {
            writeln!(f, "{:6}  {:24} {}", kind.page, kind.name, Numbers(*counts))?;
        }
        writeln!(f, "{:6}  {:24} {}", "all", "", Numbers(self.total()))
    }
}

struct Numbers(Counts);

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { slips, crates, docs } = self.0;
        write!(f, "{slips:>6}    {crates}    {docs}")
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>7} {:>6} ", self.changed, self.told)?;
        if self.changed > 0 { write!(f, "{:>5} %", self.percent()) } else { write!(f, "{:>7}", "-") }
    }
}
