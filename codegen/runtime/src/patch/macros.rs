//! The implementations that every generated builder has: each hands on to what is written once, since there are thousands.

/// Gives a [`Patch`](crate::Patch) of a model its traits.
#[macro_export]
macro_rules! patch {
    ($ty:ident, $model:ty) => {
        impl $ty {
            /// An update that changes nothing yet.
            #[inline]
            pub const fn new() -> Self {
                Self($crate::PatchBody::new(<Self as $crate::Patch>::SHAPE))
            }

            /// Sets any name, documented or not, to any JSON.
            pub fn raw(
                self,
                name: impl ::core::convert::Into<$crate::__private::Cow<'static, str>>,
                value: impl ::core::convert::Into<$crate::Json>,
            ) -> Self {
                Self($crate::field(self.0, name, value))
            }

            /// The least update that makes `new` of `old`: what can be set and differs, null for what vanished.
            ///
            /// # Errors
            /// If something changed that cannot be sent; the error says what and why, and holds the update with the rest.
            #[inline]
            pub fn diff(old: &$model, new: &$model) -> ::core::result::Result<Self, $crate::DiffError<Self>> {
                $crate::__private::diff(old, new)
            }

            /// An update that sends the members of a JSON object.
            #[inline]
            pub fn from_json(json: $crate::Json) -> ::core::result::Result<Self, $crate::NotAnObject> {
                $crate::__private::from_json(json)
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
        impl ::core::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }
        impl $crate::__private::Serialize for $ty {
            fn serialize<S: $crate::__private::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Serialize::serialize(&self.0, to)
            }
        }
        impl ::core::convert::From<$ty> for $crate::Json {
            #[inline]
            fn from(patch: $ty) -> Self {
                <Self as ::core::convert::From<$crate::PatchBody>>::from(patch.0)
            }
        }
        impl $crate::IntoPatch<$model> for $ty {
            #[inline]
            fn into_patch(self) -> $crate::PatchValue {
                $crate::PatchBody::into_value(self.0)
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
                $crate::PatchBody::into_value(self.0)
            }
        }
    };
}
