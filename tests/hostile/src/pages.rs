//! Pages in the dialect, made of hostile words.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

use crate::words::{HEADERS, NAMES, SEGMENTS, TEXTS, TYPES};

/// Files by path below the docs folder.
pub type Files = Vec<(String, Vec<u8>)>;

/// A type, an enumeration or an update, as words.
#[derive(Debug, Clone)]
enum Page {
    Type { name: String, base: Option<String>, rows: Vec<Row>, doc: String },
    Enum { name: String, members: Vec<(String, String)> },
    Update { of: String, lines: Vec<Vec<String>>, rows: Vec<Row>, headers: Vec<(String, String)>, doc: String },
}

#[derive(Debug, Clone)]
struct Row {
    name: String,
    ty: String,
    doc: String,
}

/// The pages of one version.
pub fn docs(version: &'static str) -> impl Strategy<Value = Files> {
    proptest::collection::vec(page(), 4..24).prop_map(move |pages| files(version, &pages))
}

/// A version that has each hostile name as a type, a property, a member and a parameter.
#[must_use]
pub fn obstacle_course(version: &str) -> Files {
    let owned = |it: &str| it.to_owned();
    let rows = |names: &[&str]| {
        let row = |(at, name): (usize, &&str)| Row {
            name: owned(name),
            ty: if at % 3 == 0 { owned(NAMES[(at * 7) % NAMES.len()]) } else { owned(TYPES[at % TYPES.len()]) },
            doc: owned(TEXTS[at % TEXTS.len()]),
        };
        names.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let mut pages = vec![Page::Type { name: owned("obstacles"), base: None, rows: rows(NAMES), doc: owned("All.") }];
    let members = NAMES.iter().zip(TEXTS.iter().cycle()).map(|(name, text)| (owned(name), owned(text)));
    pages.push(Page::Enum { name: owned("obstacleKinds"), members: members.collect() });
    for (at, name) in NAMES.iter().enumerate() {
        let some: Vec<&str> = NAMES.iter().copied().cycle().skip(at * 5).take(6).collect();
        let base = (at % 4 == 0).then(|| owned("obstacles"));
        pages.push(Page::Type { name: owned(name), base, rows: rows(&some), doc: owned(TEXTS[at % TEXTS.len()]) });
        let segment = |step: usize| owned(SEGMENTS[(at + step) % SEGMENTS.len()]);
        let lines = vec![vec![owned("things"), segment(0)], vec![segment(1), owned("x"), segment(2), segment(3)]];
        let headers = vec![(owned(HEADERS[at % HEADERS.len()]), owned("Required."))];
        pages.push(Page::Update { of: owned(name), lines, rows: rows(&some), headers, doc: owned("Changes it.") });
    }
    files(version, &pages)
}

fn page() -> impl Strategy<Value = Page> {
    let rows = || proptest::collection::vec(row(), 0..12);
    let base = proptest::option::of(name());
    let ty = (name(), base, rows(), text()).prop_map(|(name, base, rows, doc)| Page::Type { name, base, rows, doc });
    let member = (name(), text());
    let list =
        (name(), proptest::collection::vec(member, 1..12)).prop_map(|(name, members)| Page::Enum { name, members });
    let line = proptest::collection::vec(select(SEGMENTS).prop_map(str::to_owned), 1..5);
    let header = (select(HEADERS).prop_map(str::to_owned), text());
    let lines = proptest::collection::vec(line, 1..5);
    let update = (name(), lines, rows(), proptest::collection::vec(header, 0..4), text())
        .prop_map(|(of, lines, rows, headers, doc)| Page::Update { of, lines, rows, headers, doc });
    prop_oneof![4 => ty, 1 => list, 3 => update]
}

fn row() -> impl Strategy<Value = Row> {
    let ty = prop_oneof![2 => select(TYPES).prop_map(str::to_owned), 1 => name(), 1 => name().prop_map(|it| it + " collection")];
    (name(), ty, text()).prop_map(|(name, ty, doc)| Row { name, ty, doc })
}

/// Mostly a known trap, else two of them glued, else anything.
fn name() -> impl Strategy<Value = String> {
    let trap = || select(NAMES).prop_map(str::to_owned);
    prop_oneof![
        8 => trap(),
        2 => (trap(), trap()).prop_map(|(one, two)| one + &two),
        1 => "[a-zA-Z_0-9]{1,12}",
        1 => "\\PC{1,6}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(TEXTS).prop_map(str::to_owned),
        1 => (select(TEXTS), select(TEXTS)).prop_map(|(one, two)| format!("{one} {two}")),
        1 => "\\PC{0,40}",
    ]
}

fn files(version: &str, pages: &[Page]) -> Files {
    let file = |(at, page): (usize, &Page)| {
        let (folder, stem, text) = match page {
            Page::Type { name, base, rows, doc } => {
                ("resources", file_name(name), ty(name, base.as_deref(), rows, doc))
            }
            Page::Enum { name, members } => ("resources", file_name(name), list(name, members)),
            Page::Update { of, lines, rows, headers, doc } => {
                ("api", format!("{}-update", file_name(of)), update(of, lines, rows, headers, doc))
            }
        };
        // Two pages of one name are one file on disk.
        (format!("{version}/{folder}/n{at}-{stem}.md"), text.into_bytes())
    };
    pages.iter().enumerate().map(file).collect()
}

/// A word that file systems take.
fn file_name(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).take(40).collect::<String>().to_lowercase()
}

