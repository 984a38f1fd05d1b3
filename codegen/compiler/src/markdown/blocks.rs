//! Turns the parser's events into a flat list of blocks.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::detail::Detail;
use super::document::{Block, BlockKind};
use super::fence;
use super::inline::Collector;
use super::prepare::{Prepared, is_delimiter_row};
use super::table::{self, Context};
use super::text::Text;
use crate::diagnostic::{Code, Sink};
use crate::limits::{MAX_NESTING, MAX_UNCLOSED};
use crate::span::Span;

/// All blocks.
pub(super) fn blocks<'p>(prepared: &Prepared<'p>, detail: Detail, sink: &mut Sink) -> Vec<Block<'p>> {
    let source = prepared.text.as_ref();
    let mut start = prepared.body;
    let mut all = Vec::new();
    let mut cuts = 0;
    while start < source.len() {
        let found = part(prepared, Span::new(start, source.len()), detail, sink);
        let cut = found.iter().find_map(|block| fence::cut(source, block, sink));
        let Some(cut) = cut else {
            if all.is_empty() {
                return found;
            }
            all.extend(found);
            break;
        };
        all.extend(found.into_iter().filter(|block| block.span.start < cut).map(|block| up_to(cut, block)));
        start = cut;
        cuts += 1;
        if cuts > MAX_UNCLOSED && start < source.len() {
            let message = format!("more than {MAX_UNCLOSED} code blocks are not closed: the page from here on is lost");
            let line = table::lines_of(source, Span::new(start, source.len())).next().unwrap_or_default();
            sink.push(Code::TooLarge, line, message).hint("close the code blocks above");
            break;
        }
    }
    all
}

/// All blocks of a page whose tables are known: the parser reads what stands around them.
pub(super) fn around<'p>(prepared: &Prepared<'p>, tables: &[Span], sink: &mut Sink) -> Vec<Block<'p>> {
    let source = prepared.text.as_ref();
    let cx = Context { page: prepared.page, source, links: &|_| None, detail: Detail::Whole };
    let mut all = Vec::new();
    let mut start = prepared.body;
    for span in tables.iter().copied() {
        all.extend(part(prepared, Span::new(start, span.start), Detail::Whole, sink));
        all.push(Block { kind: BlockKind::Table(table::table(&cx, span, sink)), span, quoted: false });
        start = span.end;
    }
    all.extend(part(prepared, Span::new(start, source.len()), Detail::Whole, sink));
    all
}

/// The blocks of a part of the page.
fn part<'p>(prepared: &Prepared<'p>, within: Span, detail: Detail, sink: &mut Sink) -> Vec<Block<'p>> {
    let source = prepared.text.as_ref();
    let parser = Parser::new_ext(within.text(source), Options::ENABLE_TABLES);
    let definitions: BTreeMap<String, String> =
        parser.reference_definitions().iter().map(|(name, it)| (name.to_lowercase(), it.dest.to_string())).collect();
    let links = |name: &str| definitions.get(name).cloned();
    let cx = Context { page: prepared.page, source, links: &links, detail };
    let mut reader = Reader { cx, sink, blocks: Vec::new(), shown: None, quotes: 0, lists: 0 };
    let mut events = Events { rest: parser.into_offset_iter(), left: None, start: within.start };
    while let Some((event, span)) = events.next() {
        reader.block(event, span, &mut events);
    }
    reader.blocks
}

/// The parser's events.
struct Events<'e> {
    rest: OffsetIter<'e>,
    /// The one that comes before the rest, where it was looked at and left.
    left: Option<(Event<'e>, Span)>,
    /// Where in the page the parser began.
    start: usize,
}

impl<'e> Events<'e> {
    fn next(&mut self) -> Option<(Event<'e>, Span)> {
        if self.left.is_some() {
            return self.left.take();
        }
        let (event, range) = self.rest.next()?;
        Some((event, Span::new(range.start + self.start, range.end + self.start)))
    }

    /// The next event, if it is text or what marks it up.
    fn next_inline(&mut self) -> Option<(Event<'e>, Span)> {
        let next = self.next()?;
        if is_inline(&next.0) {
            return Some(next);
        }
        self.left = Some(next);
        None
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline_end(tag.to_end()),
        Event::End(end) => is_inline_end(*end),
        Event::Rule => false,
        _ => true,
    }
}

