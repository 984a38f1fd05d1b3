//! A base with derived types as an open choice between them, told apart by `@odata.type`.

use std::hash::Hash as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::krate::Crate;
use super::layout::Item;
use super::world::World;
use super::{docs, features, rt, tokens};
use crate::ir;
use crate::names::Ident;

/// One of the types of a choice.
struct Variant {
    /// The feature it needs beside that of the base.
    cfg: TokenStream,
    ident: Ident,
    path: TokenStream,
    name: String,
    doc: TokenStream,
}

/// The choice between a base and the types derived from it.
pub(super) fn item<'a>(world: &'a World<'a>, base: &'a ir::TypeName, derived: &'a [&'a ir::TypeName]) -> Item<'a> {
    Item {
        area: world.area(base),
        page: world.api.types.get(base).map_or("", |it| it.origin.page.as_str()),
        exports: vec![world.names.choice(base)],
        tokens: Box::new(move || tokens(world, base, derived)),
        inputs: Box::new(move |hasher| (base, derived).hash(hasher)),
    }
}

fn tokens(world: &World, base: &ir::TypeName, derived: &[&ir::TypeName]) -> TokenStream {
    let choice = world.names.choice(base);
    let variants: Vec<Variant> =
        std::iter::once(base).chain(derived.iter().copied()).map(|name| variant(world, base, name)).collect();
    let enumeration = enumeration(world, base, &choice, &variants);
    let implementation = implementation(&choice, &variants);
    let conversions: TokenStream = variants.iter().map(|it| conversion(&choice, it)).collect();
    quote! {
        #enumeration
        #implementation
        #conversions
        rt::choice!(#choice);
    }
}

fn variant(world: &World, base: &ir::TypeName, name: &ir::TypeName) -> Variant {
    let ident = world.names.ty(name);
    let needed = features::gate(world, &world.area(base).feature, name);
    let doc = if base == name {
        docs::lines("The base itself, or a type that is not documented: what it holds beyond the base is in `extra`.")
    } else {
        docs::lines(&format!("`{name}`."))
    };
    let path = tokens::model_path(Crate::Model, &ident);
    Variant { cfg: tokens::cfg(needed.as_deref()), ident, path, name: name.to_string(), doc }
}

fn enumeration(world: &World, base: &ir::TypeName, choice: &Ident, variants: &[Variant]) -> TokenStream {
    let (doc, custom) = (docs::choice(world, base), world.options.custom.of_type(base));
    let first = variants.first().map(|it| &it.ident);
    let variants = variants.iter().map(|Variant { cfg, ident, path, doc, .. }| quote!(#doc #cfg #ident(Box<#path>)));
    quote! {
        #doc
        #custom
        #[non_exhaustive]
        pub enum #choice {
            #(#variants,)*
        }
        impl Default for #choice {
            #[inline]
            fn default() -> Self {
                Self::#first(Box::default())
            }
        }
    }
}

fn implementation(choice: &Ident, variants: &[Variant]) -> TokenStream {
    let (trait_, object) = (rt::choice(), rt::object());
    let base = variants.first().map(|it| &it.path);
    let of = of(variants);
    let patterns: Vec<_> = variants.iter().map(|Variant { cfg, ident, .. }| quote!(#cfg Self::#ident(it))).collect();
    quote! {
        impl #trait_ for #choice {
            type Base = #base;
            #of
            #[inline]
            fn object(&self) -> &dyn #object {
                match self { #(#patterns => &**it,)* }
            }
            #[inline]
            fn object_mut(&mut self) -> &mut dyn #object {
                match self { #(#patterns => &mut **it,)* }
            }
        }
    }
}

fn of(variants: &[Variant]) -> TokenStream {
    let arms =
        variants.iter().map(|Variant { cfg, ident, name, .. }| quote!(#cfg #name => Self::#ident(Box::default())));
    quote! {
        #[inline]
        fn of(name: &str) -> Option<Self> {
            Some(match name { #(#arms,)* _ => return None })
        }
    }
}

fn conversion(choice: &Ident, Variant { cfg, ident, path, .. }: &Variant) -> TokenStream {
    quote! {
        #cfg
        impl From<#path> for #choice {
            #[inline]
            fn from(it: #path) -> Self {
                Self::#ident(Box::new(it))
            }
        }
    }
}
