//! `tablewright explain`.

use std::fmt::Write as _;

use tablewright::diagnostic::{Code, Severity};

use crate::args::Explain;
use crate::{Failure, Outcome};
use crate::{judged, show};

pub(crate) fn run(options: &Explain) -> Result<Outcome, Failure> {
    if options.markdown {
        show::print(&manual());
        return Ok(Outcome::Fine);
    }
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
    found.ok_or_else(|| {
        let names: Vec<&str> = Code::ALL.iter().map(|it| it.name()).collect();
        let near = similar::get_close_matches(name, &names, 1, 0.6);
        let meant = near.first().map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
        format!("there is no code `{name}`{meant} (`tablewright explain` lists all)")
    })
}

/// The manual's page: every code with its severity, meaning and an example.
fn manual() -> String {
    let mut text = String::from(
        "# Diagnostics\n\n<!-- Made by `tablewright explain --markdown`. Do not edit. -->\n\n\
         What Tablewright says of the docs. An error means that something is lost or false in the generated crates, a\n\
         warning that a guess was made or the docs contradict themselves, a note that something odd was coped with.\n\
         `tablewright lint --deny CODE` makes any code an error, `--allow CODE` hides it.\n\n\
         Where a code is found more than ten times in the real docs of two dates, up to thirty findings were drawn, and judged\n\
         by reading the pages: right is an error or a warning that shows what ought to be mended, and a note that is true and\n\
         of use.\n",
    );
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let _ = write!(text, "\n## {}\n\n{}: {}\n", code.name(), code.severity(), code.about());
            if !code.example().is_empty() {
                let _ = write!(text, "\n~~~text\n{}\n~~~\n", code.example());
            }
            if let Some(judged) = judged::sentence(*code) {
                let _ = write!(text, "\n{judged}\n");
            }
        }
    }
    text
}

fn explanation(code: Code) -> String {
    let mut text = format!("{} ({})\n\n{}\n", code.name(), code.severity(), code.about());
    if !code.example().is_empty() {
        text += "\nExample:\n\n";
        for line in code.example().lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    if let Some(judged) = judged::sentence(code) {
        let _ = write!(text, "\n{judged}\n");
    }
    text
}
