//! Says where a slip of the pen makes a part of a page something else: headings, tables, responses.

use super::Reader;
use super::section::Section;
use crate::diagnostic::{Change, Code, indent};
use crate::facts::{PageKind, Status};
use crate::markdown::{Block, BlockKind, Text};
use crate::near;
use crate::span::Span;

/// The headings by which a page of an operation is read.
const OF_OPERATION: [&str; 10] = [
    "Permissions",
    "Prerequisites",
    "HTTP request",
    "Request headers",
    "Request body",
    "Response",
    "Example",
    "Examples",
    "Optional query parameters",
    "Path parameters",
];

/// Those by which a page of a type is read.
const OF_TYPE: [&str; 4] = ["Properties", "Relationships", "Methods", "JSON representation"];

/// That of a page that lists an enumeration; misspelled, the page seems to be about nothing.
const OF_ENUM: [&str; 1] = ["Members"];

impl Reader<'_> {
    /// Says what a page of that kind loses by slips.
    pub(super) fn slips(&mut self, kind: PageKind) {
        let headings: &[&str] = match kind {
            PageKind::Update | PageKind::UnreadableUpdate => &OF_OPERATION,
            PageKind::Resource => &OF_TYPE,
            PageKind::Enum | PageKind::Overview => &OF_ENUM,
            PageKind::OtherOperation | PageKind::Fixed | PageKind::NotMarkdown => return,
        };
        if matches!(kind, PageKind::Update | PageKind::Resource) {
            self.levels(headings);
        }
        let is_read_whole = !matches!(kind, PageKind::Enum | PageKind::Overview);
        let sections = self.sections;
        for section in sections {
            if section.level > 1 {
                self.heading(section, headings);
            }
            section.blocks.iter().for_each(|block| self.lost_heading(block));
            if is_read_whole {
                self.links(section);
                section.blocks.iter().for_each(|block| self.lost_table(block));
            }
        }
    }

    /// Says where the title in the front matter is that of the page but for a slip, or for another name.
    pub(super) fn title(&mut self, front_matter: &[(&str, &str)]) {
        let Some((_, title)) = front_matter.iter().find(|(key, _)| *key == "title") else { return };
        let Some(heading) = self.sections.iter().find(|section| section.level == 1) else { return };
        let (one, two): (Vec<&str>, Vec<&str>) = (words(&heading.title).collect(), words(title).collect());
        if one.len() != two.len() {
            return;
        }
        let odd: Vec<(&str, &str)> =
            one.into_iter().zip(two).filter(|(one, two)| !one.eq_ignore_ascii_case(two)).collect();
        let [(shown, titled)] = odd.as_slice() else { return };
        let is_slip = near::is_slip(shown, titled) || near::is_slip(titled, shown);
        if is_slip || is_other_name(shown, titled) {
            let span = within(heading.span, &self.page.text, shown);
            let message = format!("the heading says `{shown}`, and the title in the front matter `{titled}`");
            let head = Span::new(0, heading.span.start);
            let beside = within(head, &self.page.text, titled);
            self.sink.push(Code::TitleDiffers, span, message).beside(beside, "the title");
        }
    }

    fn heading(&mut self, section: &Section<'_>, headings: &[&str]) {
        let key = &section.key;
        // `Response 1`, `Example of a request`, `Permission`.
        let is_right = |it: &&str| key.starts_with(it.to_lowercase().trim_end_matches('s'));
        if headings.iter().any(is_right) {
            return;
        }
        if let Some(near) = near::similar(key, headings.iter().copied()) {
            let span = within(section.span, &self.page.text, &section.title);
            let message = format!("`{}` is no heading that is known", section.title);
            self.sink.push(Code::MisspelledHeading, span, message).hint(format!("did you mean `{near}`?"));
        }
    }

    /// Links whose target was forgotten.
    fn links(&mut self, section: &Section<'_>) {
        let cells = section.tables().flat_map(|table| &table.rows).flat_map(|row| &row.cells).map(|cell| &cell.text);
        for (shown, _, span) in section.texts().chain(cells).flat_map(Text::links).filter(|it| it.1.is_empty()) {
            self.sink.push(Code::DeadLink, span, format!("the link `{shown}` has no target"));
        }
    }

    /// `##Members`, which markdown takes for a paragraph.
    fn lost_heading(&mut self, block: &Block<'_>) {
        let BlockKind::Paragraph(_) = block.kind else { return };
        let line = block.span.text(&self.page.text).lines().next().unwrap_or_default();
        let title = line.trim_start_matches('#');
        let level = line.len() - title.len();
        if (1..=6).contains(&level) && title.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let span = Span::new(block.span.start, block.span.start + line.len());
            let message = format!("`{line}` is no heading");
            let hint = format!("did you mean `{} {title}`?", &line[..level]);
            self.sink.push(Code::MisspelledHeading, span, message).hint(hint);
        }
    }

    /// Lines with bars that markdown takes for a paragraph.
    fn lost_table(&mut self, block: &Block<'_>) {
        let BlockKind::Paragraph(_) = block.kind else { return };
        let lines: Vec<&str> = block.span.text(&self.page.text).lines().map(str::trim).collect();
        let columns = |line: &str| line.matches('|').count().saturating_sub(1);
        let [first, rest @ ..] = lines.as_slice() else { return };
        let is_row = |line: &&str| line.starts_with('|') && line.ends_with('|') && columns(line) >= 2;
        if rest.is_empty() || !lines.iter().all(is_row) {
            return;
        }
        let delimiter = format!("|{}", "---|".repeat(columns(first)));
        let message = format!("this looks like a table: the line `{delimiter}` is missing after it");
        let hint = format!("put `{delimiter}` below it; {} rows are lost without", rest.len());
        let span = within(block.span, &self.page.text, first);
        let is_even = lines.iter().all(|line| columns(line) == columns(first) && !line.contains(['\\', '`']));
        let indent = indent(&self.page.text, span.start).filter(|_| is_even);
        let below = indent.map(|it| Change::Below { place: span, line: format!("{it}{delimiter}") });
        self.sink.push(Code::MissingDelimiter, span, message).hint(hint).mend(below);
    }

    /// Says where a response of an example has no status line.
    pub(super) fn responses_without_status(&mut self, promised: &[Status]) {
        let is_response = |section: &&Section<'_>| section.key.starts_with("response");
        let codes = self.example_sections().filter(is_response).filter_map(|section| section.codes().next());
        let spans: Vec<Span> =
            codes.filter(|(language, _)| matches!(*language, "http" | "json")).map(|(_, span)| span).collect();
        for span in spans {
            let first = span.text(&self.page.text).lines().map(str::trim).find(|line| !line.is_empty());
            if first.is_some_and(|line| line.starts_with("HTTP/")) {
                continue;
            }
            let status = promised.first().map_or("200 OK", |it| status(it.code));
            let message = "this response has no status line".to_owned();
            let place = first.map_or(span, |first| within(span, &self.page.text, first));
            self.sink.push(Code::NoStatusLine, place, message).hint(format!("put `HTTP/1.1 {status}` above it"));
        }
    }
}

/// Whether two words are names, neither of which is the other with an ending.
fn is_other_name(one: &str, other: &str) -> bool {
    let is_name = |it: &str| it.len() > 3 && it.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    let (one_lower, other_lower) = (one.to_lowercase(), other.to_lowercase());
    is_name(one) && is_name(other) && !one_lower.starts_with(&other_lower) && !other_lower.starts_with(&one_lower)
}

/// A code of success with its name (RFC 9110, 15.3).
const fn status(code: u16) -> &'static str {
    match code {
        201 => "201 Created",
        202 => "202 Accepted",
        204 => "204 No Content",
        206 => "206 Partial Content",
        _ => "200 OK",
    }
}

fn words(title: &str) -> impl Iterator<Item = &str> {
    title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty())
}

/// Where a text stands in a span.
fn within(span: Span, page: &str, text: &str) -> Span {
    let at = span.text(page).find(text).unwrap_or_default();
    Span::new(span.start + at, (span.start + at + text.len()).min(span.end))
}
