//! What the tests of the pipeline share.

mod folders;
mod outcome;
mod pairs;
pub mod told;

pub use folders::{corpus, root, truth};
pub use outcome::{outcome_of, result_of};
pub use pairs::{Edit, PAIRS, Pair};
