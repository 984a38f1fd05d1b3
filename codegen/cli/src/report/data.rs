//! What was read of all versions as the data of the report: what a browser lists, filters and opens.

use std::collections::BTreeMap;

use serde::Serialize;
use tablewright::Loaded;
use tablewright::diagnostic::{Code, Diagnostic};
use tablewright::emit;
use tablewright::ir::{BodyProperty, Enum, Member, Operation, Property, Type, TypeName};
use tablewright::span::Origin;

use super::coverage::Areas;
use super::excerpt::{self, Line};
use crate::show::page;
use crate::show::plain;

/// All lists; pages, areas and versions are named by their number.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    pub(super) versions: Vec<String>,
    pub(super) areas: Vec<String>,
    /// Path, and address of the page online.
    pages: Vec<(String, Option<String>)>,
    pub(super) codes: Vec<CodeText>,
    pub(super) types: Vec<Item>,
    pub(super) updates: Vec<Update>,
    pub(super) findings: Vec<Finding>,
}

/// A code that occurs, explained.
#[derive(Debug, Serialize)]
pub(super) struct CodeText {
    pub(super) name: &'static str,
    severity: String,
    about: &'static str,
    example: &'static str,
}

/// A type or an enumeration.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    name: String,
    namespace: String,
    kind: String,
    version: usize,
    area: usize,
    at: At,
    said: Vec<String>,
    also: Vec<At>,
    repairs: Vec<String>,
    rows: Vec<Row>,
}

/// An update.
#[derive(Debug, Serialize)]
pub(super) struct Update {
    title: String,
    body: String,
    version: usize,
    area: usize,
    at: At,
    settable: usize,
    lines: Vec<(String, At)>,
    /// What is said, and of what.
    said: Vec<(&'static str, String)>,
    repairs: Vec<String>,
    rows: Vec<Row>,
}

/// Name, type or value, what else is said, and where.
#[derive(Debug, Serialize)]
struct Row(String, String, String, At);

/// Something said of the docs.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    code: usize,
    version: usize,
    area: Option<usize>,
    at: At,
    column: u32,
    message: String,
    hint: String,
    by: String,
    lines: Vec<Line>,
}

/// Page and line.
#[derive(Debug, Clone, Copy, Serialize)]
struct At(usize, u32);

/// Lists everything.
pub(super) fn data(loaded: &[Loaded], options: &emit::Options) -> Data {
    let mut cx =
        Cx { options, pages: Vec::new(), numbers: BTreeMap::new(), areas: areas(loaded), codes: codes(loaded) };
    let mut data = Data {
        versions: loaded.iter().map(|it| it.summary.version.clone()).collect(),
        areas: cx.areas.clone(),
        pages: Vec::new(),
        codes: cx.codes.iter().map(|code| code_text(*code)).collect(),
        types: Vec::new(),
        updates: Vec::new(),
        findings: Vec::new(),
    };
    for (version, it) in loaded.iter().enumerate() {
        data.types.extend(it.api.types.iter().map(|(name, ty)| cx.ty(version, name, ty)));
        data.types.extend(it.api.enums.iter().map(|(name, it)| cx.enumeration(version, name, it)));
        data.updates.extend(it.api.operations.iter().map(|it| cx.update(version, it)));
        let areas = Areas::of(it);
        data.findings.extend(it.diagnostics.iter().map(|said| cx.finding(version, it, &areas, said)));
    }
    data.types.sort_by_cached_key(|it| (it.name.to_lowercase(), it.version));
    data.pages = cx.pages;
    data
}

fn areas(loaded: &[Loaded]) -> Vec<String> {
    let of_types = loaded.iter().flat_map(|it| it.api.areas().map(|(_, area)| area.to_owned()));
    let mut all: Vec<String> =
        of_types.chain(loaded.iter().flat_map(|it| &it.api.operations).map(|it| it.area.clone())).collect();
    all.sort();
    all.dedup();
    all
}

/// The codes that occur, the worst first, then the most frequent.
fn codes(loaded: &[Loaded]) -> Vec<Code> {
    let count = |code: Code| loaded.iter().filter_map(|it| it.summary.diagnostics.get(&code)).sum::<usize>();
    let mut codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| count(*code) > 0).collect();
    codes.sort_by_key(|code| (code.severity(), std::cmp::Reverse(count(*code))));
    codes
}

fn code_text(code: Code) -> CodeText {
    CodeText { name: code.name(), severity: code.severity().to_string(), about: code.about(), example: code.example() }
}

/// What gives numbers to pages, areas and codes.
struct Cx<'a> {
    options: &'a emit::Options,
    pages: Vec<(String, Option<String>)>,
    numbers: BTreeMap<String, usize>,
    areas: Vec<String>,
    codes: Vec<Code>,
}

