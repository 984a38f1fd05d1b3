//! What became of one example.

/// An example: where it stands, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Page and line.
    pub place: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// All is as the page shows it.
    Passed,
    /// It fails, for a reason that is known.
    Excepted(String),
    /// What differs.
    Failed(String),
}

impl Met {
    /// Judges what went wrong, if anything did, by the exception that was made for it.
    pub(super) fn new(place: String, problem: Result<(), String>, exception: Option<&str>) -> Self {
        let outcome = match (problem, exception) {
            (Ok(()), None) => Outcome::Passed,
            (Err(_), Some(reason)) => Outcome::Excepted(reason.to_owned()),
            (Err(problem), None) => Outcome::Failed(problem),
            (Ok(()), Some(reason)) => Outcome::Failed(format!("passes, so that its exception is stale: {reason}")),
        };
        Self { place, outcome }
    }
}
