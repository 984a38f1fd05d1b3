//! The dimensions in which docs grow, each with synthetic docs of any size.

use tablewright::Config;
use tablewright::fixups::{Action, Fixup, Setting};

use crate::pages::{File, body, each, resource, texts, update};

/// Something of which docs can have more.
pub(crate) struct Dimension {
    /// What there is more of.
    pub(crate) name: &'static str,
    /// How many the smallest docs have. Where there is a limit, eight times this is within it.
    pub(crate) size: usize,
    /// Docs with so many.
    pub(crate) make: fn(usize) -> Input,
}

/// What is read.
pub(crate) struct Input {
    pub(crate) files: Vec<File>,
    pub(crate) config: Config,
}

const fn of(name: &'static str, size: usize, make: fn(usize) -> Input) -> Dimension {
    Dimension { name, size, make }
}

/// All of them.
pub(crate) const ALL: &[Dimension] = &[
    of("types in chains of 100 bases", 250, |n| types(n, |number| (number % 101 < 100).then_some(number + 1))),
    of("types in one ring of bases", 500, |n| types(n, |number| Some((number + 1) % n))),
    of("types derived from one", 500, |n| types(n, |number| (number > 0).then_some(0))),
    of("types in a ring of properties", 500, |n| {
        pages((0..n).map(|it| resource(&name(it), "A thing.", &refers(it, [(it + 1) % n]))))
    }),
    of("properties in rings of types", 1000, |n| {
        pages(
            (0..n / 8).map(|it| resource(&name(it), "A thing.", &refers(it, (0..8).map(|by| (it * 7 + by) % (n / 8))))),
        )
    }),
    of("rows of one type", 2500, |n| pages([resource("thing", "A thing.", &texts("name", n))])),
    of("rows of one body, documented", 1250, |n| with_body(n, &body(&texts("name", n)))),
    of("rows of one body, unknown", 1250, |n| with_body(n, &body(&texts("other", n)))),
    of("rows of one body, all around", 1250, |n| with_body(1, &body(&around(n)))),
    of("rows that stand twice", 1250, |n| pages([resource("thing", "A thing.", &texts("name", n).repeat(2))])),
    of("rows that differ in case", 1250, |n| {
        pages([resource("thing", "A thing.", &(texts("name", n) + &texts("NAME", n)))])
    }),
    of("columns of 8,000 rows", 12, |n| pages([resource("thing", "A thing.", ""), columns(n, 8000)])),
    of("tables of one page", 1000, |n| pages([tables(n)])),
    of("members of one enumeration", 1250, |n| pages([members(n)])),
    of("values in one description", 1000, |n| pages([resource("thing", "A thing.", &values(n))])),
    of("members of one JSON object", 1000, |n| pages([shown(n)])),
    of("request lines of one page", 500, |n| {
        let lines = each(n, |number| format!("PATCH /things{number}/{{id}}\n"));
        pages([resource("thing", "A thing.", &texts("name", 5)), update("thing-update", "thing", &lines, "")])
    }),
    of("examples of one page", 500, |n| with_body(5, &(body(&texts("name", 5)) + &each(n, example)))),
    of("headers of one page", 1000, |n| with_body(5, &headers(n))),
    of("diagnostics, of one page", 1250, |n| pages([resource("thing", "A thing.", &unknown(n))])),
    of("diagnostics, each of a page", 500, |n| {
        pages((0..n).map(|it| resource(&name(it), "A thing.", &format!("|name|missingType{it}|Text.|\n"))))
    }),
    of("diagnostics, in one line", 2000, |n| {
        with_body(5, &format!("## Response\n\n{}\n", each(n, |it| format!("[type{it}](../resources/no{it}.md), "))))
    }),
    of("fixups", 500, fixed),
    of("pages of types", 1000, |n| pages((0..n).map(|it| resource(&name(it), "A thing.", &texts("name", 3))))),
    of("pages of one type", 250, |n| {
        let page = |it| {
            let (_, text) = resource("thing", "A thing.", &texts(&format!("name{it}By"), 3));
            (format!("beta/resources/page{it}.md"), text)
        };
        pages((0..n).map(page))
    }),
    of("enumerations of one page", 250, enums),
    of("pages of updates", 250, |n| {
        let both = |it| {
            let lines = format!("PATCH /things{it}/{{id}}\n");
            let stem = format!("{}-update", name(it));
            [
                resource(&name(it), "A thing.", &texts("name", 3)),
                update(&stem, &name(it), &lines, &body(&texts("name", 3))),
            ]
        };
        pages((0..n).flat_map(both))
    }),
    of("updates of one type", 250, |n| {
        let of_thing = |it| {
            let lines = format!("PATCH /places{it}/{{id}}\n");
            update(&format!("place{it}-thing-update"), "thing", &lines, &body(&texts("name", 3)))
        };
        pages((0..n).map(of_thing).chain([resource("thing", "A thing.", &texts("name", 3))]))
    }),
    of("other files", 1000, |n| pages((0..n).map(|it| (format!("beta/resources/x{it}.txt"), b"text".to_vec())))),
    of("includes of one page", 1000, included),
    of("quotes around a paragraph", 6, |n| nested(n, |depth| format!("{} text\n\n", "> ".repeat(depth)))),
    of("lists around a paragraph", 6, |n| nested(n, |depth| format!("{}text\n\n---\n\n", "- ".repeat(depth)))),
    of("words of one line", 20_000, |n| pages([resource("thing", &each(n, |it| format!("word{it} ")), "")])),
    of("code and links of one line", 5000, |n| {
        pages([resource("thing", &each(n, |it| format!("`code{it}` [a](thing.md) **b** ")), "")])
    }),
    of("lines of one paragraph", 5000, |n| {
        pages([resource("thing", &each(n, |it| format!("Line {it} of it.\n")), "")])
    }),
    of("words of one cell", 5000, |n| {
        pages([resource(
            "thing",
            "A thing.",
            &format!("|name|String|{}|\n", each(n, |it| format!("word{it} `code` "))),
        )])
    }),
    of("link definitions", 1000, |n| {
        let rows = each(n, |it| format!("|name{it}|String|See [that][r{it}].|\n"));
        pages([resource("thing", "A thing.", &(rows + "\n" + &each(n, |it| format!("[r{it}]: thing.md\n"))))])
    }),
    of("code blocks", 1000, |n| {
        pages([resource("thing", &each(n, |it| format!("```json\n{{ \"a\": {it} }}\n```\n\n")), "")])
    }),
    of("code blocks without an end", 1000, |n| {
        pages([resource("thing", &each(n, |it| format!("```json\n{{ \"a\": {it} }}\n\n")), "")])
    }),
    of("comments between rows", 1250, |n| {
        pages([resource("thing", "A thing.", &each(n, |it| format!("|name{it}|String|Text.|\n\n<!-- {it} -->\n\n")))])
    }),
];

