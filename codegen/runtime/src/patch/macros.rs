//! What every generated builder is: written once for each version, since there are thousands.

/// Makes `PatchOf`, which all builders of a version are, and `Updatable`, by which they differ.
///
/// A builder of its own type for each documented one would take as long to compile as all else that is generated for it.
#[macro_export]
macro_rules! patches {
    () => {
        /// An update of a `T`: what is not set stays as it is.
        ///
        /// Each is better known by a name of its own, as `UserPatch` is `PatchOf<User>`; the page of that name shows what
        /// it sets, while all setters of all updates are listed here.
        #[must_use]
        pub struct PatchOf<T>($crate::PatchBody, ::core::marker::PhantomData<fn() -> T>);

        /// What tells an update from others: the model that it updates, or an operation, if that takes something else of a
        /// model than others do.
        pub trait Updatable: 'static {
            /// What is updated.
            type Model: $crate::Model;
            /// The names.
            const SHAPE: &'static $crate::PatchShape;
        }

        impl<T: Updatable> $crate::Patch for PatchOf<T> {
            type Model = T::Model;
            const SHAPE: &'static $crate::PatchShape = T::SHAPE;

            #[inline]
            fn from_body(body: $crate::PatchBody) -> Self {
                Self(body, ::core::marker::PhantomData)
            }
            #[inline]
            fn into_body(self) -> $crate::PatchBody {
                self.0
            }
        }

        impl<T: Updatable> PatchOf<T> {
            /// An update that changes nothing yet.
            #[inline]
            pub const fn new() -> Self {
                Self($crate::PatchBody::new(T::SHAPE), ::core::marker::PhantomData)
            }

            /// Sets any name, documented or not, to any JSON.
            pub fn raw(
                self,
                name: impl ::core::convert::Into<$crate::__private::Cow<'static, str>>,
                value: impl ::core::convert::Into<$crate::Json>,
            ) -> Self {
                $crate::field(self, name, value)
            }

            /// The least update that makes `new` of `old`: what can be set and differs, null for what vanished.
            ///
            /// # Errors
            /// If something changed that cannot be sent; the error says what and why, and holds the update with the rest.
            #[inline]
            pub fn diff(old: &T::Model, new: &T::Model) -> ::core::result::Result<Self, $crate::DiffError<Self>> {
                $crate::__private::diff(old, new)
            }

            /// An update that sends the members of a JSON object.
            ///
            /// # Errors
            /// If it is no object.
            #[inline]
            pub fn from_json(json: $crate::Json) -> ::core::result::Result<Self, $crate::NotAnObject> {
                $crate::__private::from_json(json)
            }
        }

        // By hand, since a derive would ask all this of `T` too.
        impl<T> ::core::clone::Clone for PatchOf<T> {
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0), ::core::marker::PhantomData)
            }
        }
        impl<T> ::core::cmp::PartialEq for PatchOf<T> {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl<T> ::core::fmt::Debug for PatchOf<T> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl<T> ::core::fmt::Display for PatchOf<T> {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }
        impl<T: Updatable> ::core::default::Default for PatchOf<T> {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
        impl<T> ::core::ops::Deref for PatchOf<T> {
            type Target = $crate::PatchBody;

            #[inline]
            fn deref(&self) -> &$crate::PatchBody {
                &self.0
            }
        }
        impl<T> $crate::__private::Serialize for PatchOf<T> {
            fn serialize<S: $crate::__private::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Serialize::serialize(&self.0, to)
            }
        }
        impl<T> ::core::convert::From<PatchOf<T>> for $crate::Json {
            #[inline]
            fn from(patch: PatchOf<T>) -> Self {
                <Self as ::core::convert::From<$crate::PatchBody>>::from(patch.0)
            }
        }
        impl<T: Updatable> $crate::IntoPatch<T::Model> for PatchOf<T> {
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
                $crate::PatchBody::into_value($crate::Patch::into_body(self))
            }
        }
    };
}
