//! An enum with a variant for each documented member and one for what the docs do not list.

use std::hash::Hash as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::Item;
use super::world::World;
use super::{docs, rt, tokens};
use crate::ir;
use crate::names::{Ident, OPEN_VARIANT};

/// The enum.
pub(super) fn item<'a>(world: &'a World<'a>, name: &'a ir::TypeName, it: &'a ir::Enum) -> Item<'a> {
    Item {
        area: world.area(name),
        page: &it.origin.page,
        exports: vec![world.names.ty(name)],
        tokens: Box::new(move || tokens(world, name, it)),
        inputs: Box::new(move |hasher| (name, it, world.names.variants(name)).hash(hasher)),
    }
}

fn tokens(world: &World, name: &ir::TypeName, it: &ir::Enum) -> TokenStream {
    let own = world.names.ty(name);
    if let Some(path) = world.options.custom.path(name) {
        return tokens::own(&path, &own);
    }
    let variants = world.names.variants(name);
    let enumeration = enumeration(world, name, it, variants);
    let implementation = implementation(name, &own, it, variants);
    quote! {
        #enumeration
        #implementation
        rt::enumeration!(#own);
    }
}

fn enumeration(world: &World, name: &ir::TypeName, it: &ir::Enum, variants: &[Ident]) -> TokenStream {
    let (ident, open) = (world.names.ty(name), Ident::new(OPEN_VARIANT));
    let doc = docs::enumeration(world, name, it);
    let open_doc = docs::lines("A value that the docs do not list, as it came.");
    let docs = it.members.iter().map(|it| {
        let (doc, deprecated) = (docs::member(world, it), tokens::deprecated(it.deprecated.as_ref()));
        let custom = world.options.custom.of_member(name, &it.name);
        quote!(#doc #deprecated #custom)
    });
    let custom = world.options.custom.of_type(name);
    quote! {
        #doc
        #custom
        #[non_exhaustive]
        pub enum #ident {
            #(#docs #variants,)*
            #open_doc
            #open(String),
        }
    }
}

fn implementation(name: &ir::TypeName, ident: &Ident, it: &ir::Enum, variants: &[Ident]) -> TokenStream {
    let trait_ = rt::enumeration();
    let name = name.to_string();
    let wires = it.members.iter().map(|it| &it.name);
    let (new, index) = (new(variants), index(variants));
    quote! {
        impl #trait_ for #ident {
            const NAME: &'static str = #name;
            const MEMBERS: &'static [&'static str] = &[#(#wires),*];
            #new
            #index
        }
    }
}

fn new(variants: &[Ident]) -> TokenStream {
    let open = Ident::new(OPEN_VARIANT);
    let arms = (0..variants.len()).map(tokens::index);
    quote! {
        #[inline]
        fn new(index: usize, text: &str) -> Self {
            match index { #(#arms => Self::#variants,)* _ => Self::#open(text.to_owned()) }
        }
    }
}

fn index(variants: &[Ident]) -> TokenStream {
    let open = Ident::new(OPEN_VARIANT);
    let arms = (0..variants.len()).map(tokens::index);
    quote! {
        #[inline]
        fn index(&self) -> Result<usize, &str> {
            match self { #(Self::#variants => Ok(#arms),)* Self::#open(text) => Err(text) }
        }
    }
}
