//! The root file of a module of somebody's crate, which is to be included there: `model` and `client`.

use std::hash::DefaultHasher;

use proc_macro2::TokenStream;
use quote::quote;

use super::draft::Draft;
use super::krate::Crate;
use super::world::{self, World};
use super::{docs, rt};
use crate::names::Ident;

/// `mod.rs`.
pub(super) fn root<'a>(worlds: &'a [World<'a>]) -> Draft<'a> {
    let inputs = Box::new(move |hasher: &mut DefaultHasher| world::hash_areas(worlds, hasher));
    Draft::rust("mod.rs".to_owned(), None, Box::new(move || tokens(worlds)), inputs)
}

fn tokens(worlds: &[World]) -> TokenStream {
    let export = rt::export();
    let (model, client) = (half(Crate::Model, worlds), half(Crate::Client, worlds));
    // Whoever includes it in a private module need not use it.
    quote! {
        #[allow(unreachable_pub, unused_imports, reason = "generated")]
        #export
        #model
        #client
    }
}

/// What the lints of the crate around say of generated code helps nobody there.
fn half(krate: Crate, worlds: &[World]) -> TokenStream {
    let (name, doc) = (Ident::new(krate.folder()), docs::lines(krate.about()));
    let versions = worlds.iter().map(|world| {
        let (doc, version) = (docs::version(world), Ident::new(&world.version()));
        quote!(#doc pub mod #version;)
    });
    quote! {
        #doc
        #[allow(
            clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction, deprecated, missing_docs,
            rust_2018_idioms, unreachable_pub, unused, unused_qualifications, reason = "generated"
        )]
        pub mod #name { #(#versions)* }
    }
}
