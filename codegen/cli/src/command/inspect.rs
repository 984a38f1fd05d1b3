//! `tablewright inspect PAGE`.

use tablewright::Loaded;

use crate::args::Inspect;
use crate::{Failure, Outcome, settings, show};

pub(crate) fn run(options: &Inspect) -> Result<Outcome, Failure> {
    let config = settings::config(&options.input, None)?;
    let loaded = super::load(&config)?;
    let (of, page) = find(&loaded, &options.page)?;
    show::print(&show::page::read(of, page));
    show::print(&show::of_page(of, page));
    let files = super::files(&loaded, &config);
    let mark = format!("from {page}. ");
    for (path, text) in files.iter().filter(|(_, text)| text.lines().next().is_some_and(|it| it.contains(&mark))) {
        show::print(&format!("{path}\n\n{text}\n"));
    }
    Ok(Outcome::Fine)
}

/// The page of that path, or the only one whose path ends so.
fn find<'a>(loaded: &'a [Loaded], wanted: &str) -> Result<(&'a Loaded, &'a str), Failure> {
    let all = || loaded.iter().flat_map(|it| it.docs.pages.iter().map(move |page| (it, page.path.as_str())));
    if let Some(found) = all().find(|(_, path)| *path == wanted) {
        return Ok(found);
    }
    let ending: Vec<_> =
        all().filter(|(_, path)| path.ends_with(wanted) || path.ends_with(&format!("{wanted}.md"))).collect();
    match ending.as_slice() {
        [found] => Ok(*found),
        [] => Err(format!("no page ends with `{wanted}`")),
        several => {
            let paths: Vec<&str> = several.iter().map(|(_, path)| *path).take(8).collect();
            Err(format!("{} pages end with `{wanted}`: {}", several.len(), paths.join(", ")))
        }
    }
}
