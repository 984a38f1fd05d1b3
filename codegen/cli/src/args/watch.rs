//! The arguments of `tablewright watch`.

use clap::Parser;

use super::{Input, Output};

pub(crate) const AFTER: &str = "\
Examples:
  tablewright watch                                    docs-input into generated
  tablewright watch --docs graph-docs --api beta --out target/beta

Pages, included files, settings and fixups count once nothing changed for a moment. An error of a page is shown when it
comes, and named when it is gone. Ctrl-C stops.";

#[derive(Debug, Parser)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) output: Output,
}
