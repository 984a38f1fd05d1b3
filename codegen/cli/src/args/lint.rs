//! The arguments of `tablewright lint`.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use super::Input;

pub(super) const AFTER: &str = "\
Examples:
  tablewright lint --docs graph-docs --api beta
  tablewright lint --notes user-update beta/resources/user.md
  tablewright lint --notes --allow unread-table
  tablewright lint --deny case-collision               exit 1 for these too
  tablewright lint --format json | jq -r '.[] | .page' | sort | uniq -c | sort -rn
  tablewright lint --format github                     in a workflow: shown beside the lines of a pull request
  tablewright lint --format sarif > docs.sarif         for code scanning, and for editors
  tablewright lint --notes --write-baseline known.txt  from now on only what is new counts:
  tablewright lint --notes --baseline known.txt
  tablewright lint --notes --diff                      what can be mended safely, as a diff
  tablewright lint --notes --fix                       the same in the pages

Standard output has the findings and nothing else; how many there are stands on standard error.
`tablewright explain CODE` says what a code means and what to do.";

#[derive(Debug, Parser)]
pub(crate) struct Lint {
    /// A page that is looked at, all others being read for what they say of it: its path below the docs folder, its
    /// name, or enough of its end to tell it from others. Default: all pages.
    #[arg(value_name = "PAGE", conflicts_with = "write_baseline")]
    pub(crate) pages: Vec<String>,
    #[command(flatten)]
    pub(crate) input: Input,
    /// How to print.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: LintFormat,
    /// A code that counts as an error, or `warnings`, or `notes`; repeatable.
    #[arg(long, value_name = "CODE")]
    pub(crate) deny: Vec<String>,
    /// A code that is not shown; repeatable.
    #[arg(long, value_name = "CODE")]
    pub(crate) allow: Vec<String>,
    /// Show notes too, not only errors and warnings.
    #[arg(long)]
    pub(crate) notes: bool,
    /// Do not show what this file lists; only what is new counts.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Mend what is shown and can be mended safely, in the pages; then show what stays. With `--notes` notes too.
    #[arg(long, conflicts_with = "write_baseline")]
    pub(crate) fix: bool,
    /// Print what `--fix` would change as a diff for `git apply` or `patch -p1`, and write nothing; exit 1 if there is any.
    #[arg(long, conflicts_with_all = ["write_baseline", "format"])]
    pub(crate) diff: bool,
    /// Write what would be shown into this file, and show nothing.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "format"])]
    pub(crate) write_baseline: Option<PathBuf>,
}

/// How to print findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LintFormat {
    /// For people: the line, and a caret below what is meant.
    Text,
    /// For machines: an array of findings.
    Json,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For GitHub Actions: a workflow command for each finding.
    Github,
}
