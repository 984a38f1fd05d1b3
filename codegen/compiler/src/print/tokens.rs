//! Tokens in a row, so that one can look ahead of any of them.

use std::fmt::{self, Write as _};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The tokens of a file.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    all: Vec<Token>,
    /// The words and literals, one behind the other.
    text: String,
}

/// A token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token {
    /// A name or a keyword, by its bytes in the text.
    Word(usize, usize),
    /// The same of a literal.
    Literal(usize, usize),
    /// One character, and whether the next one belongs to it.
    Punct(char, Spacing),
    /// The beginning of a group, and the place of its end.
    Open(Delimiter, usize),
    /// The end of a group.
    Close(Delimiter),
}

impl Tokens {
    /// The token of that place.
    pub(super) fn get(&self, at: usize) -> Option<Token> {
        self.all.get(at).copied()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// A piece of the text.
    pub(super) fn text(&self, start: usize, end: usize) -> &str {
        &self.text[start..end]
    }

    fn add_all(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(it) => {
                    let (start, end) = self.write(&it);
                    self.all.push(Token::Word(start, end));
                }
                TokenTree::Literal(it) => {
                    let (start, end) = self.write(&it);
                    self.all.push(Token::Literal(start, end));
                }
                TokenTree::Punct(it) => self.all.push(Token::Punct(it.as_char(), it.spacing())),
                TokenTree::Group(it) => {
                    let (delimiter, inner) = (it.delimiter(), it.stream());
                    // What nobody else holds is taken, and not copied.
                    drop(it);
                    self.add_group(delimiter, inner);
                }
            }
        }
    }

    fn add_group(&mut self, delimiter: Delimiter, inner: TokenStream) {
        if delimiter == Delimiter::None {
            return self.add_all(inner);
        }
        let open = self.all.len();
        self.all.push(Token::Open(delimiter, open));
        self.add_all(inner);
        self.all[open] = Token::Open(delimiter, self.all.len());
        self.all.push(Token::Close(delimiter));
    }

    fn write(&mut self, it: &dyn fmt::Display) -> (usize, usize) {
        let start = self.text.len();
        write!(self.text, "{it}").expect("writing to a string cannot fail");
        (start, self.text.len())
    }
}

impl From<TokenStream> for Tokens {
    fn from(tokens: TokenStream) -> Self {
        let mut all = Self::default();
        all.add_all(tokens);
        all
    }
}

/// As Rust on one line.
impl fmt::Display for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in &self.all {
            match *token {
                Token::Word(start, end) | Token::Literal(start, end) => write!(f, "{} ", self.text(start, end))?,
                Token::Punct(it, Spacing::Joint) => write!(f, "{it}")?,
                Token::Punct(it, Spacing::Alone) => write!(f, "{it} ")?,
                Token::Open(delimiter, _) => write!(f, "{} ", brackets(delimiter).0)?,
                Token::Close(delimiter) => write!(f, "{} ", brackets(delimiter).1)?,
            }
        }
        Ok(())
    }
}

/// What stands around a group.
pub(super) fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}
