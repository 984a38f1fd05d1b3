//! All that a user's code can name of one side: the items of both crates, with their names and types.
//!
//! A test holds it against the emitted code, so that neither has what the other lacks.

use std::collections::BTreeMap;

use crate::names::Ident;

use super::piece::{Owner, Part, PatchName, Piece};
use super::side::{Side, plain};
use super::spelled::{self, Spelling};
use crate::ir::{Enum, Operation, RequestLine, TypeName, TypeRef};
use crate::names::{LineNames, OPEN_VARIANT, OperationNames, fields, setters};
use crate::plan::Patch;

/// A piece in Rust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rust {
    /// How one speaks of it: `Device.count`, `Level::High`, `DevicePatch::count()`.
    pub(super) path: String,
    /// What it is called where it stands: `count`.
    pub(super) name: String,
    /// What the compiler sees: `Option<i32>`.
    pub(super) text: String,
    /// The same by wire names.
    pub(super) sense: String,
    /// The documented type of the value.
    pub(super) ty: Option<TypeRef>,
}

/// The pieces of one side.
pub(super) type Surface = BTreeMap<Piece, Rust>;

/// Collects the pieces; `number` gives operations the number that they have on both sides.
pub(super) fn surface(side: &Side, number: impl Fn(&Operation) -> usize) -> Surface {
    let mut surface = Surface::new();
    for name in side.api.types.keys() {
        model(&mut surface, side, name);
    }
    for (name, derived) in &side.choices {
        choice(&mut surface, side, name, derived);
    }
    for (name, it) in &side.api.enums {
        enumeration(&mut surface, side, name, it);
    }
    for (ident, plan) in &side.patches {
        patch(&mut surface, side, ident, plan);
    }
    for it in &side.operations {
        operation(&mut surface, side, it, number(it));
    }
    surface
}

impl Rust {
    /// Something that has no type of its own.
    fn item(name: &str, text: &str) -> Self {
        Self { path: name.to_owned(), name: name.to_owned(), text: text.to_owned(), sense: text.to_owned(), ty: None }
    }

    /// Something inside of something else.
    fn inside(self, path: String) -> Self {
        Self { path, ..self }
    }

    fn typed(self, texts: [String; 2], ty: TypeRef) -> Self {
        let [text, sense] = texts;
        Self { text, sense, ty: Some(ty), ..self }
    }
}

fn put(surface: &mut Surface, owner: &Owner, part: Part, rust: Rust) {
    surface.insert(Piece { owner: owner.clone(), part }, rust);
}

/// In Rust and by wire names.
fn both(text: impl Fn(Spelling) -> String) -> [String; 2] {
    [text(Spelling::Rust), text(Spelling::Wire)]
}

fn model(surface: &mut Surface, side: &Side, name: &TypeName) {
    let (owner, ident) = (Owner::Type(name.clone()), side.ident(name));
    put(surface, &owner, Part::Item, Rust::item(&ident, "struct"));
    let properties = side.api.all_properties(name);
    let wires: Vec<&str> = properties.iter().map(|it| it.name.as_str()).collect();
    for (it, field) in properties.iter().zip(fields(&wires)) {
        let types = both(|spelling| spelled::field(side, spelling, it));
        let rust = Rust::item(&plain(&field), "").inside(format!("{ident}.{}", plain(&field)));
        put(surface, &owner, Part::Field(it.name.clone()), rust.typed(types, it.ty.clone()));
    }
}

fn choice(surface: &mut Surface, side: &Side, base: &TypeName, derived: &[&TypeName]) {
    let (owner, ident) = (Owner::Type(base.clone()), side.names.choice(base).to_string());
    put(surface, &owner, Part::Choice, Rust::item(&ident, "choice"));
    for it in std::iter::once(base).chain(derived.iter().copied()) {
        let variant = side.ident(it);
        let rust = Rust::item(&variant, "variant").inside(format!("{ident}::{variant}"));
        put(surface, &owner, Part::Variant(it.clone()), rust);
    }
}

