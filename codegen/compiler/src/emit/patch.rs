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
    let named = named(world, ident, plan);
    let setters = all_setters(world, ident, plan);
    let choices = plan.choices.iter().map(|it| choice(world, ident, plan, it));
    let choices: TokenStream = choices.collect();
    quote! {
        #named
        #setters
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

/// Its name, and what it is told by.
fn named(world: &World, ident: &Ident, plan: &Patch) -> TokenStream {
    let doc = docs::patch(world, plan);
    let shape = rt::patch_shape();
    let model = tokens::model_path(Crate::Client, &world.names.ty(plan.ty));
    let (told_by, model) = match &plan.marker {
        Some(marker) => (quote!(super::super::#marker), model),
        None => (model, quote!(Self)),
    };
    let names = tokens::lines(&lines(plan));
    let (discriminated, open) = (plan.discriminated, plan.open);
    quote! {
        #doc
        pub type #ident = super::super::PatchOf<#told_by>;
        impl super::super::Updatable for #told_by {
            type Model = #model;
            const SHAPE: &'static #shape =
                &#shape { names: #names, discriminated: #discriminated, open: #open };
        }
    }
}

/// The name of the type, then those of properties, each after a mark.
fn lines(plan: &Patch) -> Vec<String> {
    let members = plan.members.iter().map(|it| format!("+{}", it.name));
    let fixed = plan.fixed.iter().map(|(name, access)| format!("{}{name}", mark(*access)));
    std::iter::once(plan.ty.to_string()).chain(members).chain(fixed).collect()
}

/// Why a property has no setter.
fn mark(access: ir::Access) -> char {
    match access {
        ir::Access::Key => '#',
        ir::Access::ReadOnly => '-',
        ir::Access::ServerSet => '~',
        ir::Access::Writable => '!',
    }
}

fn all_setters(world: &World, patch: &Ident, plan: &Patch) -> TokenStream {
    let names: Vec<&str> = plan.members.iter().map(|it| it.name).collect();
    let idents = setters(&names);
    let members = plan.members.iter().zip(&idents).zip(places(plan));
    let mut setters: Vec<_> =
        members.map(|((member, ident), place)| setter(world, plan, member, (ident, place))).collect();
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

/// The byte at which the name of each member stands in the lines, behind its mark.
fn places(plan: &Patch) -> impl Iterator<Item = usize> {
    let start = plan.ty.to_string().len() + "\n+".len();
    plan.members.iter().scan(start, |next, it| {
        let place = *next;
        *next += it.name.len() + "\n+".len();
        Some(place)
    })
}

/// The setter of names that the docs do not list.
fn any_setter() -> TokenStream {
    let (field, json) = (rt::field(), rt::json());
    let doc = docs::lines("Sets a name that the docs do not list: the type is open.");
    quote! {
        #doc
        pub fn field(
            self,
            name: impl Into<::std::borrow::Cow<'static, str>>,
            value: impl Into<#json>,
        ) -> Self {
            #field(self, name, value)
        }
    }
}

fn setter(world: &World, plan: &Patch, member: &Member, (ident, place): (&Ident, usize)) -> TokenStream {
    let (into_patch, set) = (rt::into_patch(), rt::set());
    let doc = docs::setter(world, member);
    let deprecated = tokens::deprecated(member.deprecated);
    let ty = tokens::value_type(world, Crate::Client, member.ty);
    let place = tokens::index(place);
    let gate = member.ty.named().and_then(|ty| features::gate(world, &world.area(plan.ty).feature, ty));
    let cfg = tokens::cfg(gate.as_deref());
    quote! {
        #doc
        #deprecated
        #cfg
        pub fn #ident(self, value: impl #into_patch<#ty>) -> Self {
            #set(self, #place, value)
        }
    }
}
