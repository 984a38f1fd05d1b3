use proc_macro2::TokenStream;

use super::cursor::Printer;
use super::tokens::Tokens;
use crate::Config;
use crate::emit::{self, Content};

/// What is printed without a syntax tree, if it can be, and what prettyplease prints.
fn both(tokens: TokenStream) -> (Option<String>, String) {
    let file = syn::parse2(tokens.clone()).expect("the tokens are Rust");
    (Printer::new(&Tokens::from(tokens)).file(), prettyplease::unparse(&file))
}

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("the source is tokens")
}

/// Items of each shape, with a name in it whose length decides where lines break.
const SHAPES: &[&str] = &[
    "use ::runtime as rt;",
    "pub use self::NAME::*;",
    "pub use self::NAME::{One};",
    "pub use self::NAME::{One, Two, Three};",
    "pub use self::some::{One, NAME, Two, Three, Four, Five, Six, Seven, Eight, Nine, Ten, Eleven, Twelve};",
    "#[cfg(feature = \"NAME\")] pub mod one; #[doc(hidden)] pub mod two;",
    "mod NAME;",
    "#[doc = \" NAME\"] #[doc = \"\"] #[doc = \" \\\"a\\\" \\\\ b \\u{200b}  \"] pub struct One { #[doc = \" c\"] pub a: Option<Box<NAME>>, }",
    "#[derive(Hash, NAME)] #[serde(rename_all = \"NAME\", default)] #[non_exhaustive] pub struct NAME { a: rt::Flags<super::NAME>, }",
    "#[cfg_attr(feature = \"NAME\", derive(One, NAME), serde(a = \"b\", c::d(e)))] #[a::b { c d }] #[a[b, NAME]] #[a = 1] #[a(-1, b = *c)] mod a;",
    "#[deprecated(note = \"NAME\")] #[allow(unused, a::b, reason = \"NAME\",)] #[path = \"a\"] pub struct One {}",
    "pub enum NAME {}",
    "pub enum One { #[cfg(not(feature = \"a\"))] NAME, Two(Box<super::super::NAME>), Three(NAME, Four), }",
    "impl One { pub const NAME: &'static [rt::NAME] = <Self as rt::Operation>::INFO.permissions; }",
    "impl rt::TakesPrefer for NAME {}",
    "impl super::super::Updatable for super::super::models::NAME { type Model = Self; type Two = super::super::NAME<Self>; }",
    "pub type One = super::super::PatchOf<super::super::models::NAME>;",
    "pub type NAME = super::super::PatchOf<super::super::models::One>;",
    "impl One { const SHAPE: &'static rt::Shape = &rt::Shape { name: \"NAME\", members: &[\"a\", \"NAME\", \"c\"], none: &[] }; }",
    "const ONE: rt::Scopes = rt::Scopes { least: &[&[\"NAME\"]], all: rt::Scopes::NONE };",
    "const ONE: A = A { b: &[1, 2, 3, 10, 20, 30, 100, 200, 300], c: true, NAME };",
    "const NAME: A = A {};",
    "const ONE: &str = \"NAME\\n\\\n    +one\\n\\\n    +two\";",
    "impl One { fn about(&self) -> (&'static rt::Shape, &rt::NAME) { (<Self as rt::NAME>::SHAPE, &self.NAME) } }",
    "impl One { #[inline] fn slots(&self, row: usize) -> Option<[rt::Slot<'_>; 4]> { Some(match row { 0 => [rt::text(&self.a), rt::slot(&self.NAME), #[cfg(a)] rt::NO_FIELD], _ => return None }) } }",
    "impl One { fn node_mut(&mut self, index: usize) -> Option<&mut dyn rt::Node> { Some(match index { 0 => &mut self.NAME, #[cfg(feature = \"NAME\")] 1 => rt::related_mut(&mut self.NAME), _ => return None }) } }",
    "impl One { fn new(text: &str) -> Self { match text { \"NAME\" => Self::NAME, \"b\" => Self::Two(Box::default()), _ => Self::Other(text.to_owned()) } } }",
    "impl One { fn of(&self) -> Result<usize, &str> { match self { Self::NAME => Ok(0), Self::Two(text) => Err(text), Self::Three(it) => &mut **it, Self::Four(it) => it.NAME(self), Self::Five(it) => it.a } } }",
    "impl One { fn of(self) -> Self { self.NAME(a).b(c) } fn a(self) -> B { a.b } fn b(self) -> B { abcde.NAME(c, d) } fn c() {} }",
    "impl One { pub fn NAME(self, value: impl rt::IntoPatch<Vec<super::super::models::One>>) -> Self { rt::set(self, 23, value) } }",
    "impl One { pub fn one(self, name: impl Into<::std::borrow::Cow<'static, str>>, value: impl Into<NAME>) -> Self { rt::field(self, name, value) } }",
    "pub fn NAME(event_id: impl Into<rt::PathValue>, patch: super::super::EventPatch) -> rt::Request<UpdateEvent> { rt::Request::new(\"me/{eventId}\", &[event_id.into()], patch) }",
    "pub fn one(patch: A) -> B { rt::Request::new(\"me/NAME\", &[NAME.into(), b.into()], patch).if_match(if_match).prefer(rt::Prefer::NAME) }",
    "impl Default for NAME { fn default() -> Self { Self { #[cfg(a)] id: None, NAME: None, extra: rt::Extra::new() } } }",
    "impl One { fn a() -> B { Some(A { b: NAME, c: d }) } fn b() -> B { c([NAME, d]) } fn d() -> B { c((a, NAME)) } }",
    "rt::model!(NAME); a::b!(); rt::stands_for!(One => super::super::models::NAME);",
];

