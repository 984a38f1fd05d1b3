//! The other pages that what one page says rests on, and those that rest on it, each with its line.

use std::collections::BTreeMap;

use tablewright::ir::{Api, Basis, Body, Operation, Source, Type, TypeName, TypeRef};
use tablewright::span::Origin;

use super::{columns, plain};

/// How many places of a kind are listed.
const LISTED: usize = 12;

/// The longest title of a page that is shown.
const TITLE: usize = 60;

/// What, which, and where.
type Row = [String; 3];

/// Its bases and the types of its properties; who sends it, refers to it and derives from it.
pub(super) fn of_type(api: &Api, name: &TypeName, ty: &Type) -> String {
    let properties = ty.properties.iter().map(|it| (it.name.as_str(), &it.ty));
    let on = bases(api, name).chain(property_types(api, properties)).collect();
    let derived = api.types.iter().filter(|(_, it)| it.base.as_ref() == Some(name));
    let derived = derived.map(|(name, it)| row("derived", name.to_string(), &it.origin));
    let sent = api.operations.iter().filter(|it| it.body.ty == *name);
    let sent = sent.map(|it| row("update", plain::bounded(&it.title, TITLE), &it.origin));
    list("rests on", on, &ty.origin)
        + &list("used by", sent.chain(derived).chain(users(api, name)).collect(), &ty.origin)
}

/// Who refers to it.
pub(super) fn of_enum(api: &Api, name: &TypeName, origin: &Origin) -> String {
    list("used by", users(api, name).collect(), origin)
}

/// What says of which type its body is, the page of that, and what that rests on in turn.
pub(super) fn of_operation(api: &Api, it: &Operation) -> String {
    let body = api.types.get(&it.body.ty).map(|ty| row("body", it.body.ty.to_string(), &ty.origin));
    let properties = it.body.properties.iter().map(|it| (it.name.as_str(), &it.ty));
    let on = body.into_iter().chain(bases(api, &it.body.ty)).chain(property_types(api, properties));
    evidence(&it.body) + &list("rests on", on.collect(), &it.origin)
}

fn row(what: &str, which: String, at: &Origin) -> Row {
    [what.to_owned(), which, plain::line(&at.to_string())]
}

fn bases<'a>(api: &'a Api, name: &TypeName) -> impl Iterator<Item = Row> + use<'a> {
    api.chain(name).skip(1).map(|(name, it)| row("base", name.to_string(), &it.origin))
}

/// A row for each type or enumeration that properties are of, with the first of them.
fn property_types<'a>(api: &Api, properties: impl Iterator<Item = (&'a str, &'a TypeRef)>) -> Vec<Row> {
    let mut first: BTreeMap<&TypeName, (&str, usize)> = BTreeMap::new();
    for (property, ty) in properties {
        if let Some(name) = ty.named() {
            first.entry(name).or_insert((property, 0)).1 += 1;
        }
    }
    let said = |(name, (property, count)): (&TypeName, (&str, usize))| {
        let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
        Some(row(&format!("{property}{more}"), name.to_string(), origin(api, name)?))
    };
    first.into_iter().filter_map(said).collect()
}

fn origin<'a>(api: &'a Api, name: &TypeName) -> Option<&'a Origin> {
    api.types.get(name).map(|it| &it.origin).or_else(|| api.enums.get(name).map(|it| &it.origin))
}

/// The properties that are of a type or an enumeration.
fn users<'a>(api: &'a Api, name: &'a TypeName) -> impl Iterator<Item = Row> + 'a {
    let all = api.types.iter().flat_map(|(of, ty)| ty.properties.iter().map(move |it| (of, it)));
    let these = all.filter(move |(_, it)| it.ty.named() == Some(name));
    these.map(|(of, it)| row("property", format!("{of}.{}", it.name), &it.origin))
}

/// The places on other pages than this one.
fn list(title: &str, mut rows: Vec<Row>, of: &Origin) -> String {
    let own = format!("{}:", plain::line(&of.page));
    rows.retain(|[.., at]| !at.starts_with(&own));
    let more = rows.len().saturating_sub(LISTED);
    rows.truncate(LISTED);
    match (rows.len(), more) {
        (0, _) => String::new(),
        (_, 0) => format!("  {title}:\n{}", columns::text("    ", &rows)),
        (_, more) => format!("  {title}:\n{}    ... and {more} more\n", columns::text("    ", &rows)),
    }
}

/// The places of the page by which the type was found, and those that name another.
fn evidence(body: &Body) -> String {
    let (held, against): (Vec<_>, Vec<_>) = body.evidence.iter().partition(|it| it.ty == body.ty);
    let held: Vec<&str> = held.into_iter().map(|it| place(it.source)).collect();
    let against: Vec<String> = against.into_iter().map(|it| format!("{} ({})", place(it.source), it.ty)).collect();
    let rows = match body.basis {
        Basis::Table => "a table of this page",
        Basis::Examples => "the examples of this page",
        Basis::Type => "the page of the type",
    };
    let found = [
        ("type of the body by", held.join(", ")),
        ("another type by", against.join(", ")),
        ("rows of the body by", rows.to_owned()),
    ];
    let said = found.into_iter().filter(|(_, it)| !it.is_empty());
    said.flat_map(|(what, it)| ["  ".to_owned(), what.to_owned(), " ".to_owned(), it, "\n".to_owned()]).collect()
}

const fn place(source: Source) -> &'static str {
    match source {
        Source::Stem => "the page's name",
        Source::Sent => "@odata.type of the request",
        Source::Annotation => "the annotation of the response",
        Source::Answered => "@odata.type of the response",
        Source::Path => "the path",
        Source::BodyLink => "a link at the request body",
        Source::IntroLink => "a link in the introduction",
        Source::AnswerLink => "a link at the response",
        Source::Word => "the last word of the page's name",
    }
}
