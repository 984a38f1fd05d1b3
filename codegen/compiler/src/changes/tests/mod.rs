//! The classes follow from what is emitted: so the surface that is compared has to be just that.

mod emitted;

use std::collections::BTreeSet;
use std::path::Path;

use super::side::Side;
use super::surface::surface;
use super::{Bump, Class, compare};
use crate::emit::{Options, sample};
use crate::ir::Api;
use crate::names::Names;
use crate::{Config, Threads, load};

/// Path and type of each piece of the surface.
fn surface_of(api: &Api) -> BTreeSet<(String, String)> {
    let names = Names::new(api, "microsoft.graph", Threads::default());
    let side = Side::new(api, &names);
    let number = |it: &crate::ir::Operation| api.operations.iter().position(|other| std::ptr::eq(other, it)).unwrap();
    surface(&side, number).into_values().map(|it| (it.path, it.text)).collect()
}

#[test]
fn the_surface_is_what_is_emitted() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    let config = Config { docs, ..Config::default() };
    let versions = ["beta", "v1.0"].map(|version| load(&config, version).unwrap().api);
    for api in versions.iter().chain([&sample::api()]) {
        let (surface, emitted) = (surface_of(api), emitted::surface(api, &Options::default()));
        let only = |these: &BTreeSet<_>, others: &BTreeSet<_>| these.difference(others).cloned().collect::<Vec<_>>();
        assert_eq!(only(&surface, &emitted), only(&emitted, &surface), "not emitted; not in the surface");
        assert!(surface.len() > 100, "{}", surface.len());
    }
}

#[test]
fn what_is_the_same_changes_nothing() {
    let api = [sample::api()];
    assert_eq!(compare(&api, &api, "microsoft.graph").bump(), Bump::None);
}

#[test]
fn every_effect_is_said_in_some_change() {
    // Each property, member, line and header in its turn is taken from an API that has one of everything.
    let whole = [sample::api()];
    let mut seen = 0;
    for part in without_one(&whole[0]) {
        let gone = surface_of(&whole[0]).difference(&surface_of(&part)).count();
        let part = [part];
        let changes = compare(&whole, &part, "microsoft.graph");
        let is_breaking = changes.counts().of(Class::Breaking) > 0;
        assert_eq!(is_breaking, gone > 0, "{changes:#?}");
        seen += 1;
    }
    assert!(seen > 40, "{seen}");
}

/// The API without one of its parts, for each of them.
fn without_one(whole: &Api) -> Vec<Api> {
    let mut all = Vec::new();
    let mut push = |change: &dyn Fn(&mut Api)| {
        let mut part = whole.clone();
        change(&mut part);
        all.push(part);
    };
    for (name, ty) in &whole.types {
        push(&|api| ty.base.iter().for_each(|_| api.types.get_mut(name).unwrap().base = None));
        push(&|api| api.types.get_mut(name).unwrap().open ^= true);
        for at in 0..ty.properties.len() {
            push(&|api| drop(api.types.get_mut(name).unwrap().properties.remove(at)));
            push(&|api| api.types.get_mut(name).unwrap().properties[at].relationship ^= true);
        }
    }
    for (name, it) in &whole.enums {
        push(&|api| api.enums.get_mut(name).unwrap().flags ^= true);
        for at in 0..it.members.len() {
            push(&|api| drop(api.enums.get_mut(name).unwrap().members.remove(at)));
        }
    }
    for (number, it) in whole.operations.iter().enumerate() {
        push(&|api| drop(api.operations.remove(number)));
        push(&|api| api.operations[number].headers.clear());
        for at in 0..it.body.properties.len() {
            push(&|api| drop(api.operations[number].body.properties.remove(at)));
        }
        for at in 1..it.lines.len() {
            push(&|api| drop(api.operations[number].lines.remove(at)));
        }
    }
    all
}

#[test]
fn the_next_version_is_as_cargo_counts() {
    let next = |version| [Bump::None, Bump::Patch, Bump::Minor, Bump::Major].map(|it| it.next(version).unwrap());
    assert_eq!(next("0.0.3"), ["0.0.3", "0.0.4", "0.0.4", "0.0.4"]);
    assert_eq!(next("0.1.2"), ["0.1.2", "0.1.3", "0.1.3", "0.2.0"]);
    assert_eq!(next("1.2.3"), ["1.2.3", "1.2.4", "1.3.0", "2.0.0"]);
    assert_eq!(Bump::Major.next("1.0.0-rc.1"), None);
}
