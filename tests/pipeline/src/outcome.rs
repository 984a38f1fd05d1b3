//! Shows what becomes of a fixture: its pages, counts, diagnostics, the IR, the Rust.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tablewright::diagnostic::Diagnostic;
use tablewright::emit::Options;
use tablewright::facts::Counts;
use tablewright::ir::{
    Access, Api, Basis, Enum, Example, Message, Operation, Permissions, Property, Scopes, Segment, Type, TypeRef,
};
use tablewright::output::Files;
use tablewright::source::{Docs, Page};
use tablewright::{Config, Loaded, emit_files, read};

/// How many lines of Rust are shown.
const MAX_RUST: usize = 30;

/// What becomes of a page of `pages`, or of a folder of them.
///
/// `x.md` is read as a resource page, `x.api.md` as one of an operation, `x.include.md` as a file to be included.
///
/// # Panics
/// If there is no such fixture.
#[must_use]
pub fn outcome_of(fixture: &str) -> String {
    let loaded = loaded(fixture);
    format!("{}\n\n{}", listings(&loaded.docs).trim_end(), result(&loaded))
}

/// The same without the pages, for those that are many and alike.
///
/// # Panics
/// If there is no such fixture.
#[must_use]
pub fn result_of(fixture: &str) -> String {
    result(&loaded(fixture))
}

fn loaded(fixture: &str) -> Loaded {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages").join(fixture);
    let files = files(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&Config::default(), Docs::from_files("beta", files))
}

fn result(loaded: &Loaded) -> String {
    let rust = emit_files(std::slice::from_ref(&loaded.api), &Options::default());
    let parts = [counts(&loaded.summary.counts), said(loaded), ir(&loaded.api), shown(&rust)];
    parts.iter().filter(|part| !part.is_empty()).map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n")
}

fn files(path: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let paths: Vec<PathBuf> = if path.is_dir() {
        fs::read_dir(path)?.map(|entry| entry.map(|it| it.path())).collect::<io::Result<_>>()?
    } else {
        vec![path.to_owned()]
    };
    paths.iter().map(|path| Ok((docs_path(path), fs::read(path)?))).collect()
}

/// Where a real docs folder has such a page.
fn docs_path(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match (name.strip_suffix(".api.md"), name.strip_suffix(".include.md")) {
        (Some(stem), _) => format!("beta/api/{stem}.md"),
        (None, Some(stem)) => format!("beta/includes/{stem}.md"),
        (None, None) => format!("beta/resources/{name}"),
    }
}

fn listings(docs: &Docs) -> String {
    docs.pages.iter().map(listing).collect()
}

fn listing(page: &Page) -> String {
    let mut text = format!("{}\n", page.path);
    for (index, line) in page.text.split_terminator('\n').enumerate() {
        let _ = writeln!(text, "{:>3} {}", index + 1, visible(line));
    }
    text
}

/// The text with names for what cannot be seen, or would turn the lines around.
fn visible(text: &str) -> String {
    let mut seen = String::new();
    for c in text.chars() {
        match c {
            '\t' => seen.push('→'),
            '\r' => seen.push('␍'),
            '\u{feff}' => seen.push_str("⟨BOM⟩"),
            '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                let _ = write!(seen, "⟨U+{:04X}⟩", u32::from(c));
            }
            _ => seen.push(c),
        }
    }
    seen
}

fn counts(counts: &Counts) -> String {
    let tables: Vec<String> = counts.tables.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let dropped: Vec<String> = counts.dropped.iter().map(|(why, count)| format!(", {count} {why}")).collect();
    let odds = if counts.add_up() { "" } else { " THAT DOES NOT ADD UP" };
    let tables = if tables.is_empty() { "none".to_owned() } else { tables.join(", ") };
    format!("tables: {tables}; rows: {} seen, {} used{}{odds}", counts.seen, counts.used, dropped.concat())
}

fn said(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(|it| diagnostic(&loaded.docs, it)).collect()
}

