//! What people see.

mod diagnostic;
pub(crate) mod drift;
pub(crate) mod page;
pub(crate) mod summary;

use tablewright::Loaded;
use tablewright::diagnostic::Diagnostic;

/// Prints text as it is.
pub(crate) fn print(text: &str) {
    anstream::print!("{text}");
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
