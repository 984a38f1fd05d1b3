//! Prints Rust as prettyplease does, for the shapes that we emit: without a syntax tree, and so in a fraction of the time.
//!
//! A file that holds another shape is left to prettyplease, as all are compared with it in tests. `tokens` holds what is
//! printed, `cursor` walks over it, `layout` breaks lines; the others know shapes.

mod attributes;
mod cursor;
mod expressions;
mod items;
mod layout;
mod tokens;
mod types;

use proc_macro2::TokenStream;

use self::cursor::Printer;
use self::tokens::Tokens;

/// The text of a file.
///
/// # Errors
/// If the tokens are no Rust.
pub(crate) fn file(tokens: TokenStream) -> syn::Result<String> {
    let tokens = Tokens::from(tokens);
    match Printer::new(&tokens).file() {
        Some(text) => Ok(text),
        None => Ok(prettyplease::unparse(&syn::parse_file(&tokens.to_string())?)),
    }
}

#[cfg(test)]
mod tests;
