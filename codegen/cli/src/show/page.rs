//! What was read from one page.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};

use tablewright::Loaded;
use tablewright::facts::{self, PageKind};
use tablewright::ir::{Access, BodyProperty, Enum, Operation, Permissions, Property, Scopes, Type, TypeName};
use tablewright::span::Origin;

use super::{columns, many, plain, rests};

/// What the page is, and its types, enumerations and operations, with line and column of each row.
pub(crate) fn read(loaded: &Loaded, page: &str, facts: &facts::Page) -> String {
    let api = &loaded.api;
    let types = api.types.iter().filter(|(_, it)| it.origin.page == page);
    let parts = api.types.iter().filter(|(_, it)| it.also.iter().any(|also| also.page == page));
    let enums = api.enums.iter().filter(|(_, it)| it.origin.page == page);
    let operations = api.operations.iter().filter(|it| it.origin.page == page);
    let items: String = types
        .map(|(name, it)| ty(name, it) + &rests::of_type(api, name, it))
        .chain(parts.map(|(name, it)| format!("\na part of {name}, which is mainly on {}\n", it.origin)))
        .chain(enums.map(|(name, it)| enumeration(name, it) + &rests::of_enum(api, name, &it.origin)))
        .chain(operations.map(|it| operation(it) + &rests::of_operation(api, it)))
        .collect();
    let nothing = if items.is_empty() { "\nNothing of it is in the API.\n" } else { "" };
    format!("{}\n{}{}{items}{nothing}\n", plain::line(page), head(facts), included(loaded, facts))
}

/// What the page was read as, and what became of its tables and rows.
fn head(facts: &facts::Page) -> String {
    let counts = &facts.counts;
    let dropped: usize = counts.dropped.values().sum();
    let mut text = format!("  read as {}{}\n", facts.kind, meaning(facts.kind));
    let _ = writeln!(text, "  {}{}", many(counts.tables.values().sum(), "table"), listed(&counts.tables));
    let _ = write!(text, "  {} seen, {} used, {dropped} dropped", many(counts.seen, "row"), counts.used);
    let _ = writeln!(text, "{}", listed(&counts.dropped));
    repairs(&mut text, &facts.repairs);
    text
}

/// The files that the page includes.
fn included(loaded: &Loaded, facts: &facts::Page) -> String {
    let line = |path| ["  includes ".to_owned(), plain::line(path), "\n".to_owned()];
    loaded.docs.included(facts.id).into_iter().flat_map(line).collect()
}

const fn meaning(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Resource | PageKind::Enum | PageKind::Update | PageKind::Fixed => "",
        PageKind::OtherOperation => ": it has no request line of method PATCH, and makes no code",
        PageKind::UnreadableUpdate => ": it has no request line that can be used",
        PageKind::Overview => ": it has neither properties nor members nor a JSON representation",
        PageKind::NotMarkdown => ": its name does not end in `.md`",
    }
}

fn listed<K: Display>(counts: &BTreeMap<K, usize>) -> String {
    let all: Vec<String> = counts.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    if all.is_empty() { String::new() } else { format!(" ({})", all.join(", ")) }
}

fn ty(name: &TypeName, ty: &Type) -> String {
    let kind = format!("{:?}", ty.kind).to_lowercase();
    let base = ty.base.as_ref().map(|base| format!(", derives from {base}")).unwrap_or_default();
    let said = [(ty.open, ", open"), (ty.is_abstract, ", abstract"), (ty.deprecated.is_some(), ", deprecated")];
    let said: String = said.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    let mut text = format!("\n{kind} {name}{base}{said}, area {}\n", ty.area);
    for also in &ty.also {
        let _ = writeln!(text, "  also described on {also}");
    }
    repairs(&mut text, &ty.repairs);
    let row =
        |it: &Property| [place(&it.origin, &ty.origin), it.name.clone(), it.ty.to_string(), remarks(it, &ty.origin)];
    text += &columns::text("  ", &ty.properties.iter().map(row).collect::<Vec<_>>());
    for property in ty.properties.iter().filter(|it| !it.repairs.is_empty()) {
        let _ = writeln!(text, "  {}:", property.name);
        repairs(&mut text, &property.repairs);
    }
    text
}

