//! A type as a struct with a field for each property, its bases' included.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::layout::Item;
use super::world::World;
use super::{docs, rt, tokens};
use crate::ir;
use crate::names::fields;

/// The struct of a type.
pub(super) fn item<'a>(world: &World<'a>, name: &'a ir::TypeName, ty: &'a ir::Type) -> Item<'a> {
    let ident = world.names.ty(name);
    let properties = world.api.all_properties(name);
    let wires: Vec<&str> = properties.iter().map(|it| it.name.as_str()).collect();
    let idents = fields(&wires);
    let body: TokenStream = properties.iter().zip(&idents).map(|(it, ident)| field(world, it, ident)).collect();
    let structure = structure(&docs::ty(world, name, ty), &ident, &body);
    let implementation = implementation(name, &ident, &wires, &idents);
    let tokens = quote! {
        #structure
        #implementation
        rt::model!(#ident);
    };
    Item { area: world.area(name), page: &ty.origin.page, exports: vec![ident], tokens }
}

fn structure(doc: &TokenStream, ident: &Ident, fields: &TokenStream) -> TokenStream {
    let extra_doc = docs::lines("What the JSON held beside the fields above.");
    let extra = rt::extra();
    quote! {
        #doc
        #[derive(Clone, Default)]
        #[non_exhaustive]
        pub struct #ident {
            #fields
            #extra_doc
            pub extra: #extra,
        }
    }
}

fn field(world: &World, property: &ir::Property, ident: &Ident) -> TokenStream {
    let doc = docs::property(world, property);
    let ty = tokens::field_type(world, &property.ty);
    quote! {
        #doc
        pub #ident: Option<#ty>,
    }
}

fn implementation(name: &ir::TypeName, ident: &Ident, wires: &[&str], fields: &[Ident]) -> TokenStream {
    let (model, extra) = (rt::model(), rt::extra());
    let shape = shape(name, wires);
    let nodes = nodes(fields);
    quote! {
        impl #model for #ident {
            #shape
            #nodes
            #[inline]
            fn extra(&self) -> &#extra {
                &self.extra
            }
            #[inline]
            fn extra_mut(&mut self) -> &mut #extra {
                &mut self.extra
            }
        }
    }
}

fn shape(name: &ir::TypeName, wires: &[&str]) -> TokenStream {
    let shape = rt::shape();
    let name = name.to_string();
    quote! {
        const SHAPE: &'static #shape = &#shape { name: #name, members: &[#(#wires),*] };
    }
}

fn nodes(fields: &[Ident]) -> TokenStream {
    let node = rt::node();
    let visited = fields.iter().map(|field| quote!(visit(&self.#field);));
    let visit = if fields.is_empty() { quote!(_) } else { quote!(visit) };
    let node_mut = node_mut(fields);
    quote! {
        #[inline]
        fn nodes<'a>(&'a self, #visit: &mut dyn FnMut(&'a dyn #node)) {
            #(#visited)*
        }
        #node_mut
    }
}

fn node_mut(fields: &[Ident]) -> TokenStream {
    let node = rt::node();
    if fields.is_empty() {
        return quote! {
            fn node_mut(&mut self, _: usize) -> Option<&mut dyn #node> {
                None
            }
        };
    }
    let arms = (0..fields.len()).map(tokens::index);
    quote! {
        #[inline]
        fn node_mut(&mut self, index: usize) -> Option<&mut dyn #node> {
            Some(match index { #(#arms => &mut self.#fields,)* _ => return None })
        }
    }
}
