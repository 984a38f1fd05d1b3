//! How values of all types of a kind are filled and viewed, so that none of thousands has to say it again.

use serde::Serializer;

use super::enumeration::{from_text, text};
use super::{Choice, Entry, Enum, Item, Kind, Model, Scalar, Taken, Value, View, write};

/// A type that has its [`Value`] from what it is: a model, a choice, an enum, or one of these in a box.
pub trait Formed: Clone + Sized + 'static {
    /// What it is.
    type Form: Form<Self>;
}

/// What types of a kind have in common; each is as the method or constant of [`Value`] with its name.
pub trait Form<T> {
    /// As [`Value::IS_SCALAR`].
    const IS_SCALAR: bool = false;
    /// As [`Value::IS_PLAIN`].
    const IS_PLAIN: bool = Self::IS_SCALAR;
    /// As [`Value::take`].
    #[inline]
    #[must_use]
    fn take(scalar: Scalar<'_>) -> Taken<T> {
        let _ = scalar;
        Taken::Not
    }
    /// As [`Value::blank`].
    #[inline]
    #[must_use]
    fn blank(kind: Kind) -> Option<T> {
        let _ = kind;
        None
    }
    /// As [`Value::enter`].
    #[inline]
    fn enter(value: &mut T) -> Entry<'_> {
        let _ = value;
        Entry::No
    }
    /// As [`Value::view`].
    fn view(value: &T) -> View<'_>;
    /// Writes it.
    ///
    /// # Errors
    /// Those of the format.
    #[inline]
    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        write::view(Self::view(value), to)
    }
}

impl<T: Formed> Item for T {}

impl<T: Formed> Value for T {
    const IS_SCALAR: bool = T::Form::IS_SCALAR;
    const IS_PLAIN: bool = T::Form::IS_PLAIN;
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<Self> {
        T::Form::take(scalar)
    }
    #[inline]
    fn blank(kind: Kind) -> Option<Self> {
        T::Form::blank(kind)
    }
    #[inline]
    fn enter(&mut self) -> Entry<'_> {
        T::Form::enter(self)
    }
    #[inline]
    fn view(&self) -> View<'_> {
        T::Form::view(self)
    }
}

/// Of each [`Model`].
pub enum ModelForm {}

impl<T: Model> Form<T> for ModelForm {
    #[inline]
    fn blank(kind: Kind) -> Option<T> {
        empty(kind)
    }
    #[inline]
    fn enter(value: &mut T) -> Entry<'_> {
        Entry::Object(value)
    }
    #[inline]
    fn view(value: &T) -> View<'_> {
        View::Object(value)
    }
    #[inline]
    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        write::model(value, to)
    }
}

/// Of each [`Choice`].
pub enum ChoiceForm {}

impl<T: Choice> Form<T> for ChoiceForm {
    #[inline]
    fn blank(kind: Kind) -> Option<T> {
        empty(kind)
    }
    #[inline]
    fn enter(value: &mut T) -> Entry<'_> {
        Entry::Choice(value)
    }
    /// The base needs no `@odata.type`: it is what a reader takes for granted.
    #[inline]
    fn view(value: &T) -> View<'_> {
        let object = value.object();
        if object.shape().name == T::Base::SHAPE.name { View::Object(object) } else { View::Choice(object) }
    }
}

#[inline]
fn empty<T: Default>(kind: Kind) -> Option<T> {
    match kind {
        Kind::Object => Some(T::default()),
        Kind::List => None,
    }
}

/// Of each [`Enum`].
pub enum EnumForm {}

impl<T: Enum> Form<T> for EnumForm {
    const IS_SCALAR: bool = true;
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<T> {
        match scalar {
            Scalar::Text(text) => Taken::Exact(from_text(text)),
            _ => Taken::Not,
        }
    }
    #[inline]
    fn view(value: &T) -> View<'_> {
        View::Enum(text(value))
    }
}

/// Of each box.
pub enum BoxForm {}

impl<T: Item> Formed for Box<T> {
    type Form = BoxForm;
}

impl<T: Item> Form<Box<T>> for BoxForm {
    const IS_SCALAR: bool = T::IS_SCALAR;
    const IS_PLAIN: bool = T::IS_PLAIN;
    #[inline]
    fn take(scalar: Scalar<'_>) -> Taken<Box<T>> {
        match T::take(scalar) {
            Taken::Exact(value) => Taken::Exact(Box::new(value)),
            Taken::Loose(value) => Taken::Loose(Box::new(value)),
            Taken::Not => Taken::Not,
        }
    }
    #[inline]
    fn blank(kind: Kind) -> Option<Box<T>> {
        T::blank(kind).map(Box::new)
    }
    #[inline]
    fn enter(value: &mut Box<T>) -> Entry<'_> {
        T::enter(value)
    }
    #[inline]
    fn view(value: &Box<T>) -> View<'_> {
        T::view(value)
    }
}
