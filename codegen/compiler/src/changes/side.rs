//! One of the two states, with its names and with what is decided before anything is emitted.

use std::collections::BTreeMap;

use crate::names::Ident;

use super::piece::PatchName;
use crate::ir::{Api, Operation, TypeName};
use crate::names::Names;
use crate::plan::{self, Choices, Patch};

/// A state of an API.
pub(super) struct Side<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a Names,
    pub(super) choices: Choices<'a>,
    pub(super) patches: BTreeMap<Ident, Patch<'a>>,
    pub(super) derived: BTreeMap<&'a TypeName, Vec<&'a TypeName>>,
    /// Those that are emitted.
    pub(super) operations: Vec<&'a Operation>,
}

impl<'a> Side<'a> {
    pub(super) fn new(api: &'a Api, names: &'a Names) -> Self {
        let choices = plan::choices(api, &|_| false);
        let patches = plan::patches(api, names, &choices, &|_| false);
        let operations = plan::operations(api).collect();
        Self { api, names, choices, patches, derived: api.descendants(), operations }
    }

    /// Which patch of its type this is.
    pub(super) fn patch_name(&self, ident: &Ident, ty: &TypeName) -> PatchName {
        if *ident == self.names.patch(ty) { PatchName::Home } else { PatchName::Other(ident.to_string()) }
    }

    /// The patch that an operation takes.
    pub(super) fn patch_of(&self, it: &Operation) -> PatchName {
        self.patch_name(&self.names.operation(it).patch, &it.body.ty)
    }

    /// The function of the first request line.
    pub(super) fn function(&self, it: &Operation) -> String {
        self.names.operation(it).lines.first().map(|it| plain(&it.function)).unwrap_or_default()
    }

    /// A type or an enumeration in Rust.
    pub(super) fn ident(&self, name: &TypeName) -> String {
        self.names.ty(name).to_string()
    }
}

/// An ident as a user reads it in the docs.
pub(super) fn plain(ident: &Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}