fn enumeration(name: &TypeName, it: &Enum) -> String {
    let flags = if it.flags { ", flags" } else { "" };
    let mut text = format!("\nenum {name}{flags}, area {}\n", it.area);
    repairs(&mut text, &it.repairs);
    let value = |value: Option<i64>| value.map(|it| it.to_string()).unwrap_or_default();
    let rows =
        it.members.iter().map(|member| [place(&member.origin, &it.origin), member.name.clone(), value(member.value)]);
    text + &columns::text("  ", &rows.collect::<Vec<_>>())
}

fn operation(it: &Operation) -> String {
    let discriminated = if it.body.discriminated { ", sends @odata.type" } else { "" };
    let mut text = format!("\nupdate of {}{discriminated}, area {}\n", it.body.ty, it.area);
    let line = |origin: &Origin, path: &str| [place(origin, &it.origin), format!("PATCH {path}")];
    let lines = it.lines.iter().map(|line_| line(&line_.origin, &line_.path));
    text += &columns::text("  ", &lines.collect::<Vec<_>>());
    let statuses: Vec<String> = it.response.statuses.iter().map(ToString::to_string).collect();
    let object = if it.response.object { " with the object" } else { "" };
    let _ = writeln!(text, "  answers {}{object}", statuses.join(" or "));
    for (kind, scopes) in granted(&it.permissions) {
        let _ = writeln!(text, "  {kind}: {scopes}");
    }
    for header in &it.headers {
        let required = if header.required { " (required)" } else { "" };
        let _ = writeln!(text, "  header {}{required}", header.name);
    }
    let _ = writeln!(text, "  {}", many(it.examples.len(), "example"));
    repairs(&mut text, &it.repairs);
    let row = |row: &BodyProperty| {
        [
            place(&row.origin, &it.origin),
            row.name.clone(),
            row.ty.to_string(),
            joined(&[access(row.access), &elsewhere(&row.origin, &it.origin)]),
        ]
    };
    text + "  body:\n" + &columns::text("  ", &it.body.properties.iter().map(row).collect::<Vec<_>>())
}

/// Line and column; nothing where that is on another page.
fn place(origin: &Origin, of: &Origin) -> String {
    if origin.page == of.page { format!("{}:{}", origin.line, origin.column) } else { String::new() }
}

/// Where it is, if on another page.
fn elsewhere(origin: &Origin, of: &Origin) -> String {
    if origin.page == of.page { String::new() } else { format!("on {origin}") }
}

/// What there is of it.
fn joined(remarks: &[&str]) -> String {
    remarks.iter().copied().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Each kind of permission that there is, and the scopes that give it.
pub(crate) fn granted(it: &Permissions) -> Vec<(&'static str, String)> {
    let kinds = [
        ("delegated (work)", &it.delegated_work),
        ("delegated (personal)", &it.delegated_personal),
        ("application", &it.application),
        ("permission", &it.unspecified),
    ];
    let scopes = |scopes: &Scopes| {
        let grants = |all: &[Vec<String>]| all.iter().map(|it| it.join(" and ")).collect::<Vec<_>>().join(", ");
        let least = if scopes.least.is_empty() { String::new() } else { format!("; least {}", grants(&scopes.least)) };
        plain::line(&(grants(&scopes.all) + &least))
    };
    kinds.into_iter().filter(|(_, it)| !it.is_empty()).map(|(kind, it)| (kind, scopes(it))).collect()
}

fn repairs(text: &mut String, reasons: &[String]) {
    for reason in reasons {
        let _ = writeln!(text, "  repaired: {}", plain::line(reason));
    }
}

/// All that is said of a property beside its type, and where, if on another page.
fn remarks(it: &Property, of: &Origin) -> String {
    joined(&[&said(it), &elsewhere(&it.origin, of)])
}

/// All that is said of a property beside its type.
pub(crate) fn said(it: &Property) -> String {
    let nullable = match it.nullable {
        Some(true) => "nullable",
        Some(false) => "not nullable",
        None => "",
    };
    let relationship = if it.relationship { "relationship" } else { "" };
    let deprecated = if it.deprecated.is_some() { "deprecated" } else { "" };
    let values = match it.known_values.as_slice() {
        [] => String::new(),
        values => format!("values {}", plain::bounded(&values.join(" "), 60)),
    };
    joined(&[access(it.access), nullable, relationship, deprecated, &values])
}

/// Who sets it.
pub(crate) const fn access(access: Access) -> &'static str {
    match access {
        Access::Key => "key",
        Access::ReadOnly => "read-only",
        Access::ServerSet => "set by the service",
        Access::Writable => "writable",
    }
}
