//! Compares what pages show in JSON with what their tables say.

use super::Cx;
use super::example;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::ir::{self, Api, Primitive, TypeName, TypeRef};
use crate::json::{self, Kind, Value};
use crate::source::{Docs, Place};
use crate::span::Span;

/// Checks every example and every JSON representation.
pub(super) fn check(cx: Cx<'_>, api: &Api, diagnostics: &mut Diagnostics) {
    for page in cx.pages {
        let mut checking = Checking { cx, api, page, diagnostics };
        for ty in &page.types {
            checking.representation(ty);
        }
        if let Some(update) = &page.update {
            checking.update(update);
        }
    }
}

struct Checking<'a, 'b> {
    cx: Cx<'a>,
    api: &'a Api,
    page: &'a facts::Page,
    diagnostics: &'b mut Diagnostics,
}

impl Checking<'_, '_> {
    fn say(&mut self, code: Code, span: Span, message: String) {
        let place = Place { page: self.page.id, span };
        self.diagnostics.push(code, place, message);
    }

    fn representation(&mut self, ty: &facts::Type) {
        let Some(span) = ty.json else { return };
        let Some(read) = json::read(&self.cx.docs.page(self.page.id).text, span) else {
            if !span.is_empty() {
                self.say(Code::UnreadableJson, span, "this is no JSON".to_owned());
            }
            return;
        };
        let name = super::index::qualified(ty.namespace.as_ref(), &ty.name.text);
        if let Some(entry) = self.cx.index.get(&name) {
            self.names(&read.value, &entry.name.clone());
        }
    }

    /// Names that no table has.
    fn names(&mut self, value: &Value, ty: &TypeName) {
        if self.api.chain(ty).any(|(_, it)| it.open) {
            return;
        }
        let known = self.api.all_properties(ty);
        for member in value.members().iter().filter(|it| !it.name.contains('@') && !it.name.contains('.')) {
            if known.iter().all(|it| it.name != member.name) {
                let hint = similar(&member.name, known.iter().map(|it| it.name.as_str()));
                let hint = hint.map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
                let message = format!("`{}` has no property `{}`", ty.name, member.name);
                let place = Place { page: self.page.id, span: member.span };
                self.diagnostics.hinted(Code::UnknownProperty, place, (message, hint));
            }
        }
    }

    fn update(&mut self, update: &facts::Update) {
        let page = self.page;
        let path = &self.cx.docs.page(page.id).path;
        let operations: Vec<_> = self.api.operations.iter().filter(|it| it.origin.page == *path).collect();
        let Some(first) = operations.first() else { return };
        for example in &update.examples {
            if let Some(request) = &example.request {
                self.request(&operations, request);
            }
            let span = [&example.request, &example.response].into_iter().flatten().next().map(|it| it.start.span);
            let own = operations.iter().find(|it| is_shown_by(it, self.cx.docs, page, span));
            let operation = own.unwrap_or(first);
            if let Some(response) = &example.response {
                self.response(update, response);
            }
            if let Some(body) = example.request.as_ref().and_then(|it| example::body(self.cx, page, it)) {
                self.fixed(&body, operation);
            }
            for message in [&example.request, &example.response].into_iter().flatten() {
                if let Some(body) = example::body(self.cx, page, message) {
                    let body = body.get("value").filter(|it| !it.members().is_empty()).cloned().unwrap_or(body);
                    self.names(&body, &operation.body.ty);
                    self.values(&body, &operation.body.ty);
                }
            }
        }
    }

    /// What is sent and cannot be set.
    fn fixed(&mut self, body: &Value, operation: &ir::Operation) {
        let known = self.api.all_properties(&operation.body.ty);
        for member in body.members() {
            let listed = operation.body.properties.iter().find(|it| it.name == member.name).map(|it| it.access);
            let access = listed.or_else(|| known.iter().find(|it| it.name == member.name).map(|it| it.access));
            if access == Some(ir::Access::ReadOnly) {
                let message = format!("the example sends `{}`, which is read-only", member.name);
                self.say(Code::SentReadOnly, member.span, message);
            }
        }
    }

