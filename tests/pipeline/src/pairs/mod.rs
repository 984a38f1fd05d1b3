//! Pairs of small docs, each with one change between them: the pages in `changes`, and the same pages edited.

mod all;

use std::fs;
use std::path::Path;

use tablewright::ir::Api;
use tablewright::source::Docs;
use tablewright::{Config, read};

use self::Edit::{Drop, New, Swap};
pub use self::all::PAIRS;

/// Two states of docs.
#[derive(Debug)]
pub struct Pair {
    /// What changes; also the name of its version.
    pub name: &'static str,
    /// What makes the old state of the pages in `changes`.
    pub old: &'static [Edit],
    /// What makes the new state of the old one.
    pub new: &'static [Edit],
}

/// A change of a page, by its path below the version.
#[derive(Debug)]
pub enum Edit {
    /// Text in place of other text, wherever that stands.
    Swap(&'static str, &'static str, &'static str),
    /// One more page.
    New(&'static str, &'static str),
    /// One page less.
    Drop(&'static str),
}

impl Pair {
    /// The API on both sides.
    ///
    /// # Panics
    /// If an edit changes nothing, or the pages are not there.
    #[must_use]
    pub fn apis(&self) -> [Api; 2] {
        let mut pages = pages();
        edit(&mut pages, self.old);
        let old = api(self.name, &pages);
        edit(&mut pages, self.new);
        [old, api(self.name, &pages)]
    }
}

type Pages = Vec<(String, String)>;

fn pages() -> Pages {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("changes");
    let mut pages = Vec::new();
    for folder in ["api", "resources"] {
        for entry in fs::read_dir(top.join(folder)).expect("the pages") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            pages.push((format!("{folder}/{name}"), fs::read_to_string(&path).expect("a page")));
        }
    }
    pages
}

fn edit(pages: &mut Pages, edits: &[Edit]) {
    for edit in edits {
        match edit {
            Swap(path, from, to) => {
                let page = pages.iter_mut().find(|(it, _)| it == path).expect("a page that is swapped in");
                assert!(page.1.contains(from), "{path} has no {from:?}");
                page.1 = page.1.replace(from, to);
            }
            New(path, text) => pages.push(((*path).to_owned(), (*text).to_owned())),
            Drop(path) => {
                let count = pages.len();
                pages.retain(|(it, _)| it != path);
                assert_eq!(pages.len() + 1, count, "there is no {path}");
            }
        }
    }
}

fn api(version: &str, pages: &Pages) -> Api {
    let files = pages.iter().map(|(path, text)| (format!("{version}/{path}"), text.clone().into_bytes()));
    read(&Config::default(), Docs::from_files(version, files.collect())).api
}