fn enumeration(surface: &mut Surface, side: &Side, name: &TypeName, it: &Enum) {
    let (owner, ident) = (Owner::Type(name.clone()), side.ident(name));
    put(surface, &owner, Part::Item, Rust::item(&ident, "enum"));
    let open = Rust::item(OPEN_VARIANT, "variant").inside(format!("{ident}::{OPEN_VARIANT}"));
    // No member has an empty name.
    put(surface, &owner, Part::Member(String::new()), open);
    for (member, variant) in it.members.iter().zip(side.names.variants(name)) {
        let rust = Rust::item(&plain(variant), "variant").inside(format!("{ident}::{}", plain(variant)));
        put(surface, &owner, Part::Member(member.name.clone()), rust);
    }
}

fn patch(surface: &mut Surface, side: &Side, ident: &Ident, plan: &Patch) {
    let (owner, name) = (Owner::Type(plan.ty.clone()), side.patch_name(ident, plan.ty));
    put(surface, &owner, Part::Patch(name.clone()), Rust::item(&plain(ident), "patch"));
    let wires: Vec<&str> = plan.members.iter().map(|it| it.name).collect();
    for (it, setter) in plan.members.iter().zip(setters(&wires)) {
        let types = both(|spelling| spelled::value(side, spelling, it.ty));
        let rust = Rust::item(&plain(&setter), "").inside(format!("{ident}::{}()", plain(&setter)));
        put(surface, &owner, Part::Setter(name.clone(), it.name.to_owned()), rust.typed(types, it.ty.clone()));
    }
    if plan.open {
        let rust = Rust::item("field", "setter").inside(format!("{ident}::field()"));
        put(surface, &owner, Part::AnySetter(name.clone()), rust);
    }
    for base in &plan.choices {
        let choice = side.names.choice(base).to_string();
        let rust = Rust::item("", "impl").inside(format!("IntoPatch<{choice}> for {ident}"));
        put(surface, &owner, Part::StandsFor(name.clone(), (*base).clone()), rust);
    }
}

fn operation(surface: &mut Surface, side: &Side, it: &Operation, number: usize) {
    let (owner, names) = (Owner::Operation(number), side.names.operation(it));
    let marker = plain(&names.marker);
    let answer = |spelling| format!("Operation<Answer = {}>", spelled::named(side, spelling, &it.body.ty));
    let body = TypeRef::Named(it.body.ty.clone());
    put(surface, &owner, Part::Marker, Rust::item(&marker, "").typed(both(answer), body));
    let headers = [("If-Match", "if_match", Part::IfMatch), ("Prefer", "prefer", Part::Prefer)];
    for (_, method, part) in headers.into_iter().filter(|(name, ..)| it.header(name).is_some()) {
        let rust = Rust::item(method, "impl").inside(format!("Request<{marker}>::{method}()"));
        put(surface, &owner, part, rust);
    }
    for (line, names) in it.lines.iter().zip(&names.lines) {
        put(surface, &owner, Part::Function(shape(it, line)), function(side, (it, number), names));
    }
}

/// What tells the lines of an operation apart, whatever their parameters are called.
pub(super) fn shape(it: &Operation, line: &RequestLine) -> String {
    let shape = line.shape();
    let before = it.lines.iter().take_while(|other| !std::ptr::eq(*other, line));
    match before.filter(|other| other.shape() == shape).count() {
        0 => shape,
        count => format!("{shape} {count}"),
    }
}

fn function(side: &Side, (it, number): (&Operation, usize), names: &LineNames) -> Rust {
    let name = plain(&names.function);
    let parameters: Vec<&str> = names.parameters.iter().map(|_| "value").collect();
    let etag = it.requires_if_match().then_some("etag");
    let OperationNames { marker, patch, .. } = side.names.operation(it);
    let signature = |patch: &str, marker: &str| {
        let all: Vec<&str> = parameters.iter().copied().chain(etag).chain([patch]).collect();
        format!("({}) -> Request<{marker}>", all.join(", "))
    };
    let sense = match side.patch_of(it) {
        PatchName::Home => format!("patch of {}", it.body.ty),
        PatchName::Other(own) => format!("{own} of {}", it.body.ty),
    };
    let rust = Rust::item(&name, "").inside(format!("{name}()"));
    Rust { text: signature(&plain(patch), &plain(marker)), sense: signature(&sense, &number.to_string()), ..rust }
}
