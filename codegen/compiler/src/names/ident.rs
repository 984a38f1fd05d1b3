//! A Rust ident as text: unlike its token, threads can share it.

use std::fmt;
use std::sync::Arc;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt as _};

/// Words of Rust 2024 that cannot be an ident as they are, but as a raw one.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What begins a raw ident.
const RAW: &str = "r#";

/// An ident, as it stands in code: `user`, `r#type`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ident(Arc<str>);

impl Ident {
    /// The ident of a name that consists of words; keywords become raw idents, `self` and its kind get an underscore.
    pub(crate) fn new(text: &str) -> Self {
        match text {
            "self" | "Self" | "super" | "crate" => Self(format!("{text}_").into()),
            _ if KEYWORDS.contains(&text) => Self(format!("{RAW}{text}").into()),
            _ => Self(text.into()),
        }
    }

    /// As a user reads it in the docs: without the mark of a raw one.
    pub(crate) fn plain(&self) -> &str {
        self.0.strip_prefix(RAW).unwrap_or(&self.0)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let span = Span::call_site();
        tokens.append(match self.0.strip_prefix(RAW) {
            Some(plain) => proc_macro2::Ident::new_raw(plain, span),
            None => proc_macro2::Ident::new(&self.0, span),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_raw_and_self_gets_an_underscore() {
        let cases = [("user", "user", "user"), ("type", "r#type", "type"), ("self", "self_", "self_")];
        for (text, code, plain) in cases {
            let ident = Ident::new(text);
            assert_eq!((ident.to_string(), ident.plain()), (code.to_owned(), plain));
            assert_eq!(ident.to_token_stream().to_string(), code);
        }
    }
}
