//! Items, and what stands in them.

use proc_macro2::Delimiter;

use super::cursor::Printer;
use super::expressions::{Place, Shape};
use super::layout::{Breaks, INDENT};

impl Printer<'_> {
    /// The text of all.
    pub(super) fn file(mut self) -> Option<String> {
        while !self.is_done() {
            self.item()?;
            self.out.flush();
        }
        Some(self.out.finish())
    }

    fn item(&mut self) -> Option<()> {
        self.attributes()?;
        match self.keyword() {
            Some("use") => self.import(),
            Some("mod") => self.module(),
            Some("struct") => self.braced("struct ", Self::field),
            Some("enum") => self.braced("enum ", Self::variant),
            Some("impl") => self.implementation(),
            Some("fn" | "type" | "const") => self.associated(),
            _ => self.call_of_macro(),
        }?;
        self.out.line();
        Some(())
    }

    /// The word that tells what an item is, if one does.
    fn keyword(&self) -> Option<&str> {
        self.word_at(self.at() + usize::from(self.is_word("pub")))
    }

    /// `pub`, and the keyword.
    fn head(&mut self, keyword: &str) -> Option<()> {
        if self.eat_word("pub") {
            self.out.text("pub ");
        }
        self.word()?;
        self.out.text(keyword);
        Some(())
    }

    fn import(&mut self) -> Option<()> {
        self.head("use ")?;
        self.path_of_import()?;
        if self.eat_word("as") {
            self.out.text(" as ");
            self.print_word()?;
        }
        self.semicolon()
    }

    /// `a::b`, `a::*`, `a::{b, c}`.
    fn path_of_import(&mut self) -> Option<()> {
        self.print_separator();
        loop {
            self.print_word()?;
            if !self.print_separator() {
                return Some(());
            }
            if self.eat("*") {
                self.out.text("*");
                return Some(());
            }
            if self.opens(Delimiter::Brace) {
                return self.imported_names();
            }
        }
    }

    fn imported_names(&mut self) -> Option<()> {
        let (start, end) = (self.at() + 1, self.behind(self.at(), Delimiter::Brace)? - 1);
        if start == end || self.word_at(start) == Some("self") {
            return None;
        }
        if self.commas(start, end) == 0 {
            return self.group(Delimiter::Brace, |it| {
                it.print_word()?;
                it.ends_item().map(|_| ())
            });
        }
        self.filled(Delimiter::Brace, Self::print_word)
    }

    fn module(&mut self) -> Option<()> {
        self.out.begin(INDENT, Breaks::All);
        self.head("mod ")?;
        self.print_word()?;
        self.semicolon()?;
        self.out.end();
        Some(())
    }

    /// A struct or an enum.
    fn braced(&mut self, keyword: &str, each: fn(&mut Self) -> Option<()>) -> Option<()> {
        self.out.begin(INDENT, Breaks::All);
        self.head(keyword)?;
        self.print_word()?;
        self.body(|it| {
            while !it.is_done() {
                each(it)?;
                it.ends_item()?;
                it.out.text(",");
                it.out.line();
            }
            Some(())
        })
    }

    /// What stands in braces behind a head, and the end of both.
    fn body(&mut self, inner: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        self.out.text(" {");
        self.out.line_if_followed();
        self.group(Delimiter::Brace, inner)?;
        self.out.outdent();
        self.out.end();
        self.out.text("}");
        Some(())
    }

    fn field(&mut self) -> Option<()> {
        self.attributes()?;
        if self.eat_word("pub") {
            self.out.text("pub ");
        }
        self.print_word()?;
        self.typed()
    }

    /// `: A`
    fn typed(&mut self) -> Option<()> {
        self.expect(":")?;
        self.out.text(": ");
        self.ty()
    }

    fn variant(&mut self) -> Option<()> {
        self.attributes()?;
        self.print_word()?;
        if self.opens(Delimiter::Parenthesis) {
            self.out.begin(INDENT, Breaks::All);
            self.out.text("(");
            self.out.zero();
            self.group(Delimiter::Parenthesis, |it| {
                while !it.is_done() {
                    it.ty()?;
                    it.end_item(0)?;
                }
                Some(())
            })?;
            self.out.outdent();
            self.out.text(")");
            self.out.end();
        }
        Some(())
    }

    fn implementation(&mut self) -> Option<()> {
        self.out.begin(INDENT, Breaks::All);
        self.out.begin(-INDENT, Breaks::Some);
        self.out.begin(INDENT, Breaks::All);
        self.word()?;
        self.out.text("impl");
        self.out.end();
        self.out.text(" ");
        self.ty()?;
        if self.eat_word("for") {
            self.out.space();
            self.out.text("for ");
            self.ty()?;
        }
        self.out.end();
        self.body(|it| {
            while !it.is_done() {
                it.member()?;
            }
            Some(())
        })
    }

    /// An item of an implementation.
    fn member(&mut self) -> Option<()> {
        self.attributes()?;
        self.associated()?;
        self.out.line();
        Some(())
    }

    /// What stands in implementations as it does in files.
    fn associated(&mut self) -> Option<()> {
        match self.keyword()? {
            "fn" => self.function(),
            "type" => self.alias(),
            "const" => self.constant(),
            _ => None,
        }
    }

    fn function(&mut self) -> Option<()> {
        self.out.begin(INDENT, Breaks::All);
        self.head("fn ")?;
        self.print_word()?;
        self.out.text("(");
        self.out.never();
        self.group(Delimiter::Parenthesis, |it| it.items(0, Self::parameter))?;
        self.out.text(")");
        self.out.begin(-INDENT, Breaks::All);
        if self.eat("->") {
            self.out.text(" -> ");
            self.ty()?;
        }
        self.out.end();
        self.body(|it| {
            if it.is_done() {
                return Some(());
            }
            it.out.begin(0, Breaks::Some);
            // Behind which a semicolon is written.
            if it.expression(Place::LineStart)? == Shape::Return {
                return None;
            }
            it.out.end();
            it.out.line();
            Some(())
        })
    }

    fn parameter(&mut self) -> Option<()> {
        if self.is("&") {
            self.print_ampersand()?;
            return self.is_word("self").then(|| self.print_word())?;
        }
        let is_self = self.is_word("self");
        self.print_word()?;
        if is_self { Some(()) } else { self.typed() }
    }

    fn alias(&mut self) -> Option<()> {
        self.out.begin(INDENT, Breaks::All);
        self.head("type ")?;
        self.print_word()?;
        self.expect("=")?;
        self.out.text(" = ");
        self.out.never();
        self.out.begin(-INDENT, Breaks::Some);
        self.ty()?;
        self.out.end();
        self.semicolon()?;
        self.out.end();
        Some(())
    }

    fn constant(&mut self) -> Option<()> {
        self.out.begin(0, Breaks::All);
        self.head("const ")?;
        self.print_word()?;
        self.typed()?;
        self.expect("=")?;
        self.out.text(" = ");
        self.out.never();
        self.expression(Place::Within)?;
        self.semicolon()?;
        self.out.end();
        Some(())
    }

    /// `a::b!();`, `a::b!(C);`, `a::b!(C => d::E);`
    fn call_of_macro(&mut self) -> Option<()> {
        self.path()?;
        self.expect("!")?;
        self.out.text("!(");
        self.group(Delimiter::Parenthesis, |it| {
            if it.is_done() {
                return Some(());
            }
            it.out.begin(INDENT, Breaks::All);
            it.out.zero();
            it.out.begin(0, Breaks::Some);
            it.path()?;
            if it.eat("=>") {
                it.out.space();
                it.out.text("=>");
                it.out.space();
                it.path()?;
            }
            it.out.end();
            it.out.zero();
            it.out.outdent();
            it.out.end();
            Some(())
        })?;
        self.out.text(")");
        self.semicolon()
    }

    fn semicolon(&mut self) -> Option<()> {
        self.expect(";")?;
        self.out.text(";");
        Some(())
    }
}
