//! The arguments of `tablewright report`.

use std::path::PathBuf;

use clap::Parser;

use super::Input;

pub(crate) const AFTER: &str = "\
Examples:
  tablewright report --docs graph-docs --out report.html
  tablewright report --docs graph-docs --api beta --out beta.html

The page needs no network and no other file. What is behind the `#` of its address is the view: report.html#view=types&q=user";

#[derive(Debug, Parser)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The file to write.
    #[arg(help_heading = "Output", long, value_name = "FILE", default_value = "report.html")]
    pub(crate) out: PathBuf,
}
