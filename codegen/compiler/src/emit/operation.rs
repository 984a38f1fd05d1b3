//! An operation: a marker that knows what its page says, and a function for each request line.

use std::hash::Hash as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::krate::Crate;
use super::layout::Item;
use super::world::World;
use super::{docs, rt, tokens};
use crate::ir;
use crate::names::{Ident, LineNames};

/// The operation.
pub(super) fn item<'a>(world: &'a World<'a>, it: &'a ir::Operation) -> Item<'a> {
    let names = world.names.operation(it);
    let functions = names.lines.iter().map(|it| it.function.clone());
    Item {
        // With its patch and its answer, whatever page it is on.
        area: world.area(&it.body.ty),
        page: &it.origin.page,
        exports: std::iter::once(names.marker.clone()).chain(functions).collect(),
        tokens: Box::new(move || tokens(world, it)),
        inputs: Box::new(move |hasher| (it, names, world.patches.get(&names.patch)).hash(hasher)),
    }
}

fn tokens(world: &World, it: &ir::Operation) -> TokenStream {
    let names = world.names.operation(it);
    let marker = marker(world, it);
    let headers = headers(&names.marker, it);
    let functions: Vec<_> =
        names.lines.iter().zip(&it.lines).map(|(names, line)| function(world, it, names, line)).collect();
    quote! {
        #marker
        #headers
        #(#functions)*
    }
}

fn marker(world: &World, it: &ir::Operation) -> TokenStream {
    let ident = &world.names.operation(it).marker;
    let doc = docs::marker(world, it);
    let permissions_doc = docs::lines("Who may call it.");
    let clouds_doc = docs::lines("The clouds that it is there in; empty where the page does not say.");
    let implementation = implementation(world, it);
    let (operation, permissions, deployment) = (rt::operation(), rt::permissions(), rt::deployment());
    quote! {
        #doc
        pub enum #ident {}
        #implementation
        impl #ident {
            #permissions_doc
            pub const PERMISSIONS: #permissions = <Self as #operation>::INFO.permissions;
            #clouds_doc
            pub const CLOUDS: &'static [#deployment] = <Self as #operation>::INFO.clouds;
        }
    }
}

fn implementation(world: &World, it: &ir::Operation) -> TokenStream {
    let (operation, operation_info) = (rt::operation(), rt::operation_info());
    let ident = &world.names.operation(it).marker;
    let is_choice = world.choices.contains_key(&it.body.ty);
    let answer = if is_choice { world.names.choice(&it.body.ty) } else { world.names.ty(&it.body.ty) };
    let answer = tokens::model_path(Crate::Client, &answer);
    let patch = patch(world, it);
    let info = info(world, it);
    quote! {
        impl #operation for #ident {
            type Answer = #answer;
            type Patch = #patch;
            const INFO: &'static #operation_info = &#operation_info { #info };
        }
    }
}

/// The patch stands at the root of the version, as everything does.
fn patch(world: &World, it: &ir::Operation) -> TokenStream {
    let ident = &world.names.operation(it).patch;
    quote!(super::super::#ident)
}

fn info(world: &World, it: &ir::Operation) -> TokenStream {
    let names = world.names.operation(it);
    let name = names.lines.first().map(|it| it.function.plain());
    let page = docs::page_url(world.options, &it.origin.page).unwrap_or_else(|| it.origin.page.clone());
    let version = &world.api.version;
    let lines = it.lines.iter().map(|line| &line.text);
    let statuses = it.response.statuses.iter().map(|status| tokens::index(usize::from(*status)));
    let permissions = permissions(&it.permissions);
    let clouds = it.clouds.iter().map(|it| rt::cloud(*it));
    quote! {
        name: #name,
        page: #page,
        version: #version,
        request_lines: &[#(#lines),*],
        permissions: #permissions,
        clouds: &[#(#clouds),*],
        statuses: &[#(#statuses),*],
    }
}

fn permissions(it: &ir::Permissions) -> TokenStream {
    let permissions = rt::permissions();
    let all = [&it.delegated_work, &it.delegated_personal, &it.application, &it.unspecified];
    let [delegated_work, delegated_personal, application, unspecified] = all.map(scopes);
    quote! {
        #permissions {
            delegated_work: #delegated_work,
            delegated_personal: #delegated_personal,
            application: #application,
            unspecified: #unspecified,
        }
    }
}

fn scopes(it: &ir::Scopes) -> TokenStream {
    let scopes = rt::scopes();
    if it.is_empty() {
        return quote!(#scopes::NONE);
    }
    let grants = |all: &[Vec<String>]| {
        let grants = all.iter().map(|grant| quote!(&[#(#grant),*]));
        quote!(&[#(#grants),*])
    };
    let (least, all) = (grants(&it.least), grants(&it.all));
    quote!(#scopes { least: #least, all: #all })
}

/// The headers that requests of this operation can have.
fn headers(marker: &Ident, it: &ir::Operation) -> TokenStream {
    let (takes_if_match, takes_prefer) = (rt::takes_if_match(), rt::takes_prefer());
    let if_match = it.header("If-Match").map(|_| quote!(impl #takes_if_match for #marker {}));
    let prefer = it.header("Prefer").map(|_| quote!(impl #takes_prefer for #marker {}));
    quote!(#if_match #prefer)
}

fn function(world: &World, it: &ir::Operation, names: &LineNames, line: &ir::RequestLine) -> TokenStream {
    let LineNames { function, parameters } = names;
    let marker = &world.names.operation(it).marker;
    let doc = docs::operation(world, it, names, line);
    let (request, path_value) = (rt::request(), rt::path_value());
    let patch = patch(world, it);
    let if_match = it.requires_if_match().then(if_match_argument);
    let body = request_of(it, names, line);
    let deprecated = tokens::deprecated(it.deprecated.as_ref());
    quote! {
        #doc
        #deprecated
        pub fn #function(
            #(#parameters: impl Into<#path_value>,)*
            #if_match
            patch: #patch,
        ) -> #request<#marker> {
            #body
        }
    }
}

fn if_match_argument() -> TokenStream {
    let etag = rt::etag();
    quote!(if_match: impl Into<#etag>,)
}

fn request_of(it: &ir::Operation, names: &LineNames, line: &ir::RequestLine) -> TokenStream {
    let request = rt::request();
    let path = line.path.trim_start_matches('/');
    let parameters = &names.parameters;
    let if_match = it.requires_if_match().then(|| quote!(.if_match(if_match)));
    let prefer = rt::prefer();
    let creates = it.creates_if_missing().then(|| quote!(.prefer(#prefer::CreateIfMissing)));
    quote! {
        #request::new(#path, &[#(#parameters.into()),*], patch) #if_match #creates
    }
}