fn ty(name: &str, base: Option<&str>, rows: &[Row], doc: &str) -> String {
    let base = base.map(|base| format!("Inherits from [{base}]({}.md).\n\n", file_name(base))).unwrap_or_default();
    format!("# {name} resource type\n\nNamespace: microsoft.graph\n\n{doc}\n\n{base}## Properties\n\n{}", table(rows))
}

fn list(name: &str, members: &[(String, String)]) -> String {
    let mut text = format!(
        "# {name} enum type\n\nNamespace: microsoft.graph\n\n## Members\n\n|Member|Description|\n|:---|:---|\n"
    );
    for (member, doc) in members {
        writeln!(text, "|{}|{}|", cell(member), cell(doc)).expect("writing to a string cannot fail");
    }
    text
}

fn update(of: &str, lines: &[Vec<String>], rows: &[Row], headers: &[(String, String)], doc: &str) -> String {
    let mut text = format!(
        "# Update {of}\n\nNamespace: microsoft.graph\n\n{doc}\n\nUpdates a [{of}](../resources/{}.md).\n\n",
        file_name(of)
    );
    text.push_str("## HTTP request\n\n```http\n");
    for line in lines {
        writeln!(text, "PATCH /{}", line.join("/")).expect("writing to a string cannot fail");
    }
    text.push_str("```\n\n## Request headers\n\n|Name|Description|\n|:---|:---|\n");
    for (name, doc) in headers {
        writeln!(text, "|{}|{}|", cell(name), cell(doc)).expect("writing to a string cannot fail");
    }
    let shown: Vec<String> =
        rows.iter().filter(|it| !it.name.contains(['"', '\\'])).map(|it| format!("\"{}\": null", it.name)).collect();
    write!(
        text,
        "\n## Request body\n\n{}\n## Response\n\n`200 OK` and an updated [{of}](../resources/{}.md) object.\n\n## Example\n\n\
         ```http\nPATCH https://graph.microsoft.com/v1.0/{}\nContent-Type: application/json\n\n{{ {} }}\n```\n",
        table(rows),
        file_name(of),
        lines.first().map(|it| it.join("/")).unwrap_or_default(),
        shown.join(", "),
    )
    .expect("writing to a string cannot fail");
    text
}

fn table(rows: &[Row]) -> String {
    let mut text = "|Property|Type|Description|\n|:---|:---|:---|\n".to_owned();
    for row in rows {
        let (name, ty, doc) = (cell(&row.name), cell(&row.ty), cell(&row.doc));
        writeln!(text, "|{name}|{ty}|{doc}|").expect("writing to a string cannot fail");
    }
    text
}

/// A text on one line.
fn cell(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
