//! How a model's fields are reached by number and name, so that reading, writing, comparing and printing are written once.
//!
//! Reading fails for broken JSON only. What contradicts the docs is kept, and written as it came while nobody changes it:
//!
//! | what came | the field | `extra` | written again |
//! |---|---|---|---|
//! | a value of its type | the value | | as it came |
//! | a whole number for a Double, digits that a Single cannot hold, an Int64 in a string, `read, write` for flags | the value | | as it came; another value as that is written |
//! | a value of another kind (`"true"` for a Boolean), a number beyond its type, a list with such an item | `None` | the value | as it came |
//! | `null` | `None` | `null` | as it came |
//! | a name that is not documented, an annotation | | the value | as it came |
//! | what a relationship leads to, whatever it is | [`Related`], which reads it when asked | | as it came |
//! | a name twice, `@odata.type` too | the last | the last | once |
//! | an `@odata.type` that is not documented | those of the base | the rest | as it came |
//!
//! How a value came speaks for that value only: a field that is set or cleared afterwards is written as it is. A value that
//! did not fit is written while its field is `None`; `extra.remove(name)` drops it.
//!
//! Models are equal if type, fields and `extra` are; in what order and in what spelling they came (`10`, `10.0`) does not
//! matter.

mod agree;
mod choice;
mod copy;
mod debug;
mod enumeration;
mod equal;
mod extra;
mod flags;
mod form;
mod item;
mod key;
mod macros;
mod node;
mod nulls;
mod object;
mod primitive;
mod read;
mod related;
mod slot;
mod text;
mod value;
mod write;

pub use choice::{Choice, Choosing};
pub use enumeration::Enum;
pub use extra::Extra;
pub use flags::Flags;
pub use form::{Form, Formed};
pub use item::{Item, Value};
pub use node::{Entry, Fit, Given, Kind, Node, Place, Scalar, Shown, Taken, View};
pub use object::{Model, Object, ROW, Shape};
pub use related::{Related, related, related_mut};
pub use slot::{NO_FIELD, Slot, slot, text};

pub(crate) use debug::Named;
pub(crate) use equal::same;
pub(crate) use object::{items, named};
pub(crate) use text::text_of;
pub(crate) use write::to_json;
#[cfg(feature = "replay")]
pub(crate) use write::written;

/// What the macros expand to.
#[doc(hidden)]
pub mod engine {
    pub use super::copy::copy;
    pub use super::debug::view as debug_view;
    pub use super::enumeration::{copy as clone_enum, debug as debug_enum, from_text, text};
    pub use super::equal::same;
    pub use super::form::{ChoiceForm, EnumForm, ModelForm};
    pub use super::object::shared;
    pub use super::read::{item as read_item, model as read_model, slice as read_slice};
    pub use super::write::formed as write;
}
