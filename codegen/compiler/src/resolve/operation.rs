//! Makes the operations of the IR, one of each update page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::address::Addresses;
use super::bodies::{self, Found, Shown};
use super::cx::Cx;
use super::making::Making;
use super::{body, doc, example, implied, path};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::ir::{self, Api, TypeName};

/// Headers that every request has, or that describe its body.
const COMMON: [&str; 5] = ["authorization", "accept", "content-type", "content-length", "workbook-session-id"];

/// The updates of all pages, each with how its page presents it, and the types that only updates describe.
type Made = (Vec<(Shown, ir::Operation)>, BTreeMap<TypeName, ir::Type>);

/// The updates of all pages, and the types that only they describe.
pub(super) fn operations(
    cx: Cx<'_>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> (Vec<ir::Operation>, BTreeMap<TypeName, ir::Type>) {
    let addresses = Addresses::new(api);
    let parts = cx.of_parts(diagnostics, |cx, pages, diagnostics| of_pages(cx, api, &addresses, pages, diagnostics));
    let mut operations = Vec::new();
    let mut implied = BTreeMap::new();
    for (made, types) in parts {
        operations.extend(made);
        for (name, ty) in types {
            implied.entry(name).or_insert(ty);
        }
    }
    let mut operations = without_repeats(operations);
    discriminate_shared(api, &mut operations);
    (operations, implied)
}

fn of_pages(
    cx: Cx<'_>,
    api: &Api,
    addresses: &Addresses<'_>,
    pages: &[Arc<facts::Page>],
    diagnostics: &mut Diagnostics,
) -> Made {
    let (mut operations, mut implied) = Made::default();
    for page in pages {
        let Some(update) = &page.update else { continue };
        let mut making = Making { cx, api, addresses, page, diagnostics };
        let lines = making.lines(update);
        let found = bodies::bodies(&mut making, update, lines.clone());
        if found.is_empty() {
            if let Some((found, body)) = implied::implied(&mut making, update, &lines, &mut implied) {
                operations.push((found.shown, making.operation(update, found, body)));
            } else {
                let message = "no page describes the type of the body, and this one lists nothing".to_owned();
                making.diagnostics.push(Code::NoBodyType, page.place(update.title.span), message);
            }
        }
        let types: Vec<TypeName> = found.iter().map(|it| it.ty.clone()).collect();
        for body in found {
            let others: Vec<&TypeName> = types.iter().filter(|it| **it != body.ty).collect();
            let shown = body.shown;
            let sent = body::body(&mut making, update, &body, &others);
            operations.push((shown, making.operation(update, body, sent)));
        }
    }
    (operations, implied)
}

/// What only an example shows goes where a page is about it.
fn without_repeats(operations: Vec<(Shown, ir::Operation)>) -> Vec<ir::Operation> {
    let target = |it: &ir::Operation, line: &ir::RequestLine| (it.body.ty.clone(), line.shape());
    let told: BTreeSet<_> = operations
        .iter()
        .filter(|(shown, _)| *shown == Shown::Told)
        .flat_map(|(_, it)| it.lines.iter().map(|line| target(it, line)))
        .collect();
    let is_new = |it: &ir::Operation| !it.lines.iter().all(|line| told.contains(&target(it, line)));
    operations.into_iter().filter(|(shown, it)| *shown == Shown::Told || is_new(it)).map(|(_, it)| it).collect()
}

impl Making<'_, '_> {
    fn operation(&mut self, update: &facts::Update, found: Found<'_>, mut body: ir::Body) -> ir::Operation {
        let (cx, page) = (self.cx, self.page);
        let Found { lines, examples, .. } = found;
        body.discriminated |= lines.iter().any(|line| self.ends_at_base(line, &body.ty));
        ir::Operation {
            method: ir::Method::Patch,
            title: update.title.text.clone(),
            area: String::new(),
            doc: doc::paragraphs(cx, page, &update.doc),
            origin: cx.origin(page, update.title.span),
            response: ir::Response {
                statuses: update.statuses.iter().map(|it| it.code).collect(),
                object: update.object,
            },
            permissions: update.permissions.clone(),
            clouds: update.clouds.clone(),
            deprecated: update.deprecated.clone(),
            headers: update.headers.iter().filter_map(|header| self::header(cx, page, header)).collect(),
            examples: example::examples(cx, page, &examples, self.diagnostics),
            repairs: page.repairs.clone(),
            lines,
            body,
        }
    }

    /// Whether a path ends at a type that the body's type derives from.
    fn ends_at_base(&self, line: &ir::RequestLine, ty: &TypeName) -> bool {
        let end = self.addresses.end(self.cx, &line.segments);
        end.is_some_and(|end| end != *ty && self.api.is_a(ty, &end))
    }

    fn lines(&mut self, update: &facts::Update) -> Vec<ir::RequestLine> {
        let mut lines: Vec<ir::RequestLine> = Vec::new();
        let mut paths = BTreeSet::new();
        for line in &update.lines {
            let cut = self.cut(&line.path);
            if let Some(id) = &cut.literal_id {
                let place = self.page.place(line.span);
                self.diagnostics.push(Code::LiteralInPath, place, format!("`{id}` is taken as a parameter"));
            }
            let path = path::text(&cut.segments);
            if paths.insert(path.clone()) {
                let origin = self.cx.origin(self.page, line.span);
                lines.push(ir::RequestLine { text: line.text.clone(), path, segments: cut.segments, origin });
            }
        }
        lines
    }
}

fn header(cx: Cx<'_>, page: &facts::Page, header: &facts::Header) -> Option<ir::Header> {
    let name = &header.name.text;
    (!COMMON.contains(&name.to_lowercase().as_str())).then(|| ir::Header {
        name: name.clone(),
        required: header.required,
        doc: doc::line(cx, page, &header.doc),
        origin: cx.origin(page, header.name.span),
    })
}

/// A path that updates several types needs `@odata.type` where the type is not the base of the others.
fn discriminate_shared(api: &Api, operations: &mut [ir::Operation]) {
    let mut shared: BTreeMap<String, BTreeSet<TypeName>> = BTreeMap::new();
    for operation in operations.iter() {
        for line in &operation.lines {
            shared.entry(line.path.clone()).or_default().insert(operation.body.ty.clone());
        }
    }
    for operation in operations {
        let types = operation.lines.iter().filter_map(|line| shared.get(&line.path)).flatten();
        let ty = operation.body.ty.clone();
        let needs = types.into_iter().any(|other| *other != ty && !api.is_a(other, &ty));
        operation.body.discriminated |= needs && api.chain(&ty).count() > 1;
    }
}
