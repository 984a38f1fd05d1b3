//! The implementations that every generated builder has.

/// Gives a [`Patch`](crate::Patch) its traits.
#[macro_export]
macro_rules! patch {
    ($ty:ident) => {
        impl $ty {
            /// An update that changes nothing yet.
            #[inline]
            #[must_use]
            pub const fn new() -> Self {
                Self($crate::PatchBody::new(<Self as $crate::Patch>::SHAPE))
            }

            /// Sets any name, documented or not, to any JSON.
            #[inline]
            #[must_use]
            pub fn raw(
                self,
                name: impl ::core::convert::Into<$crate::__private::Cow<'static, str>>,
                value: impl ::core::convert::Into<$crate::Json>,
            ) -> Self {
                $crate::__private::raw(self, name, value)
            }

            /// The least update that makes `new` of `old`: what can be set and differs, null for what vanished.
            ///
            /// # Errors
            /// If something changed that cannot be sent; the error says what and why, and holds the update with the rest.
            #[inline]
            pub fn diff(
                old: &<Self as $crate::Patch>::Model,
                new: &<Self as $crate::Patch>::Model,
            ) -> ::core::result::Result<Self, $crate::DiffError<Self>> {
                $crate::__private::diff(old, new)
            }

            /// An update that sends the members of a JSON object.
            #[inline]
            pub fn from_json(json: $crate::Json) -> ::core::result::Result<Self, $crate::NotAnObject> {
                $crate::__private::from_json(<Self as $crate::Patch>::SHAPE, json).map(Self)
            }
        }
        impl ::core::default::Default for $ty {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
        impl ::core::ops::Deref for $ty {
            type Target = $crate::PatchBody;

            #[inline]
            fn deref(&self) -> &$crate::PatchBody {
                &self.0
            }
        }
        impl ::core::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(::core::stringify!($ty)).field(&self.0).finish()
            }
        }
        impl ::core::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }
        impl $crate::__private::Serialize for $ty {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Serialize::serialize(&self.0, to)
            }
        }
        impl ::core::convert::From<$ty> for $crate::Json {
            #[inline]
            fn from(patch: $ty) -> Self {
                patch.0.into()
            }
        }
        impl $crate::IntoPatch<<$ty as $crate::Patch>::Model> for $ty {
            #[inline]
            fn into_patch(self) -> $crate::PatchValue {
                self.0.into_value()
            }
        }
    };
}

/// Lets a builder stand where an open choice is set, one of whose types it updates.
#[macro_export]
macro_rules! stands_for {
    ($ty:ident => $choice:ty) => {
        impl $crate::IntoPatch<$choice> for $ty {
            #[inline]
            fn into_patch(self) -> $crate::PatchValue {
                self.0.into_value()
            }
        }
    };
}
