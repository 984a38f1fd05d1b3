//! Two states of an API as the changes between them, each with its class for who uses the generated crates.
//!
//! The class follows from what is generated: `surface` lists what a user's code can name on either side, `effect` says
//! what of it is new, gone, called or typed otherwise. `types`, `enums` and `operations` find what changed in the docs, and
//! each of these changes takes the effects that it explains. What then is left has no change of its own (a base that became
//! an open choice since a type now derives from it, a name that a new item took): `consequences` reports that. So nothing
//! that breaks goes unsaid, whatever changed in the docs.

mod change;
mod class;
mod consequences;
mod context;
mod effect;
mod enums;
mod item;
mod operations;
mod pairs;
mod piece;
mod properties;
mod rows;
mod side;
mod spelled;
mod surface;
mod types;
mod words;

pub use self::change::{Change, Detection, Element, Item, Kind, Of};
pub use self::class::{Bump, Class, Counts};

use crate::ir::Api;
use crate::names::Names;
use crate::parallel::Threads;
use crate::span::Origin;

use self::context::Context;
use self::side::Side;

/// What changed between two states of an API, by version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The versions that either side has, by name.
    pub versions: Vec<Version>,
}

/// What changed in a version of an API.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Version {
    /// Its name: `beta`.
    pub name: String,
    /// The changes: first those that break, then by item.
    pub changes: Vec<Change>,
}

impl Changes {
    /// All changes.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.versions.iter().flat_map(|it| &it.changes)
    }

    /// How many of each class.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.iter().collect()
    }

    /// What the crates' common version has to do.
    #[must_use]
    pub fn bump(&self) -> Bump {
        Bump::of(self.iter().map(|it| it.class))
    }

    /// What the model crate would have to do alone. The client crate names the models in all that it has, so for it the
    /// answer is that of both.
    #[must_use]
    pub fn bump_of_models(&self) -> Bump {
        Bump::of(self.iter().filter_map(|it| it.models))
    }
}

impl Version {
    /// How many of each class.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.changes.iter().collect()
    }

    /// What the crates' version has to do for this version of the API.
    #[must_use]
    pub fn bump(&self) -> Bump {
        Bump::of(self.changes.iter().map(|it| it.class))
    }
}

/// Compares two states of the same versions; types in `root` (`microsoft.graph`) are named without a prefix.
#[must_use]
pub fn compare(old: &[Api], new: &[Api], root: &str) -> Changes {
    let mut names: Vec<&str> = old.iter().chain(new).map(|it| it.version.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let find = |all: &'_ [Api], name: &str| all.iter().position(|it| it.version == name);
    let version = |name: &&str| Version {
        name: (*name).to_owned(),
        changes: match (find(old, name), find(new, name)) {
            (Some(before), Some(after)) => between(&old[before], &new[after], root),
            (Some(before), None) => vec![whole(&old[before], Kind::Removed)],
            (None, Some(after)) => vec![whole(&new[after], Kind::Added)],
            (None, None) => Vec::new(),
        },
    };
    Changes { versions: names.iter().map(version).collect() }
}

/// That a version came or went.
fn whole(api: &Api, kind: Kind) -> Change {
    let module = crate::names::version(&api.version);
    let (class, what, why) = match kind {
        Kind::Added => (Class::Compatible, "new version", format!("the module and the feature `{module}` are new")),
        _ => (Class::Breaking, "version removed", format!("the module and the feature `{module}` are gone")),
    };
    let pages = api.types.values().map(|it| &it.origin).chain(api.operations.iter().map(|it| &it.origin));
    Change {
        class,
        models: Some(class),
        detection: Detection::Compiler,
        item: Item { of: Of::Version, name: api.version.clone() },
        element: Element::Whole,
        kind,
        what: what.to_owned(),
        why,
        origin: pages.min().cloned().unwrap_or_else(|| Origin { page: api.version.clone(), line: 1, column: 1 }),
    }
}

fn between(old: &Api, new: &Api, root: &str) -> Vec<Change> {
    let names = [old, new].map(|api| Names::new(api, root, Threads::default()));
    let sides = [Side::new(old, &names[0]), Side::new(new, &names[1])];
    let mut cx = Context::new(&sides[0], &sides[1]);
    types::find(&mut cx);
    enums::find(&mut cx);
    operations::find(&mut cx);
    consequences::find(&mut cx);
    cx.into_changes()
}

#[cfg(test)]
mod tests;
