//! `tablewright init`.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::check::quoted;
use crate::args::Init;
use crate::init::{BUILD_SCRIPT, FIXUPS, SETTINGS};
use crate::{Failure, Outcome, show};

/// Name, text and what it is for.
const FILES: [(&str, &str, &str); 3] = [
    ("tablewright.toml", SETTINGS, "every setting, commented out, with its default"),
    ("fixups.toml", FIXUPS, "repairs of the docs: an example of each kind, commented out"),
    ("build.rs", BUILD_SCRIPT, "generates at each build; delete it if you check in what is generated"),
];

pub(crate) fn run(options: &Init) -> Result<Outcome, Failure> {
    let folder = &options.folder;
    if !options.force {
        refuse_what_is_there(folder)?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, text, _) in FILES {
        let path = folder.join(name);
        write(&path, text, options).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let path = |name: &str| shown(&folder.join(name));
    let width = FILES.iter().map(|(name, ..)| path(name).len()).max().unwrap_or_default();
    for (name, _, about) in FILES {
        show::print(&format!("wrote {:width$}  {about}\n", path(name)));
    }
    show::print(&next(folder));
    Ok(Outcome::Fine)
}

fn refuse_what_is_there(folder: &Path) -> Result<(), Failure> {
    let paths = FILES.map(|(name, ..)| folder.join(name));
    // A link that leads nowhere is there, too.
    let there: Vec<String> = paths.iter().filter(|it| it.symlink_metadata().is_ok()).map(|it| shown(it)).collect();
    match there.as_slice() {
        [] => Ok(()),
        [one] => Err(format!("{one} is there already, and nothing was written; --force overwrites it")),
        several => {
            Err(format!("{} are there already, and nothing was written; --force overwrites them", several.join(", ")))
        }
    }
}

/// Without `--force` a file that came in the meantime is not overwritten either.
fn write(path: &Path, text: &str, options: &Init) -> io::Result<()> {
    if options.force {
        return fs::write(path, text);
    }
    fs::File::create_new(path)?.write_all(text.as_bytes())
}

/// A path as one would type it.
fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

fn next(folder: &Path) -> String {
    let holds_docs = ["beta", "v1.0"].iter().any(|it| folder.join(it).is_dir());
    let (docs, files) = if holds_docs {
        (quoted(&folder.display().to_string()), String::new())
    } else {
        let named = |option: &str, name: &str| format!(" --{option} {}", quoted(&shown(&folder.join(name))));
        ("DOCS".to_owned(), named("config", "tablewright.toml") + &named("fixups", "fixups.toml"))
    };
    let whose = if holds_docs { "" } else { ", where DOCS is the folder that holds `beta/` and `v1.0/`" };
    format!(
        "\nNext{whose}:\n  \
         tablewright lint --docs {docs}{files}\n      \
         what is wrong in the docs; repair what matters in fixups.toml\n  \
         tablewright generate --docs {docs}{files} --out generated\n      \
         writes the crates; `tablewright check` with the same options keeps them up to date in CI\n  \
         tablewright report --docs {docs}{files} --out report.html\n      \
         all that was read, to look at\n"
    )
}
