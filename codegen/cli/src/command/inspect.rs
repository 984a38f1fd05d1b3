//! `tablewright inspect PAGE`.

use std::sync::Arc;

use tablewright::diagnostic::{Checks, Diagnostics, Sink};
use tablewright::source::PageId;
use tablewright::{Config, Loaded, dialect, facts, fixups};

use crate::args::Inspect;
use crate::{Failure, Outcome, settings, show};

pub(crate) fn run(options: &Inspect) -> Result<Outcome, Failure> {
    let config = settings::config(&options.input, None, Checks::All)?;
    let loaded = super::load(&config)?;
    let (of, id) = super::page::find(&loaded, &options.page)?;
    let page = of.docs.page(id).path.as_str();
    show::print(&show::page::read(of, page, &facts(&config, of, id)));
    show::print(&show::of_page(of, page));
    let files = super::files(&loaded, &config)?;
    let mark = format!("from {page}. ");
    for (path, text) in files.iter().filter(|(_, text)| text.lines().next().is_some_and(|it| it.contains(&mark))) {
        show::print(&format!("{path}\n\n{text}\n"));
    }
    Ok(Outcome::Fine)
}

/// What the page says by itself, repaired; what is to be said of that is among the diagnostics of all.
fn facts(config: &Config, of: &Loaded, id: PageId) -> Arc<facts::Page> {
    let mut pages = [Arc::new(dialect::graph::read(id, of.docs.page(id), Checks::All, &mut Sink::default()))];
    fixups::apply(&config.fixups, &of.docs, &mut pages, dialect::graph::type_of, &mut Diagnostics::default());
    let [page] = pages;
    page
}
