//! Emitted files as text, of which those that are as they were before are not formatted again.

use std::collections::BTreeMap;

use super::{Files, text};
use crate::emit::{Content, File, Formatting};

/// Remembers what it formatted last; it is told the same formatting each time.
#[derive(Debug, Default)]
pub struct Formatter {
    formatted: BTreeMap<String, Formatted>,
}

#[derive(Debug)]
struct Formatted {
    /// The tokens, as text, and the page.
    source: (String, Option<String>),
    text: String,
}

impl Formatter {
    /// The same as [`Files::new`].
    ///
    /// # Panics
    /// If emitted tokens are no Rust, which is a bug of this crate whatever the docs say.
    #[must_use]
    pub fn files(&mut self, files: Vec<File>, formatting: Formatting) -> Files {
        let mut before = std::mem::take(&mut self.formatted);
        for file in files {
            let source = (source(&file), file.page.clone());
            let known = before.remove(&file.path).filter(|it| it.source == source);
            let path = file.path.clone();
            let formatted = known.unwrap_or_else(|| Formatted { source, text: text::file(file, formatting).1 });
            self.formatted.insert(path, formatted);
        }
        Files(self.formatted.iter().map(|(path, it)| (path.clone(), it.text.clone())).collect())
    }
}

fn source(file: &File) -> String {
    match &file.content {
        Content::Tokens(tokens) => tokens.to_string(),
        Content::Text(text) => text.clone(),
    }
}