const fn is_inline_end(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

struct Reader<'a, 'p> {
    cx: Context<'a, 'p>,
    sink: &'a mut Sink,
    blocks: Vec<Block<'p>>,
    /// The last block that is no comment.
    shown: Option<usize>,
    quotes: usize,
    lists: usize,
}

impl<'p> Reader<'_, 'p> {
    fn block(&mut self, event: Event<'_>, span: Span, events: &mut Events<'_>) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                self.quotes += 1;
                self.nesting(span);
            }
            Event::End(TagEnd::BlockQuote(_)) => self.quotes -= 1,
            Event::Start(Tag::List(_)) => {
                self.lists += 1;
                self.nesting(span);
            }
            Event::End(TagEnd::List(_)) => self.lists -= 1,
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, span, events),
            Event::Start(Tag::Paragraph) => self.paragraph(span, events),
            Event::Start(Tag::Table(_)) => self.table(span, events),
            Event::Start(Tag::CodeBlock(kind)) => self.code(&kind, span, events),
            Event::Start(Tag::HtmlBlock) => self.html(span, events),
            Event::Rule => self.push(BlockKind::Rule, span),
            Event::Start(_) | Event::End(_) => {}
            inline => self.bare_item(inline, span, events),
        }
    }

    /// Says where blocks stand too deep.
    fn nesting(&mut self, span: Span) {
        if self.quotes + self.lists == MAX_NESTING + 1 {
            let message = format!("this stands in more than {MAX_NESTING} quotes and lists, and is lost");
            let line = table::lines_of(self.cx.source, span).next().unwrap_or(span);
            self.sink.push(Code::TooLarge, line, message).hint("nest it less deep");
        }
    }

    fn push(&mut self, kind: BlockKind<'p>, span: Span) {
        if self.quotes + self.lists > MAX_NESTING {
            return;
        }
        if !matches!(kind, BlockKind::Comment) {
            self.shown = Some(self.blocks.len());
        }
        self.blocks.push(Block { kind, span, quoted: self.quotes > 0 });
    }

    /// `---` under a line makes it a heading to the parser; in these docs it ends a group of tabs.
    fn heading(&mut self, level: HeadingLevel, span: Span, events: &mut Events<'_>) {
        let text = text_of(&self.cx, events, span, None);
        if span.text(self.cx.source).trim_end().ends_with("\n---") {
            self.push(BlockKind::Paragraph(text), span);
            self.push(BlockKind::Rule, Span::new(span.end, span.end));
        } else {
            self.push(BlockKind::Heading { level: level as u8, text }, span);
        }
    }

    fn paragraph(&mut self, span: Span, events: &mut Events<'_>) {
        let text = text_of(&self.cx, events, span, None);
        if self.continues_table(span) {
            return;
        }
        if let Some(hidden) = table::hidden_table(self.cx.source, span) {
            let table = table::table(&self.cx, hidden, self.sink);
            self.push(BlockKind::Table(table), hidden);
            return;
        }
        let kind = if self.lists > 0 { BlockKind::Item(text) } else { BlockKind::Paragraph(text) };
        self.push(kind, span);
    }

    /// Text of a tight list has no paragraph around it.
    fn bare_item(&mut self, first: Event<'_>, span: Span, events: &mut Events<'_>) {
        let text = text_of(&self.cx, events, span, Some(first));
        let span = text.span;
        self.push(BlockKind::Item(text), span);
    }

    /// A comment or a blank line between rows ends a table for the parser, and not for a reader.
    fn continues_table(&mut self, span: Span) -> bool {
        let above = self.shown.map(|at| &mut self.blocks[at]);
        let Some(Block { kind: BlockKind::Table(table), span: whole, .. }) = above else {
            return false;
        };
        let source = self.cx.source;
        let lines: Vec<Span> = table::lines_of(source, span).collect();
        let is_row = |line: &str| line.starts_with('|') && !is_delimiter_row(line);
        if !lines.iter().all(|line| is_row(line.text(source))) {
            return false;
        }
        for line in lines {
            if line.len() > 1 {
                self.sink.push(Code::ContinuedTable, line, "this row belongs to the table above".to_owned());
            }
            table::append(&self.cx, table, line, self.sink);
        }
        *whole = whole.to(span);
        true
    }

    fn table(&mut self, span: Span, events: &mut Events<'_>) {
        skip_until(events, |end| end == TagEnd::Table);
        let table = table::table(&self.cx, span, self.sink);
        self.push(BlockKind::Table(table), span);
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, span: Span, events: &mut Events<'_>) {
        let mut content: Option<Span> = None;
        while let Some((event, range)) = events.next() {
            match event {
                Event::End(TagEnd::CodeBlock) => break,
                _ => content = Some(content.map_or(range, |all| all.to(range))),
            }
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_lowercase(),
            CodeBlockKind::Indented => String::new(),
        };
        self.push(BlockKind::Code { language, content: content.unwrap_or(Span::new(span.end, span.end)) }, span);
    }

    fn html(&mut self, span: Span, events: &mut Events<'_>) {
        skip_until(events, |end| end == TagEnd::HtmlBlock);
        let text = span.text(self.cx.source);
        if text.trim_start().starts_with("<!--") {
            if text.matches("<!--").count() > text.matches("-->").count() {
                self.sink.push(Code::UnclosedComment, span, "this comment is not closed".to_owned());
            }
            self.push(BlockKind::Comment, span);
        } else if let Some(hidden) = table::hidden_table(self.cx.source, span) {
            self.sink.push(Code::RescuedTable, hidden, "HTML right above this table hides it".to_owned());
            let table = table::table(&self.cx, hidden, self.sink);
            self.push(BlockKind::Table(table), hidden);
        } else {
            self.push(BlockKind::Html, span);
        }
    }
}

fn skip_until(events: &mut Events<'_>, is_end: impl Fn(TagEnd) -> bool) {
    while let Some((event, _)) = events.next() {
        if matches!(event, Event::End(end) if is_end(end)) {
            return;
        }
    }
}

/// The inline events at hand as text; the block's own end is left for the caller's loop, which ignores it.
fn text_of<'p>(cx: &Context<'_, 'p>, events: &mut Events<'_>, span: Span, first: Option<Event<'_>>) -> Text<'p> {
    let mut collector = Collector::new(cx.page);
    let mut whole = span;
    let mut take = |event: Event<'_>, range| {
        if cx.detail == Detail::Whole {
            collector.take(event, range);
        }
    };
    if let Some(event) = first {
        take(event, span);
    }
    while let Some((event, range)) = events.next_inline() {
        whole = whole.to(range);
        take(event, range);
    }
    collector.finish(whole)
}

fn up_to(cut: usize, mut block: Block<'_>) -> Block<'_> {
    block.span.end = block.span.end.min(cut);
    if let BlockKind::Code { content, .. } = &mut block.kind {
        content.end = content.end.min(cut);
    }
    block
}
