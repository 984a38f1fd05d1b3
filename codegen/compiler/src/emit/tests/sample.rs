//! A small API by hand that has one of everything.

use crate::ir::{
    Access, Api, Basis, Body, BodyProperty, Enum, Example, Header, Kind, Member, Message, Method, Operation,
    Permissions, Primitive, Property, RequestLine, Response, Scopes, Segment, Type, TypeName, TypeRef,
};
use crate::span::Origin;

/// `microsoft.graph.{name}`, or a name with its namespace.
pub(crate) fn name(name: &str) -> TypeName {
    TypeName::parse(name).unwrap_or_else(|| TypeName::new("microsoft.graph", name))
}

pub(crate) fn origin(page: &str) -> Origin {
    Origin { page: page.to_owned(), line: 1, column: 1 }
}

pub(crate) fn named(it: &str) -> TypeRef {
    TypeRef::Named(name(it))
}

pub(crate) fn many(it: TypeRef) -> TypeRef {
    TypeRef::Collection(Box::new(it))
}

pub(crate) fn primitive(it: Primitive) -> TypeRef {
    TypeRef::Primitive(it)
}

pub(crate) fn property(name: &str, ty: TypeRef, access: Access) -> Property {
    Property {
        name: name.to_owned(),
        ty,
        access,
        nullable: None,
        relationship: false,
        deprecated: None,
        known_values: Vec::new(),
        doc: String::new(),
        origin: Origin::default(),
        repairs: Vec::new(),
    }
}

pub(crate) fn ty(kind: Kind, area: &str, page: &str, base: Option<&str>, properties: Vec<Property>) -> Type {
    Type {
        kind,
        base: base.map(name),
        open: false,
        is_abstract: false,
        deprecated: None,
        area: area.to_owned(),
        doc: String::new(),
        origin: origin(&format!("beta/resources/{page}.md")),
        also: Vec::new(),
        properties,
        repairs: Vec::new(),
    }
}

pub(crate) fn enumeration(area: &str, members: &[&str]) -> Enum {
    let member = |it: &&str| Member {
        name: (*it).to_owned(),
        deprecated: None,
        value: None,
        doc: String::new(),
        origin: Origin::default(),
    };
    Enum {
        flags: false,
        area: area.to_owned(),
        doc: "What a device is.".to_owned(),
        origin: origin("beta/resources/enums.md"),
        members: members.iter().map(member).collect(),
        repairs: Vec::new(),
    }
}

pub(crate) fn line(path: &str) -> RequestLine {
    let mut segments = Vec::new();
    let mut rest = path;
    while let Some((literal, tail)) = rest.split_once('{') {
        let (parameter, after) = tail.split_once('}').unwrap_or((tail, ""));
        let quoted = literal.ends_with('\'');
        segments.push(Segment::Literal(literal.to_owned()));
        segments.push(Segment::Parameter { name: parameter.to_owned(), quoted, doc: "`id | name`".to_owned() });
        rest = after;
    }
    segments.extend((!rest.is_empty()).then(|| Segment::Literal(rest.to_owned())));
    RequestLine { text: format!("PATCH {path}"), path: path.to_owned(), segments, origin: Origin::default() }
}

fn scopes(all: &[&str]) -> Scopes {
    Scopes { least: Vec::new(), all: all.iter().map(|it| vec![(*it).to_owned()]).collect() }
}

pub(crate) fn operation(page: &str, area: &str, body: &str, lines: &[&str], properties: Vec<Property>) -> Operation {
    let row = |it: Property| BodyProperty {
        name: it.name,
        ty: it.ty,
        access: it.access,
        deprecated: it.deprecated,
        doc: it.doc,
        origin: it.origin,
    };
    Operation {
        method: Method::Patch,
        title: format!("Update {body}"),
        area: area.to_owned(),
        doc: String::new(),
        origin: origin(&format!("beta/api/{page}.md")),
        lines: lines.iter().map(|it| line(it)).collect(),
        body: Body {
            ty: name(body),
            discriminated: false,
            basis: Basis::Table,
            properties: properties.into_iter().map(row).collect(),
            evidence: Vec::new(),
        },
        response: Response { statuses: vec![200], object: true },
        permissions: Permissions { unspecified: scopes(&["Devices.ReadWrite.All"]), ..Permissions::default() },
        clouds: Vec::new(),
        deprecated: None,
        headers: Vec::new(),
        examples: Vec::new(),
        repairs: Vec::new(),
    }
}

