//! Reads the objects that pages show into models, and compares what is written again.

use super::typed::misfits;
use super::{Met, Report, same};
use crate::model::engine::read_slice;
use crate::model::written;
use crate::{Entry, Item, View};

/// A model by its name.
pub struct Model {
    /// The qualified name: `microsoft.graph.user`.
    pub name: &'static str,
    /// Reads JSON into it.
    pub again: fn(&str) -> Result<Again, String>,
}

/// A value that was read and written again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// As it is written.
    pub json: String,
    /// The values in it that contradict the docs.
    pub misfits: Vec<String>,
}

impl Model {
    /// A model, or an open choice, by the name of its type.
    #[must_use]
    pub const fn of<T: Item + Default>(name: &'static str) -> Self {
        Self { name, again: again::<T> }
    }
}

fn again<T: Item + Default>(json: &str) -> Result<Again, String> {
    let mut value: T = read_slice(json.as_bytes()).map_err(|error| format!("cannot be read: {error}"))?;
    let json = written(value.view());
    let misfits = match value.enter() {
        Entry::Object(object) => misfits(object),
        _ => match value.view() {
            View::Object(object) | View::Choice(object) => misfits(object),
            _ => Vec::new(),
        },
    };
    Ok(Again { json, misfits })
}

/// Reads and writes all samples of a list.
///
/// In the list a line `> v1.0/resources/user.md:20 microsoft.graph.user` stands above the JSON of each; between both, a
/// line `! reason` excepts it. An answer with a list in `value` counts as each item of it.
#[must_use]
pub fn samples(models: &[Model], list: &str) -> Report {
    let mut report = Report::default();
    for sample in list.split("\n> ").skip(1) {
        let (head, rest) = sample.split_once('\n').unwrap_or((sample, ""));
        let (place, name) = head.split_once(' ').unwrap_or((head, ""));
        let (exception, json) = match rest.strip_prefix("! ").and_then(|it| it.split_once('\n')) {
            Some((reason, json)) => (Some(reason), json),
            None => (None, rest),
        };
        let problem = match models.iter().find(|it| it.name == name) {
            Some(model) => items(json).iter().try_for_each(|item| check(model, item, &mut report)),
            None => Err(format!("there is no model of `{name}`")),
        };
        report.met.push(Met::new(place.to_owned(), problem, exception));
    }
    report
}

/// The items of an answer with a list, or the object.
fn items(json: &str) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Listed<'a> {
        #[serde(borrow)]
        value: Vec<&'a serde_json::value::RawValue>,
    }
    match serde_json::from_str::<Listed<'_>>(json) {
        Ok(listed) if listed.value.iter().all(|item| item.get().starts_with('{')) => {
            listed.value.iter().map(|item| item.get().to_owned()).collect()
        }
        _ => vec![json.to_owned()],
    }
}

fn check(model: &Model, json: &str, report: &mut Report) -> Result<(), String> {
    report.note("objects");
    let again = (model.again)(json)?;
    if !again.misfits.is_empty() {
        report.note("objects with a value that contradicts its documented type");
    }
    if same::canonical(json) == same::canonical(&again.json) {
        Ok(())
    } else {
        Err(format!("is written again as {}", again.json))
    }
}
