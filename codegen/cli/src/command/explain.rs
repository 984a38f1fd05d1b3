//! `tablewright explain`.

use std::fmt::Write as _;

use tablewright::diagnostic::Code;

use crate::args::Explain;
use crate::show;
use crate::{Failure, Outcome};

pub(crate) fn run(options: &Explain) -> Result<Outcome, Failure> {
    if let Some(name) = &options.code {
        show::print(&explanation(code(name)?));
        return Ok(Outcome::Fine);
    }
    let width = Code::ALL.iter().map(|it| it.name().len()).max().unwrap_or_default();
    for it in Code::ALL {
        show::print(&format!("{:7} {:width$}  {}\n", it.severity().to_string(), it.name(), it.about()));
    }
    Ok(Outcome::Fine)
}

/// The code of that name.
pub(super) fn code(name: &str) -> Result<Code, Failure> {
    let found = Code::ALL.iter().find(|it| it.name() == name).copied();
    found.ok_or_else(|| format!("there is no code `{name}`; `tablewright explain` lists all"))
}

fn explanation(code: Code) -> String {
    let mut text = format!("{} ({})\n\n{}\n", code.name(), code.severity(), code.about());
    if !code.example().is_empty() {
        text += "\nExample:\n\n";
        for line in code.example().lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}
