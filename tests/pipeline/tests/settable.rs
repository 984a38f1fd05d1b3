//! Every key that an example sends, and that neither its row nor the page of its type calls read-only, has a setter.

use std::collections::{BTreeMap, BTreeSet};

use tablewright::diagnostic::{Checks, Sink};
use tablewright::ir::{Access, Api, Operation};
use tablewright::source::{Docs, PageId};
use tablewright::{Config, dialect};
use tablewright_pipeline_tests::{corpus, root};

/// What became of the keys of examples.
#[derive(Debug, Default, PartialEq, Eq)]
struct Keys {
    /// Those with a setter, or of an open type.
    settable: usize,
    /// Keys and what is called read-only.
    fixed: usize,
    /// Those that no page knows.
    unknown: usize,
    /// Page and name of those that should have a setter.
    lost: Vec<String>,
}

/// The names that each page lists in its body without calling them read-only, read without the resolver.
fn listed(docs: &Docs) -> BTreeMap<String, BTreeSet<String>> {
    let read =
        |number: usize| dialect::graph::read(PageId(number), &docs.pages[number], Checks::All, &mut Sink::default());
    let rows = (0..docs.pages.len()).filter_map(|number| {
        let rows = read(number).update?.body.unwrap_or_default();
        let open = rows.into_iter().filter(|row| row.access == Access::Writable).map(|row| row.name.text);
        Some((docs.pages[number].path.clone(), open.collect()))
    });
    rows.collect()
}

/// What the updates of the same thing can set together.
fn setters(api: &Api) -> Vec<BTreeSet<&str>> {
    let mut all = vec![BTreeSet::new(); api.operations.len()];
    for group in api.updates() {
        let names = group.iter().flat_map(|at| api.operations[*at].body.settable()).map(|it| it.name.as_str());
        let names: BTreeSet<&str> = names.collect();
        for at in group {
            all[at].clone_from(&names);
        }
    }
    all
}

fn keys(docs: Docs) -> Keys {
    let listed = listed(&docs);
    let api = tablewright::read(&Config::default(), docs).api;
    let mut keys = Keys::default();
    for (operation, setters) in api.operations.iter().zip(setters(&api)) {
        let rows = listed.get(&operation.origin.page);
        for key in sent(operation) {
            let known =
                api.all_properties(&operation.body.ty).into_iter().find(|it| it.name == key).map(|it| it.access);
            let is_listed = rows.is_some_and(|rows| rows.contains(&key)) && known != Some(Access::Key);
            let is_open = known.is_none() && api.chain(&operation.body.ty).any(|(_, it)| it.open);
            match known {
                _ if setters.contains(key.as_str()) || is_open => keys.settable += 1,
                Some(Access::Writable) => keys.lost.push(format!("{} {key}", operation.origin.page)),
                _ if is_listed => keys.lost.push(format!("{} {key}", operation.origin.page)),
                Some(_) => keys.fixed += 1,
                None => keys.unknown += 1,
            }
        }
    }
    keys
}

fn sent(operation: &Operation) -> Vec<String> {
    let bodies = operation.examples.iter().filter_map(|it| it.request.as_ref()?.json.as_deref());
    let objects = bodies.filter_map(|it| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(it).ok());
    objects.flat_map(|it| it.keys().filter(|key| !key.contains('@')).cloned().collect::<Vec<_>>()).collect()
}

/// Keys without a setter, and why.
const EXCEPTED: [(&str, &str); 1] =
    [("beta/api/policy_update.md isOrganizationDefault", "the page of the type says `IsOrganizationDefault`")];

#[test]
fn every_key_that_may_be_sent_has_a_setter() {
    let keys = ["beta", "v1.0"].map(|it| keys(Docs::read(&root().join("docs-input"), it).expect("a folder")));
    insta::assert_debug_snapshot!(keys, @r"
    [
        Keys {
            settable: 91,
            fixed: 0,
            unknown: 0,
            lost: [],
        },
        Keys {
            settable: 43,
            fixed: 0,
            unknown: 0,
            lost: [],
        },
    ]
    ");
}

#[test]
fn every_key_that_may_be_sent_has_a_setter_in_the_real_docs() {
    let Some(corpus) = corpus() else { return };
    let counts = [("2021-07", "v1.0"), ("2021-07", "beta"), ("2017-02", "v1.0"), ("2017-02", "beta")];
    let keys = counts.map(|(date, version)| {
        let found = keys(Docs::read(&corpus.join(date), version).expect("a folder"));
        let lost: Vec<&String> = found.lost.iter().filter(|it| !EXCEPTED.iter().any(|(page, _)| page == it)).collect();
        assert!(lost.is_empty(), "{date} {version}: {lost:?}");
        (date, version, found.settable, found.fixed, found.unknown)
    });
    let expected = [
        ("2021-07", "v1.0", 2012, 65, 7),
        ("2021-07", "beta", 6946, 271, 11),
        ("2017-02", "v1.0", 103, 17, 4),
        ("2017-02", "beta", 2119, 29, 8),
    ];
    assert_eq!(keys, expected, "date, version, settable, read-only, unknown");
}
