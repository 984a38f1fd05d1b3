//! Small slips in real pages: how many change what is read of the docs, and how many of these nobody is told of.

mod bench;
mod kind;
mod part;
mod random;
mod tally;

pub use bench::{Bench, Mending, Notice, Slip, Verdict};
pub use kind::{Kind, PageKind, kinds};
pub use tally::{Counts, Share, Tally};
