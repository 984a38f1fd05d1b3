//! The user's own Rust in the output: attributes on items, and his types in the place of generated ones.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use syn::parse::Parser as _;

use crate::ir;

/// Attributes and types of the user's own. A type is named as in the docs: `user`, or `microsoft.graph.user`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Custom {
    /// What has attributes, and their text, in the order in which they were added.
    attributes: Vec<(String, String)>,
    /// Types, and the paths that stand for them.
    types: BTreeMap<String, String>,
}

impl Custom {
    /// Puts attributes, such as `#[derive(Hash)]`, on a type: on the struct or enum, and on the open choice between it and
    /// the types derived from it. `user.displayName` is a field of a struct or a variant of an enum; `*` is every type, and
    /// `*.id` a field of each that has one.
    ///
    /// # Errors
    /// If the text is no attributes; the message shows it.
    pub fn attribute(&mut self, of: &str, attributes: &str) -> Result<(), String> {
        let parsed = syn::Attribute::parse_outer.parse_str(attributes);
        match parsed.as_deref() {
            Ok([]) => Err(format!("there is no attribute in `{attributes}`")),
            Ok(_) => {
                self.attributes.push((of.to_owned(), attributes.to_owned()));
                Ok(())
            }
            Err(error) => Err(format!("`{attributes}` is no attribute: {error}")),
        }
    }

    /// Names a Rust type that stands for a type of the docs, which then is not emitted, nor is what only it refers to.
    ///
    /// It has to be `pub`, since it is re-exported in the place of the generated one, and to implement `Clone` and the
    /// runtime's `Value` and `Item`; what an update of its own sends also `Model`, flags `Enum`. Every type of another
    /// generated crate does. It is no part of an open choice: where such a value comes, it is read as the base, and the rest
    /// is in `extra`.
    ///
    /// # Errors
    /// If the text is no path; the message shows it.
    pub fn replace(&mut self, ty: &str, path: &str) -> Result<(), String> {
        match syn::Path::parse_mod_style.parse_str(path) {
            Ok(_) => {
                self.types.insert(ty.to_owned(), path.to_owned());
                Ok(())
            }
            Err(error) => Err(format!("`{path}` is no path of a type: {error}")),
        }
    }

    /// What it names that none of the APIs has.
    #[must_use]
    pub fn unknown(&self, apis: &[ir::Api]) -> Vec<&str> {
        let attributed = self.attributes.iter().map(|(of, _)| of).filter(|of| !apis.iter().any(|api| has(api, of)));
        let is_type = |ty: &str| apis.iter().flat_map(ir::Api::areas).any(|(name, _)| is_named(ty, name));
        let replaced = self.types.keys().filter(|ty| !is_type(ty));
        attributed.chain(replaced).map(String::as_str).collect()
    }

    /// The attributes of a type.
    pub(super) fn of_type(&self, name: &ir::TypeName) -> TokenStream {
        self.attributes.iter().filter(|(of, _)| is(of, name)).map(|(_, text)| tokens(text)).collect()
    }

    /// The attributes of a property or member of a type.
    pub(super) fn of_member(&self, name: &ir::TypeName, member: &str) -> TokenStream {
        let of_member = self.attributes.iter().filter(|(of, _)| is_member(of, name, member));
        of_member.map(|(_, text)| tokens(text)).collect()
    }

    /// The path that stands for a type.
    pub(super) fn path(&self, name: &ir::TypeName) -> Option<TokenStream> {
        self.types.iter().find(|(ty, _)| is_named(ty, name)).map(|(_, path)| tokens(path))
    }
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("it was parsed before it was taken")
}

/// Whether attributes for `wanted` are for that type.
fn is(wanted: &str, name: &ir::TypeName) -> bool {
    wanted == "*" || is_named(wanted, name)
}

fn is_named(wanted: &str, name: &ir::TypeName) -> bool {
    wanted == name.name || wanted == name.to_string()
}

fn is_member(wanted: &str, name: &ir::TypeName, member: &str) -> bool {
    let ty = wanted.strip_suffix(member).and_then(|it| it.strip_suffix('.'));
    ty.is_some_and(|ty| is(ty, name))
}

/// Whether an API has what attributes are for.
fn has(api: &ir::Api, of: &str) -> bool {
    let members = |name: &ir::TypeName| -> BTreeSet<&str> {
        let properties = api.all_properties(name).into_iter().map(|it| it.name.as_str());
        let members = api.enums.get(name).into_iter().flat_map(|it| &it.members);
        properties.chain(members.map(|it| it.name.as_str())).collect()
    };
    let has_member = |name| members(name).iter().any(|member| is_member(of, name, member));
    api.areas().any(|(name, _)| is(of, name) || has_member(name))
}
