//! Compares what pages show in JSON with what their tables say.

use super::place::{self, Row};
use super::{Cx, body, example};
use crate::diagnostic::{Code, Diagnostics, Remark};
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
    fn say(&mut self, code: Code, span: Span, message: String) -> &mut Remark<Place> {
        self.diagnostics.push(code, self.page.place(span), message)
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
                let near = similar(&member.name, known.iter().map(|it| it.name.as_str()));
                let hint = near.map(|it| format!("did you mean `{it}`?")).unwrap_or_default();
                let message = format!("`{}` has no property `{}`", ty.name, member.name);
                let (second, label) = body::near_row(self.cx, self.api, ty, near);
                self.say(Code::UnknownProperty, member.span, message).hint(hint).beside(second, label);
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
                self.request(update, &operations, request);
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
            let listed = operation.body.properties.iter().find(|it| it.name == member.name);
            let listed = listed.map(|it| (it.access, &it.origin));
            let known = || known.iter().find(|it| it.name == member.name).map(|it| (it.access, &it.origin));
            if let Some((ir::Access::ReadOnly, origin)) = listed.or_else(known) {
                let message = format!("the example sends `{}`, which is read-only", member.name);
                let row = place::row(self.cx, &member.name, origin).map(Row::doc);
                self.say(Code::SentReadOnly, member.span, message).beside(row, "read-only here");
            }
        }
    }

    fn request(&mut self, update: &facts::Update, operations: &[&ir::Operation], request: &facts::Message) {
        let path = crate::dialect::graph::path_of(&request.start.text);
        let mut lines = operations.iter().flat_map(|it| &it.lines);
        if !lines.any(|line| fits(&line.segments, &path)) {
            let documented = update.lines.first().map(|it| self.page.place(it.span));
            self.say(Code::RequestMismatch, request.start.span, "no documented request line is like this".to_owned())
                .beside(documented, "documented here");
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

    /// Values that are not of their documented type.
    fn values(&mut self, value: &Value, ty: &TypeName) {
        for property in self.api.all_properties(ty) {
            if let Some(shown) = value.get(&property.name) {
                self.value(shown, &property.ty, property);
            }
        }
    }

    fn value(&mut self, shown: &Value, ty: &TypeRef, of: &ir::Property) {
        match (&shown.kind, ty) {
            (Kind::Null, _) | (_, TypeRef::Primitive(Primitive::Json | Primitive::Stream)) => {}
            (Kind::List(items), TypeRef::Collection(item)) => {
                for it in items {
                    self.value(it, item, of);
                }
            }
            (Kind::Object(_), TypeRef::Named(name)) if self.api.types.contains_key(name) => self.object(shown, name),
            (Kind::Text(_), TypeRef::Named(name)) if self.api.enums.contains_key(name) => {}
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
        if primitive == Primitive::DateTimeOffset && !placeholder && !is_date_time(text) {
            let row = place::row(self.cx, &of.name, &of.origin).map(Row::ty);
            self.say(Code::MalformedDate, shown.span, format!("`{text}` is no DateTimeOffset"))
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

/// Whether the example that begins here is one of this operation's.
fn is_shown_by(it: &ir::Operation, docs: &Docs, page: &facts::Page, span: Option<Span>) -> bool {
    let Some(origin) = span.map(|span| docs.origin(page.place(span))) else { return false };
    let messages = it.examples.iter().flat_map(|it| [&it.request, &it.response]).flatten();
    messages.map(|it| &it.origin).any(|it| *it == origin)
}

/// Whether a path that a page shows is one that the request line allows.
pub(super) fn fits(segments: &[ir::Segment], path: &str) -> bool {
    let Some((first, rest)) = segments.split_first() else { return path.is_empty() };
    match first {
        ir::Segment::Literal(text) => {
            let head = path.get(..text.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(text) && fits(rest, &path[text.len()..]))
        }
        ir::Segment::Parameter { .. } => {
            let ends = path.char_indices().map(|(at, _)| at).chain([path.len()]).skip(1);
            let longest = path.find('/').unwrap_or(path.len());
            let longest = if path.starts_with('{') { path.find('}').map_or(longest, |at| at + 1) } else { longest };
            ends.take_while(|at| *at <= longest).any(|at| fits(rest, &path[at..]))
        }
    }
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
