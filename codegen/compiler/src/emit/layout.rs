//! Items in files, files in areas, areas in versions; every item has a path at the root of its version too.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::options::Packaging;
use super::world::World;
use super::{Content, File, docs, features, rt, tokens};
use crate::names::{Area, files as module_names, ident};

/// One of the two crates, or of the two modules in somebody's crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crate {
    /// Types and enums.
    Model,
    /// Patches and operations.
    Client,
}

impl Crate {
    /// Its folder.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Client => "client",
        }
    }

    /// What it holds.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Model => {
                "Models of a REST API, one struct or enum for each documented type, grouped by version and area."
            }
            Self::Client => {
                "The documented updates of a REST API: a patch for each type, a function for each request line."
            }
        }
    }
}

/// Something that stands in a file and is seen at the root.
pub(super) struct Item<'a> {
    pub(super) area: Area,
    /// The page that it was made from.
    pub(super) page: &'a str,
    /// What it is called.
    pub(super) exports: Vec<Ident>,
    pub(super) tokens: TokenStream,
}

type Pages<'a> = BTreeMap<&'a str, Vec<Item<'a>>>;

/// The files of one version in one crate, without the root.
pub(super) fn files(krate: Crate, world: &World, items: Vec<Item>) -> Vec<File> {
    let mut areas: BTreeMap<Area, Pages> = BTreeMap::new();
    for item in items {
        areas.entry(item.area.clone()).or_default().entry(item.page).or_default().push(item);
    }
    let source = match world.options.packaging {
        Packaging::Crates(_) => "/src",
        Packaging::Module => "",
    };
    let folder = format!("{}{source}/{}", krate.folder(), world.version());
    let modules: TokenStream = areas.keys().map(|area| area_module(world, area)).collect();
    let models = models(krate, world);
    let root = quote!(#models #modules);
    let mut files = vec![File { path: format!("{folder}/mod.rs"), content: Content::Tokens(root), page: None }];
    for (area, pages) in areas {
        files.extend(area_files(&format!("{folder}/{}", area.module), pages));
    }
    files
}

/// Patches and operations speak of models; so do their users.
fn models(krate: Crate, world: &World) -> TokenStream {
    let version = ident(&world.version());
    match (krate, &world.options.packaging) {
        (Crate::Model, _) => TokenStream::new(),
        (Crate::Client, Packaging::Crates(crates)) => {
            let package = ident(&crates.model.replace('-', "_"));
            quote!(pub use ::#package::#version as models;)
        }
        (Crate::Client, Packaging::Module) => {
            let module = ident(Crate::Model.folder());
            quote!(pub use super::super::#module::#version as models;)
        }
    }
}

/// The items are found in their area; by its flat path, without it, too.
fn area_module(world: &World, area: &Area) -> TokenStream {
    let doc = docs::area(world, area);
    let cfg = tokens::cfg(features::feature(world, area).as_deref());
    let module = ident(&area.module);
    quote! {
        #doc
        #cfg
        pub mod #module;
        #cfg
        #[doc(hidden)]
        pub use self::#module::*;
    }
}

fn exports<'a>(module: &Ident, items: impl Iterator<Item = &'a Item<'a>>) -> TokenStream {
    let exports: BTreeSet<&Ident> = items.flat_map(|it| &it.exports).collect();
    let exports = exports.iter();
    quote!(pub use self::#module::{#(#exports),*};)
}

fn area_files(folder: &str, pages: Pages) -> Vec<File> {
    let names = module_names(&pages.keys().copied().collect());
    let modules: Vec<_> = names.values().map(|name| quote!(mod #name;)).collect();
    let reexports = pages.iter().filter_map(|(page, items)| Some(exports(names.get(page)?, items.iter())));
    let root = quote!(#(#modules)* #(#reexports)*);
    let mut files = vec![File { path: format!("{folder}/mod.rs"), content: Content::Tokens(root), page: None }];
    for (page, items) in pages {
        let name = names.get(page).expect("every page of the area was named").to_string();
        let path = format!("{folder}/{}.rs", name.trim_start_matches("r#"));
        files.push(File { path, content: Content::Tokens(page_file(&items)), page: Some(page.to_owned()) });
    }
    files
}

fn page_file(items: &[Item]) -> TokenStream {
    let import = rt::import();
    let items = items.iter().map(|it| &it.tokens);
    quote!(#import #(#items)*)
}
