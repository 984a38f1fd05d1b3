//! What became of each target, as rows of a table.

use std::fmt::Write as _;

use tablewright_fuzz::Target;
use tablewright_fuzz::engine::Report;

/// The line above the rows.
pub(crate) fn head() -> String {
    format!(
        "{:13} {:>8} {:>11} {:>9} {:>8} {:>9}\n",
        "target", "seconds", "executions", "a second", "classes", "findings"
    )
}

/// One target, with a line for each finding.
pub(crate) fn row(target: &Target, report: &Report) -> String {
    let seconds = report.time.as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "it is shown without decimals")]
    let rate = report.executions as f64 / seconds.max(0.001);
    let mut row = format!(
        "{:13} {seconds:>8.1} {:>11} {rate:>9.0} {:>8} {:>9}\n",
        target.name,
        report.executions,
        report.reached.len(),
        report.findings.len()
    );
    for (problem, path) in &report.findings {
        writeln!(row, "    {problem}\n        {}", path.display()).expect("writing to a string cannot fail");
    }
    row
}
