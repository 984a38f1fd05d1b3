//! Items in files, files in areas, areas in versions; every item has a path at the root of its version too.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _};
use std::sync::Arc;

use proc_macro2::TokenStream;
use quote::quote;

use super::draft::{Draft, Inputs, Tokens};
use super::krate::Crate;
use super::options::Packaging;
use super::world::World;
use super::{docs, features, rt, tokens};
use crate::names::{Area, Ident, files as module_names};

/// Something that stands in a file and is seen at the root.
pub(super) struct Item<'a> {
    pub(super) area: &'a Area,
    /// The page that it was made from.
    pub(super) page: &'a str,
    /// What it is called.
    pub(super) exports: Vec<Ident>,
    pub(super) tokens: Tokens<'a>,
    /// What the tokens are made of, beside [`World::frame`].
    pub(super) inputs: Inputs<'a>,
}

type Pages<'a> = BTreeMap<&'a str, Vec<Item<'a>>>;

/// The files of one version in one crate, without the root.
pub(super) fn files<'a>(krate: Crate, world: &'a World<'a>, items: Vec<Item<'a>>) -> Vec<Draft<'a>> {
    let mut areas: BTreeMap<&Area, Pages<'a>> = BTreeMap::new();
    for item in items {
        areas.entry(item.area).or_default().entry(item.page).or_default().push(item);
    }
    let source = match world.options.packaging {
        Packaging::Crates(_) => "/src",
        Packaging::Module => "",
    };
    let folder = format!("{}{source}/{}", krate.folder(), world.version());
    let names: Vec<&Area> = areas.keys().copied().collect();
    let root = move || {
        let modules = names.iter().map(|area| area_module(world, area));
        let shared = shared(krate, world);
        quote!(#shared #(#modules)*)
    };
    let inputs = move |hasher: &mut DefaultHasher| (world.frame(), &world.areas).hash(hasher);
    let mut files = vec![Draft::rust(format!("{folder}/mod.rs"), None, Box::new(root), Box::new(inputs))];
    for (area, pages) in areas {
        files.extend(area_files(world, &format!("{folder}/{}", area.module), pages));
    }
    files
}

/// What all files of a version share: patches and operations speak of models, and so do their users.
fn shared(krate: Crate, world: &World) -> TokenStream {
    let models = match (krate, &world.options.packaging) {
        (Crate::Model, _) => return TokenStream::new(),
        (Crate::Client, Packaging::Crates(crates)) => {
            let package = Ident::new(&crates.model.replace('-', "_"));
            quote!(::#package)
        }
        (Crate::Client, Packaging::Module) => {
            let module = Ident::new(Crate::Model.folder());
            quote!(super::super::#module)
        }
    };
    let (version, patches) = (Ident::new(&world.version()), rt::patches());
    quote! {
        pub use #models::#version as models;
        #patches
    }
}

/// The items are found in their area; by its flat path, without it, too.
fn area_module(world: &World, area: &Area) -> TokenStream {
    let doc = docs::area(world, area);
    let cfg = tokens::cfg(features::feature(world, area).as_deref());
    let module = Ident::new(&area.module);
    quote! {
        #doc
        #cfg
        pub mod #module;
        #cfg
        #[doc(hidden)]
        pub use self::#module::*;
    }
}

fn area_files<'a>(world: &'a World<'a>, folder: &str, pages: Pages<'a>) -> Vec<Draft<'a>> {
    let names = module_names(&pages.keys().copied().collect());
    let exported: Vec<(Ident, BTreeSet<Ident>)> =
        pages.iter().filter_map(|(page, items)| Some((names.get(page)?.clone(), exports(items)))).collect();
    let exported = Arc::new(exported);
    let shared = exported.clone();
    let root = move || {
        let modules = exported.iter().map(|(module, _)| module);
        let exports = exported.iter().map(|(module, idents)| {
            let idents = idents.iter();
            quote!(pub use self::#module::{#(#idents),*};)
        });
        quote!(#(mod #modules;)* #(#exports)*)
    };
    let inputs = move |hasher: &mut DefaultHasher| shared.hash(hasher);
    let mut files = vec![Draft::rust(format!("{folder}/mod.rs"), None, Box::new(root), Box::new(inputs))];
    for (page, items) in pages {
        let name = names.get(page).expect("every page of the area was named");
        let path = format!("{folder}/{}.rs", name.plain());
        let items = Arc::new(items);
        let shared = items.clone();
        let inputs = move |hasher: &mut DefaultHasher| {
            world.frame().hash(hasher);
            shared.iter().for_each(|it| (it.inputs)(hasher));
        };
        files.push(Draft::rust(path, Some(page), Box::new(move || page_file(&items)), Box::new(inputs)));
    }
    files
}

fn exports(items: &[Item]) -> BTreeSet<Ident> {
    items.iter().flat_map(|it| &it.exports).cloned().collect()
}

fn page_file(items: &[Item]) -> TokenStream {
    let import = rt::import();
    let items = items.iter().map(|it| (it.tokens)());
    quote!(#import #(#items)*)
}
