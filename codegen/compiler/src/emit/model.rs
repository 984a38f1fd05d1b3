//! A type as a struct with a field for each property, its bases' included.

use std::hash::Hash as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::Item;
use super::world::World;
use super::{docs, features, rt, tokens};
use crate::ir;
use crate::names::{Ident, fields};

/// A property as a field.
struct Field<'a> {
    ident: Ident,
    property: &'a ir::Property,
    /// The feature without which it is not there.
    gate: Option<String>,
    /// Whether it is a relationship, which is read on demand.
    is_related: bool,
}

impl Field<'_> {
    fn cfg(&self) -> TokenStream {
        tokens::cfg(self.gate.as_deref())
    }
}

/// The struct of a type.
pub(super) fn item<'a>(world: &'a World<'a>, name: &'a ir::TypeName, ty: &'a ir::Type) -> Item<'a> {
    Item {
        area: world.area(name),
        page: &ty.origin.page,
        exports: vec![world.names.ty(name)],
        tokens: Box::new(move || tokens(world, name, ty)),
        inputs: Box::new(move |hasher| (name, ty, world.api.all_properties(name)).hash(hasher)),
    }
}

fn tokens(world: &World, name: &ir::TypeName, ty: &ir::Type) -> TokenStream {
    let (ident, area) = (world.names.ty(name), world.area(name));
    if let Some(path) = world.options.custom.path(name) {
        return tokens::own(&path, &ident);
    }
    let properties = world.api.all_properties(name);
    let wires: Vec<&str> = properties.iter().map(|it| it.name.as_str()).collect();
    let gate = |it: &ir::Property| it.ty.named().and_then(|ty| features::gate(world, &area.feature, ty));
    let named = properties.iter().zip(fields(&wires));
    let fields: Vec<Field> = named
        .map(|(it, ident)| Field { ident, property: it, gate: gate(it), is_related: world.api.leads_to_models(it) })
        .collect();
    let body: TokenStream = fields.iter().map(|it| field(world, name, it)).collect();
    let (doc, deprecated) = (docs::ty(world, name, ty), tokens::deprecated(ty.deprecated.as_ref()));
    let custom = world.options.custom.of_type(name);
    let structure = structure(&quote!(#doc #deprecated #custom), &ident, &body);
    let (blank, implementation) = (blank(&ident, &fields), implementation(name, &ident, &fields));
    quote! {
        #structure
        #blank
        #implementation
        rt::model!(#ident);
    }
}

fn structure(attributes: &TokenStream, ident: &Ident, fields: &TokenStream) -> TokenStream {
    let extra_doc = docs::lines("What the JSON held beside the fields above.");
    let extra = rt::extra();
    quote! {
        #attributes
        #[non_exhaustive]
        pub struct #ident {
            #fields
            #extra_doc
            pub extra: #extra,
        }
    }
}

fn field(world: &World, owner: &ir::TypeName, field: &Field) -> TokenStream {
    let (ident, cfg) = (&field.ident, field.cfg());
    let custom = world.options.custom.of_member(owner, &field.property.name);
    let doc = docs::property(world, field.property, field.gate.as_deref());
    let deprecated = tokens::deprecated(field.property.deprecated.as_ref());
    let ty = tokens::field_type(world, field.property);
    quote! {
        #doc
        #deprecated
        #cfg
        #custom
        pub #ident: #ty,
    }
}

/// Not derived, which would be a call for each field.
fn blank(ident: &Ident, fields: &[Field]) -> TokenStream {
    let (extra, related) = (rt::extra(), rt::related());
    let blanks = fields.iter().map(|it| {
        let (ident, cfg) = (&it.ident, it.cfg());
        let none = if it.is_related { quote!(#related::none()) } else { quote!(None) };
        quote!(#cfg #ident: #none)
    });
    quote! {
        impl Default for #ident {
            #[inline]
            fn default() -> Self {
                Self { #(#blanks,)* extra: #extra::new() }
            }
        }
    }
}

fn implementation(name: &ir::TypeName, ident: &Ident, fields: &[Field]) -> TokenStream {
    let (model, object, shape, extra) = (rt::model(), rt::object(), rt::shape(), rt::extra());
    let names = names(name, fields);
    let (slots, node_mut) = (slots(fields), node_mut(fields));
    quote! {
        impl #model for #ident {
            #names
        }
        impl #object for #ident {
            #[inline]
            fn about(&self) -> (&'static #shape, &#extra) {
                (<Self as #model>::SHAPE, &self.extra)
            }
            #slots
            #node_mut
            #[inline]
            fn extra_mut(&mut self) -> &mut #extra {
                &mut self.extra
            }
        }
    }
}

/// A member whose field is not there is a member all the same.
fn names(name: &ir::TypeName, fields: &[Field]) -> TokenStream {
    let shape = rt::shape();
    let name = name.to_string();
    let wires = fields.iter().map(|it| &it.property.name);
    quote! {
        const SHAPE: &'static #shape = &#shape { name: #name, members: &[#(#wires),*] };
    }
}

/// The runtime asks for this many fields at a time.
const ROW: usize = 4;

fn slots(fields: &[Field]) -> TokenStream {
    let slot = rt::slot();
    let row = tokens::index(ROW);
    if fields.is_empty() {
        return quote! {
            #[inline]
            fn slots(&self, _: usize) -> Option<[#slot<'_>; #row]> {
                None
            }
        };
    }
    let rows = fields.chunks(ROW).enumerate().map(|(index, fields)| slots_row(index, fields));
    quote! {
        #[inline]
        fn slots(&self, row: usize) -> Option<[#slot<'_>; #row]> {
            Some(match row { #(#rows,)* _ => return None })
        }
    }
}

/// A row that is not full ends in what is no field.
fn slots_row(index: usize, fields: &[Field]) -> TokenStream {
    let index = tokens::index(index);
    let slots = fields.iter().map(optional_slot);
    let fill = (fields.len()..ROW).map(|_| rt::no_field());
    quote!(#index => [#(#slots,)* #(#fill),*])
}

fn optional_slot(field: &Field) -> TokenStream {
    let (slot, no_field) = (slot(field), rt::no_field());
    match &field.gate {
        None => slot,
        Some(feature) => quote! {
            #[cfg(feature = #feature)]
            #slot,
            #[cfg(not(feature = #feature))]
            #no_field
        },
    }
}

fn slot(Field { ident, is_related, property, .. }: &Field) -> TokenStream {
    let is_text = property.ty == ir::TypeRef::Primitive(ir::Primitive::String);
    let of = match (is_related, is_text) {
        (true, _) => rt::related_of(),
        (false, true) => rt::text_of(),
        (false, false) => rt::slot_of(),
    };
    quote!(#of(&self.#ident))
}

fn node_mut(fields: &[Field]) -> TokenStream {
    let node = rt::node();
    if fields.is_empty() {
        return quote! {
            #[inline]
            fn node_mut(&mut self, _: usize) -> Option<&mut dyn #node> {
                None
            }
        };
    }
    let arms = fields.iter().enumerate().map(|(index, field)| node_mut_arm(index, field));
    let may_be_empty = fields.iter().all(|it| it.gate.is_some());
    let allow = may_be_empty.then(|| quote!(#[allow(unreachable_code, reason = "without features there is no field")]));
    quote! {
        #allow
        #[inline]
        fn node_mut(&mut self, index: usize) -> Option<&mut dyn #node> {
            Some(match index { #(#arms,)* _ => return None })
        }
    }
}

fn node_mut_arm(index: usize, field: &Field) -> TokenStream {
    let (index, ident, cfg) = (tokens::index(index), &field.ident, field.cfg());
    let related = rt::related_mut_of();
    let node = if field.is_related { quote!(#related(&mut self.#ident)) } else { quote!(&mut self.#ident) };
    quote!(#cfg #index => #node)
}
