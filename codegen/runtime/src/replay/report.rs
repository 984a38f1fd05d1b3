//! What became of all examples, as a person reads it.

use std::collections::BTreeMap;
use std::fmt;

use super::{Met, Outcome};

/// What became of all examples of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The examples.
    pub met: Vec<Met>,
    /// What else was counted, none of it a failure.
    pub notes: BTreeMap<String, usize>,
}

impl Report {
    /// How many are as their pages show them.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.met.iter().filter(|it| it.outcome == Outcome::Passed).count()
    }

    /// How many are excepted, by reason.
    #[must_use]
    pub fn excepted(&self) -> BTreeMap<&str, usize> {
        let mut reasons = BTreeMap::new();
        for it in &self.met {
            if let Outcome::Excepted(reason) = &it.outcome {
                *reasons.entry(reason.as_str()).or_default() += 1;
            }
        }
        reasons
    }

    /// Places and what differs there.
    pub fn failed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.met.iter().filter_map(|it| match &it.outcome {
            Outcome::Failed(problem) => Some((it.place.as_str(), problem.as_str())),
            Outcome::Passed | Outcome::Excepted(_) => None,
        })
    }

    /// Prints the report.
    ///
    /// # Panics
    /// If an example failed.
    #[expect(
        clippy::print_stdout,
        reason = "it is read below a test, and `cargo test` keeps it from those who do not ask"
    )]
    pub fn expect_clean(&self) {
        println!("{self}");
        let failed = self.failed().count();
        assert!(failed == 0, "{failed} of {} examples are not as their pages show them:\n{self}", self.met.len());
    }

    pub(super) fn note(&mut self, what: &str) {
        *self.notes.entry(what.to_owned()).or_default() += 1;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let excepted = self.excepted();
        let failed = self.failed().count();
        let all: usize = excepted.values().sum();
        write!(f, "{} examples: {} passed, {all} excepted, {failed} failed", self.met.len(), self.passed())?;
        for (what, count) in &self.notes {
            write!(f, "\n  note: {what}: {count}")?;
        }
        for (reason, count) in excepted {
            write!(f, "\n  excepted: {reason}: {count}")?;
        }
        for (place, problem) in self.failed() {
            write!(f, "\n  {place}: {problem}")?;
        }
        Ok(())
    }
}
