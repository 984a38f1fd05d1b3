//! Puts a new text in the place of a file that is still as it was read, in one step.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Mend;

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Its bytes are not those that were read.
    Changed,
    /// It cannot be written.
    Failed(String),
}

/// Writes one file; a link is followed to the file that it leads to.
pub(super) fn write(docs: &Path, mend: &Mend<'_>) -> Result<(), Refusal> {
    let file = file(docs, mend.page).map_err(Refusal::Failed)?;
    let permissions = unchanged(&file, mend.old)?;
    if permissions.readonly() {
        return Err(Refusal::Failed("it is read-only".to_owned()));
    }
    let beside = beside(&file);
    let written = staged(&beside, mend.new.as_bytes(), permissions)
        .map_err(|error| failed(&error))
        // Between reading and writing a person may have saved it.
        .and_then(|()| unchanged(&file, mend.old))
        .and_then(|_| fs::rename(&beside, &file).map_err(|error| failed(&error)));
    if written.is_err() {
        // What was to be moved is no use to anyone; that it cannot be removed is no news after the first error.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn failed(error: &io::Error) -> Refusal {
    Refusal::Failed(error.to_string())
}

/// Where the file is, without links; it has to be in the docs folder.
fn file(docs: &Path, page: &str) -> Result<PathBuf, String> {
    let whole = |path: &Path| path.canonicalize().map_err(|error| error.to_string());
    let (docs, file) = (whole(docs)?, whole(&docs.join(page))?);
    if file.starts_with(docs) { Ok(file) } else { Err("it is a link to a place outside of the docs folder".to_owned()) }
}

/// The permissions of a file that holds just that text.
fn unchanged(file: &Path, text: &str) -> Result<Permissions, Refusal> {
    let about = fs::metadata(file).map_err(|error| failed(&error))?;
    if !about.is_file() {
        return Err(Refusal::Failed("it is no regular file".to_owned()));
    }
    let bytes = fs::read(file).map_err(|error| failed(&error))?;
    match String::from_utf8_lossy(&bytes) {
        _ if bytes == text.as_bytes() => Ok(about.permissions()),
        shown if shown == text => Err(Refusal::Failed("it is not UTF-8: save it as UTF-8 first".to_owned())),
        shown if shown.starts_with(text) && bytes.len() > tablewright::limits::MAX_PAGE => {
            Err(Refusal::Failed("it is too large to be read whole".to_owned()))
        }
        _ => Err(Refusal::Changed),
    }
}

/// The name of the new file until it is whole, in the same folder, since only there a rename is one step.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

fn staged(path: &Path, bytes: &[u8], permissions: Permissions) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::set_permissions(path, permissions)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn docs(name: &str) -> PathBuf {
        let docs = std::env::temp_dir().join(format!("tablewright-mend-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&docs);
        fs::create_dir_all(docs.join("beta")).expect("a folder");
        docs
    }

    fn mend(old: &'static str) -> Mend<'static> {
        Mend { page: "beta/a.md", old, new: "new\r\n".to_owned(), codes: Vec::new(), waiting: 0 }
    }

    #[test]
    fn only_what_is_as_it_was_read_is_written() {
        let docs = docs("changed");
        let file = docs.join("beta/a.md");
        let outcome = |bytes: &[u8], old| {
            fs::write(&file, bytes).expect("a file");
            let outcome = write(&docs, &mend(old));
            let names = fs::read_dir(docs.join("beta")).expect("a folder").count();
            assert_eq!(names, 1, "nothing is left beside it");
            (outcome, fs::read(&file).expect("a file"))
        };
        assert_eq!(outcome(b"old", "old"), (Ok(()), b"new\r\n".to_vec()));
        assert_eq!(outcome(b"older", "old"), (Err(Refusal::Changed), b"older".to_vec()));
        assert_eq!(outcome(b"old", "older"), (Err(Refusal::Changed), b"old".to_vec()));
        let (latin, kept) = outcome(b"\xe9", "\u{fffd}");
        assert!(matches!(latin, Err(Refusal::Failed(why)) if why.contains("UTF-8")) && kept == b"\xe9");
        fs::remove_dir_all(docs).expect("a folder");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_inside_of_the_docs_only() {
        use std::os::unix::fs::symlink;
        let docs = docs("links");
        fs::write(docs.join("real.md"), "old").expect("a file");
        symlink("../real.md", docs.join("beta/a.md")).expect("a link");
        assert_eq!(write(&docs, &mend("old")), Ok(()));
        assert!(docs.join("beta/a.md").is_symlink());
        assert_eq!(fs::read(docs.join("real.md")).expect("a file"), b"new\r\n");
        let outside = docs.join("real.md");
        fs::write(&outside, "old").expect("a file");
        let refused = write(&docs.join("beta"), &Mend { page: "a.md", ..mend("old") });
        assert!(matches!(refused, Err(Refusal::Failed(why)) if why.contains("outside")));
        assert_eq!(fs::read(outside).expect("a file"), b"old");
        fs::remove_dir_all(docs).expect("a folder");
    }

    #[test]
    fn what_is_read_only_or_gone_is_not_written() {
        let docs = docs("read-only");
        let gone = write(&docs, &mend("old"));
        assert!(matches!(gone, Err(Refusal::Failed(_))));
        let file = docs.join("beta/a.md");
        fs::write(&file, "old").expect("a file");
        let mut permissions = fs::metadata(&file).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).expect("permissions");
        assert_eq!(write(&docs, &mend("old")), Err(Refusal::Failed("it is read-only".to_owned())));
        assert_eq!(fs::read(&file).expect("a file"), b"old");
        fs::remove_dir_all(docs).expect("a folder");
    }
}