fn pages(files: impl IntoIterator<Item = File>) -> Input {
    Input { files: files.into_iter().collect(), config: Config::default() }
}

fn name(number: usize) -> String {
    format!("thing{number}")
}

/// Types, each with a base perhaps.
fn types(count: usize, base: impl Fn(usize) -> Option<usize>) -> Input {
    let page = |number| {
        let base = base(number).filter(|it| *it < count).map(name);
        let intro = base.map(|it| format!("A thing. Inherits from [{it}]({it}.md).")).unwrap_or_default();
        resource(&name(number), &intro, &format!("|own{number}|String|Text.|\n"))
    };
    pages((0..count).map(page))
}

/// Rows whose types are those of other pages.
fn refers(number: usize, to: impl IntoIterator<Item = usize>) -> String {
    let row = |to| format!("|to{number}By{to}|[{0}]({0}.md)|Another.|\n", name(to));
    to.into_iter().map(row).collect()
}

/// A type with so many rows, and its update.
fn with_body(rows: usize, rest: &str) -> Input {
    let update = update("thing-update", "thing", "PATCH /things/{id}\n", rest);
    pages([resource("thing", "A thing.", &texts("name", rows)), update])
}

/// Rows that the type lacks, and that each name all the first ones.
fn around(count: usize) -> String {
    each(count, |it| format!("|part{it}|thing|Of name{}.|\n", it / 2))
}

