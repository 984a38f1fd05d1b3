//! Finds the headings, tables and comments of a page line by line, without a parser, where the page has no more than what
//! nearly all pages of operations have.
//!
//! A line that could be read in two ways is one too many: then the page is left to the parser.

use super::detail::Detail;
use super::document::{Block, BlockKind};
use super::fence::FENCE;
use super::prepare::{Prepared, is_delimiter_row};
use super::table::{self, Context};
use super::text::Text;
use crate::diagnostic::Sink;
use crate::span::Span;

/// What begins at a line.
#[derive(Clone, Copy)]
enum Mark {
    Heading(u8),
    Table,
    Comment,
}

/// What a line is to the next one.
#[derive(Clone, Copy, PartialEq)]
enum Above {
    /// Nothing that could take it in.
    Free,
    /// A paragraph, or what may hold one.
    Text,
    /// A table.
    Table,
}

const COMMENT: (&str, &str) = ("<!--", "-->");

/// The headings, tables and comments; `None` if only the parser can find them.
pub(super) fn blocks<'p>(prepared: &Prepared<'p>, sink: &mut Sink) -> Option<Vec<Block<'p>>> {
    let page = prepared.page;
    let marks = marks(prepared)?;
    let cx = Context { page, source: page, links: &|_| None, detail: Detail::Outline };
    let block = |(mark, span)| {
        let kind = match mark {
            Mark::Heading(level) => BlockKind::Heading { level, text: Text::default() },
            Mark::Table => BlockKind::Table(table::table(&cx, span, sink)),
            Mark::Comment => BlockKind::Comment,
        };
        Block { kind, span, quoted: false }
    };
    Some(marks.into_iter().map(block).collect())
}

/// Where the tables are; `None` if only the parser can find them.
pub(super) fn tables(prepared: &Prepared<'_>) -> Option<Vec<Span>> {
    let tables = marks(prepared)?.into_iter().filter(|(mark, _)| matches!(mark, Mark::Table));
    Some(tables.map(|(_, span)| span).collect())
}

fn marks(prepared: &Prepared<'_>) -> Option<Vec<(Mark, Span)>> {
    if !prepared.is_usual {
        return None;
    }
    let page = prepared.page;
    let mut lines = Lines { page, at: prepared.body };
    let mut marks = Vec::new();
    let mut above = Above::Free;
    while let Some(line) = lines.next() {
        let text = line.text(page);
        above = match (text.as_bytes().first(), level(text)) {
            (None, _) => Above::Free,
            (Some(_), Some(level)) => {
                marks.push((Mark::Heading(level), line));
                Above::Free
            }
            (Some(b'`'), None) if text.starts_with(FENCE) => {
                lines.skip_code(text)?;
                Above::Free
            }
            (Some(b'<'), None) if text.starts_with(COMMENT.0) => {
                marks.push((Mark::Comment, line.to(lines.comment(line)?)));
                Above::Free
            }
            (Some(b'|'), None) if above == Above::Free => {
                lines.skip_table(line)?;
                marks.push((Mark::Table, Span::new(line.start, lines.at)));
                Above::Table
            }
            (Some(_), None) if above == Above::Table || is_odd(text) => return None,
            (Some(_), None) => Above::Text,
        };
    }
    Some(marks)
}

