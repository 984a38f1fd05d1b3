//! Makes the operations of the IR, one of each update page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::address::Addresses;
use super::bodies::{self, Found, Shown};
use super::cx::Cx;
use super::kin::Kin;
use super::making::Making;
use super::settable::Sent;
use super::{body, doc, example, implied, path};
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::ir::{self, TypeName};

/// Headers that every request has, or that describe its body.
const COMMON: [&str; 5] = ["authorization", "accept", "content-type", "content-length", "workbook-session-id"];

/// The updates of all pages.
pub(super) struct Updates<'a> {
    pub(super) operations: Vec<ir::Operation>,
    /// What the examples of each send.
    pub(super) sent: Vec<Sent<'a>>,
    /// The types that only updates describe.
    pub(super) implied: Implied,
}

type Implied = BTreeMap<TypeName, ir::Type>;

/// An update as its page has it.
struct Made<'a> {
    shown: Shown,
    sent: Sent<'a>,
    operation: ir::Operation,
}

/// The updates of all pages.
pub(super) fn updates<'a>(cx: Cx<'a>, kin: &Kin<'_>, diagnostics: &mut Diagnostics) -> Updates<'a> {
    let addresses = Addresses::new(kin);
    let parts =
        cx.of_parts(cx.pages, diagnostics, |cx, pages, diagnostics| of_pages(cx, kin, &addresses, pages, diagnostics));
    let mut all = Vec::new();
    let mut implied = Implied::new();
    for (made, types) in parts {
        all.extend(made);
        for (name, ty) in types {
            implied.entry(name).or_insert(ty);
        }
    }
    let (mut operations, sent): (Vec<_>, _) = without_repeats(all).map(|it| (it.operation, it.sent)).unzip();
    discriminate_shared(kin, &mut operations);
    Updates { operations, sent, implied }
}

fn of_pages<'a>(
    cx: Cx<'_>,
    kin: &Kin<'_>,
    addresses: &Addresses<'_>,
    pages: &'a [Arc<facts::Page>],
    diagnostics: &mut Diagnostics,
) -> (Vec<Made<'a>>, Implied) {
    let (mut made, mut implied) = (Vec::new(), Implied::new());
    for page in pages {
        let Some(update) = &page.update else { continue };
        let mut making = Making { cx, kin, addresses, page, diagnostics };
        let lines = making.lines(update);
        let found = bodies::bodies(&mut making, update, lines.clone());
        if found.is_empty() {
            if let Some((found, body)) = implied::implied(&mut making, update, &lines, &mut implied) {
                made.push(making.made(update, found, body));
            } else {
                let message = "no page describes the type of the body, and this one lists nothing".to_owned();
                making.diagnostics.push(Code::NoBodyType, page.place(update.title.span), message);
            }
        }
        let types: Vec<TypeName> = found.iter().map(|it| it.ty.clone()).collect();
        for body in found {
            let others: Vec<&TypeName> = types.iter().filter(|it| **it != body.ty).collect();
            let sent = body::body(&mut making, update, &body, &others);
            made.push(making.made(update, body, sent));
        }
    }
    (made, implied)
}

/// What only an example shows goes where a page is about it.
fn without_repeats(all: Vec<Made<'_>>) -> impl Iterator<Item = Made<'_>> {
    let target = |it: &ir::Operation, line: &ir::RequestLine| (it.body.ty.clone(), line.shape());
    let told: BTreeSet<_> = all
        .iter()
        .filter(|it| it.shown == Shown::Told)
        .flat_map(|it| it.operation.lines.iter().map(|line| target(&it.operation, line)))
        .collect();
    let is_new = move |it: &ir::Operation| !it.lines.iter().all(|line| told.contains(&target(it, line)));
    all.into_iter().filter(move |it| it.shown == Shown::Told || is_new(&it.operation))
}

impl Making<'_, '_> {
    fn made<'a>(&mut self, update: &facts::Update, found: Found<'a>, mut body: ir::Body) -> Made<'a> {
        let (cx, page) = (self.cx, self.page);
        let Found { lines, examples, shown, .. } = found;
        body.discriminated |= lines.iter().any(|line| self.ends_at_base(line, &body.ty));
        let operation = ir::Operation {
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
        };
        let requests = examples.iter().filter_map(|it| it.request.as_ref());
        let sent = requests.filter_map(example::body).flat_map(|it| it.members().iter().map(|it| it.name.as_str()));
        Made { shown, sent: sent.collect(), operation }
    }

    /// Whether a path ends at a type that the body's type derives from.
    fn ends_at_base(&self, line: &ir::RequestLine, ty: &TypeName) -> bool {
        let end = self.addresses.end(self.cx, &line.segments);
        end.is_some_and(|end| end != *ty && self.kin.is_a(ty, &end))
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
fn discriminate_shared(kin: &Kin<'_>, operations: &mut [ir::Operation]) {
    let mut shared: BTreeMap<String, BTreeSet<TypeName>> = BTreeMap::new();
    for operation in operations.iter() {
        for line in &operation.lines {
            shared.entry(line.path.clone()).or_default().insert(operation.body.ty.clone());
        }
    }
    for operation in operations {
        let types = operation.lines.iter().filter_map(|line| shared.get(&line.path)).flatten();
        let ty = operation.body.ty.clone();
        let needs = types.into_iter().any(|other| *other != ty && !kin.is_a(other, &ty));
        operation.body.discriminated |= needs && kin.chain(&ty).count() > 1;
    }
}