impl Cx<'_> {
    fn at(&mut self, origin: &Origin) -> At {
        At(self.page(&origin.page), origin.line)
    }

    fn page(&mut self, path: &str) -> usize {
        if let Some(number) = self.numbers.get(path) {
            return *number;
        }
        let number = self.pages.len();
        let is_page = path.split('/').all(|part| part != "includes");
        let url = emit::page_url(self.options, path).filter(|_| is_page);
        self.pages.push((plain::line(path), url));
        self.numbers.insert(path.to_owned(), number);
        number
    }

    fn area(&self, name: &str) -> usize {
        self.areas.binary_search_by(|it| it.as_str().cmp(name)).expect("every area is listed")
    }

    fn ty(&mut self, version: usize, name: &TypeName, ty: &Type) -> Item {
        let base = ty.base.as_ref().map(|base| format!("derives from {}", base.name));
        let words = [(ty.open, "open"), (ty.is_abstract, "abstract"), (ty.deprecated.is_some(), "deprecated")];
        let words = words.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned());
        Item {
            name: name.name.clone(),
            namespace: name.namespace.clone(),
            kind: format!("{:?}", ty.kind).to_lowercase(),
            version,
            area: self.area(&ty.area),
            at: self.at(&ty.origin),
            said: base.into_iter().chain(words).collect(),
            also: ty.also.iter().map(|it| self.at(it)).collect(),
            repairs: repairs(ty.repairs.iter().chain(ty.properties.iter().flat_map(|it| &it.repairs))),
            rows: ty.properties.iter().map(|it| self.property(it)).collect(),
        }
    }

    fn property(&mut self, it: &Property) -> Row {
        Row(it.name.clone(), it.ty.to_string(), page::said(it), self.at(&it.origin))
    }

    fn enumeration(&mut self, version: usize, name: &TypeName, it: &Enum) -> Item {
        Item {
            name: name.name.clone(),
            namespace: name.namespace.clone(),
            kind: "enum".to_owned(),
            version,
            area: self.area(&it.area),
            at: self.at(&it.origin),
            said: it.flags.then(|| "flags".to_owned()).into_iter().collect(),
            also: Vec::new(),
            repairs: repairs(it.repairs.iter()),
            rows: it.members.iter().map(|member| self.member(member)).collect(),
        }
    }

    fn member(&mut self, it: &Member) -> Row {
        let value = it.value.map(|value| value.to_string()).unwrap_or_default();
        let deprecated = if it.deprecated.is_some() { "deprecated" } else { "" };
        Row(it.name.clone(), value, deprecated.to_owned(), self.at(&it.origin))
    }

    fn update(&mut self, version: usize, it: &Operation) -> Update {
        Update {
            title: plain::line(&it.title),
            body: it.body.ty.name.clone(),
            version,
            area: self.area(&it.area),
            at: self.at(&it.origin),
            settable: it.body.settable().count(),
            lines: it.lines.iter().map(|line| (line.path.clone(), self.at(&line.origin))).collect(),
            said: said(it),
            repairs: repairs(it.repairs.iter()),
            rows: it.body.properties.iter().map(|row| self.body_row(row)).collect(),
        }
    }

    fn body_row(&mut self, it: &BodyProperty) -> Row {
        let deprecated = if it.deprecated.is_some() { ", deprecated" } else { "" };
        let said = format!("{}{deprecated}", page::access(it.access));
        Row(it.name.clone(), it.ty.to_string(), said, self.at(&it.origin))
    }

    fn finding(&mut self, version: usize, loaded: &Loaded, areas: &Areas<'_>, it: &Diagnostic) -> Finding {
        // An included file is not online; the page that includes it is.
        let page = it.included_by.as_ref().unwrap_or(&it.origin.page);
        Finding {
            code: self.codes.iter().position(|code| *code == it.code).expect("every code that occurs is listed"),
            version,
            area: areas.get(page).map(|area| self.area(area)),
            at: self.at(&it.origin),
            column: it.origin.column,
            message: plain::line(&it.message),
            hint: plain::line(&it.hint),
            by: it.included_by.as_deref().map(plain::line).unwrap_or_default(),
            lines: loaded.docs.text(&it.origin.page).map(|text| excerpt::lines(text, it)).unwrap_or_default(),
        }
    }
}

/// All that the page of an update says beside the body.
fn said(it: &Operation) -> Vec<(&'static str, String)> {
    let object = if it.response.object { " with the object" } else { "" };
    let statuses: Vec<String> = it.response.statuses.iter().map(ToString::to_string).collect();
    let headers =
        it.headers.iter().map(|it| if it.required { format!("{} (required)", it.name) } else { it.name.clone() });
    let headers: Vec<String> = headers.collect();
    let mut said = page::granted(&it.permissions);
    said.push(("answers", format!("{}{object}", statuses.join(" or "))));
    said.push(("headers", plain::line(&headers.join(", "))));
    said.push(("examples", it.examples.len().to_string()));
    if it.body.discriminated {
        said.push(("sends", "@odata.type".to_owned()));
    }
    if let Some(deprecated) = &it.deprecated {
        said.push(("deprecated", plain::line(deprecated)));
    }
    said.retain(|(_, what)| !what.is_empty());
    said
}

fn repairs<'a>(reasons: impl Iterator<Item = &'a String>) -> Vec<String> {
    reasons.map(|it| plain::line(it)).collect()
}
