//! Compares what pages show in JSON with what their tables say.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::index::in_namespace;
use super::kin::Kin;
use super::place::{self, Row};
use super::{body, date, example, mend, reference, representation};
use crate::diagnostic::{Code, Diagnostics, Remark};
use crate::facts::{self, TypeWord};
use crate::ir::{self, Primitive, TypeName, TypeRef};
use crate::json::{self, Kind, Member, Value};
use crate::near;
use crate::source::{Docs, Place};
use crate::span::Span;

/// Checks every example and every JSON representation.
pub(super) fn check(cx: Cx<'_>, kin: &Kin<'_>, diagnostics: &mut Diagnostics) {
    let operations = kin.api.by_page();
    cx.of_parts(cx.pages, diagnostics, |cx, pages, diagnostics| {
        for page in pages {
            let mut checking = Checking { cx, kin, page, diagnostics };
            for ty in &page.types {
                checking.representation(ty);
            }
            if let Some(update) = &page.update {
                let own = operations.get(cx.docs.page(page.id).path.as_str());
                checking.update(update, own.map(Vec::as_slice).unwrap_or_default());
            }
        }
    });
}

/// What the service calls its own beside properties (`OData` JSON 4.01, 4.6), and Graph in batches and deltas.
const ANNOTATIONS: [&str; 6] =
    ["odata.type", "odata.context", "odata.id", "odata.etag", "odata.nextLink", "odata.deltaLink"];

struct Checking<'a, 'b> {
    cx: Cx<'a>,
    kin: &'a Kin<'a>,
    page: &'a facts::Page,
    diagnostics: &'b mut Diagnostics,
}

impl Checking<'_, '_> {
    fn say(&mut self, code: Code, span: Span, message: String) -> &mut Remark<Place> {
        self.diagnostics.push(code, self.page.place(span), message)
    }

    fn representation(&mut self, ty: &facts::Type) {
        let Some(json) = &ty.json else { return };
        let Some(read) = &json.read else {
            if !json.span.is_empty() {
                self.say(Code::UnreadableJson, json.span, "this is no JSON".to_owned());
            }
            return;
        };
        self.commas(read);
        if let Some(entry) = self.cx.index.find(in_namespace(ty.namespace.as_ref()), &ty.name.text) {
            self.names(&read.value, &entry.name);
        }
        representation::check(self.cx, self.kin, (self.page, ty), &read.value, self.diagnostics);
    }

    /// A comma that was forgotten; the value is read all the same.
    fn commas(&mut self, read: &json::Read) {
        if let Some(before) = read.missing_comma {
            self.say(Code::MissingComma, before, "a comma is missing behind this".to_owned()).hint("put `,` behind it");
        }
    }

    /// Names that no table has; an open type may have others than those of its table, but none that is a slip of one.
    fn names(&mut self, value: &Value, ty: &TypeName) {
        let is_open = self.kin.chain(ty).any(|(_, it)| it.open);
        let known = self.kin.properties(ty);
        for member in value.members() {
            if member.name.contains(['@', '.']) {
                self.annotation(member);
            } else if known.get(&member.name).is_none() {
                let near = self.cx.near.similar(&member.name, known.all().map(|it| it.name.as_str()));
                if is_open && near.is_none() {
                    continue;
                }
                let hint = near.map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
                let message = format!("`{}` has no property `{}`", ty.name, member.name);
                let (second, label) = body::near_row(self.cx, self.kin, ty, near);
                self.say(Code::UnknownProperty, member.span, message).hint(hint).beside(second, label);
            }
        }
    }

    /// `@odata.type` misspelled is a name like any other to the service, and the object is of another type.
    fn annotation(&mut self, member: &Member) {
        let own = member.name.strip_prefix('@').unwrap_or_default();
        let is_known = ANNOTATIONS.iter().any(|it| own.eq_ignore_ascii_case(it));
        if let Some(near) = near::similar(own, ANNOTATIONS.into_iter()).filter(|_| !is_known) {
            let message = format!("`{}` is no annotation that is known", member.name);
            self.say(Code::UnknownProperty, member.span, message).hint(format!("did you mean `@{near}`?"));
        }
    }

    fn update(&mut self, update: &facts::Update, operations: &[&ir::Operation]) {
        self.links(update);
        let page = self.page;
        let Some(first) = operations.first() else { return };
        for example in &update.examples {
            if let Some(request) = &example.request {
                self.request(update, operations, request);
            }
            let span = [&example.request, &example.response].into_iter().flatten().next().map(|it| it.start.span);
            let own = operations.iter().find(|it| is_shown_by(it, self.cx.docs, page, span));
            let operation = own.unwrap_or(first);
            if let Some(response) = &example.response {
                self.response(update, response);
            }
            if let Some(body) = example.request.as_ref().and_then(example::body) {
                self.fixed(body, operation);
            }
            if let Some(answer) = example.response.as_ref().and_then(example::body) {
                self.answer(update, answer, &operation.body.ty);
            }
            for message in [&example.request, &example.response].into_iter().flatten() {
                if let Some(read) = message.body.as_ref().and_then(|it| it.read.as_ref()) {
                    self.commas(read);
                    let body = read.value.get("value").filter(|it| !it.members().is_empty()).unwrap_or(&read.value);
                    self.names(body, &operation.body.ty);
                    self.values(body, &operation.body.ty);
                }
            }
        }
    }

