//! Small APIs and what becomes of them.

mod client;
mod models;
pub(crate) mod sample;
mod whole;

use self::sample::{enumeration, line, many, name, named, operation, primitive, property, ty};
use super::*;
use crate::ir::{Access, Api, Kind, Primitive, Type};
use crate::output::Files;

fn api(types: Vec<(&str, Type)>) -> Api {
    let types = types.into_iter().map(|(it, ty)| (name(it), ty)).collect();
    Api { version: "beta".to_owned(), types, ..Api::default() }
}

fn files(apis: &[Api], options: &Options) -> Files {
    crate::emit_files(apis, options)
}

/// A file without its first lines, which are the same in all.
fn text(apis: &[Api], path: &str) -> String {
    let files = files(apis, &Options::default());
    let text =
        files.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", files.iter().map(|it| it.0).collect::<Vec<_>>()));
    let body = text.split_once("\n\n").map_or(text, |(_, body)| body);
    body.trim_start_matches("use ::tablewright_runtime as rt;\n").to_owned()
}

fn string(name: &str) -> ir::Property {
    property(name, primitive(Primitive::String), Access::Writable)
}
