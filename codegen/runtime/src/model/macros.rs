//! The implementations that every generated type has, each a line that calls an engine.
//!
//! All of it is `#[inline]`: a crate of models compiles nothing for those that nobody uses. Who uses one compiles what it
//! holds, but not what its relationships lead to ([`Related`](crate::Related)), which is most of an API.

/// Gives a [`Model`](crate::Model) its table-driven traits.
#[macro_export]
macro_rules! model {
    ($ty:ident) => {
        $crate::__structured!($ty, ModelForm);
    };
}

/// Gives a [`Choice`](crate::Choice) its traits.
#[macro_export]
macro_rules! choice {
    ($ty:ident) => {
        $crate::__structured!($ty, ChoiceForm);
    };
}

/// The traits of what JSON writes as an object.
#[doc(hidden)]
#[macro_export]
macro_rules! __structured {
    ($ty:ident, $form:ident) => {
        #[cfg(test)]
        const _: () = $crate::__private::shared::<$ty>();
        impl $crate::Formed for $ty {
            type Form = $crate::__private::$form;
        }
        impl $crate::__private::Serialize for $ty {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::write(self, to)
            }
        }
        impl<'de> $crate::__private::Deserialize<'de> for $ty {
            #[inline]
            fn deserialize<D: $crate::__private::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read_model(from)
            }
        }
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                $crate::__private::copy(self)
            }
        }
        impl ::core::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_view($crate::Value::view(self), f)
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::same($crate::Value::view(self), $crate::Value::view(other))
            }
        }
    };
}

/// Gives an [`Enum`](crate::Enum) its traits.
#[macro_export]
macro_rules! enumeration {
    ($ty:ident) => {
        impl $ty {
            /// The text that stands for the value.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                $crate::__private::text(self)
            }
        }
        impl $crate::Formed for $ty {
            type Form = $crate::__private::EnumForm;
        }
        // Not derived, which would be another `match` of all members for each of these.
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                $crate::__private::clone_enum(self)
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::Enum::index(self) == $crate::Enum::index(other)
            }
        }
        impl ::core::cmp::Eq for $ty {}
        impl ::core::hash::Hash for $ty {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, to: &mut H) {
                ::core::hash::Hash::hash(&$crate::Enum::index(self), to);
            }
        }
        impl $crate::__private::Serialize for $ty {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> $crate::__private::Deserialize<'de> for $ty {
            #[inline]
            fn deserialize<D: $crate::__private::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read_item(from)
            }
        }
        impl ::core::convert::From<&str> for $ty {
            #[inline]
            fn from(text: &str) -> Self {
                $crate::__private::from_text(text)
            }
        }
        impl ::core::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl ::core::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_enum(self, f)
            }
        }
    };
}
