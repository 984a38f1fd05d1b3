//! The page that a word on the command line means.

use tablewright::Loaded;
use tablewright::source::{self, Page, PageId};

use crate::Failure;

/// The page of that path; else the only one of that name; else the only one whose path ends so.
pub(super) fn find<'a>(loaded: &'a [Loaded], wanted: &str) -> Result<(&'a Loaded, PageId), Failure> {
    let wanted = wanted.trim_start_matches("./").trim_end_matches(".md");
    let is_named = |page: &Page| page.path.trim_end_matches(".md").ends_with(&format!("/{wanted}"));
    let is_at = |page: &Page| page.path.trim_end_matches(".md") == wanted;
    let ends_so = |page: &Page| page.path.trim_end_matches(".md").ends_with(wanted);
    let rules: [&dyn Fn(&Page) -> bool; 3] = [&is_at, &is_named, &ends_so];
    for rule in rules {
        match matching(loaded, rule).as_slice() {
            [] => {}
            [found] => return Ok(*found),
            several => return Err(format!("`{wanted}` can be any of {} pages:{}", several.len(), paths(several))),
        }
    }
    let stem = source::stem(wanted);
    let near = matching(loaded, |page| page.stem().contains(stem));
    let near = if near.is_empty() { String::new() } else { format!("; with such a name there are:{}", paths(&near)) };
    Err(format!("there is no page `{wanted}`{near}"))
}

fn matching(loaded: &[Loaded], rule: impl Fn(&Page) -> bool) -> Vec<(&Loaded, PageId)> {
    let pages = |it: &Loaded| 0..it.docs.pages.len();
    let all = loaded.iter().flat_map(|it| pages(it).map(move |index| (it, PageId(index))));
    all.filter(|(it, id)| rule(it.docs.page(*id))).collect()
}

/// The first few, a line each.
fn paths(pages: &[(&Loaded, PageId)]) -> String {
    const LISTED: usize = 12;
    let mut lines: Vec<String> = pages.iter().take(LISTED).map(|(it, id)| it.docs.page(*id).path.clone()).collect();
    if pages.len() > LISTED {
        lines.push(format!("... and {} more", pages.len() - LISTED));
    }
    lines.iter().flat_map(|line| ["\n  ", line]).collect()
}
