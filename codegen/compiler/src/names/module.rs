//! The names of modules, files and features; every path of a generated file is made of these.
//!
//! A file is named after its page: letters, digits and underscores only, so no page can name a path elsewhere. Its module
//! is private, so that a new page which takes its name away renames nothing that a user sees.

use std::collections::{BTreeMap, BTreeSet};

use super::ident::Ident;
use super::scope::{Case, distinct};
use super::words::Words;
use crate::ir::COMMON;
use crate::span::stem;

/// An area as a module and as a feature.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Area {
    /// `device_config`; also the name of its folder.
    pub(crate) module: String,
    /// `device-config`
    pub(crate) feature: String,
}

/// The longest file name without its ending.
const MAX_STEM: usize = 120;

/// What a crate already has a feature or a module for; an area of that name has `area` after it.
const RESERVED: &[&str] = &[
    "azure_core",
    "beta",
    "chrono",
    "client",
    "default",
    "full",
    "jiff",
    "models",
    "reqwest",
    "time",
    "tracing",
    "ureq",
    "uuid",
];

/// The module and the feature of an area.
pub(crate) fn area(name: &str) -> Area {
    let mut words = Words::of(if name.is_empty() { COMMON } else { name });
    let snake = words.snake();
    let is_version =
        snake.starts_with('v') && snake.len() > 1 && snake[1..].bytes().all(|b| b.is_ascii_digit() || b == b'_');
    if is_version || RESERVED.contains(&snake.as_str()) || is_device(&snake) {
        words = words.then(&Words::of("area"));
    }
    Area { module: file_stem(&words), feature: words.kebab() }
}

/// The module and the feature of a version: `beta`, `v1_0`.
pub(crate) fn version(name: &str) -> String {
    Words::of(name).snake()
}

/// The modules of all pages whose items stand in one folder. Pages that agree but for their own folder have that after
/// their name.
pub(crate) fn files<'a>(pages: &BTreeSet<&'a str>) -> BTreeMap<&'a str, Ident> {
    let modules: Vec<String> = pages.iter().map(|page| module(page)).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for module in &modules {
        *uses.entry(module).or_default() += 1;
    }
    let wanted = |(page, module): (&&'a str, &String)| {
        let folder = page.rsplit('/').nth(1).filter(|_| uses[module.as_str()] > 1).map(Words::of);
        (*page, module.clone() + &folder.map_or_else(String::new, |it| format!("_{}", it.snake())))
    };
    let wanted: Vec<_> = pages.iter().zip(&modules).map(wanted).collect();
    let names = distinct(Case::Snake, &wanted);
    pages.iter().copied().zip(names.iter().map(|name| Ident::new(name))).collect()
}

fn module(page: &str) -> String {
    let module = file_stem(&Words::of(stem(page)));
    // `mod.rs` is the folder's own file, and `crate` and its kind cannot be raw idents.
    let is_taken = matches!(module.as_str(), "mod" | "self" | "super" | "crate" | "lib" | "main");
    if is_taken || is_device(&module) { module + "_" } else { module }
}

/// Whether Windows takes a file of that name, whatever its ending, for a device.
fn is_device(name: &str) -> bool {
    let is_port =
        |port: &str| name.strip_prefix(port).is_some_and(|it| it.len() == 1 && it.bytes().all(|b| b.is_ascii_digit()));
    matches!(name, "con" | "prn" | "aux" | "nul") || is_port("com") || is_port("lpt")
}

/// Stems that are cut end in a number made from the whole, so that two of them stay apart.
fn file_stem(words: &Words) -> String {
    let stem = words.snake();
    if stem.len() <= MAX_STEM {
        return stem;
    }
    let sum =
        stem.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{}_{sum:016x}", stem[..MAX_STEM - 20].trim_end_matches('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_of_windows_are_no_files() {
        let pages =
            ["beta/resources/con.md", "beta/resources/com1.md", "beta/resources/com12.md", "beta/resources/mod.md"];
        let names: Vec<String> = files(&pages.into()).values().map(ToString::to_string).collect();
        assert_eq!(names, ["com1_", "com12", "con_", "mod_"]);
        assert_eq!((area("aux").module.as_str(), area("auxiliary").module.as_str()), ("aux_area", "auxiliary"));
    }
}