/// Two areas; a base with derived types in both, enums, every primitive, a patch with nested builders.
pub(crate) fn api() -> Api {
    let mut api = Api { version: "beta".to_owned(), ..Api::default() };
    api.types.extend(models().map(|(it, ty)| (name(it), ty)));
    let level = enumeration("core", &["unknown", "JIS B4", "self", "4k"]);
    let options = Enum { flags: true, ..enumeration("device-config", &["none", "wifi"]) };
    api.enums.extend([(name("level"), level), (name("options"), options)]);
    api.enums.insert(name("void"), enumeration("core", &[]));
    let fields = models().find(|(it, _)| *it == "device").map(|(_, ty)| ty.properties).unwrap_or_default();
    let mut update = operation("device-update", "core", "device", &["/devices/{id}", "/me/devices/{id}"], fields);
    update.headers.push(Header {
        name: "If-Match".to_owned(),
        required: true,
        doc: String::new(),
        origin: Origin::default(),
    });
    let mut policy = operation("policy-update", "device-config", "wifiPolicy", &["/policies(key='{key}')"], Vec::new());
    policy.body.discriminated = true;
    update.examples.push(example());
    api.operations = vec![update, policy];
    api
}

fn example() -> Example {
    let json = "{\n  \"type\": \"a \\\"b\\\"\",\n  \"count\": 4,\n  \"seen\": null\n}";
    let message = Message {
        start: "PATCH https://x/devices/1".to_owned(),
        headers: [].into(),
        json: Some(json.to_owned()),
        origin: Origin::default(),
    };
    Example { request: Some(message), response: None }
}

fn models() -> impl Iterator<Item = (&'static str, Type)> {
    use Access::{Key, ReadOnly, Writable};
    let string = || primitive(Primitive::String);
    let mut device = vec![
        property("id", string(), Key),
        property("type", string(), Writable),
        property("count", primitive(Primitive::Int32), Writable),
        property("seen", primitive(Primitive::DateTimeOffset), ReadOnly),
        property("extra", named("level"), Writable),
        property("policy", named("policy"), Writable),
        property("policies", many(named("policy")), Writable),
        property("setting", named("setting"), Writable),
        property("plain", named("plain"), Writable),
        property("plains", many(named("plain")), Writable),
        property("options", named("options"), Writable),
        property("new", many(string()), Writable),
        property("unknown", named("nowhere"), Writable),
    ];
    device.extend(primitives());
    let wifi = vec![property("ssid", string(), Writable)];
    let deep = vec![property("self", named("setting"), Writable), property("level", named("level"), Writable)];
    [
        ("device", ty(Kind::Entity, "core", "device", None, device)),
        ("policy", ty(Kind::Entity, "core", "policy", None, vec![property("id", string(), Key)])),
        ("wifiPolicy", ty(Kind::Entity, "device-config", "wifiPolicy", Some("policy"), wifi)),
        ("setting", ty(Kind::Complex, "core", "setting", None, vec![property("name", string(), Writable)])),
        ("deepSetting", ty(Kind::Complex, "device-config", "setting", Some("setting"), deep)),
        ("plain", ty(Kind::Complex, "core", "setting", None, vec![property("levels", many(named("level")), Writable)])),
        ("empty", ty(Kind::Complex, "core", "option", None, Vec::new())),
        ("option", ty(Kind::Complex, "core", "option", None, vec![property("option", named("option"), Writable)])),
    ]
    .into_iter()
}

fn primitives() -> Vec<Property> {
    let all = [
        ("binary", Primitive::Binary),
        ("boolean", Primitive::Boolean),
        ("byte", Primitive::Byte),
        ("date", Primitive::Date),
        ("decimal", Primitive::Decimal),
        ("double", Primitive::Double),
        ("duration", Primitive::Duration),
        ("guid", Primitive::Guid),
        ("int16", Primitive::Int16),
        ("int64", Primitive::Int64),
        ("sbyte", Primitive::SByte),
        ("single", Primitive::Single),
        ("stream", Primitive::Stream),
        ("timeOfDay", Primitive::TimeOfDay),
        ("json", Primitive::Json),
    ];
    all.into_iter().map(|(name, it)| property(name, primitive(it), Access::Writable)).collect()
}
