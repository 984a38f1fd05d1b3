//! Breaks lines: boxes within boxes, which stay on a line if they fit on it, and otherwise break at their places.
//!
//! The rules are Oppen's (Prettyprinting, 1980), as rustc and prettyplease have them: whether a box is broken depends on the
//! width of all up to the next place behind it where a line may end.

/// How many characters a line has. Lengths are in bytes.
const WIDTH: i64 = 89;

/// How many a line has at least, however deep it is indented.
const LEAST_WIDTH: i64 = 60;

/// Wider than any line.
const TOO_WIDE: i64 = 0xffff;

/// By how much what stands inside is indented.
pub(super) const INDENT: i64 = 4;

/// Where a box that does not fit is broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Breaks {
    /// At each place.
    All,
    /// Where the next piece does not fit.
    Some,
}

/// A place where a line may end.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Break {
    /// How much further the next line is indented than the box.
    pub(super) offset: i64,
    /// The spaces in its place if it does not end there.
    pub(super) blank: i64,
    /// What stands before the end of the line.
    pub(super) before: &'static str,
    /// What stands behind it.
    pub(super) after: &'static str,
    /// What stands there if the line does not end.
    pub(super) instead: &'static str,
    /// Whether it is there only if something follows in the box.
    pub(super) if_followed: bool,
    /// Whether the line never ends there.
    pub(super) never: bool,
}

#[derive(Debug)]
enum Piece {
    /// Text of that length.
    Text(usize),
    Break(Break),
    Begin(i64, Breaks),
    End,
}

/// A box that is being written.
#[derive(Debug, Clone, Copy)]
enum Frame {
    Fits,
    /// With the indentation around it.
    Broken(i64, Breaks),
}

/// Text with boxes in it, which becomes lines piece by piece.
#[derive(Debug)]
pub(super) struct Layout {
    /// What is not written yet, and how wide each piece is: less than nothing until that is known.
    pieces: Vec<(Piece, i64)>,
    /// The texts among the pieces.
    text: String,
    /// The pieces whose width is not known.
    open: Vec<usize>,
    /// The width of all pieces so far.
    total: i64,
    lines: String,
    frames: Vec<Frame>,
    space: i64,
    indent: i64,
    /// Spaces before the next text, if one follows on the line.
    pending: i64,
}

impl Layout {
    /// Nothing yet, in a box of which each place is the end of a line.
    pub(super) fn new() -> Self {
        Self {
            pieces: Vec::new(),
            text: String::new(),
            open: Vec::new(),
            total: 0,
            lines: String::new(),
            frames: vec![Frame::Broken(0, Breaks::All)],
            space: WIDTH,
            indent: 0,
            pending: 0,
        }
    }

