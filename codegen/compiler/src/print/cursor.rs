//! Walks over tokens, and takes what it expects.

use proc_macro2::Delimiter;

use super::layout::{Break, Breaks, INDENT, Layout};
use super::tokens::{Token, Tokens, brackets};

/// Tokens that are being printed. Whoever meets a shape that is not ours says `None`, and nothing is printed.
pub(super) struct Printer<'t> {
    tokens: &'t Tokens,
    at: usize,
    /// Where the group ends.
    end: usize,
    pub(super) out: Layout,
}

impl<'t> Printer<'t> {
    pub(super) fn new(tokens: &'t Tokens) -> Self {
        Self { tokens, at: 0, end: tokens.len(), out: Layout::new() }
    }

    /// Whether the group ends here.
    pub(super) fn is_done(&self) -> bool {
        self.at == self.end
    }

    /// The place of the next token.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The token of a place in the group.
    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).filter(|_| at < self.end)
    }

    /// The word that is the token of that place.
    pub(super) fn word_at(&self, at: usize) -> Option<&'t str> {
        match self.token(at)? {
            Token::Word(start, end) => Some(self.tokens.text(start, end)),
            _ => None,
        }
    }

    /// The literal that is the token of that place.
    pub(super) fn literal_at(&self, at: usize) -> Option<&'t str> {
        match self.token(at)? {
            Token::Literal(start, end) => Some(self.tokens.text(start, end)),
            _ => None,
        }
    }

    /// Whether that place has these characters, which is a token each.
    pub(super) fn has(&self, at: usize, puncts: &str) -> bool {
        puncts.chars().zip(at..).all(|(it, at)| matches!(self.token(at), Some(Token::Punct(found, _)) if found == it))
    }

    /// Behind the group that begins at that place.
    pub(super) fn behind(&self, at: usize, delimiter: Delimiter) -> Option<usize> {
        match self.token(at)? {
            Token::Open(found, close) if found == delimiter => Some(close + 1),
            _ => None,
        }
    }

    /// Whether the next token is that word.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.word_at(self.at) == Some(word)
    }

    /// Whether these characters are next.
    pub(super) fn is(&self, puncts: &str) -> bool {
        self.has(self.at, puncts)
    }

    /// Whether such a group is next.
    pub(super) fn opens(&self, delimiter: Delimiter) -> bool {
        self.behind(self.at, delimiter).is_some()
    }

    /// Takes a token, whatever it is.
    pub(super) fn next(&mut self) -> Option<Token> {
        let token = self.token(self.at)?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn word(&mut self) -> Option<&'t str> {
        let word = self.word_at(self.at)?;
        self.at += 1;
        Some(word)
    }

    pub(super) fn literal(&mut self) -> Option<&'t str> {
        let literal = self.literal_at(self.at)?;
        self.at += 1;
        Some(literal)
    }

    /// Takes that word if it is next: whether it is.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let is_next = self.is_word(word);
        self.at += usize::from(is_next);
        is_next
    }

    /// Takes these characters if they are next: whether they are.
    pub(super) fn eat(&mut self, puncts: &str) -> bool {
        let are_next = self.is(puncts);
        self.at += if are_next { puncts.len() } else { 0 };
        are_next
    }

    pub(super) fn expect(&mut self, puncts: &str) -> Option<()> {
        self.eat(puncts).then_some(())
    }

    /// Prints a word.
    pub(super) fn print_word(&mut self) -> Option<()> {
        let word = self.word()?;
        self.out.text(word);
        Some(())
    }

    /// Prints a literal as it stands.
    pub(super) fn print_literal(&mut self) -> Option<()> {
        let literal = self.literal()?;
        self.out.text(literal);
        Some(())
    }

    /// Prints `&` or `&mut `, of which the ampersand is next.
    pub(super) fn print_ampersand(&mut self) -> Option<()> {
        self.expect("&")?;
        let is_mutable = self.eat_word("mut");
        self.out.text(if is_mutable { "&mut " } else { "&" });
        Some(())
    }

    /// The text of a token.
    pub(super) fn text_of(&self, start: usize, end: usize) -> &'t str {
        self.tokens.text(start, end)
    }

    /// Takes a group, of which `inner` has to take all.
    pub(super) fn group(&mut self, delimiter: Delimiter, inner: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        let close = self.behind(self.at, delimiter)? - 1;
        let end = std::mem::replace(&mut self.end, close);
        self.at += 1;
        inner(self)?;
        let is_done = self.at == close;
        self.at = close + 1;
        self.end = end;
        is_done.then_some(())
    }

    /// A group of what stands between commas, each on a line of its own if they do not fit.
    pub(super) fn listed(&mut self, delimiter: Delimiter, each: fn(&mut Self) -> Option<()>) -> Option<()> {
        let (open, close) = brackets(delimiter);
        self.out.text(open);
        self.group(delimiter, |it| it.items(INDENT, each))?;
        self.out.text(close);
        Some(())
    }

    /// The same, with as many on a line as fit.
    pub(super) fn filled(&mut self, delimiter: Delimiter, each: fn(&mut Self) -> Option<()>) -> Option<()> {
        let (open, close) = brackets(delimiter);
        self.out.begin(INDENT, Breaks::All);
        self.out.text(open);
        self.out.zero();
        self.out.begin(0, Breaks::Some);
        self.group(delimiter, |it| {
            while !it.is_done() {
                each(it)?;
                if !it.ends_item()? {
                    it.comma();
                }
            }
            Some(())
        })?;
        self.out.end();
        self.last_comma(0);
        self.out.outdent();
        self.out.text(close);
        self.out.end();
        Some(())
    }

    /// What stands between commas until the group ends.
    pub(super) fn items(&mut self, indent: i64, each: fn(&mut Self) -> Option<()>) -> Option<()> {
        self.out.begin(indent, Breaks::All);
        self.out.zero();
        while !self.is_done() {
            each(self)?;
            self.end_item(0)?;
        }
        self.out.outdent();
        self.out.end();
        Some(())
    }

    /// Takes a comma, if one is needed: whether the group ends behind it.
    pub(super) fn ends_item(&mut self) -> Option<bool> {
        let is_listed = self.eat(",") || self.is_done();
        is_listed.then(|| self.is_done())
    }

    /// What stands behind an item: behind the last one of a group so many spaces, or a comma at the end of a line.
    pub(super) fn end_item(&mut self, blank: i64) -> Option<()> {
        if self.ends_item()? {
            self.last_comma(blank);
        } else {
            self.comma();
        }
        Some(())
    }

    pub(super) fn comma(&mut self) {
        self.out.text(",");
        self.out.space();
    }

    /// A comma only at the end of a line, and so many spaces otherwise.
    pub(super) fn last_comma(&mut self, blank: i64) {
        self.out.may_break(Break { blank, before: ",", ..Break::default() });
    }
}
