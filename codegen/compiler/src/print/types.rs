//! Paths and types.

use proc_macro2::Delimiter;

use super::cursor::Printer;
use super::layout::{Breaks, INDENT};
use super::tokens::Token;

impl Printer<'_> {
    /// `a::b`, without arguments.
    pub(super) fn path(&mut self) -> Option<()> {
        self.print_separator();
        self.print_word()?;
        while self.print_separator() {
            self.print_word()?;
        }
        Some(())
    }

    /// The `::` between the words of a path, or before the first; whether it is there.
    pub(super) fn print_separator(&mut self) -> bool {
        let is_there = self.eat("::");
        if is_there {
            self.out.text("::");
        }
        is_there
    }

    /// `<A as b::C>::D`.
    pub(super) fn qualified_path(&mut self) -> Option<()> {
        self.expect("<")?;
        self.out.text("<");
        self.ty()?;
        if !self.eat_word("as") {
            return None;
        }
        self.out.text(" as ");
        self.type_path()?;
        self.expect(">")?;
        self.out.text(">");
        self.expect("::")?;
        self.out.text("::");
        self.path()
    }

    /// `a::b<C>`.
    fn type_path(&mut self) -> Option<()> {
        self.print_separator();
        loop {
            self.print_word()?;
            if self.is("<") {
                self.type_arguments()?;
            }
            if !self.print_separator() {
                return Some(());
            }
        }
    }

    fn type_arguments(&mut self) -> Option<()> {
        self.expect("<")?;
        self.out.text("<");
        self.out.begin(INDENT, Breaks::All);
        self.out.zero();
        let mut has_type = false;
        loop {
            if self.is("'") {
                // Lifetimes are printed first.
                if has_type {
                    return None;
                }
                self.lifetime()?;
            } else {
                self.ty()?;
                has_type = true;
            }
            let is_listed = self.eat(",");
            let is_last = self.is(">");
            if !is_listed && !is_last {
                return None;
            }
            if is_last {
                break;
            }
            self.comma();
        }
        self.last_comma(0);
        self.expect(">")?;
        self.out.outdent();
        self.out.end();
        self.out.text(">");
        Some(())
    }

    fn lifetime(&mut self) -> Option<()> {
        self.expect("'")?;
        self.out.text("'");
        self.print_word()
    }

    pub(super) fn ty(&mut self) -> Option<()> {
        match self.token(self.at())? {
            Token::Punct('&', _) => self.reference(),
            Token::Open(Delimiter::Bracket, _) => self.slice(),
            Token::Open(Delimiter::Parenthesis, _) => self.tuple(Self::ty),
            Token::Word(..) if self.is_word("impl") || self.is_word("dyn") => {
                self.print_word()?;
                self.out.text(" ");
                self.type_path()
            }
            Token::Word(..) | Token::Punct(':', _) => self.type_path(),
            _ => None,
        }
    }

    fn reference(&mut self) -> Option<()> {
        self.expect("&")?;
        self.out.text("&");
        if self.is("'") {
            self.lifetime()?;
            self.out.text(" ");
        }
        if self.eat_word("mut") {
            self.out.text("mut ");
        }
        self.ty()
    }

    /// `[A]`, `[A; 1]`.
    fn slice(&mut self) -> Option<()> {
        self.out.text("[");
        self.group(Delimiter::Bracket, |it| {
            it.ty()?;
            if it.eat(";") {
                it.out.text("; ");
                it.print_literal()?;
            }
            Some(())
        })?;
        self.out.text("]");
        Some(())
    }

    /// Two or more in parentheses.
    pub(super) fn tuple(&mut self, each: fn(&mut Self) -> Option<()>) -> Option<()> {
        let end = self.behind(self.at(), Delimiter::Parenthesis)?;
        (self.commas(self.at() + 1, end - 1) > 0).then_some(())?;
        self.listed(Delimiter::Parenthesis, each)
    }

    /// The commas between tokens, but for one at the end, and for those in groups.
    pub(super) fn commas(&self, mut at: usize, end: usize) -> usize {
        let mut commas = 0;
        while at + 1 < end {
            match self.token(at) {
                Some(Token::Open(_, close)) => at = close,
                Some(Token::Punct(',', _)) => commas += 1,
                _ => {}
            }
            at += 1;
        }
        commas
    }
}
