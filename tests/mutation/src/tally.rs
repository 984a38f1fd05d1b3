//! Verdicts counted by kind, and the table of them.

use std::fmt;

use crate::bench::{Bench, Slip, Verdict};
use crate::kind::Kind;

/// How many slips there were, and what came of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All.
    pub slips: usize,
    /// Those that changed what is read.
    pub changed: usize,
    /// Those of them of which something new is said.
    pub told: usize,
}

impl Counts {
    fn add(&mut self, verdict: Verdict) {
        self.slips += 1;
        self.changed += usize::from(verdict != Verdict::Same);
        self.told += usize::from(verdict == Verdict::Told);
    }

    /// Those that changed what is read, and of which nobody is told.
    #[must_use]
    pub fn silent(&self) -> usize {
        self.changed - self.told
    }

    /// The told of the changed in per cent, rounded down; 100 where nothing was changed.
    #[must_use]
    pub fn share_told(&self) -> usize {
        (self.told * 100).checked_div(self.changed).unwrap_or(100)
    }
}

/// The counts of every kind.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    rows: Vec<(Kind, Counts)>,
}

impl Tally {
    /// Tries `count` slips of a kind, and gives back those that changed something silently.
    pub fn try_kind(&mut self, bench: &Bench, kind: Kind, seed: u64, count: usize) -> Vec<Slip> {
        let mut counts = Counts::default();
        let mut silent = Vec::new();
        for slip in bench.slips(&kind, seed, count) {
            let verdict = bench.verdict(&slip);
            counts.add(verdict);
            if verdict == Verdict::Silent {
                silent.push(slip);
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
            changed: sum.changed + it.changed,
            told: sum.told + it.told,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:6}  {:24} {:>6} {:>8} {:>6} {:>7}  told", "page", "slip", "slips", "changed", "told", "silent")?;
        for (kind, counts) in self.rows.iter().filter(|(_, it)| it.slips > 0) {
            writeln!(f, "{:6}  {:24} {}", kind.page, kind.name, Numbers(*counts))?;
        }
        writeln!(f, "{:6}  {:24} {}", "all", "", Numbers(self.total()))
    }
}

struct Numbers(Counts);

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let it = self.0;
        write!(f, "{:>6} {:>8} {:>6} {:>7}", it.slips, it.changed, it.told, it.silent())?;
        if it.changed > 0 { write!(f, " {:>4} %", it.share_told()) } else { write!(f, "     -") }
    }
}