fn columns(count: usize, rows: usize) -> File {
    let line = |cell: &dyn Fn(usize) -> String| format!("|{}\n", each(count, |it| cell(it) + "|"));
    let head = line(&|it| format!("Column {it}")) + &line(&|_| ":---".to_owned());
    let rows = each(rows, |_| line(&|it| (it % 10).to_string()));
    ("beta/resources/wide.md".to_owned(), format!("# Wide\n\n{head}{rows}").into_bytes())
}

fn tables(count: usize) -> File {
    let table =
        |it| format!("## Properties {it}\n|Property|Type|Description|\n|:--|:--|:--|\n|name{it}|String|Text.|\n\n");
    resource("thing", "A thing.", &format!("\n{}", each(count, table)))
}

fn members(count: usize) -> File {
    let rows = each(count, |it| format!("|member{it}|{it}|Text.|\n"));
    let text = format!("# state enum type\n\nStates.\n\n## Members\n|Member|Value|Description|\n|:--|:--|:--|\n{rows}");
    ("beta/resources/state.md".to_owned(), text.into_bytes())
}

/// A page of enumerations, and a type that has each of them.
fn enums(count: usize) -> Input {
    let table = |it| format!("### state{it} values\n|Member|Description|\n|:--|:--|\n|one|Text.|\n|two|Text.|\n\n");
    let text = format!("# Enumerations\n\n{}", each(count, table));
    let rows = each(count, |it| format!("|name{it}|[state{it}](enums.md#state{it}-values)|Text.|\n"));
    pages([("beta/resources/enums.md".to_owned(), text.into_bytes()), resource("thing", "A thing.", &rows)])
}

fn values(count: usize) -> String {
    format!("|state|String|Possible values are: {}`end`.|\n", each(count, |it| format!("`value{it}`, ")))
}

fn shown(count: usize) -> File {
    let members = each(count, |it| format!("  \"name{it}\": \"String\",\n"));
    let json = format!("\n## JSON representation\n```json\n{{\n{members}  \"id\": \"String\"\n}}\n```\n");
    resource("thing", "A thing.", &(texts("name", count) + &json))
}

fn example(number: usize) -> String {
    format!(
        "\n### Example {number}\n```http\nPATCH https://graph.microsoft.com/beta/things/{number}\n\
        Content-type: application/json\n\n{{ \"name1\": \"a\" }}\n```\n\n```http\nHTTP/1.1 204 No Content\n```\n"
    )
}

fn headers(count: usize) -> String {
    let rows = each(count, |it| format!("|X-Header-{it}|Text.|\n"));
    format!("## Request headers\n|Name|Description|\n|:--|:--|\n{rows}")
}

fn unknown(count: usize) -> String {
    each(count, |it| format!("|name{it}|missingType{it}|Text.|\n"))
}

/// Pages with a fixup each.
fn fixed(count: usize) -> Input {
    let fixup = |number| Fixup {
        page: format!("beta/resources/{}.md", name(number)),
        row: Some("name1".to_owned()),
        action: Action::SetCollection,
        value: Some(Setting::Flag(true)),
        reason: "It is so.".to_owned(),
        link: "https://example.com".to_owned(),
    };
    let mut input = pages((0..count).map(|it| resource(&name(it), "A thing.", &texts("name", 3))));
    input.config.fixups = (0..count).map(fixup).collect();
    input
}

fn included(count: usize) -> Input {
    let rows = each(count, |it| format!("[!INCLUDE [row](../../includes/row{it}.md)]\n\n"));
    let file = |it| (format!("includes/row{it}.md"), format!("Text {it} of it.\n").into_bytes());
    pages((0..count).map(file).chain([resource("thing", &rows, "")]))
}

/// A paragraph deep in quotes or lists, so often that reading it takes a while.
fn nested(depth: usize, paragraph: impl Fn(usize) -> String) -> Input {
    pages([resource("thing", &each(2000, |_| paragraph(depth)), "")])
}
