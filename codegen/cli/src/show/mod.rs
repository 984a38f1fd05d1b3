//! What people see.

mod columns;
pub(crate) mod diagnostic;
pub(crate) mod drift;
pub(crate) mod page;
pub(crate) mod plain;
pub(crate) mod summary;

use std::io::{ErrorKind, Write as _};

use tablewright::Loaded;
use tablewright::diagnostic::Diagnostic;

/// Prints text as it is. Nobody listening any more (`| head`) is no fault; a full disk is.
pub(crate) fn print(text: &str) {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
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

/// Prints the diagnostics that pass the filter, at most `limit` of them, to standard error.
pub(crate) fn diagnostics(loaded: &[Loaded], limit: usize, is_shown: impl Fn(&Diagnostic) -> bool) {
    let all: Vec<_> = loaded
        .iter()
        .flat_map(|it| it.diagnostics.iter().map(move |said| (it, said)))
        .filter(|(_, it)| is_shown(it))
        .collect();
    for (loaded, it) in all.iter().take(limit) {
        anstream::eprintln!("{}\n", diagnostic::text(&loaded.docs, it));
    }
    if all.len() > limit {
        anstream::eprintln!("... and {} more: see `tablewright lint`\n", all.len() - limit);
    }
}

/// The diagnostics of one page, rendered.
pub(crate) fn of_page(loaded: &Loaded, page: &str) -> String {
    let all = loaded.diagnostics.iter().filter(|it| it.origin.page == page);
    all.map(|it| diagnostic::text(&loaded.docs, it) + "\n\n").collect()
}
