//! The examples of updates, each with the call that sends it.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::options::Crates;
use super::super::world::World;
use super::super::{Content, File, rt};
use super::shown::{Replay, place};
use super::target::target;
use crate::ir;
use crate::names::Ident;

/// A file for each area, and the module of the version above them.
pub(super) fn files((world, crates): (&World, &Crates), replay: &Replay, folder: &str) -> Vec<File> {
    let mut areas: BTreeMap<&str, Vec<TokenStream>> = BTreeMap::new();
    for it in world.operations() {
        let examples = it.examples.iter().filter_map(|example| update((world, crates), replay, it, example));
        areas.entry(&world.area(&it.body.ty).module).or_default().extend(examples);
    }
    areas.retain(|_, updates| !updates.is_empty());
    let mut files = vec![root(&areas, folder)];
    let (import, ty) = (rt::import(), rt::replay_update());
    for (area, updates) in areas {
        let tokens = quote! {
            #import
            #[doc = " The examples of the area."]
            pub const UPDATES: &[#ty] = &[#(#updates),*];
        };
        let path = format!("{folder}/{area}.rs");
        files.push(File { path, content: Content::Tokens(tokens), page: None });
    }
    files
}

fn root(areas: &BTreeMap<&str, Vec<TokenStream>>, folder: &str) -> File {
    let modules: Vec<_> = areas.keys().map(|area| Ident::new(area)).collect();
    let (import, ty) = (rt::import(), rt::replay_update());
    let tokens = quote! {
        #import
        #(mod #modules;)*
        #[doc = " The examples of all updates, by area."]
        pub const UPDATES: &[&[#ty]] = &[#(#modules::UPDATES),*];
    };
    File { path: format!("{folder}/mod.rs"), content: Content::Tokens(tokens), page: None }
}

/// An example whose request has a body that can be read.
fn update(
    (world, crates): (&World, &Crates),
    replay: &Replay,
    it: &ir::Operation,
    example: &ir::Example,
) -> Option<TokenStream> {
    let request = example.request.as_ref()?;
    request.json.as_ref()?;
    let place = place(&request.origin);
    let exception = option(replay.exception(&request.origin).map(|reason| quote!(#reason)));
    let answer = option(example.response.as_ref().map(shown));
    let send = option(call(world, crates, it, request));
    let request = shown(request);
    let ty = rt::replay_update();
    Some(quote! {
        #ty {
            place: #place,
            request: #request,
            answer: #answer,
            exception: #exception,
            send: #send,
        }
    })
}

fn option(tokens: Option<TokenStream>) -> TokenStream {
    tokens.map_or_else(|| quote!(None), |tokens| quote!(Some(#tokens)))
}

fn shown(message: &ir::Message) -> TokenStream {
    let start = &message.start;
    let headers = message.headers.iter().map(|(name, value)| quote!((#name, #value)));
    let json = option(message.json.as_ref().map(|json| quote!(#json)));
    let ty = rt::replay_shown();
    quote!(#ty { start: #start, headers: &[#(#headers),*], json: #json })
}

/// A closure that calls the function of the request line that the example is of.
fn call(world: &World, crates: &Crates, it: &ir::Operation, request: &ir::Message) -> Option<TokenStream> {
    let (number, values) = target(&it.lines, &request.start)?;
    let function = &world.names.operation(it).lines.get(number)?.function;
    let krate = Ident::new(&crates.client.replace('-', "_"));
    let version = Ident::new(&world.version());
    let if_match = it.requires_if_match().then(|| {
        let etag = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("If-Match"));
        let etag = etag.map_or("*", |(_, value)| value.as_str());
        quote!(#etag,)
    });
    Some(quote! {
        |it, client| it.exchange(client, |patch| ::#krate::#version::#function(#(#values,)* #if_match patch))
    })
}
