//! What earlier runs over the same docs made, so that a run does again only what changed; the outcome is that of a run
//! without it.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Checks, Sink};
use crate::ir::Api;
use crate::output::{self, Files, Foreign, Seen, Sums, Written};
use crate::source::{Docs, Page, PageId, Remembered};
use crate::{Config, Loaded, dialect, emit, facts, pipeline};

/// For one who runs again and again, such as a watcher. A file is opened anew if its length or the time of its last change
/// differs, or that was too near to the last reading; a page is read anew if its text differs, with all that it includes;
/// what the pages of a version say together is found anew if any of them differs; a file is made anew if what it is made of
/// differs.
#[derive(Debug, Default)]
pub struct Memory {
    /// By version and path.
    pages: BTreeMap<String, BTreeMap<String, Read>>,
    changed: Vec<String>,
    /// The files of each version.
    sources: BTreeMap<String, Remembered>,
    /// What was read of each version, and how.
    loaded: BTreeMap<String, (Config, Arc<Loaded>)>,
    /// By path.
    files: BTreeMap<String, Made>,
    on_disk: Seen,
    /// What the pages were looked at for.
    checks: Checks,
}

/// A file, and what it was made of.
#[derive(Debug)]
struct Made {
    inputs: u64,
    text: Arc<str>,
}

/// What a page said, and of which text that is true.
#[derive(Debug)]
struct Read {
    text: Arc<str>,
    is_utf8: bool,
    facts: Arc<facts::Page>,
    sink: Sink,
}

impl Memory {
    /// What [`load`](crate::load) gives; the very one that it gave before, where neither the docs nor the configuration are
    /// others.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn load(&mut self, config: &Config, version: &str) -> io::Result<Arc<Loaded>> {
        let sources = self.sources.entry(version.to_owned()).or_default();
        let docs = Docs::read_again(&config.docs, version, config.access(), sources)?;
        *sources = docs.remembered();
        self.changed.clear();
        let before = self.loaded.get(version).filter(|(how, it)| how == config && it.docs.is_same(&docs));
        if let Some((_, same)) = before {
            return Ok(same.clone());
        }
        if self.checks != config.checks {
            self.pages.clear();
            self.checks = config.checks;
        }
        let mut before = self.pages.remove(version).unwrap_or_default();
        let mut now = BTreeMap::new();
        for page in &docs.pages {
            let known = before.remove(&page.path).filter(|it| it.is_of(page));
            let read = known.unwrap_or_else(|| {
                self.changed.push(page.path.clone());
                read(page, config.checks)
            });
            now.insert(page.path.clone(), read);
        }
        self.changed.extend(before.into_keys());
        // In the order of their paths, as the pages are.
        let pages = now.values_mut().enumerate().map(|(index, it)| it.of(PageId(index))).collect();
        self.pages.insert(version.to_owned(), now);
        let loaded = Arc::new(pipeline::join(config, docs, pages));
        self.loaded.insert(version.to_owned(), (config.clone(), loaded.clone()));
        Ok(loaded)
    }

    /// The pages that the last [`load`](Self::load) read anew, and those that it found no more.
    #[must_use]
    pub fn changed(&self) -> &[String] {
        &self.changed
    }

    /// What [`emit_files`](crate::emit_files) gives.
    #[must_use]
    pub fn emit_files(&mut self, apis: &[impl Borrow<Api>], options: &emit::Options) -> Files {
        let before = std::mem::take(&mut self.files);
        let made = emit::files(apis, options, |draft| {
            let inputs = draft.inputs();
            let known = before.get(draft.path()).filter(|it| it.inputs == inputs).map(|it| it.text.clone());
            let text = known.unwrap_or_else(|| output::formatted(draft.file(), options.formatting).1);
            (draft.path().to_owned(), Made { inputs, text })
        });
        self.files = made.into_iter().collect();
        self.files.iter().map(|(path, it)| (path.clone(), it.text.clone())).collect()
    }

    /// What [`Files::write_over`] does.
    ///
    /// # Errors
    /// Those of [`Files::write_over`].
    pub fn write_over(&mut self, files: &Files, folder: &Path, foreign: Foreign) -> io::Result<Written> {
        files.write_again(folder, foreign, &mut self.on_disk)
    }

    /// By path, a number for all that each file of the last [`emit_files`](Self::emit_files) was made of. It means nothing to
    /// another build of this crate.
    #[must_use]
    pub fn inputs(&self) -> BTreeMap<String, u64> {
        self.files.iter().map(|(path, it)| (path.clone(), it.inputs)).collect()
    }

    /// Remembers the run of another process, by what its files were made of and by their texts: those that still stand in
    /// the folder need not be made again.
    pub fn recall(&mut self, inputs: &BTreeMap<String, u64>, sums: &Sums, folder: &Path) {
        self.on_disk.enter(folder);
        for (path, inputs) in inputs {
            if let Some(text) = sums.text(path, folder, &mut self.on_disk) {
                self.files.insert(path.clone(), Made { inputs: *inputs, text });
            }
        }
    }
}

impl Read {
    fn is_of(&self, page: &Page) -> bool {
        self.is_utf8 == page.is_utf8 && (Arc::ptr_eq(&self.text, &page.text) || self.text == page.text)
    }

    /// The same with the number that the page has now.
    fn of(&mut self, id: PageId) -> (Arc<facts::Page>, Sink) {
        if self.facts.id != id {
            Arc::make_mut(&mut self.facts).id = id;
        }
        (self.facts.clone(), self.sink.clone())
    }
}

fn read(page: &Page, checks: Checks) -> Read {
    let mut sink = Sink::default();
    let facts = dialect::graph::read(PageId(0), page, checks, &mut sink);
    Read { text: page.text.clone(), is_utf8: page.is_utf8, facts: Arc::new(facts), sink }
}
