//! A patch: a builder with a setter for each property that can be sent.

use std::hash::Hash as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::krate::Crate;
use super::layout::Item;
use super::world::World;
use super::{docs, features, rt, tokens};
use crate::ir;
use crate::names::{Ident, setters};
use crate::plan::{Member, Patch};

/// A patch.
pub(super) fn item<'a>(world: &'a World<'a>, ident: &'a Ident, plan: &'a Patch<'a>) -> Item<'a> {
    Item {
        area: world.area(plan.ty),
        page: world.patch_page(plan),
        exports: vec![ident.clone()],
        tokens: Box::new(move || tokens(world, ident, plan)),
        inputs: Box::new(move |hasher| (ident, plan).hash(hasher)),
    }
}

fn tokens(world: &World, ident: &Ident, plan: &Patch) -> TokenStream {
    let structure = structure(world, ident, plan);
    let implementation = implementation(world, ident, plan);
    let setters = all_setters(world, ident, plan);
    let choices = plan.choices.iter().map(|it| choice(world, ident, plan, it));
    let choices: TokenStream = choices.collect();
    quote! {
        #structure
        #implementation
        #setters
        rt::patch!(#ident);
        #choices
    }
}

/// That a patch of a derived type can stand where a choice is set.
fn choice(world: &World, ident: &Ident, plan: &Patch, base: &ir::TypeName) -> TokenStream {
    let gate = features::gate(world, &world.area(plan.ty).feature, base);
    let cfg = tokens::cfg(gate.as_deref());
    let choice = tokens::model_path(Crate::Client, &world.names.choice(base));
    quote!(#cfg rt::stands_for!(#ident => #choice);)
}

fn structure(world: &World, ident: &Ident, plan: &Patch) -> TokenStream {
    let doc = docs::patch(world, plan);
    let body = rt::patch_body();
    quote! {
        #doc
        #[derive(Clone, PartialEq)]
        pub struct #ident(#body);
    }
}

fn implementation(world: &World, ident: &Ident, plan: &Patch) -> TokenStream {
    let (trait_, body) = (rt::patch(), rt::patch_body());
    let model = tokens::model_path(Crate::Client, &world.names.ty(plan.ty));
    let shape = shape(plan);
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

fn shape(plan: &Patch) -> TokenStream {
    let shape = rt::patch_shape();
    let (name, open, discriminated) = (plan.ty.to_string(), plan.open, plan.discriminated);
    let members = plan.members.iter().map(|it| it.name);
    let fixed = plan.fixed.iter().map(|(name, access)| {
        let why = why(*access);
        quote!((#name, #why))
    });
    quote! {
        const SHAPE: &'static #shape = &#shape {
            name: #name,
            discriminated: #discriminated,
            open: #open,
            members: &[#(#members),*],
            fixed: &[#(#fixed),*],
        };
    }
}

/// Why a property has no setter.
fn why(access: ir::Access) -> TokenStream {
    let why = rt::why_left_out();
    match access {
        ir::Access::Key => quote!(#why::Key),
        ir::Access::ReadOnly => quote!(#why::ReadOnly),
        ir::Access::ServerSet => quote!(#why::SetByService),
        ir::Access::Writable => quote!(#why::NotListed),
    }
}

fn all_setters(world: &World, patch: &Ident, plan: &Patch) -> TokenStream {
    let names: Vec<&str> = plan.members.iter().map(|it| it.name).collect();
    let idents = setters(&names);
    let members = plan.members.iter().zip(&idents).enumerate();
    let mut setters: Vec<_> =
        members.map(|(index, (member, ident))| setter(world, plan, member, (ident, index))).collect();
    setters.extend(plan.open.then(any_setter));
    if setters.is_empty() {
        return TokenStream::new();
    }
    quote! {
        impl #patch {
            #(#setters)*
        }
    }
}

/// The setter of names that the docs do not list.
fn any_setter() -> TokenStream {
    let (field, json) = (rt::field(), rt::json());
    let doc = docs::lines("Sets a name that the docs do not list: the type is open.");
    quote! {
        #doc
        #[inline]
        #[must_use]
        pub fn field(
            self,
            name: impl Into<::std::borrow::Cow<'static, str>>,
            value: impl Into<#json>,
        ) -> Self {
            #field(self, name, value)
        }
    }
}

fn setter(world: &World, plan: &Patch, member: &Member, (ident, index): (&Ident, usize)) -> TokenStream {
    let (into_patch, set) = (rt::into_patch(), rt::set());
    let doc = docs::setter(world, member);
    let deprecated = tokens::deprecated(member.deprecated);
    let ty = tokens::value_type(world, Crate::Client, member.ty);
    let index = tokens::index(index);
    let gate = member.ty.named().and_then(|ty| features::gate(world, &world.area(plan.ty).feature, ty));
    let cfg = tokens::cfg(gate.as_deref());
    quote! {
        #doc
        #deprecated
        #cfg
        #[inline]
        #[must_use]
        pub fn #ident(self, value: impl #into_patch<#ty>) -> Self {
            #set(self, #index, value)
        }
    }
}
