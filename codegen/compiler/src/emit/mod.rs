//! An API as files, the models and the client, not yet formatted; pure, and never fails.
//!
//! `world` decides what is emitted for a version and `features` which part of it needs which; `model`, `choice`,
//! `enumeration`, `patch` and `operation` emit one kind of item each; `layout` puts items into files and modules, which
//! `manifest` makes crates of, and `module` a module of somebody's crate; `replay` makes a third crate, the tests of both.
//! What the runtime is called is known to `rt` only, what doc comments may hold to
//! `docs` only.

mod choice;
mod custom;
mod docs;
mod draft;
mod enumeration;
mod features;
mod krate;
mod layout;
mod manifest;
mod model;
mod module;
mod operation;
mod options;
mod patch;
mod replay;
mod rt;
mod select;
mod sketch;
mod tokens;
mod world;

pub use self::custom::Custom;
pub use self::docs::page_url;
pub use self::draft::{Content, Draft, File};
pub use self::options::{Crates, DocText, Formatting, Options, Packaging, Publish, RuntimeSource};
pub use self::replay::{Replay, replay};
pub use self::select::{References, Selection};

use std::borrow::{Borrow, Cow};

use self::features::Features;
use self::krate::Crate;
use self::world::World;
use crate::ir;
use crate::names::Names;

/// What `each` makes of all files, on as many threads as the options say. What is invariant of an [`ir::Api`] must hold:
/// [`ir::Api::faults`] tells.
pub fn files<T: Send>(
    apis: &[impl Borrow<ir::Api>],
    options: &Options,
    each: impl Fn(&Draft<'_>) -> T + Sync,
) -> Vec<T> {
    let named = named(apis, options);
    let worlds = worlds(&named, options);
    let mut files = match &options.packaging {
        Packaging::Crates(crates) => manifest::files(&worlds, &Features::new(&worlds), crates),
        Packaging::Module => vec![module::root(&worlds)],
    };
    for world in &worlds {
        let model = || layout::files(Crate::Model, world, model_items(world));
        let client = || layout::files(Crate::Client, world, client_items(world));
        let (model, client) = options.threads.both(model, client);
        files.extend(model.into_iter().chain(client));
    }
    options.threads.map(&files, each)
}

/// The part of an API that is emitted: what is selected, and what it refers to if that is wanted.
#[must_use]
pub fn part(api: &ir::Api, options: &Options) -> ir::Api {
    options.selection.of(api, &options.custom).into_owned()
}

/// What is wanted of each API, under the names that it has in the whole.
fn named<'a>(apis: &'a [impl Borrow<ir::Api>], options: &Options) -> Vec<(Names, Cow<'a, ir::Api>)> {
    let part = |api| options.selection.of(api, &options.custom);
    let apis = apis.iter().map(Borrow::borrow);
    apis.map(|api| (Names::new(api, &options.root_namespace, options.threads), part(api))).collect()
}

fn worlds<'a>(named: &'a [(Names, Cow<'_, ir::Api>)], options: &'a Options) -> Vec<World<'a>> {
    named.iter().map(|(names, api)| World::new(api, names, options)).collect()
}

fn model_items<'a>(world: &'a World<'a>) -> Vec<layout::Item<'a>> {
    let mut items = Vec::new();
    for (name, ty) in &world.api.types {
        items.push(model::item(world, name, ty));
        if let Some(derived) = world.choices.get(name) {
            items.push(choice::item(world, name, derived));
        }
    }
    items.extend(world.api.enums.iter().map(|(name, it)| enumeration::item(world, name, it)));
    items
}

fn client_items<'a>(world: &'a World<'a>) -> Vec<layout::Item<'a>> {
    let patches = world.patches.iter().map(|(ident, plan)| patch::item(world, ident, plan));
    let operations = world.operations().map(|it| operation::item(world, it));
    patches.chain(operations).collect()
}

#[cfg(test)]
pub(crate) use self::tests::sample;

#[cfg(test)]
mod tests;
