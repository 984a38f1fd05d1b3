//! A model of one of several types, told apart by `@odata.type`.

use super::{Item, Model, Object};

/// An enum with a variant for each documented type that derives from a base, and one for the base.
pub trait Choice: Item + Default {
    /// The base type; the default is its variant.
    type Base: Model;
    /// An empty value of the type with this qualified name, if it is documented.
    fn of(name: &str) -> Option<Self>;
    /// The model inside.
    fn object(&self) -> &dyn Object;
    /// The model inside.
    fn object_mut(&mut self) -> &mut dyn Object;
}

/// A [`Choice`] of any type.
pub trait Choosing {
    /// As [`Choice::object`].
    fn object(&self) -> &dyn Object;
    /// As [`Choice::object_mut`].
    fn object_mut(&mut self) -> &mut dyn Object;
    /// Becomes an empty value of the type with this qualified name; false and unchanged if it is not documented.
    fn turn(&mut self, name: &str) -> bool;
}

impl<C: Choice> Choosing for C {
    fn object(&self) -> &dyn Object {
        Choice::object(self)
    }
    fn object_mut(&mut self) -> &mut dyn Object {
        Choice::object_mut(self)
    }
    fn turn(&mut self, name: &str) -> bool {
        match C::of(name) {
            Some(choice) => {
                *self = choice;
                true
            }
            None => false,
        }
    }
}