/// The lines of a page, without what is white space to markdown at their ends.
struct Lines<'a> {
    page: &'a str,
    at: usize,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<Span> {
        let rest = self.page.get(self.at..).filter(|it| !it.is_empty())?;
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let line = Span::new(self.at, self.at + rest[..length].trim_end_matches([' ', '\n']).len());
        self.at += length;
        Some(line)
    }

    /// Goes behind the code that a line opens, if nothing in it could be another fence.
    fn skip_code(&mut self, opening: &str) -> Option<()> {
        if opening[FENCE.len()..].contains('`') {
            return None;
        }
        loop {
            let line = self.next()?.text(self.page);
            if line.contains('`') {
                return (line == FENCE).then_some(());
            }
        }
    }

    /// The line that ends the comment which begins at `first`, if it is one comment and hides no table.
    fn comment(&mut self, first: Span) -> Option<Span> {
        let mut line = Span::new(first.start + COMMENT.0.len(), first.end);
        // Right behind its beginning these end a comment too.
        if line.text(self.page).starts_with(['>', '-']) {
            return None;
        }
        loop {
            let text = line.text(self.page);
            let is_end = text.ends_with(COMMENT.1);
            if text.contains(COMMENT.0) || text.contains(COMMENT.1) && !is_end || text.trim_start().starts_with('|') {
                return None;
            }
            if is_end {
                return (text.matches(COMMENT.1).count() == 1).then_some(line);
            }
            line = self.next()?;
        }
    }

    /// Goes behind the table whose header this is, if all of its lines begin with a bar.
    fn skip_table(&mut self, header: Span) -> Option<()> {
        let second = self.next()?;
        let delimiter = second.text(self.page);
        if header.text(self.page).contains(['`', '\\']) || !is_delimiter_row(delimiter) || !delimiter.starts_with('|') {
            return None;
        }
        let columns = table::pieces(self.page, second);
        let are_delimiters = columns.iter().all(|it| is_delimiter(it.text(self.page)));
        if !are_delimiters || columns.len() != table::pieces(self.page, header).len() {
            return None;
        }
        while self.page[self.at..].starts_with('|') {
            // The parser ends the table before a bar alone.
            if self.next()?.len() == 1 {
                return None;
            }
        }
        Some(())
    }
}

/// `:--:`
fn is_delimiter(cell: &str) -> bool {
    let dashes = cell.strip_prefix(':').unwrap_or(cell);
    let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
    !dashes.is_empty() && dashes.bytes().all(|it| it == b'-')
}

/// The level of a heading.
fn level(line: &str) -> Option<u8> {
    let rest = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - rest.len()).ok()?;
    ((1..=6).contains(&level) && (rest.is_empty() || rest.starts_with(' '))).then_some(level)
}

/// Whether a line of text could be, or hold, or begin something else than text: within a list or a quote too.
fn is_odd(line: &str) -> bool {
    let inner = line.trim_start_matches(|it: char| it == ' ' || it.is_ascii_digit() || ">-*+.)".contains(it));
    let is_underline = line.trim_start().bytes().all(|it| it == b'-') && line != "---";
    is_underline
        || inner.starts_with(['#', '<', '~', '='])
        || inner.starts_with(FENCE)
        || inner.starts_with('[') && line.contains("]:")
        || line.contains('|')
        || line.contains(COMMENT.0)
}

#[cfg(test)]
mod tests {
    use super::super::{pieces, prepare};
    use super::*;

    /// What a page has, once line by line, where that can be, and once by the parser.
    fn both(page: &str) -> (Option<String>, String) {
        let prepared = prepare::prepare(page);
        let mut sink = Sink::default();
        let own = blocks(&prepared, &mut sink).map(|blocks| shown(page, &blocks, &sink));
        let mut sink = Sink::default();
        let parsed = super::super::blocks::blocks(&prepared, Detail::Outline, &mut sink);
        (own, shown(page, &parsed, &sink))
    }

    fn shown(page: &str, blocks: &[Block<'_>], sink: &Sink) -> String {
        let block = |block: &Block<'_>| match &block.kind {
            BlockKind::Heading { level, .. } => format!("heading {level} {:?}\n", block.span.text(page).trim()),
            BlockKind::Table(table) => format!("{} {:?} {table:?}\n", block.quoted, block.span.text(page).trim_end()),
            BlockKind::Comment => format!("{:?}\n", block.span.text(page).trim_end()),
            _ => String::new(),
        };
        format!("{}{sink:?}", blocks.iter().map(block).collect::<String>())
    }

