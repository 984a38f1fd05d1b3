//! The Rust types of properties, and small pieces that several items have.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::docs;
use super::krate::Crate;
use super::rt;
use super::world::World;
use crate::ir;
use crate::names::Ident;

/// The type of a model's field. A single model is boxed, since types contain each other, and relationships are read on
/// demand.
pub(super) fn field_type(world: &World, property: &ir::Property) -> TokenStream {
    let value = value_type(world, Crate::Model, &property.ty);
    if world.api.leads_to_models(property) {
        let related = rt::related();
        return quote!(#related<#value>);
    }
    let is_model = |name| world.api.types.contains_key(name) && !world.choices.contains_key(name);
    match &property.ty {
        ir::TypeRef::Named(name) if is_model(name) => quote!(Option<Box<#value>>),
        ir::TypeRef::Named(_) | ir::TypeRef::Primitive(_) | ir::TypeRef::Collection(_) => quote!(Option<#value>),
    }
}

/// The type of a value, as a file of either crate names it.
pub(super) fn value_type(world: &World, krate: Crate, ty: &ir::TypeRef) -> TokenStream {
    match ty {
        ir::TypeRef::Primitive(it) => rt::primitive(*it),
        ir::TypeRef::Named(name) => named_type(world, krate, name),
        ir::TypeRef::Collection(item) => {
            let item = value_type(world, krate, item);
            quote!(Vec<#item>)
        }
    }
}

fn named_type(world: &World, krate: Crate, name: &ir::TypeName) -> TokenStream {
    if world.choices.contains_key(name) {
        return model_path(krate, &world.names.choice(name));
    }
    if world.api.types.contains_key(name) {
        return model_path(krate, &world.names.ty(name));
    }
    let Some(it) = world.api.enums.get(name) else { return rt::json().into_token_stream() };
    let path = model_path(krate, &world.names.ty(name));
    if it.flags {
        let flags = rt::flags();
        quote!(#flags<#path>)
    } else {
        path
    }
}

/// An item of the model crate: every file is two modules below its version.
pub(super) fn model_path(krate: Crate, ident: &Ident) -> TokenStream {
    match krate {
        Crate::Model => quote!(super::super::#ident),
        Crate::Client => quote!(super::super::models::#ident),
    }
}

/// A type of the user's own, in the place where the generated one would be.
pub(super) fn own(path: &TokenStream, ident: &Ident) -> TokenStream {
    quote!(pub use #path as #ident;)
}

/// `#[deprecated(note = "..")]`, where the docs call something so; the note is theirs.
pub(super) fn deprecated(said: Option<&String>) -> TokenStream {
    match said.map(|it| docs::visible(it)) {
        None => TokenStream::new(),
        Some(note) if note.is_empty() => quote!(#[deprecated]),
        Some(note) => quote!(#[deprecated(note = #note)]),
    }
}

/// The number of a member.
pub(super) fn index(index: usize) -> Literal {
    Literal::usize_unsuffixed(index)
}

/// A string of several lines, each on a line of its own in the source too.
pub(super) fn lines(lines: &[String]) -> Literal {
    let escaped = lines.iter().map(|line| Literal::string(line).to_string());
    let escaped: Vec<String> = escaped.map(|it| it[1..it.len() - 1].to_owned()).collect();
    let text = format!("\"{}\"", escaped.join("\\n\\\n            "));
    text.parse().expect("what Literal escaped is a string")
}

/// `#[cfg(feature = "..")]`, if the feature is not a matter of course.
pub(super) fn cfg(feature: Option<&str>) -> TokenStream {
    feature.map_or_else(TokenStream::new, |feature| quote!(#[cfg(feature = #feature)]))
}
