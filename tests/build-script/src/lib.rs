//! A user's crate: the models and updates of lamps, and a type of its own among them.

pub mod lamps {
    //! Lamps, as their documentation describes them.
    include!(concat!(env!("OUT_DIR"), "/lamps/mod.rs"));
}

use lamps::runtime::{Entry, Item, Json, Kind, Value, View};

/// What stands for the documented `colour`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colour(pub Json);

impl Item for Colour {}

impl Value for Colour {
    fn blank(kind: Kind) -> Option<Self> {
        (kind == Kind::Object).then(Self::default)
    }
    fn enter(&mut self) -> Entry<'_> {
        Entry::Json(&mut self.0)
    }
    fn view(&self) -> View<'_> {
        View::Json(&self.0)
    }
}
