//! What is fuzzed, and what must hold of it.

mod client;
mod docs;
mod json;
mod model;
mod pages;
mod path;
mod scalar;
mod settings;

use crate::Target;

/// All targets.
pub const ALL: [&Target; 18] = [
    &pages::PAGES,
    &docs::OUTLINE,
    &docs::TYPE_CELL,
    &docs::REQUEST_LINE,
    &settings::FIXUPS,
    &settings::SETTINGS,
    &json::LENIENT,
    &scalar::BINARY,
    &scalar::DATE,
    &scalar::DATE_TIME,
    &scalar::DECIMAL,
    &scalar::DURATION,
    &scalar::GUID,
    &scalar::TIME_OF_DAY,
    &client::ANSWER,
    &model::MODEL,
    &model::PATCH,
    &path::PATH,
];

/// The target of a name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Target> {
    ALL.into_iter().find(|it| it.name == name)
}

/// Nothing where it holds, else what is wrong.
#[expect(clippy::fn_params_excessive_bools, reason = "that it holds is all that there is to say")]
fn ensure(holds: bool, problem: impl FnOnce() -> String) -> crate::Outcome {
    if holds { Ok(()) } else { Err(problem()) }
}
