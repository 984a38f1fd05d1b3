//! What people see.

pub(crate) mod changes;
mod columns;
pub(crate) mod diagnostic;
pub(crate) mod drift;
pub(crate) mod github;
pub(crate) mod list;
pub(crate) mod mended;
pub(crate) mod page;
pub(crate) mod patch;
pub(crate) mod plain;
mod rests;
pub(crate) mod sarif;
pub(crate) mod summary;

use std::borrow::Borrow;
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};

use tablewright::Loaded;
use tablewright::diagnostic::{Diagnostic, Severity};
use tablewright::source::Docs;

/// Prints text as it is. Nobody listening any more (`| head`) is no fault; a full disk is.
pub(crate) fn print(text: &str) {
    let mut stdout = anstream::stdout().lock();
    checked(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()));
}

/// Ends the run where printing failed for another reason than that nobody listens.
fn checked(printed: std::io::Result<()>) {
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&format!("standard output: {error}"));
            std::process::exit(2);
        }
        Ok(()) | Err(_) => {}
    }
}

/// `1 row`, `2 rows`.
pub(crate) fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Says why nothing could be done.
pub(crate) fn complain(message: &str) {
    anstream::eprintln!("error: {message}");
}

/// Says how a run went, if there is anything to say, to standard error; standard output is for results.
pub(crate) fn remark(message: &str) {
    if !message.is_empty() {
        anstream::eprintln!("{message}");
    }
}

/// The diagnostics that pass the filter, rendered, at most `limit` of them.
pub(crate) fn diagnostics(
    loaded: &[impl Borrow<Loaded>],
    limit: usize,
    is_shown: impl Fn(&Diagnostic) -> bool,
) -> String {
    let loaded = loaded.iter().map(Borrow::borrow);
    let all = loaded.flat_map(|it: &Loaded| it.diagnostics.iter().map(move |said| (it, said)));
    let all: Vec<_> = all.filter(|(_, it)| is_shown(it)).collect();
    let shown = all.iter().take(limit);
    let mut text: String = shown.map(|(of, it)| of_severity(&of.docs, it, it.code.severity())).collect();
    if all.len() > limit {
        let _ = writeln!(text, "... and {} more: see `tablewright lint`\n", all.len() - limit);
    }
    text
}

/// A diagnostic as if it mattered so much, and the blank line below it.
pub(crate) fn of_severity(docs: &Docs, it: &Diagnostic, severity: Severity) -> String {
    diagnostic::text(docs, it, severity) + "\n\n"
}

/// The diagnostics of one page, rendered.
pub(crate) fn of_page(loaded: &Loaded, page: &str) -> String {
    let all = loaded.diagnostics.iter().filter(|it| it.is_of(page));
    all.map(|it| of_severity(&loaded.docs, it, it.code.severity())).collect()
}
