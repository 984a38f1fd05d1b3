//! The doc comments of versions and areas: what is in them, so that one finds one's way.

use std::fmt::Write as _;

use proc_macro2::TokenStream;

use super::lines;
use crate::emit::features::{self, Features};
use crate::emit::world::{Held, World};
use crate::names::Area;

/// How many types of an area are named.
const SHOWN: usize = 4;

/// A version: a table of its areas.
pub(in crate::emit) fn version(world: &World, features: &Features) -> TokenStream {
    let mut text = format!("Version `{}`, by area.\n\n", world.api.version);
    text.push_str("| area | feature | holds | types | updates |\n|---|---|---|--:|--:|\n");
    for (area, held) in &world.areas {
        let feature = features::feature(area).map_or("always on".to_owned(), |it| format!("`{it}`"));
        let (module, types, updates) = (&area.module, held.types.len(), held.updates);
        let row =
            format!("| [`{module}`]({module}/index.html) | {feature} | {} | {types} | {updates} |", holds(world, held));
        writeln!(text, "{row}").expect("writing to a string cannot fail");
    }
    let _ =
        write!(text, "\n{} areas have a feature. Each item also has a path without its area.", features.areas.len());
    lines(&text)
}

/// An area.
pub(in crate::emit) fn area(world: &World, area: &Area) -> TokenStream {
    let behind = features::feature(area).map_or(String::new(), |it| format!(", with the feature `{it}`"));
    let held = &world.areas[area];
    let (types, updates) = (held.types.len(), held.updates);
    lines(&format!("{} of `{}`{behind}: {types} types, {updates} updates.", holds(world, held), world.api.version))
}

/// The types that are updated, else the first by name.
fn holds(world: &World, held: &Held) -> String {
    let names: Vec<String> = held.types.iter().take(SHOWN).map(|it| format!("`{}`", world.names.ty(it))).collect();
    let more = if held.types.len() > names.len() { " and more" } else { "" };
    names.join(", ") + more
}
