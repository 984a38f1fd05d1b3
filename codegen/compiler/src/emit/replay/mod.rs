//! The test crate: what the pages show, as calls of the generated functions and as text for the generated models.
//!
//! What it does with them is the runtime's; here are lists only.

mod shown;
mod target;
mod update;

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use quote::quote;

pub use self::shown::Replay;

use self::shown::place;
use super::options::{Crates, Packaging, RuntimeSource};
use super::world::World;
use super::{Content, File, Options, rt};
use crate::ir;
use crate::names::Ident;

/// The files of the test crate; none where what it tests is no crate.
#[must_use]
pub fn replay(apis: &[impl Borrow<ir::Api>], replay: &Replay, options: &Options) -> Vec<File> {
    let Packaging::Crates(crates) = &options.packaging else { return Vec::new() };
    let named = super::named(apis, options);
    let worlds = super::worlds(&named, options);
    let text = |path: String, text: String| File { path, content: Content::Text(text), page: None };
    let mut files = vec![
        text("replay/Cargo.toml".to_owned(), manifest(replay, crates)),
        library(&worlds),
        test(&worlds, &replay.package),
    ];
    for world in &worlds {
        let folder = format!("replay/src/{}", world.version());
        let samples = samples(world, replay);
        files.push(root(&folder));
        files.extend(update::files((world, crates), replay, &format!("{folder}/updates")));
        files.push(File { path: format!("{folder}/models.rs"), content: models(world, crates, &samples), page: None });
        files.push(text(format!("{folder}/samples.txt"), list(&samples, replay)));
    }
    files
}

fn manifest(replay: &Replay, crates: &Crates) -> String {
    let source = match &crates.runtime {
        RuntimeSource::Path(path) => format!("path = {path:?}"),
        RuntimeSource::Version(version) => format!("version = {version:?}"),
    };
    let Crates { model, client, version, .. } = crates;
    let full = "default-features = false, features = [\"full\"]";
    format!(
        "[package]\nname = {:?}\ndescription = \"What the documentation shows, as tests of the crates generated from it.\"\n\
         version = {version:?}\nedition = \"2024\"\nrust-version = \"1.85\"\nlicense = \"MIT OR Apache-2.0\"\npublish = false\n\n\
         [lib]\ndoctest = false\n\n[dependencies]\n\
         {client} = {{ path = \"../client\", {full} }}\n{model} = {{ path = \"../model\", {full} }}\n\
         tablewright-runtime = {{ {source}, default-features = false, features = [\"replay\"] }}\n",
        replay.package,
    )
}

fn library(worlds: &[World]) -> File {
    let modules = worlds.iter().map(|world| {
        let doc = format!(" What the pages of {} show.", world.api.version);
        let module = Ident::new(&world.version());
        quote!(#[doc = #doc] pub mod #module;)
    });
    let tokens = quote! {
        #![doc = " What the documentation shows, as lists for `tablewright_runtime::replay`; `cargo test` runs them."]
        #![forbid(unsafe_code)]
        #![allow(clippy::all, clippy::pedantic)]
        #![allow(deprecated, reason = "what the docs call deprecated is tried all the same")]
        #(#modules)*
    };
    File { path: "replay/src/lib.rs".to_owned(), content: Content::Tokens(tokens), page: None }
}

fn test(worlds: &[World], package: &str) -> File {
    let lists = Ident::new(&package.replace('-', "_"));
    let (import, run_updates, run_samples) = (rt::import(), rt::replay_updates(), rt::replay_samples());
    let tests = worlds.iter().map(|world| {
        let module = Ident::new(&world.version());
        let updates = Ident::new(&format!("the_updates_of_{module}_go_out_and_come_back_as_shown"));
        let samples = Ident::new(&format!("the_objects_of_{module}_are_written_as_they_were_read"));
        quote! {
            #[test]
            fn #updates() {
                let all = ::#lists::#module::UPDATES.iter().copied().flatten();
                #run_updates(all).expect("loopback is there").expect_clean();
            }
            #[test]
            fn #samples() {
                #run_samples(::#lists::#module::MODELS, ::#lists::#module::SAMPLES).expect_clean();
            }
        }
    });
    let tokens = quote!(#import #(#tests)*);
    File { path: "replay/tests/replay.rs".to_owned(), content: Content::Tokens(tokens), page: None }
}

/// The module of a version.
fn root(folder: &str) -> File {
    let tokens = quote! {
        mod models;
        mod updates;

        pub use self::models::MODELS;
        pub use self::updates::UPDATES;

        #[doc = " The objects that pages show."]
        pub const SAMPLES: &str = include_str!("samples.txt");
    };
    File { path: format!("{folder}/mod.rs"), content: Content::Tokens(tokens), page: None }
}

/// The samples of types that are emitted.
fn samples<'a>(world: &World, replay: &'a Replay) -> Vec<&'a ir::Sample> {
    let all = replay.samples.get(&world.api.version).into_iter().flatten();
    all.filter(|it| world.api.types.contains_key(&it.ty)).collect()
}

/// The samples as `tablewright_runtime::replay::samples` reads them.
fn list(samples: &[&ir::Sample], replay: &Replay) -> String {
    let mut list = String::new();
    for it in samples {
        writeln!(list, "> {} {}", place(&it.origin), it.ty).expect("writing to a string cannot fail");
        if let Some(reason) = replay.exception(&it.origin) {
            writeln!(list, "! {reason}").expect("writing to a string cannot fail");
        }
        writeln!(list, "{}", it.json).expect("writing to a string cannot fail");
    }
    list
}

/// The models that samples are of, by name; bases as the choices that answers are read as.
fn models(world: &World, crates: &Crates, samples: &[&ir::Sample]) -> Content {
    let krate = Ident::new(&crates.model.replace('-', "_"));
    let module = Ident::new(&world.version());
    let (import, model) = (rt::import(), rt::replay_model());
    let names: BTreeSet<&ir::TypeName> = samples.iter().map(|it| &it.ty).collect();
    let models = names.into_iter().map(|name| {
        let is_choice = world.choices.contains_key(name);
        let ident = if is_choice { world.names.choice(name) } else { world.names.ty(name) };
        let name = name.to_string();
        quote!(#model::of::<::#krate::#module::#ident>(#name))
    });
    Content::Tokens(quote! {
        #import

        #[doc = " The models that pages show."]
        pub const MODELS: &[#model] = &[#(#models),*];
    })
}