fn diagnostic(docs: &Docs, it: &Diagnostic) -> String {
    let below = docs.text(&it.origin.page).map(|text| it.span.text(text)).unwrap_or_default();
    let below = visible(&below.replace('\n', "⏎"));
    let short: String = below.chars().take(70).collect();
    let short = if short == below { short } else { format!("{short}…") };
    let place = it.origin.to_string();
    let place = place.strip_prefix("beta/").unwrap_or(&place);
    let by = it.included_by.as_ref().map(|page| format!(" (included by {page})")).unwrap_or_default();
    let hint = if it.hint.is_empty() { String::new() } else { format!(" ({})", it.hint) };
    let second = it.second.as_ref().map(|it| {
        let place = it.origin.to_string();
        format!("; {}: {}", it.label, place.strip_prefix("beta/").unwrap_or(&place))
    });
    let second = second.unwrap_or_default();
    visible(&format!("{} {} {place} {}{by}{hint} «{short}»{second}", it.code.severity(), it.code, it.message)) + "\n"
}

fn ir(api: &Api) -> String {
    let mut text = String::new();
    for (name, it) in &api.types {
        text.push_str(&ty(&name.to_string(), it));
    }
    for (name, it) in &api.enums {
        text.push_str(&enumeration(&name.to_string(), it));
    }
    for it in &api.operations {
        text.push_str(&operation(it));
    }
    text
}

/// Words that are true of something, each with a space before it.
fn marks<const N: usize>(marks: [(bool, &str); N]) -> String {
    marks.iter().filter(|(is, _)| *is).flat_map(|(_, mark)| [" ", mark]).collect()
}

fn ty(name: &str, it: &Type) -> String {
    let kind = format!("{:?}", it.kind).to_lowercase();
    let base = it.base.as_ref().map(|base| format!(" : {base}")).unwrap_or_default();
    let marks = marks([(it.open, "open"), (it.is_abstract, "abstract"), (it.deprecated.is_some(), "deprecated")]);
    let mut text = format!("{kind} {name}{base}{marks}\n");
    if !it.doc.is_empty() {
        let _ = writeln!(text, "  doc {:?}", it.doc);
    }
    text + &it.properties.iter().map(property).collect::<String>()
}

fn property(it: &Property) -> String {
    let nullable = match it.nullable {
        Some(true) => " nullable",
        Some(false) => " not-nullable",
        None => "",
    };
    let marks = marks([(it.relationship, "relationship"), (it.deprecated.is_some(), "deprecated")]);
    let values = if it.known_values.is_empty() { String::new() } else { format!(" of {}", it.known_values.join("|")) };
    let doc = if it.doc.is_empty() { String::new() } else { format!(" {:?}", it.doc) };
    visible(&format!("  .{}: {}{}{nullable}{marks}{values}{doc}\n", it.name, type_ref(&it.ty), access(it.access)))
}

fn type_ref(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Primitive(primitive) => format!("{primitive:?}"),
        TypeRef::Named(name) => name.name.clone(),
        TypeRef::Collection(item) => format!("[{}]", type_ref(item)),
    }
}

fn access(access: Access) -> &'static str {
    match access {
        Access::Key => " key",
        Access::ReadOnly => " read-only",
        Access::ServerSet => " set by the service",
        Access::Writable => "",
    }
}

fn enumeration(name: &str, it: &Enum) -> String {
    let kind = if it.flags { "flags" } else { "enum" };
    let member =
        |it: &tablewright::ir::Member| it.value.map_or_else(|| it.name.clone(), |value| format!("{}={value}", it.name));
    format!("{kind} {name} {{ {} }}\n", it.members.iter().map(member).collect::<Vec<_>>().join(", "))
}

fn operation(it: &Operation) -> String {
    let marks = marks([(it.body.discriminated, "discriminated")]);
    let mut text = format!("update {:?} sends {}{marks}\n", it.title, it.body.ty.name);
    for line in &it.lines {
        let parameters: Vec<String> = line.segments.iter().filter_map(parameter).collect();
        let _ = writeln!(text, "  {} ({})", line.path, parameters.join(", "));
    }
    let set: Vec<String> = it.body.settable().map(|it| format!("{}: {}", it.name, type_ref(&it.ty))).collect();
    let basis = match it.body.basis {
        Basis::Table => "",
        Basis::Examples => " by its examples",
        Basis::Type => " by its type",
    };
    let _ = writeln!(text, "  can set{basis} {}", set.join(", "));
    let fixed = it.body.properties.iter().filter(|it| it.access != Access::Writable);
    let fixed: Vec<String> = fixed.map(|it| format!("{} ({})", it.name, access(it.access).trim())).collect();
    if !fixed.is_empty() {
        let _ = writeln!(text, "  cannot set {}", fixed.join(", "));
    }
    let object = if it.response.object { " and the object" } else { "" };
    let _ = writeln!(text, "  answers {:?}{object}", it.response.statuses);
    if !it.clouds.is_empty() {
        let _ = writeln!(text, "  in {:?}", it.clouds);
    }
    if let Some(said) = &it.deprecated {
        let _ = writeln!(text, "  deprecated {said:?}");
    }
    text + &permissions(&it.permissions) + &headers(it) + &it.examples.iter().map(example).collect::<String>()
}

