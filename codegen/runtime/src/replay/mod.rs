//! The docs as a test suite: what pages show is sent, answered and read; generated test crates are lists for this module.
//!
//! * [`updates`] sends each example of an update to a server on loopback, compares what arrives with what the page shows,
//!   and the answer, read into its model and written again, with the page's answer.
//! * [`samples`] reads each object that a page shows into the model of its type, and compares what is written again.
//!
//! What fails for a known reason is excepted by that reason. An exception that is no longer needed is a failure too.

mod example;
mod outcome;
mod report;
mod same;
mod sample;
mod server;
mod typed;

pub use self::example::{Exchanged, Send, Shown, Update, updates};
pub use self::outcome::{Met, Outcome};
pub use self::report::Report;
pub use self::sample::{Again, Model, samples};
