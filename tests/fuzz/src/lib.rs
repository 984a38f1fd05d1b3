//! Fuzzing on stable Rust: inputs made by chance of real ones, and targets that say what must hold whatever the input is.
//!
//! The engine is our own, 300 lines. Those that watch the coverage (libFuzzer, AFL) need nightly or a compiler of their
//! own; bolero without one and proptest make inputs of generators, and record a failure as a seed that means something else
//! once the generator changes. Here an input is a file: real pages to begin with, what is known of their structure as ways
//! to spoil them, and each input that once broke something kept in `regressions/TARGET/`, which `cargo test` replays.
//! In place of coverage, targets tell which classes of outcome an input reaches (diagnostic codes, refusals, kinds of
//! errors); an input that reaches a new one joins the seeds.

pub mod engine;
mod mutate;
mod random;
mod reached;
pub mod seeds;
mod shrink;
pub mod targets;

pub use mutate::Form;
pub use random::Random;
pub use reached::Reached;
pub use seeds::Corpus;

/// What is wrong with the outcome for an input, if anything is.
pub type Outcome = Result<(), String>;

/// What is fuzzed.
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// What must hold, besides that nothing panics.
    pub holds: &'static str,
    /// How its inputs are made of others.
    pub form: Form,
    /// The inputs to begin with.
    pub seeds: fn(&Corpus) -> Vec<String>,
    /// Judges one input, and tells what it reached.
    pub check: fn(&str, &mut Reached) -> Outcome,
}
