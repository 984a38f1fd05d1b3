//! Keeps docs and output apart: what is generated is no page, and pages are nothing that a run may remove.

use std::path::{Path, PathBuf};

use crate::Failure;

/// The folders of the output that a run looks through for files to remove.
const CRATES: [&str; 3] = ["model", "client", "replay"];

/// The error of an output folder among the pages of a version, or of docs inside a crate that is generated.
pub(crate) fn check(docs: &Path, versions: &[String], out: &Path) -> Result<(), Failure> {
    let (Some(docs), Some(out)) = (whole(docs), whole(out)) else { return Ok(()) };
    if let Some(version) = versions.iter().map(|it| docs.join(it)).find(|it| out.starts_with(it)) {
        return Err(format!("the output folder {} is among the pages of {}", out.display(), version.display()));
    }
    match CRATES.iter().map(|it| out.join(it)).find(|it| docs.starts_with(it)) {
        Some(inside) => {
            Err(format!("the docs folder {} is inside of the output folder {}", docs.display(), inside.display()))
        }
        None => Ok(()),
    }
}

/// The folder without links, also where its last parts are not there yet.
pub(crate) fn whole(path: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(path).ok()?;
    let there = whole.ancestors().find(|it| it.exists())?;
    let rest = whole.strip_prefix(there).ok()?;
    Some(there.canonicalize().ok()?.join(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_and_output_stay_apart() {
        let versions = ["beta".to_owned()];
        let check = |docs: &str, out: &str| check(Path::new(docs), &versions, Path::new(out)).is_ok();
        assert!(check("docs", "generated") && check("docs", "docs/generated") && check("docs", "."));
        assert!(!check("docs", "docs/beta") && !check("docs", "docs/beta/x/../y"));
        assert!(!check("out/model/docs", "out") && check("out/docs", "out"));
    }
}
