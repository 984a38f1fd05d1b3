//! The root file of a module of somebody's crate, which is to be included there: `model` and `client`.

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::Crate;
use super::world::World;
use super::{Content, File, docs, rt};
use crate::names::ident;

/// `mod.rs`.
pub(super) fn root(worlds: &[World]) -> File {
    let export = rt::export();
    let (model, client) = (half(Crate::Model, worlds), half(Crate::Client, worlds));
    // Whoever includes it in a private module need not use it.
    let tokens = quote! {
        #[allow(unreachable_pub, unused_imports, reason = "generated")]
        #export
        #model
        #client
    };
    File { path: "mod.rs".to_owned(), content: Content::Tokens(tokens), page: None }
}

/// What the lints of the crate around say of generated code helps nobody there.
fn half(krate: Crate, worlds: &[World]) -> TokenStream {
    let (name, doc) = (ident(krate.folder()), docs::lines(krate.about()));
    let versions = worlds.iter().map(|world| {
        let (doc, version) = (docs::version(world), ident(&world.version()));
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