    /// What is sent and cannot be set.
    fn fixed(&mut self, body: &Value, operation: &ir::Operation) {
        let known = self.kin.properties(&operation.body.ty);
        let rows = operation.body.properties.iter().rev();
        let rows: BTreeMap<&str, _> = rows.map(|it| (it.name.as_str(), (it.access, &it.origin))).collect();
        for member in body.members() {
            // What the page of the update says outranks what that of the type says.
            let row = rows.get(member.name.as_str()).copied();
            let said = row.or_else(|| known.get(&member.name).map(|it| (it.access, &it.origin)));
            if let Some((ir::Access::ReadOnly, origin)) = said {
                let message = format!("the example sends `{}`, which is read-only", member.name);
                let row = place::row(self.cx, &member.name, origin).map(Row::doc);
                self.say(Code::SentReadOnly, member.span, message).beside(row, "read-only here");
            }
        }
    }

    fn request(&mut self, update: &facts::Update, operations: &[&ir::Operation], request: &facts::Message) {
        self.version(request);
        let path = &request.path;
        let mut lines = operations.iter().flat_map(|it| &it.lines);
        if !lines.any(|line| line.values(path).is_some()) {
            let documented = update.lines.first().map(|it| self.page.place(it.span));
            self.say(Code::RequestMismatch, request.start.span, "no documented request line is like this".to_owned())
                .beside(documented, "documented here");
        }
    }

    /// Where an example goes to another version than its page is of.
    fn version(&mut self, request: &facts::Message) {
        let (own, start) = (&self.cx.docs.version, &request.start);
        let page = &self.cx.docs.page(self.page.id).text;
        let Some((before, named)) = start.span.text(page).split_once("://").and_then(|(scheme, rest)| {
            let (host, path) = rest.split_once('/')?;
            Some((scheme.len() + 3 + host.len() + 1, path.split(['/', '?', ' ']).next()?))
        }) else {
            return;
        };
        let is_version = ir::is_numbered(&named.to_ascii_lowercase()) || named.eq_ignore_ascii_case("beta");
        if is_version && !named.eq_ignore_ascii_case(own) {
            let span = Span::new(start.span.start + before, start.span.start + before + named.len());
            let message = format!("this example goes to `{named}`, and the page is one of `{own}`");
            self.say(Code::OtherVersion, span, message).hint(format!("write `{own}`"));
        }
    }

    fn response(&mut self, update: &facts::Update, response: &facts::Message) {
        let code = response.start.text.split(' ').nth(1).and_then(|it| it.parse::<u16>().ok());
        let promised = update.statuses.iter().any(|it| Some(it.code) == code);
        if !promised && !update.statuses.is_empty() && code.is_some() {
            let promise = update.statuses.first().map(|it| self.page.place(it.span));
            self.say(Code::StatusMismatch, response.start.span, "the text does not promise this status".to_owned())
                .beside(promise, "what it promises");
        }
    }

    /// A type that the answer names, and that is not the one that is updated.
    fn answer(&mut self, update: &facts::Update, answer: &Value, ty: &TypeName) {
        let Some(member) = answer.members().iter().find(|it| it.name == "@odata.type") else { return };
        let Some(word) = member.value.text().map(|it| it.trim_start_matches('#')) else { return };
        let Some(named) = TypeName::parse(word) else { return };
        let found = self.cx.index.get(&named).map(|entry| &entry.name);
        if found.is_some_and(|it| self.kin.is_a(it, ty) || self.kin.is_a(ty, it)) {
            return;
        }
        let known = self.cx.index.get(ty).map_or(ty, |entry| &entry.name);
        let mentions = &update.mentions;
        let mut linked = mentions.answer.iter().chain(&mentions.intro);
        let linked = linked.find(|it| it.word.text.eq_ignore_ascii_case(&ty.name)).map(|it| it.word.span);
        let message = format!("the answer calls itself `{}`, and the page updates `{}`", named.name, known.name);
        let second = linked.map(|span| self.page.place(span)).or_else(|| place::declaration(self.cx, ty));
        self.say(Code::AnswerType, member.value.span, message).beside(second, format!("this is `{}`", known.name));
    }