    /// Whether there are tables; then the parser finds the same around them as in the page as a whole.
    fn assert_the_same_around_tables(page: &str) -> bool {
        let prepared = prepare::prepare(page);
        let Some(tables) = tables(&prepared) else { return false };
        let (mut sink, mut other) = (Sink::default(), Sink::default());
        let around = super::super::blocks::around(&prepared, &tables, &mut sink);
        let whole = super::super::blocks::blocks(&prepared, Detail::Whole, &mut other);
        assert_eq!(format!("{around:?} {sink:?}"), format!("{whole:?} {other:?}"), "{page}");
        !tables.is_empty()
    }

    #[test]
    fn a_page_of_an_operation_needs_no_parser() {
        let page = "# Get a thing\n\nSay *it*.\n\n## Permissions\n|Kind|Scopes|\n|:--|:---:|\n| a | b |\n|c|\n\n\
            <!-- { \"blockType\": \"ignored\" } -->\n```http\nGET /things | x\n# y\n```\n\n\
            <!-- {\n  \"blockType\": \"response\"\n} -->\n## Response\n> [!NOTE]\n> Text.\n\n- one\n- two\n";
        let (own, parsed) = both(page);
        assert_eq!(own, Some(parsed));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_left_to_the_parser() {
        for line in [
            "text\n===",
            "text\n--",
            "text\n|a|b|\n|--|--|",
            "|a|b|\n|--|--|\n|c|d|\ntext",
            "|a|b|\n|--|",
            "|a|b|\n|--|--|\n|\n|c|d|",
            "text\n -",
            "|a|`b`|\n|--|--|",
            "|a|b|\nno table",
            "> |a|\n> |--|",
            "- # one",
            "  ```http\n  x",
            "```http\nnever closed",
            "```http\n`x`\n```",
            "````\n```\n````",
            "~~~\n# x\n~~~",
            "<b>x</b>",
            "<!-- never closed",
            "<!-->",
            "<!--\n|a|b|\n|--|--|\n-->",
            "<!-- a --> b",
            "<!-- a --> <!-- b -->",
            "text <!-- x",
            "a | b\n--|--",
            "[a]: b.md",
            "a\tb",
            "a\rb",
        ] {
            assert_eq!(both(line).0, None, "{line}");
        }
    }

    /// Pieces of all kinds in any order: nothing may be found that the parser does not find.
    #[test]
    fn the_parser_finds_the_same() {
        const PIECES: &[&str] = &[
            "\n",
            "\n",
            "text\n",
            "# One\n",
            "## Two ##\n",
            "#hash\n",
            "####### seven\n",
            "|a|b|\n",
            "|:--|---|\n",
            "|c|d|\n",
            "|c|d|e|\n",
            "| | |\n",
            "|--|\n",
            "||\n",
            "|a\n",
            "```http\n",
            "```\n",
            "``` x y\n",
            "<!-- one -->\n",
            "<!-- {\n",
            "} -->\n",
            "-->\n",
            "- item\n",
            "1. item\n",
            "  more\n",
            "    code\n",
            "> quote\n",
            "---\n",
            "***\n",
            "**bold** `code`\n",
            "[a]: b.md\n",
            "[a][b] ![c](d)\n",
            "a <b>c</b>\n",
            "\\# x\n",
            "* * *\n",
            "&lt; \u{e4}\n",
            "|a|b|\n|:--|---|\n|c|d|\n\n",
            "|a|\n|---|\n| |\n|x|y|\n\n",
            "|a|b\n|--|--|\n|c\n",
            "```http\nx\n```\n",
            "<!-- {\n x\n} -->\n",
        ];
        let (mut found, mut around) = (0, 0);
        for page in pieces::texts(PIECES, 12, 60_000) {
            around += usize::from(assert_the_same_around_tables(&page));
            let (own, parsed) = both(&page);
            if let Some(own) = own {
                assert_eq!(own, parsed, "{page}");
                found += usize::from(own.contains("Table"));
            }
        }
        assert!(found.min(around) > 1000, "tables are among what is compared: {found}, {around}");
    }
}
