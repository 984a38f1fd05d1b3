//! A file that is decided upon and not made yet, so that any thread can make it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proc_macro2::TokenStream;

/// A file of the output, with `/` in its path.
#[derive(Debug, Clone)]
pub struct File {
    /// Where it goes, below the output folder: `model/src/beta/device_config/x.rs`.
    pub path: String,
    /// What it holds.
    pub content: Content,
    /// The page it was made from, as in the docs folder, if it is one.
    pub page: Option<String>,
}

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Rust.
    Tokens(TokenStream),
    /// Anything else, without the line that says that it is generated.
    Text(String),
}

/// What makes tokens, on any thread.
pub(super) type Tokens<'a> = Box<dyn Fn() -> TokenStream + Send + Sync + 'a>;

/// What tells a hasher all that tokens are made of.
pub(super) type Inputs<'a> = Box<dyn Fn(&mut DefaultHasher) + Send + Sync + 'a>;

/// A file before it is made.
pub struct Draft<'a> {
    path: String,
    page: Option<&'a str>,
    content: Promised<'a>,
}

enum Promised<'a> {
    Tokens(Tokens<'a>, Inputs<'a>),
    Text(String),
}

impl<'a> Draft<'a> {
    /// A file of Rust.
    pub(super) fn rust(path: String, page: Option<&'a str>, tokens: Tokens<'a>, inputs: Inputs<'a>) -> Self {
        Self { path, page, content: Promised::Tokens(tokens, inputs) }
    }

    /// A file of anything else.
    pub(super) fn text(path: String, text: String) -> Self {
        Self { path, page: None, content: Promised::Text(text) }
    }

    /// Where it goes, as in [`File::path`].
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A number for all that the file is made of: two drafts of one path that agree in it make the same file. It means
    /// nothing to another build of this crate.
    #[must_use]
    pub fn inputs(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.page.hash(&mut hasher);
        match &self.content {
            Promised::Tokens(_, inputs) => inputs(&mut hasher),
            Promised::Text(text) => text.hash(&mut hasher),
        }
        hasher.finish()
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> File {
        let content = match &self.content {
            Promised::Tokens(tokens, _) => Content::Tokens(tokens()),
            Promised::Text(text) => Content::Text(text.clone()),
        };
        File { path: self.path.clone(), content, page: self.page.map(str::to_owned) }
    }
}