    /// The lines.
    pub(super) fn finish(self) -> String {
        self.lines
    }

    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
        self.has_grown(text.len());
    }

    /// A text that is written by `write`, if it can be.
    pub(super) fn written(&mut self, write: impl FnOnce(&mut String) -> Option<()>) -> Option<()> {
        let before = self.text.len();
        write(&mut self.text)?;
        self.has_grown(self.text.len().saturating_sub(before));
        Some(())
    }

    fn has_grown(&mut self, by: usize) {
        self.total += wide(by);
        match self.pieces.last_mut() {
            Some((Piece::Text(length), _)) => *length += by,
            _ => self.pieces.push((Piece::Text(by), 0)),
        }
    }

    pub(super) fn begin(&mut self, offset: i64, breaks: Breaks) {
        self.add_open(Piece::Begin(offset, breaks));
    }

    /// Ends a box; one that holds nothing but a place to break is none.
    pub(super) fn end(&mut self) {
        if let [.., (before, _), (Piece::Break(last), _)] = &self.pieces[..] {
            let (is_empty, blank, if_followed) = (matches!(before, Piece::Begin(..)), last.blank, last.if_followed);
            if is_empty || if_followed {
                self.take_back();
                self.total -= blank;
            }
            if is_empty {
                return self.take_back();
            }
        }
        self.add_open(Piece::End);
    }

    /// Ends a box, which is broken if it is wider than `most`.
    pub(super) fn end_within(&mut self, most: i64) {
        let mut depth = 1;
        let begin = self.open.iter().rev().find(|at| {
            match self.pieces[**at].0 {
                Piece::Begin(..) => depth -= 1,
                Piece::End => depth += 1,
                Piece::Break(_) | Piece::Text(_) => {}
            }
            depth == 0
        });
        if begin.is_some_and(|at| self.pieces[*at].1 + self.total > most) {
            // No text, as wide as no line.
            self.pieces.push((Piece::Text(0), 0));
            self.total += TOO_WIDE;
        }
        self.end();
    }

    pub(super) fn may_break(&mut self, it: Break) {
        self.settle();
        self.add_open(Piece::Break(it));
        self.total += it.blank;
    }

    /// Nothing, or the end of the line.
    pub(super) fn zero(&mut self) {
        self.may_break(Break::default());
    }

    /// A space, or the end of the line.
    pub(super) fn space(&mut self) {
        self.may_break(Break { blank: 1, ..Break::default() });
    }

    /// Not the end of the line, though what follows is measured alone.
    pub(super) fn never(&mut self) {
        self.may_break(Break { never: true, ..Break::default() });
    }

    /// The end of the line.
    pub(super) fn line(&mut self) {
        self.may_break(Break { blank: TOO_WIDE, ..Break::default() });
    }

    /// The end of the line, if something follows in the box.
    pub(super) fn line_if_followed(&mut self) {
        self.may_break(Break { blank: TOO_WIDE, if_followed: true, ..Break::default() });
    }

    /// Indents what follows the last place to break less.
    pub(super) fn outdent(&mut self) {
        if let Some((Piece::Break(last), _)) = self.pieces.last_mut() {
            last.offset -= INDENT;
        }
    }

    fn add_open(&mut self, piece: Piece) {
        self.open.push(self.pieces.len());
        self.pieces.push((piece, -self.total));
    }

    fn take_back(&mut self) {
        self.pieces.pop();
        self.open.pop();
    }

    /// Says how wide the boxes are that ended, and what stands between the last place to break and this one.
    fn settle(&mut self) {
        let mut depth = 0;
        while let Some(&at) = self.open.last() {
            let (piece, width) = &mut self.pieces[at];
            match piece {
                Piece::Begin(..) if depth == 0 => return,
                Piece::Begin(..) => depth -= 1,
                Piece::End => depth += 1,
                Piece::Break(_) | Piece::Text(_) => {}
            }
            *width += self.total;
            let is_last = depth == 0 && matches!(piece, Piece::Break(_));
            self.open.pop();
            if is_last {
                return;
            }
        }
    }

    /// Writes all of the outermost box up to here, where a line ends.
    pub(super) fn flush(&mut self) {
        let (pieces, text) = (std::mem::take(&mut self.pieces), std::mem::take(&mut self.text));
        let mut at = 0;
        for (piece, width) in &pieces {
            match piece {
                Piece::Text(length) => {
                    self.write(&text[at..at + length]);
                    at += length;
                }
                Piece::Break(it) => self.write_break(it, *width),
                Piece::Begin(offset, breaks) => self.write_begin(*offset, *breaks, *width),
                Piece::End => self.write_end(),
            }
        }
        (self.pieces, self.text) = (pieces, text);
        self.pieces.clear();
        self.text.clear();
        self.open.clear();
        self.total = 0;
    }

    fn write(&mut self, text: &str) {
        for _ in 0..std::mem::take(&mut self.pending) {
            self.lines.push(' ');
        }
        self.lines.push_str(text);
        self.space -= wide(text.len());
    }

    fn write_break(&mut self, it: &Break, width: i64) {
        let fits = it.never
            || match self.frames.last() {
                Some(Frame::Broken(_, Breaks::All)) => false,
                Some(Frame::Broken(_, Breaks::Some)) => width <= self.space,
                Some(Frame::Fits) | None => true,
            };
        if fits {
            self.pending += it.blank;
            self.space -= it.blank + wide(it.instead.len());
            self.lines.push_str(it.instead);
            return;
        }
        if !it.before.is_empty() {
            self.write(it.before);
        }
        self.lines.push('\n');
        self.pending = self.indent + it.offset;
        self.space = (WIDTH - self.pending).max(LEAST_WIDTH);
        if !it.after.is_empty() {
            self.write(it.after);
        }
    }

    fn write_begin(&mut self, offset: i64, breaks: Breaks, width: i64) {
        if width > self.space {
            self.frames.push(Frame::Broken(self.indent, breaks));
            self.indent += offset;
        } else {
            self.frames.push(Frame::Fits);
        }
    }

    fn write_end(&mut self) {
        if let Some(Frame::Broken(indent, _)) = self.frames.pop() {
            self.indent = indent;
        }
    }
}

fn wide(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(TOO_WIDE)
}