#[test]
fn shapes_are_printed_as_prettyplease_prints_them() {
    for shape in SHAPES {
        for length in 1..110 {
            let name = "a".repeat(length);
            let source = shape.replace("NAME", &name);
            let (own, expected) = both(tokens(&source));
            assert_eq!(own.as_deref(), Some(expected.as_str()), "{source}");
        }
    }
}

#[test]
fn other_shapes_are_left_to_prettyplease() {
    for source in [
        "#![forbid(unsafe_code)]",
        "#[doc = \"one\\ntwo\"] mod a;",
        "#[doc = \"/ one\"] mod a;",
        "#[comment = \" one\"] mod a;",
        "#[doc = include_str!(\"a\")] mod a;",
        "mod a { fn b() {} }",
        "use a::{self};",
        "use a::{};",
        "use a::{b::c, d};",
        "pub(crate) struct A { a: B }",
        "struct A(B);",
        "struct A;",
        "struct A<T> { a: T }",
        "struct A { a: fn(B) -> C }",
        "struct A { a: B<C, 'd> }",
        "struct A { a: B<{ 1 }> }",
        "struct A { a: impl B + C }",
        "enum A { B = 1 }",
        "impl<T> A for B {}",
        "impl A { fn b() { c; } }",
        "impl A { fn b() { let c = d; } }",
        "impl A { fn b() { return c } }",
        "impl A { fn b() where C: D {} }",
        "impl A { fn b(mut c: D) {} }",
        "impl A { async fn b() {} }",
        "const A: B = |c| d;",
        "const A: B = c + d;",
        "const A: B = -1;",
        "const A: B = [1.5, 2.0];",
        "const A: B = [c; 2];",
        "const A: B = (c,);",
        "const A: B = (c);",
        "const A: B = c as D;",
        "const A: B = c[0];",
        "const A: B = c.0;",
        "const A: B = c?;",
        "const A: B = unsafe { c };",
        "const A: B = if c { d } else { e };",
        "const A: B = c::<D>();",
        "const A: B = c!(d);",
        "const A: B = C { ..d };",
        "const A: B = match c { d if e => f, _ => g };",
        "const A: B = match c { d => { e } _ => g };",
        "const A: B = match c.d { _ => g };",
        "a!(b c);",
        "a! { b }",
        "fn a() { b!() }",
        "static A: B = c;",
        "trait A {}",
    ] {
        let (own, expected) = both(tokens(source));
        assert_eq!(own, None, "{source}");
        assert_eq!(super::file(tokens(source)).ok().as_deref(), Some(expected.as_str()), "{source}");
    }
}

#[test]
fn what_is_no_rust_is_an_error() {
    assert!(super::file(tokens("struct struct")).is_err());
}

/// All that is emitted of the default input, but for the two files with inner attributes.
#[test]
fn what_is_emitted_needs_no_syntax_tree() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs-input");
    let config = Config { docs: docs.into(), ..Config::default() };
    let apis = ["beta", "v1.0"].map(|version| crate::load(&config, version).expect("the pages are there").api);
    let print = |draft: &emit::Draft<'_>| match draft.file().content {
        Content::Tokens(tokens) if !draft.path().ends_with("lib.rs") => Some((draft.path().to_owned(), both(tokens))),
        Content::Tokens(_) | Content::Text(_) => None,
    };
    let files = emit::files(&apis, &emit::Options::default(), print);
    let files: Vec<_> = files.into_iter().flatten().collect();
    for (path, (own, expected)) in &files {
        assert_eq!(own.as_ref(), Some(expected), "{path}");
    }
    assert!(files.len() > 100, "{} files", files.len());
}
