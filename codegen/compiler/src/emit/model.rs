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

/// The runtime asks for this many fields at a time.
const ROW: usize = 8;

fn nodes(fields: &[Ident]) -> TokenStream {
    let node = rt::node();
    let (row, node_mut) = (tokens::index(ROW), node_mut(fields));
    if fields.is_empty() {
        return quote! {
            fn nodes(&self, _: usize) -> Option<[&dyn #node; #row]> { None }
            #node_mut
        };
    }
    let rows = fields.chunks(ROW).enumerate().map(|(index, fields)| nodes_row(index, fields));
    quote! {
        #[inline]
        fn nodes(&self, row: usize) -> Option<[&dyn #node; #row]> {
            Some(match row { #(#rows,)* _ => return None })
        }
        #node_mut
    }
}

/// A row that is not full ends in units, which are no fields.
fn nodes_row(index: usize, fields: &[Ident]) -> TokenStream {
    let index = tokens::index(index);
    let fill = (fields.len()..ROW).map(|_| quote!(&()));
    quote!(#index => [#(&self.#fields,)* #(#fill),*])
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
