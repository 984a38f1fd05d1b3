//! The doc comments of versions and areas: what is in them, so that one finds one's way.

use std::fmt::Write as _;

use proc_macro2::TokenStream;

use super::lines;
use crate::emit::features;
use crate::emit::options::Packaging;
use crate::emit::world::{Held, World};
use crate::names::Area;

/// How many types of an area are named,
const SHOWN: usize = 3;

/// those whose names are no longer first, and at most one that is: a long name widens the table for all.
const LONGEST: usize = 26;

/// A version: a table of its areas.
pub(in crate::emit) fn version(world: &World) -> TokenStream {
    let (each, head, common) = match world.options.packaging {
        Packaging::Crates(_) => ("; each is there with the feature of its name", "feature", "always there: "),
        Packaging::Module => ("", "area", ""),
    };
    let mut text = format!("Version `{}`, by area{each}.\n\n", world.api.version);
    write!(text, "| {head} | types | updates | holds |\n|---|--:|--:|---|\n").expect("writing to a string cannot fail");
    for (area, held) in &world.areas {
        let feature = &area.feature;
        let always = if features::feature(world, area).is_none() { common } else { "" };
        let (module, types, updates) = (&area.module, held.types.len(), held.updates);
        let link = format!("[`{feature}`]({module}/index.html)");
        writeln!(text, "| {link} | {types} | {updates} | {always}{} |", holds(world, held))
            .expect("writing to a string cannot fail");
    }
    text.push_str("\nEach item also has a path without its area.");
    lines(&text)
}

/// An area.
pub(in crate::emit) fn area(world: &World, area: &Area) -> TokenStream {
    let behind = features::feature(world, area).map_or(String::new(), |it| format!(", with the feature `{it}`"));
    let held = &world.areas[area];
    let (types, updates) = (held.types.len(), held.updates);
    lines(&format!("{} of `{}`{behind}: types {types}, updates {updates}.", holds(world, held), world.api.version))
}

/// The types that are updated, else the first by name.
fn holds(world: &World, held: &Held) -> String {
    let names: Vec<String> = held.types.iter().map(|it| world.names.ty(it).to_string()).collect();
    let (short, long): (Vec<&String>, Vec<&String>) = names.iter().partition(|it| it.len() <= LONGEST);
    let shown = short.into_iter().take(SHOWN).chain(long.into_iter().take(1)).take(SHOWN);
    let shown: Vec<String> = shown.map(|it| format!("`{it}`")).collect();
    let more = if names.len() > shown.len() { ", …" } else { "" };
    shown.join(", ") + more
}
