//! A patch: a builder with a setter for each property that can be sent.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::layout::{Crate, Item};
use super::world::{Member, Patch, World};
use super::{docs, rt, tokens};
use crate::ir;
use crate::names::setters;

/// The patch of a type.
pub(super) fn item<'a>(world: &World<'a>, name: &'a ir::TypeName, plan: &Patch<'a>) -> Item<'a> {
    let ident = world.names.patch(name);
    let structure = structure(world, name, plan);
    let implementation = implementation(world, name, plan);
    let setters = all_setters(world, &ident, plan);
    let choices = plan.choices.iter().map(|it| tokens::model_path(Crate::Client, &world.names.choice(it)));
    let choices = if plan.choices.is_empty() { TokenStream::new() } else { quote!(=> #(#choices),*) };
    let tokens = quote! {
        #structure
        #implementation
        #setters
        rt::patch!(#ident #choices);
    };
    Item { area: world.area(name), page: world.patch_page(name, plan), exports: vec![ident], tokens }
}

fn structure(world: &World, name: &ir::TypeName, plan: &Patch) -> TokenStream {
    let ident = world.names.patch(name);
    let doc = docs::patch(world, name, plan);
    let body = rt::patch_body();
    quote! {
        #doc
        #[derive(Clone, PartialEq)]
        pub struct #ident(#body);
    }
}

fn implementation(world: &World, name: &ir::TypeName, plan: &Patch) -> TokenStream {
    let (trait_, body) = (rt::patch(), rt::patch_body());
    let ident = world.names.patch(name);
    let model = tokens::model_path(Crate::Client, &world.names.ty(name));
    let shape = shape(name, plan);
    quote! {
        impl #trait_ for #ident {
            type Model = #model;
            #shape
            #[inline]
            fn body(&self) -> &#body { &self.0 }
            #[inline]
            fn from_body(body: #body) -> Self { Self(body) }
            #[inline]
            fn into_body(self) -> #body { self.0 }
        }
    }
}

fn shape(name: &ir::TypeName, plan: &Patch) -> TokenStream {
    let shape = rt::patch_shape();
    let (name, discriminated) = (name.to_string(), plan.discriminated);
    let members = plan.members.iter().map(|it| it.name);
    let read_only = &plan.read_only;
    quote! {
        const SHAPE: &'static #shape = &#shape {
            name: #name,
            discriminated: #discriminated,
            members: &[#(#members),*],
            read_only: &[#(#read_only),*],
        };
    }
}

fn all_setters(world: &World, patch: &Ident, plan: &Patch) -> TokenStream {
    let names: Vec<&str> = plan.members.iter().map(|it| it.name).collect();
    let idents = setters(&names);
    let members = plan.members.iter().zip(&idents).enumerate();
    let setters: Vec<_> = members.map(|(index, (member, ident))| setter(world, member, ident, index)).collect();
    if setters.is_empty() {
        return TokenStream::new();
    }
    quote! {
        impl #patch {
            #(#setters)*
        }
    }
}

fn setter(world: &World, member: &Member, ident: &Ident, index: usize) -> TokenStream {
    let (into_patch, set) = (rt::into_patch(), rt::set());
    let doc = docs::setter(world, member);
    let ty = tokens::value_type(world, Crate::Client, member.ty);
    let index = tokens::index(index);
    quote! {
        #doc
        #[inline]
        #[must_use]
        pub fn #ident(self, value: impl #into_patch<#ty>) -> Self {
            #set(self, #index, value)
        }
    }
}