    /// Links to pages of types that are not there.
    fn links(&mut self, update: &facts::Update) {
        let mentions = &update.mentions;
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for it in mentions.intro.iter().chain(&mentions.body).chain(&mentions.answer) {
            let Some(link) = it.link.as_deref().filter(|it| reference::is_dead(self.cx, self.page, it)) else {
                continue;
            };
            if seen.insert(link) {
                let hint = reference::near_page(self.cx, link).unwrap_or_default();
                let changes = mend::links(self.cx, self.page, &it.word.text, link);
                self.say(Code::DeadLink, it.word.span, format!("there is no page `{link}`")).hint(hint).mend(changes);
            }
        }
    }

    /// Values that are not of their documented type.
    fn values(&mut self, value: &Value, ty: &TypeName) {
        let known = self.kin.properties(ty);
        for member in value.members() {
            let property = known.get(&member.name).filter(|it| !self.is_own_kind(&member.value, it, ty));
            if let Some(property) = property {
                self.value(&member.value, &property.ty, property);
            }
        }
    }

    /// Whether a value is of the kind that a row of the type's own page says, though a base, whose word is taken, says
    /// another.
    fn is_own_kind(&self, shown: &Value, of: &ir::Property, ty: &TypeName) -> bool {
        if matches!(of.ty, TypeRef::Primitive(primitive) if is_kind(&shown.kind, primitive)) {
            return false;
        }
        let entry = self.cx.index.get(ty).filter(|entry| entry.is_type());
        let rows = entry.into_iter().flat_map(|it| self.cx.claims(it)).flat_map(|(_, claim)| &claim.properties);
        rows.filter(|row| row.name.text == of.name && !row.ty.collection).any(|row| match row.ty.item {
            TypeWord::Primitive(primitive) => {
                TypeRef::Primitive(primitive) != of.ty
                    && primitive != Primitive::Json
                    && is_kind(&shown.kind, primitive)
            }
            _ => false,
        })
    }

    fn value(&mut self, shown: &Value, ty: &TypeRef, of: &ir::Property) {
        match (&shown.kind, ty) {
            (Kind::Null, _) | (_, TypeRef::Primitive(Primitive::Json | Primitive::Stream)) => {}
            (Kind::List(items), TypeRef::Collection(item)) => {
                for it in items {
                    self.value(it, item, of);
                }
            }
            (Kind::Object(_), TypeRef::Named(name)) if self.kin.has(name) => self.object(shown, name),
            (Kind::Text(_), TypeRef::Named(name)) if self.kin.api.enums.contains_key(name) => {}
            (kind, TypeRef::Primitive(primitive)) if is_kind(kind, *primitive) => self.form(shown, *primitive, of),
            (_, _) => {
                let row = place::row(self.cx, &of.name, &of.origin).map(Row::ty);
                self.say(Code::JsonKind, shown.span, format!("the table says {ty}")).beside(row, "what the table says");
            }
        }
    }

    /// A nested object, of the derived type that it names.
    fn object(&mut self, shown: &Value, documented: &TypeName) {
        let named = shown.get("@odata.type").and_then(Value::text).map(|it| it.trim_start_matches('#'));
        let named = named.and_then(TypeName::parse).and_then(|name| self.cx.index.get(&name));
        let name = named.map_or(documented, |entry| &entry.name).clone();
        self.names(shown, &name);
        self.values(shown, &name);
    }

    fn form(&mut self, shown: &Value, primitive: Primitive, of: &ir::Property) {
        let text = shown.text().unwrap_or_default();
        let placeholder = text.is_empty() || text.contains("String") || text.contains('{') || text.contains('<');
        if primitive != Primitive::DateTimeOffset || placeholder {
            return;
        }
        if let Err(why) = date::checked(text) {
            let row = place::row(self.cx, &of.name, &of.origin).map(Row::ty);
            self.say(Code::MalformedDate, shown.span, format!("`{text}` is no DateTimeOffset: {why}"))
                .beside(row, "what the table says");
        }
    }
}

fn is_kind(kind: &Kind, primitive: Primitive) -> bool {
    match primitive {
        Primitive::Boolean => matches!(kind, Kind::Boolean(_)),
        Primitive::Byte | Primitive::SByte | Primitive::Int16 | Primitive::Int32 => matches!(kind, Kind::Number(_)),
        Primitive::Int64 | Primitive::Decimal | Primitive::Double | Primitive::Single => {
            matches!(kind, Kind::Number(_) | Kind::Text(_))
        }
        Primitive::Json | Primitive::Stream => true,
        Primitive::Binary
        | Primitive::Date
        | Primitive::DateTimeOffset
        | Primitive::Duration
        | Primitive::Guid
        | Primitive::String
        | Primitive::TimeOfDay => matches!(kind, Kind::Text(_)),
    }
}

/// Whether the example that begins here is one of this operation's.
fn is_shown_by(it: &ir::Operation, docs: &Docs, page: &facts::Page, span: Option<Span>) -> bool {
    let Some(origin) = span.map(|span| docs.origin(page.place(span))) else { return false };
    let messages = it.examples.iter().flat_map(|it| [&it.request, &it.response]).flatten();
    messages.map(|it| &it.origin).any(|it| *it == origin)
}
