//! How a model's fields are reached by number and name, so that reading, writing, comparing and printing are written once.

mod agree;
mod choice;
mod debug;
mod enumeration;
mod equal;
mod extra;
mod flags;
mod key;
mod macros;
mod node;
mod object;
mod primitive;
mod read;
mod text;
mod value;
mod write;

pub use choice::{Choice, Choosing};
pub use enumeration::Enum;
pub use extra::Extra;
pub use flags::Flags;
pub use node::{Entry, Fit, Item, Kind, Node, Scalar, Shown, Taken, Value, View};
pub use object::{Model, Object, Shape};

pub(crate) use debug::Named;
pub(crate) use equal::same;
pub(crate) use object::{items, named};
pub(crate) use text::text_of;
pub(crate) use write::to_json;

/// What the macros expand to.
#[doc(hidden)]
pub mod engine {
    pub use super::choice::view as choice_view;
    pub use super::debug::object as debug_object;
    pub use super::enumeration::{debug as debug_enum, from_text, take, text};
    pub use super::equal::objects as same_objects;
    pub use super::object::blank;
    pub use super::read::{choice as read_choice, item as read_item, object as read_object};
    pub use super::write::view as write_view;
}
