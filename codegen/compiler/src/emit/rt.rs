//! Every path of the runtime that generated code names.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt as _, quote};

use crate::ir::{Cloud, Primitive};

/// A path of the runtime. It goes into the tokens around it without a stream of its own, which would be copied there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path(&'static [&'static str]);

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Ident::new("rt", Span::call_site()));
        for name in self.0 {
            tokens.append(Punct::new(':', Spacing::Joint));
            tokens.append(Punct::new(':', Spacing::Alone));
            tokens.append(Ident::new(name, Span::call_site()));
        }
    }
}

/// The line that brings the runtime into a file.
pub(super) fn import() -> TokenStream {
    quote!(
        use ::tablewright_runtime as rt;
    )
}

/// The line by which a crate passes the runtime on to its users.
pub(super) fn export() -> TokenStream {
    quote!(
        #[doc(no_inline)]
        pub use ::tablewright_runtime as runtime;
    )
}

/// What all builders of a version are.
pub(super) fn patches() -> TokenStream {
    quote!(
        ::tablewright_runtime::patches!();
    )
}

/// The type of a primitive value.
pub(super) fn primitive(it: Primitive) -> TokenStream {
    match it {
        Primitive::Binary => quote!(rt::Binary),
        Primitive::Boolean => quote!(bool),
        Primitive::Byte => quote!(u8),
        Primitive::Date => quote!(rt::Date),
        Primitive::DateTimeOffset => quote!(rt::DateTimeOffset),
        Primitive::Decimal => quote!(rt::Decimal),
        Primitive::Double => quote!(f64),
        Primitive::Duration => quote!(rt::Duration),
        Primitive::Guid => quote!(rt::Guid),
        Primitive::Int16 => quote!(i16),
        Primitive::Int32 => quote!(i32),
        Primitive::Int64 => quote!(i64),
        Primitive::SByte => quote!(i8),
        Primitive::Single => quote!(f32),
        Primitive::String => quote!(String),
        Primitive::TimeOfDay => quote!(rt::TimeOfDay),
        Primitive::Stream | Primitive::Json => json().into_token_stream(),
    }
}

/// The name of a cloud.
pub(super) fn cloud(it: Cloud) -> TokenStream {
    match it {
        Cloud::Global => quote!(rt::Deployment::Global),
        Cloud::UsL4 => quote!(rt::Deployment::UsL4),
        Cloud::UsL5 => quote!(rt::Deployment::UsL5),
        Cloud::China => quote!(rt::Deployment::China),
    }
}

macro_rules! paths {
    ($($name:ident: rt $(:: $part:ident)+),* $(,)?) => {$(
        pub(super) const fn $name() -> Path {
            Path(&[$(stringify!($part)),+])
        }
    )*};
}

paths! {
    json: rt::Json,
    extra: rt::Extra,
    flags: rt::Flags,
    model: rt::Model,
    shape: rt::Shape,
    node: rt::Node,
    slot: rt::Slot,
    text_of: rt::text,
    slot_of: rt::slot,
    no_field: rt::NO_FIELD,
    object: rt::Object,
    related: rt::Related,
    related_of: rt::related,
    related_mut_of: rt::related_mut,
    choice: rt::Choice,
    enumeration: rt::Enum,
    patch_shape: rt::PatchShape,
    into_patch: rt::IntoPatch,
    set: rt::set,
    field: rt::field,
    operation: rt::Operation,
    operation_info: rt::OperationInfo,
    permissions: rt::Permissions,
    scopes: rt::Scopes,
    deployment: rt::Deployment,
    prefer: rt::Prefer,
    request: rt::Request,
    path_value: rt::PathValue,
    etag: rt::ETag,
    takes_if_match: rt::TakesIfMatch,
    takes_prefer: rt::TakesPrefer,
    replay_update: rt::replay::Update,
    replay_updates: rt::replay::updates,
    replay_shown: rt::replay::Shown,
    replay_model: rt::replay::Model,
    replay_samples: rt::replay::samples,
}
