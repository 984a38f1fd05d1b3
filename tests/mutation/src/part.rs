//! The parts of a page in which a pen can slip, each with its bytes; found without the reader that is to be judged.

use std::ops::Range;

/// What a piece of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The words of the first heading.
    Title,
    /// The words of another heading.
    Heading,
    /// The method of a request line.
    Verb,
    /// The path of a documented request line.
    Path,
    /// The line that an answer begins with.
    StatusLine,
    /// A line of three backticks.
    Fence,
    /// The line between the head and the rows of a table.
    Delimiter,
    /// A row.
    Row,
    /// Two rows, each without its first cell.
    Rows,
    /// A cell of a table of properties, with the bar before it.
    Cell,
    /// A name in a table of properties.
    Name,
    /// A type in a table of properties.
    Type,
    /// A name in a table of members.
    Member,
    /// A scope.
    Scope,
    /// A name in JSON.
    JsonName,
    /// A brace or bracket.
    Brace,
    /// A comma.
    Comma,
    /// A quote.
    Quote,
    /// A number in JSON.
    Number,
    /// A date in JSON.
    Date,
    /// What a link leads to.
    Target,
}

/// A part and its bytes.
pub(crate) type Site = (Part, Range<usize>);

/// All of a page, in its order.
pub(crate) fn sites(text: &str) -> Vec<Site> {
    let mut scan = Scan::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        scan.line(line, at);
        at += line.len();
    }
    scan.sites
}

/// What the cells of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    Properties,
    Members,
    Permissions,
    Other,
}

#[derive(Default)]
struct Scan {
    sites: Vec<Site>,
    in_code: bool,
    titled: bool,
    /// The table that the line before is part of, and the bytes of its last row behind the first cell.
    table: Option<(Table, Option<Range<usize>>)>,
}

impl Scan {
    fn push(&mut self, part: Part, at: usize, piece: Range<usize>) {
        self.sites.push((part, at + piece.start..at + piece.end));
    }

    fn line(&mut self, line: &str, at: usize) {
        let text = line.trim_end();
        if text.trim_start().starts_with("```") {
            self.in_code = !self.in_code;
            self.push(Part::Fence, at, 0..line.len());
        } else if self.in_code {
            self.code(line, at);
        } else if text.trim_start().starts_with('|') {
            self.row(line, at);
            self.links(text, at);
            return;
        } else if let Some(words) = heading(text) {
            let part = if self.titled { Part::Heading } else { Part::Title };
            self.titled = true;
            self.push(part, at, words);
        } else {
            self.links(text, at);
        }
        self.table = None;
    }

    fn links(&mut self, text: &str, at: usize) {
        for (start, _) in text.match_indices("](") {
            if let Some(len) = text[start..].find(')') {
                self.push(Part::Target, at, start + 2..start + len);
            }
        }
    }

    fn code(&mut self, line: &str, at: usize) {
        let text = line.trim_end();
        if let Some(path) = text.strip_prefix("PATCH ") {
            self.push(Part::Verb, at, 0..5);
            if path.starts_with('/') {
                self.push(Part::Path, at, 6..text.len());
            }
        } else if text.starts_with("HTTP/") {
            self.push(Part::StatusLine, at, 0..line.len());
        } else if text.trim_start().starts_with(['{', '}', '[', ']', '"']) {
            self.json(text, at);
        }
    }

    fn json(&mut self, text: &str, at: usize) {
        for (start, found) in text.match_indices(['{', '}', '[', ']', ',', '"']) {
            let part = match found {
                "," => Part::Comma,
                "\"" => Part::Quote,
                _ => Part::Brace,
            };
            self.push(part, at, start..start + 1);
        }
        let Some(colon) = text.find("\":") else { return };
        if let Some(quote) = text[..colon].find('"') {
            self.push(Part::JsonName, at, quote + 1..colon);
        }
        let value = text[colon + 2..].trim_start();
        let start = text.len() - value.len();
        let value = value.trim_end_matches([',', '}', ' ']);
        if !value.is_empty() && value.bytes().all(|it| it.is_ascii_digit()) {
            self.push(Part::Number, at, start..start + value.len());
        }
        if value.starts_with("\"20") && value.contains('T') && value.contains(':') {
            self.push(Part::Date, at, start + 1..start + value.len() - 1);
        }
    }

    fn row(&mut self, line: &str, at: usize) {
        let cells = cells(line);
        let Some((table, above)) = self.table.take() else {
            let head: Vec<String> = cells.iter().map(|it| line[it.clone()].trim().to_lowercase()).collect();
            self.table = Some((table(&head), None));
            return;
        };
        if line.bytes().all(|it| b"|:- \t\r\n".contains(&it)) {
            self.push(Part::Delimiter, at, 0..line.len());
            self.table = Some((table, None));
            return;
        }
        self.push(Part::Row, at, 0..line.len());
        self.cells(table, line, at, &cells);
        let rest = cells.get(1).map(|second| at + second.start..at + line.trim_end().len());
        if let (Table::Properties | Table::Members, Some(above), Some(rest)) = (table, above, &rest) {
            self.sites.push((Part::Rows, above.start..rest.end));
        }
        self.table = Some((table, rest));
    }

    fn cells(&mut self, table: Table, line: &str, at: usize, cells: &[Range<usize>]) {
        for (number, cell) in cells.iter().enumerate() {
            let part = match (table, number) {
                (Table::Properties, 0) => Part::Name,
                (Table::Properties, 1) => Part::Type,
                (Table::Members, 0) => Part::Member,
                (Table::Permissions, 1..) => Part::Scope,
                _ => continue,
            };
            self.push(part, at, words(line, cell));
        }
        if table == Table::Properties {
            for cell in cells {
                self.push(Part::Cell, at, cell.start - 1..cell.end);
            }
        }
    }
}

/// The words of a heading.
fn heading(text: &str) -> Option<Range<usize>> {
    let words = text.trim_start_matches('#');
    let is_one = words.len() < text.len() && words.starts_with(' ');
    is_one.then(|| text.len() - words.trim_start().len()..text.len())
}

fn table(head: &[String]) -> Table {
    match (head.first().map(String::as_str), head.get(1).map(String::as_str)) {
        (Some("property" | "relationship" | "name" | "parameter"), Some("type")) => Table::Properties,
        (Some("member" | "value" | "members" | "values"), _) => Table::Members,
        (Some("permission type"), _) => Table::Permissions,
        _ => Table::Other,
    }
}

/// The cells between the bars of a line.
fn cells(line: &str) -> Vec<Range<usize>> {
    let bars = line.match_indices('|').map(|(at, _)| at).filter(|at| *at == 0 || line.as_bytes()[at - 1] != b'\\');
    let bars: Vec<usize> = bars.collect();
    bars.windows(2).map(|it| it[0] + 1..it[1]).collect()
}

/// A cell without the spaces around it; the text of the link that it begins with, if it does.
fn words(line: &str, cell: &Range<usize>) -> Range<usize> {
    let text = &line[cell.clone()];
    let trimmed = text.trim_start();
    let start = cell.end - trimmed.len();
    match trimmed.strip_prefix('[').and_then(|it| it.find(']')) {
        Some(len) => start + 1..start + 1 + len,
        None => start..start + trimmed.trim_end().len(),
    }
}