    fn request(&mut self, operations: &[&ir::Operation], request: &facts::Message) {
        let path = crate::dialect::graph::path_of(&request.start.text);
        let mut lines = operations.iter().flat_map(|it| &it.lines);
        if !lines.any(|line| line.values(&path).is_some()) {
            self.say(Code::RequestMismatch, request.start.span, "no documented request line is like this".to_owned());
        }
    }

    fn response(&mut self, update: &facts::Update, response: &facts::Message) {
        let code = response.start.text.split(' ').nth(1).and_then(|it| it.parse::<u16>().ok());
        let promised = update.statuses.iter().any(|it| Some(it.code) == code);
        if !promised && !update.statuses.is_empty() && code.is_some() {
            self.say(Code::StatusMismatch, response.start.span, "the text does not promise this status".to_owned());
        }
    }

    /// Values that are not of their documented type.
    fn values(&mut self, value: &Value, ty: &TypeName) {
        for property in self.api.all_properties(ty) {
            if let Some(shown) = value.get(&property.name) {
                self.value(shown, &property.ty);
            }
        }
    }

    fn value(&mut self, shown: &Value, ty: &TypeRef) {
        match (&shown.kind, ty) {
            (Kind::Null, _) | (_, TypeRef::Primitive(Primitive::Json | Primitive::Stream)) => {}
            (Kind::List(items), TypeRef::Collection(item)) => {
                for it in items {
                    self.value(it, item);
                }
            }
            (Kind::Object(_), TypeRef::Named(name)) if self.api.types.contains_key(name) => self.object(shown, name),
            (Kind::Text(_), TypeRef::Named(name)) if self.api.enums.contains_key(name) => {}
            (kind, TypeRef::Primitive(primitive)) if is_kind(kind, *primitive) => self.form(shown, *primitive),
            (_, _) => self.say(Code::JsonKind, shown.span, format!("the table says {}", spelled(ty))),
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

    fn form(&mut self, shown: &Value, primitive: Primitive) {
        let text = shown.text().unwrap_or_default();
        let placeholder = text.is_empty() || text.contains("String") || text.contains('{') || text.contains('<');
        if primitive == Primitive::DateTimeOffset && !placeholder && !is_date_time(text) {
            self.say(Code::MalformedDate, shown.span, format!("`{text}` is no DateTimeOffset"));
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

/// `YYYY-MM-DDThh:mm`, and then digits, signs and a zone, without white space.
fn is_date_time(text: &str) -> bool {
    let shape = b"0000-00-00T00:00";
    let bytes = text.as_bytes();
    bytes.len() >= shape.len()
        && shape
            .iter()
            .zip(bytes)
            .all(|(shape, byte)| if *shape == b'0' { byte.is_ascii_digit() } else { shape == byte })
        && bytes[shape.len()..].iter().all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(byte))
}

fn spelled(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Primitive(primitive) => format!("{primitive:?}"),
        TypeRef::Named(name) => name.name.clone(),
        TypeRef::Collection(item) => format!("{} collection", spelled(item)),
    }
}

/// Whether the example that begins here is one of this operation's.
fn is_shown_by(it: &ir::Operation, docs: &Docs, page: &facts::Page, span: Option<Span>) -> bool {
    let Some(origin) = span.map(|span| docs.origin(page.place(span))) else { return false };
    let messages = it.examples.iter().flat_map(|it| [&it.request, &it.response]).flatten();
    messages.map(|it| &it.origin).any(|it| *it == origin)
}

/// The one of `names` that is a slip of the pen away.
pub(super) fn similar<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.len() / 4).clamp(1, 3);
    let ranked = names.map(|it| (distance(&name.to_lowercase(), &it.to_lowercase()), it));
    ranked.filter(|(distance, _)| *distance <= limit).min().map(|(_, it)| it)
}

/// The number of letters to insert, delete or replace (Levenshtein).
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, other) in two.iter().enumerate() {
            let replaced = diagonal + usize::from(c != *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(row[column + 1] + 1);
        }
    }
    row[two.len()]
}