fn parameter(segment: &Segment) -> Option<String> {
    let Segment::Parameter { name, quoted, doc } = segment else { return None };
    let quotes = if *quoted { "'" } else { "" };
    let doc = if doc.is_empty() { String::new() } else { format!(": {doc}") };
    Some(format!("{quotes}{name}{quotes}{doc}"))
}

fn permissions(it: &Permissions) -> String {
    let kinds = [
        ("work", &it.delegated_work),
        ("personal", &it.delegated_personal),
        ("application", &it.application),
        ("any", &it.unspecified),
    ];
    let stated = kinds.iter().filter(|(_, list)| !list.is_empty());
    let grants = |all: &[Vec<String>]| all.iter().map(|it| it.join(" and ")).collect::<Vec<_>>().join(", ");
    let line = |(kind, scopes): &(&str, &Scopes)| {
        let least =
            if scopes.least.is_empty() { String::new() } else { format!(" (least: {})", grants(&scopes.least)) };
        format!("  permission {kind}: {}{least}\n", grants(&scopes.all))
    };
    stated.map(line).collect()
}

fn headers(operation: &Operation) -> String {
    let header = |it: &tablewright::ir::Header| {
        let required = if it.required { " required" } else { "" };
        format!("  header {}{required}\n", it.name)
    };
    operation.headers.iter().map(header).collect()
}

fn example(it: &Example) -> String {
    let messages = [("sends", &it.request), ("gets", &it.response)];
    messages.iter().filter_map(|(verb, it)| it.as_ref().map(|it| message(verb, it))).collect()
}

fn message(verb: &str, it: &Message) -> String {
    let headers: Vec<String> = it.headers.iter().map(|(name, value)| format!(" [{name}: {value}]")).collect();
    let json = it.json.as_deref().map(|json| match serde_json::from_str::<serde_json::Value>(json) {
        Ok(value) => format!(" {value}"),
        Err(error) => format!(" NOT STRICT ({error}): {json}"),
    });
    format!("  {verb} {}{}{}\n", it.start, headers.concat(), json.unwrap_or_default())
}

/// The items of the emitted modules that are not of every one of them.
fn shown(files: &Files) -> String {
    let sources = files.iter().filter(|(path, _)| path.contains("/src/") && !path.ends_with("lib.rs"));
    let lines: Vec<String> = sources.flat_map(|(_, text)| items(text)).collect();
    let more = lines.len().saturating_sub(MAX_RUST);
    let mut text: String = lines.iter().take(MAX_RUST).flat_map(|line| [line, "\n"]).collect();
    if more > 0 {
        let _ = writeln!(text, "and {more} more lines of Rust");
    }
    text
}

/// Fields, signatures and enumerations, each on one line.
fn items(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        let is_same_everywhere =
            ["pub mod ", "pub use ", "pub extra: ", "pub const "].iter().any(|it| trimmed.starts_with(it));
        if !trimmed.starts_with("pub ") || is_same_everywhere {
            continue;
        }
        let is_split = |start: &str, end: &str| trimmed.starts_with(start) && trimmed.ends_with(end);
        let last = if is_split("pub enum", "{") {
            "}"
        } else if is_split("pub fn", "(") {
            ") "
        } else {
            items.push(indented(line).trim_end_matches([' ', '{', ',']).to_owned());
            continue;
        };
        let rest: Vec<&str> =
            lines.by_ref().map(str::trim).take_while(|it| !format!("{it} ").starts_with(last)).collect();
        let rest: Vec<&str> = rest.into_iter().filter(|it| !it.starts_with(['/', '#'])).collect();
        items.push(format!("{}{}", indented(line), rest.join(" ").trim_end_matches(',')) + last.trim());
    }
    items
}

/// The line with half of its indent.
fn indented(line: &str) -> String {
    let trimmed = line.trim_start();
    format!("{}{trimmed}", " ".repeat((line.len() - trimmed.len()) / 2))
}
