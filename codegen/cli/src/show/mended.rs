//! What a run of `lint --fix` did to each file.

use std::collections::BTreeMap;

use tablewright::diagnostic::Code;

use super::{many, plain};
use crate::finding::Finding;
use crate::mend::{Mended, Refusal};

/// A line for each file; `stay` is what is still said.
pub(crate) fn text(files: &[Mended], stay: &[Finding<'_>]) -> String {
    let said = |it: &Mended| stay.iter().filter(|finding| finding.said.origin.page == it.page).count();
    files.iter().map(|it| line(it, said(it))).collect::<Vec<_>>().join("\n")
}

fn line(file: &Mended, stay: usize) -> String {
    let path = plain::line(&file.page);
    match &file.written {
        Ok(()) => {
            let waiting = match file.waiting {
                0 => String::new(),
                count => format!("; {} at the same place: run again", many(count, "more finding")),
            };
            let stay = if stay == 1 { "1 finding stays".to_owned() } else { format!("{stay} findings stay") };
            format!("{path}: mended {}; {stay}{waiting}", counted(&file.codes))
        }
        Err(Refusal::Changed) => format!("{path}: not touched, since it has changed after it was read: run again"),
        Err(Refusal::Failed(why)) => format!("{path}: not written: {why}"),
    }
}

/// `missing-delimiter, 2 dead-link`.
fn counted(codes: &[Code]) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for code in codes {
        *counts.entry(*code).or_default() += 1;
    }
    let one = |(code, count): (&Code, &usize)| if *count == 1 { code.to_string() } else { format!("{count} {code}") };
    counts.iter().map(one).collect::<Vec<_>>().join(", ")
}
