//! Turns the text of a page into blocks with spans; knows markdown, and nothing of what pages say.
//!
//! The only module that names `pulldown_cmark`. Tables are split by us, since GFM drops cells, and tables that GFM does not
//! accept are shown on the published site all the same. What can be read in one way only needs no parser: the lines of usual
//! tables, and cells with no marks but links and words in backticks.

mod blocks;
mod budget;
mod detail;
mod document;
mod fence;
mod inline;
mod outline;
#[cfg(test)]
mod pieces;
mod prepare;
mod surplus;
mod table;
mod tag;
mod text;

pub use document::{Block, BlockKind, Document};
pub use table::{Cell, Row, Table};
pub use text::{Run, Text};

use self::detail::Detail;
use self::prepare::Prepared;
use crate::diagnostic::{Change, Code, Sink};
use crate::span::Span;

/// Reads a page. What is odd is said to `sink`, nothing fails.
pub fn parse<'a>(text: &'a str, sink: &mut Sink) -> Document<'a> {
    let prepared = prepared(text, sink);
    let blocks = match outline::tables(&prepared) {
        Some(tables) => blocks::around(&prepared, &tables, sink),
        None => blocks::blocks(&prepared, Detail::Whole, sink),
    };
    document(prepared, blocks, sink)
}

/// Reads the headings, tables and comments of a page, without what they say, and says the same of what is odd: for pages
/// that are only counted. Other blocks may be there or not. It takes a fraction of the time.
pub fn outline<'a>(text: &'a str, sink: &mut Sink) -> Document<'a> {
    let prepared = prepared(text, sink);
    let blocks = outline::blocks(&prepared, sink).unwrap_or_else(|| blocks::blocks(&prepared, Detail::Outline, sink));
    document(prepared, blocks, sink)
}

fn prepared<'a>(text: &'a str, sink: &mut Sink) -> Prepared<'a> {
    let prepared = prepare::prepare(text);
    if let Some(at) = prepared.conflict {
        let message = "git's conflict marks stand in this page: both versions are read".to_owned();
        sink.push(Code::ConflictMarks, Span::new(at, at + 7), message);
    }
    report_stray_marks(text, &prepared.stray_marks, sink);
    prepared
}

fn document<'a>(prepared: Prepared<'a>, mut blocks: Vec<Block<'a>>, sink: &mut Sink) -> Document<'a> {
    let lost_rows = budget::lost_rows(&mut blocks, sink);
    Document { front_matter: prepared.front_matter, body: prepared.body, blocks, lost_rows }
}

/// Says where a byte order mark stands within a page, as it does where files were joined: nobody sees it, and it is part
/// of the word that it stands at.
fn report_stray_marks(text: &str, places: &[Span], sink: &mut Sink) {
    for place in places.iter().copied() {
        let remove = Change::Replace { place, old: place.text(text).to_owned(), new: String::new() };
        sink.push(Code::StrayMark, place, "a byte order mark stands here".to_owned()).mend([remove]);
    }
}
