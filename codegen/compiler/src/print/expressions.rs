//! Expressions and patterns.

use proc_macro2::Delimiter;

use super::cursor::Printer;
use super::layout::{Break, Breaks, INDENT};
use super::tokens::Token;

/// Words that begin something else than a path.
const KEYWORDS: [&str; 22] = [
    "async", "break", "const", "continue", "dyn", "enum", "extern", "fn", "for", "if", "impl", "let", "loop", "move",
    "mut", "pub", "ref", "static", "struct", "unsafe", "use", "while",
];

/// The widest struct expression on one line.
const STRUCT_WIDTH: i64 = 34;

/// Where an expression stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// At the beginning of a line, if the line before it ends.
    LineStart,
    Within,
}

/// What an expression is, as far as what stands around it depends on that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Match,
    Return,
    Other,
}

/// What follows a path.
#[derive(Clone, Copy, PartialEq)]
enum Tail {
    Nothing,
    Call,
    Struct,
    /// Fields or methods, after a call perhaps.
    Dots,
}

impl Printer<'_> {
    fn element(&mut self) -> Option<()> {
        self.expression(Place::Within).map(|_| ())
    }

    pub(super) fn expression(&mut self, place: Place) -> Option<Shape> {
        self.attributes()?;
        match self.token(self.at())? {
            Token::Punct('&', _) if !self.is("&&") => {
                self.print_ampersand()?;
                self.element()?;
            }
            Token::Punct('*', _) => {
                self.next()?;
                self.out.text("*");
                self.element()?;
            }
            Token::Punct('<' | ':', _) => self.chain(place)?,
            Token::Literal(..) => self.print_literal()?,
            Token::Open(Delimiter::Bracket, _) => self.array()?,
            Token::Open(Delimiter::Parenthesis, _) => self.tuple(Self::element)?,
            Token::Word(start, end) => match self.text_of(start, end) {
                "match" => {
                    self.matching()?;
                    return Some(Shape::Match);
                }
                "return" => {
                    self.print_word()?;
                    self.out.text(" ");
                    self.element()?;
                    return Some(Shape::Return);
                }
                word if KEYWORDS.contains(&word) => return None,
                _ => self.chain(place)?,
            },
            Token::Punct(..) | Token::Open(..) | Token::Close(_) => return None,
        }
        Some(Shape::Other)
    }

    /// A path, and what is done with it.
    fn chain(&mut self, place: Place) -> Option<()> {
        match self.tail(self.behind_path(self.at())?) {
            Tail::Nothing => self.value(),
            Tail::Struct => self.structure(),
            Tail::Call => {
                self.value()?;
                self.call()
            }
            Tail::Dots => self.dots(place),
        }
    }

    /// A path that may be qualified.
    fn value(&mut self) -> Option<()> {
        if self.is("<") { self.qualified_path() } else { self.path() }
    }

    fn behind_path(&self, mut at: usize) -> Option<usize> {
        if self.has(at, "<") {
            let mut depth = 0;
            loop {
                match self.token(at)? {
                    Token::Punct('<', _) => depth += 1,
                    Token::Punct('>', _) => depth -= 1,
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    break;
                }
            }
        }
        if self.has(at, "::") {
            at += 2;
        }
        self.word_at(at)?;
        at += 1;
        while self.has(at, "::") {
            self.word_at(at + 2)?;
            at += 3;
        }
        Some(at)
    }

    fn tail(&self, at: usize) -> Tail {
        let behind_call = self.behind(at, Delimiter::Parenthesis);
        let has_dot = |at| self.has(at, ".") && !self.has(at, "..");
        match behind_call {
            _ if has_dot(behind_call.unwrap_or(at)) => Tail::Dots,
            Some(_) => Tail::Call,
            None if self.behind(at, Delimiter::Brace).is_some() => Tail::Struct,
            None => Tail::Nothing,
        }
    }

    /// `a.b`, `a.b(c)`, `a(b).c(d).e(f)`.
    fn dots(&mut self, place: Place) -> Option<()> {
        let is_short = self.word_at(self.at()).is_some_and(|it| it.len() <= 4) && self.has(self.at() + 1, ".");
        self.out.begin(INDENT, Breaks::All);
        self.out.begin(-INDENT, Breaks::All);
        self.value()?;
        self.out.end();
        if self.opens(Delimiter::Parenthesis) {
            self.call()?;
        }
        let mut stays = place == Place::LineStart && is_short;
        while self.eat(".") {
            if !stays {
                self.out.zero();
            }
            self.out.text(".");
            self.print_word()?;
            if self.opens(Delimiter::Parenthesis) {
                let is_last = !self.has(self.behind(self.at(), Delimiter::Parenthesis)?, ".");
                self.out.begin(if stays && is_last { -INDENT } else { 0 }, Breaks::All);
                self.call()?;
                self.out.end();
            }
            stays = false;
        }
        self.out.end();
        Some(())
    }

    /// The arguments of a call.
    fn call(&mut self) -> Option<()> {
        if !self.has_one_group()? {
            return self.listed(Delimiter::Parenthesis, Self::element);
        }
        self.out.text("(");
        self.group(Delimiter::Parenthesis, |it| {
            it.element()?;
            it.eat(",");
            Some(())
        })?;
        self.out.text(")");
        Some(())
    }

    /// Whether the only argument of the call is an array, a tuple or a struct, which begins on the line of the call.
    fn has_one_group(&self) -> Option<bool> {
        let (start, end) = (self.at() + 1, self.behind(self.at(), Delimiter::Parenthesis)? - 1);
        if self.commas(start, end) > 0 {
            return Some(false);
        }
        let is_end = |at: Option<usize>| at.is_some_and(|at| at == end || at + 1 == end && self.has(at, ","));
        let group = [Delimiter::Bracket, Delimiter::Parenthesis].iter().find_map(|it| self.behind(start, *it));
        let structure = self.behind_path(start).and_then(|at| self.behind(at, Delimiter::Brace));
        Some(is_end(group) || is_end(structure))
    }

    fn array(&mut self) -> Option<()> {
        let end = self.behind(self.at(), Delimiter::Bracket)? - 1;
        if self.at() + 1 == end {
            self.out.text("[]");
            return self.group(Delimiter::Bracket, |_| Some(()));
        }
        if self.are_numbers(self.at() + 1, end)? {
            self.filled(Delimiter::Bracket, Self::element)
        } else {
            self.listed(Delimiter::Bracket, Self::element)
        }
    }

    /// Whether there are none but whole numbers, of which several stand on a line.
    fn are_numbers(&self, start: usize, end: usize) -> Option<bool> {
        for at in start..end {
            match self.token(at)? {
                Token::Punct(',', _) => {}
                Token::Word(..) if self.word_at(at).is_some_and(|it| it == "true" || it == "false") => {}
                Token::Literal(start, end) => match self.text_of(start, end) {
                    number if number.bytes().all(|it| it.is_ascii_digit()) => {}
                    text if text.starts_with('"') => return Some(false),
                    _ => return None,
                },
                _ => return Some(false),
            }
        }
        Some(true)
    }

    fn structure(&mut self) -> Option<()> {
        self.out.begin(INDENT, Breaks::All);
        self.out.begin(-INDENT, Breaks::Some);
        self.value()?;
        self.out.end();
        self.out.text(" {");
        self.out.may_break(Break { blank: 1, if_followed: true, ..Break::default() });
        self.group(Delimiter::Brace, |it| {
            while !it.is_done() {
                it.attributes()?;
                it.print_word()?;
                if it.eat(":") {
                    it.out.text(": ");
                    it.out.begin(0, Breaks::Some);
                    it.element()?;
                    it.out.end();
                }
                it.end_item(1)?;
            }
            Some(())
        })?;
        self.out.outdent();
        self.out.end_within(STRUCT_WIDTH);
        self.out.text("}");
        Some(())
    }

    fn matching(&mut self) -> Option<()> {
        self.word()?;
        self.out.begin(0, Breaks::Some);
        self.out.text("match ");
        self.out.begin(0, Breaks::All);
        self.path()?;
        self.out.text(" ");
        self.out.end();
        self.out.text("{");
        self.out.never();
        self.out.begin(INDENT, Breaks::All);
        self.out.line_if_followed();
        self.group(Delimiter::Brace, |it| {
            while !it.is_done() {
                it.arm()?;
                it.out.line();
            }
            Some(())
        })?;
        self.out.outdent();
        self.out.end();
        self.out.text("}");
        self.out.end();
        Some(())
    }

    /// An arm, whose body stands in braces where it does not fit on the line.
    fn arm(&mut self) -> Option<()> {
        self.attributes()?;
        self.out.begin(0, Breaks::Some);
        self.pattern()?;
        self.expect("=>")?;
        self.out.text(" => ");
        self.out.never();
        self.out.begin(INDENT, Breaks::All);
        self.out.may_break(Break { before: "{", ..Break::default() });
        let shape = self.expression(Place::LineStart)?;
        self.ends_item().or((shape == Shape::Match).then_some(false))?;
        let instead = if shape == Shape::Match { "" } else { "," };
        let before = if shape == Shape::Return { ";" } else { "" };
        self.out.may_break(Break { offset: -INDENT, before, after: "}", instead, ..Break::default() });
        self.out.end();
        self.out.end();
        Some(())
    }

    /// A name, a literal, or `A(b)`.
    fn pattern(&mut self) -> Option<()> {
        if self.literal_at(self.at()).is_some() {
            return self.print_literal();
        }
        self.path()?;
        if self.opens(Delimiter::Parenthesis) {
            self.listed(Delimiter::Parenthesis, Self::pattern)?;
        }
        Some(())
    }
}
