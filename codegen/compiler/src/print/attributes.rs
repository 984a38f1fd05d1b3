//! Attributes and doc comments.

use proc_macro2::Delimiter;

use super::cursor::Printer;
use super::layout::{Breaks, INDENT};
use super::tokens::{Token, brackets};

/// What was printed last within an attribute.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Word,
    Punct,
    TrailingComma,
}

impl Printer<'_> {
    /// All attributes that are next.
    pub(super) fn attributes(&mut self) -> Option<()> {
        while self.eat("#") {
            self.group(Delimiter::Bracket, Self::attribute)?;
        }
        Some(())
    }

    fn attribute(&mut self) -> Option<()> {
        let name = self.word_at(self.at())?;
        if self.has(self.at() + 1, "=") {
            match name {
                "doc" => return self.doc(),
                // Which prettyplease shows as a comment.
                "comment" => return None,
                _ => {}
            }
        }
        self.out.text("#[");
        self.path()?;
        if self.eat("=") {
            self.out.text(" = ");
            self.print_literal()?;
        } else {
            self.attribute_tokens()?;
        }
        self.out.text("]");
        self.out.space();
        Some(())
    }

    /// `/// What the text says.`
    fn doc(&mut self) -> Option<()> {
        self.word()?;
        self.expect("=")?;
        let literal = self.literal()?;
        self.out.text("///");
        self.out.written(|text| {
            let before = text.len();
            unescape(literal, text)?;
            text.truncate(before + text[before..].trim_end_matches(' ').len());
            (!text[before..].contains('\n') && !text[before..].starts_with('/')).then_some(())
        })?;
        self.out.line();
        Some(())
    }

    /// What stands within an attribute, in any shape.
    fn attribute_tokens(&mut self) -> Option<Last> {
        let mut last = Last::Punct;
        while !self.is_done() {
            last = match self.token(self.at())? {
                Token::Word(start, end) | Token::Literal(start, end) => {
                    self.next()?;
                    if last == Last::Word {
                        self.out.space();
                    }
                    self.out.text(self.text_of(start, end));
                    Last::Word
                }
                Token::Punct(it, _) => {
                    self.next()?;
                    self.attribute_punct(it, last)
                }
                Token::Open(delimiter, _) => {
                    self.attribute_group(delimiter)?;
                    Last::Punct
                }
                Token::Close(_) => return None,
            };
        }
        Some(last)
    }

    fn attribute_punct(&mut self, it: char, last: Last) -> Last {
        if it == ',' && self.is_done() {
            self.last_comma(0);
            return Last::TrailingComma;
        }
        if it == '=' && last == Last::Word {
            self.out.text(" ");
        }
        self.out.text(it.encode_utf8(&mut [0; 4]));
        match it {
            '=' => self.out.text(" "),
            ',' => self.out.space(),
            _ => {}
        }
        Last::Punct
    }

    fn attribute_group(&mut self, delimiter: Delimiter) -> Option<()> {
        let (open, close) = brackets(delimiter);
        self.out.text(open);
        self.group(delimiter, |it| {
            if delimiter != Delimiter::Parenthesis {
                return it.attribute_tokens().map(|_| ());
            }
            it.out.begin(INDENT, Breaks::All);
            it.out.zero();
            if it.attribute_tokens()? != Last::TrailingComma {
                it.out.zero();
            }
            it.out.outdent();
            it.out.end();
            Some(())
        })?;
        self.out.text(close);
        Some(())
    }
}

/// Adds what a literal stands for to a text.
fn unescape(literal: &str, text: &mut String) -> Option<()> {
    let mut rest = literal.strip_prefix('"')?.strip_suffix('"')?;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        text.push(match rest.as_bytes().get(at + 1)? {
            b'\\' => '\\',
            b'"' => '"',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'0' => '\0',
            b'\'' => '\'',
            // The rest in one of the rare forms.
            _ => {
                text.push_str(&syn::parse_str::<syn::LitStr>(&format!("\"{}\"", &rest[at..])).ok()?.value());
                return Some(());
            }
        });
        rest = &rest[at + 2..];
    }
    text.push_str(rest);
    Some(())
}
