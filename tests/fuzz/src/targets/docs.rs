//! Pages as markdown, and parts of them by themselves: type cells and request lines.

use tablewright::Config;
use tablewright::diagnostic::Sink;
use tablewright::dialect::graph;
use tablewright::facts::TypeWord;
use tablewright::ir::{RequestLine, Segment};
use tablewright::markdown::{self, Block, BlockKind, Document};

use super::{ensure, pages};
use crate::{Form, Outcome, Reached, Target};

/// A page that is read line by line.
pub(super) const OUTLINE: Target = Target {
    name: "outline",
    holds: "its headings, tables and comments, and all its blocks, are those that the parser finds, and the same is said",
    form: Form::Page,
    seeds: |corpus| corpus.bundles.clone(),
    check: |input, reached| pages::files(input).iter().try_for_each(|(_, page)| outline(page, reached)),
};

/// The cell of a type.
pub(super) const TYPE_CELL: Target = Target {
    name: "type-cell",
    holds: "a name found in it is one, and a page with the cell becomes crates",
    form: Form::Text,
    seeds: |corpus| corpus.lines(|line| line.split('|').nth(2).map(|it| it.trim().to_owned())),
    check: type_cell,
};

/// A request line.
pub(super) const REQUEST_LINE: Target = Target {
    name: "request-line",
    holds: "its pieces give its path, its own path is one of it, and a page with the line becomes crates",
    form: Form::Text,
    seeds: |corpus| corpus.lines(|line| line.starts_with("PATCH ").then(|| line.to_owned())),
    check: request_line,
};

fn outline(page: &[u8], reached: &mut Reached) -> Outcome {
    let page = String::from_utf8_lossy(page);
    // A tab in the front matter leaves a page to the parser, and moves nothing.
    let (by_line, by_parser) = (format!("---\na: b\n---\n{page}"), format!("---\na:\tb\n---\n{page}"));
    let read = |page: &str, read: for<'p> fn(&'p str, &mut Sink) -> Document<'p>| {
        let mut said = Sink::default();
        let document = read(page, &mut said);
        let outline: Vec<String> = document.blocks.iter().filter_map(|it| block(it, page)).collect();
        (format!("{:?}", document.blocks), (outline, document.lost_rows, format!("{said:?}")))
    };
    let (whole, parsed) = (read(&by_line, markdown::parse), read(&by_parser, markdown::parse));
    ensure(whole == parsed, || format!("{whole:?} is not {parsed:?}"))?;
    let (outline, parsed) = (read(&by_line, markdown::outline).1, parsed.1);
    parsed.0.iter().filter_map(|it| it.split(' ').next()).for_each(|it| reached.at(it));
    ensure(outline == parsed, || format!("{outline:?} is not {parsed:?}"))
}

/// What of a block its outline has.
fn block(block: &Block<'_>, page: &str) -> Option<String> {
    let text = block.span.text(page).trim();
    match &block.kind {
        BlockKind::Heading { level, .. } => Some(format!("heading {level} {text}")),
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(&table.rows);
            let rows: Vec<_> =
                rows.map(|row| (row.span, row.cells.iter().map(|it| it.span).collect::<Vec<_>>())).collect();
            Some(format!("table {rows:?}"))
        }
        BlockKind::Comment => Some(format!("comment {text}")),
        BlockKind::Paragraph(_) | BlockKind::Item(_) | BlockKind::Code { .. } | BlockKind::Html | BlockKind::Rule => {
            None
        }
    }
}

fn type_cell(cell: &str, reached: &mut Reached) -> Outcome {
    let (_, word) = graph::type_of(cell);
    match &word {
        TypeWord::Primitive(primitive) => reached.at(&format!("{primitive:?}")),
        TypeWord::Name(name) => {
            reached.at("a name");
            ensure(tablewright::facts::is_name(name), || format!("`{name}` is no name"))?;
        }
        TypeWord::Alternatives(_) => reached.at("alternatives"),
        TypeWord::Nothing => reached.at("nothing"),
    }
    let page = format!(
        "# thing resource type\n\nA thing.\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|Key.|\n\
         |part|{cell}|Its part.|\n"
    );
    pages::crates(&Config::default(), pages::files(&page), reached).map(drop)
}

fn request_line(line: &str, reached: &mut Reached) -> Outcome {
    let page = format!(
        "@@ resources/thing.md\n# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n\
         |id|String|Key.|\n|size|Int32|Its size.|\n@@ api/thing-update.md\n# Update thing\n\nUpdate a \
         [thing](../resources/thing.md).\n\n## HTTP request\n```http\n{line}\n```\n\n## Request body\n\
         |Property|Type|Description|\n|:--|:--|:--|\n|size|Int32|Its size.|\n\n## Response\n`200 OK` and a \
         [thing](../resources/thing.md).\n"
    );
    let api = pages::crates(&Config::default(), pages::files(&page), reached)?;
    api.operations.iter().flat_map(|it| &it.lines).try_for_each(pieces)
}

fn pieces(line: &RequestLine) -> Outcome {
    let joined = |value: &dyn Fn(&str) -> String| {
        let piece = |segment: &Segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Parameter { name, .. } => value(name),
        };
        line.segments.iter().map(piece).collect::<String>()
    };
    let path = joined(&|name| format!("{{{name}}}"));
    ensure(path == line.path, || format!("the pieces give `{path}`, the path is `{}`", line.path))?;
    ensure(path.starts_with('/'), || format!("`{path}` does not begin with a slash"))?;
    let example = joined(&|name| format!("{name}1"));
    ensure(line.values(&example).is_some(), || format!("`{example}` is no path of `{}`", line.path))
}
