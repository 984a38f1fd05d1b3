//! Any JSON object goes through a model and comes back.

use ::tablewright_runtime as rt;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::models::{AnyPolicy, Device};
use super::patches::DevicePatch;
use super::through;

/// Names that mean something to the types, and some that do not.
fn name() -> impl Strategy<Value = String> {
    let members = <Device as rt::Model>::SHAPE.members;
    prop_oneof![
        8 => prop::sample::select(members).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["minimum", "inner", "version", "@odata.type", "@odata.etag", "tags@odata.count"]).prop_map(str::to_owned),
        1 => ".{0,3}",
    ]
}

/// Texts that some type takes, and some that none does.
fn text() -> impl Strategy<Value = String> {
    let known = vec![
        "#microsoft.graph.androidPolicy",
        "microsoft.graph.policy",
        "#x",
        "compliant",
        "read,write",
        "read, write",
        "NaN",
        "INF",
        "4",
        "-04",
        "2017-01-01T00:02:03.0612494-08:00",
        "2017-01-01t00:00:00z",
        "2017-01-01",
        "12:00:00.5",
        "PT1H",
        "P1DT0.5S",
        "72f988bf-86f1-41af-91ab-2d7cd011db47",
        "72F988BF-86F1-41AF-91AB-2D7CD011DB47",
        "aGVsbG8=",
        "aGVsbG8",
        "12.50",
        "1e400",
    ];
    prop_oneof![4 => prop::sample::select(known).prop_map(str::to_owned), 1 => ".{0,4}"]
}

fn json() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-300_i64..300).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<f32>().prop_map(Value::from),
        (-8..8).prop_map(|eighths| Value::from(f64::from(eighths) / 8.0)),
        text().prop_map(Value::from),
    ];
    scalar.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            3 => prop::collection::vec((name(), inner), 0..8).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn object() -> impl Strategy<Value = Value> {
    prop::collection::vec((name(), json()), 0..12).prop_map(|members| Value::Object(Map::from_iter(members)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_model_changes_nothing(json in object()) {
        let device = through::<Device>(&json);
        let _ = format!("{device:?}");
    }

    #[test]
    fn a_choice_changes_nothing(json in object()) {
        through::<AnyPolicy>(&json);
    }

    /// The text has its members in any order, so that the type comes at any place.
    #[test]
    fn the_order_does_not_matter(members in prop::collection::vec((name(), json()), 0..8), turn in 0_usize..8) {
        let object: Map<_, _> = members.into_iter().collect();
        let mut parts: Vec<_> = object.iter().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str()))).collect();
        let count = parts.len().max(1);
        parts.rotate_left(turn % count);
        let policy: AnyPolicy = serde_json::from_str(&format!("{{{}}}", parts.join(","))).expect("an object");
        prop_assert_eq!(super::write(&policy), Value::Object(object.clone()));
        prop_assert_eq!(super::write(&policy.clone()), Value::Object(object));
    }

    #[test]
    fn a_difference_makes_one_of_the_other(old in object(), new in object()) {
        let (old, new) = (super::read::<Device>(&old), super::read::<Device>(&new));
        let patch = DevicePatch::diff(&old, &new);
        for (name, value) in patch.iter() {
            let wanted = super::write(&new).get(name).cloned().unwrap_or_default();
            let field_only = value.as_f64() == wanted.as_f64() || value.is_number() != wanted.is_number();
            prop_assert!(*value == wanted || field_only || value.is_array() || value.is_string(), "{}: {} {}", name, value, wanted);
        }
        prop_assert!(DevicePatch::diff(&new, &new).is_empty() || patch.to_string().contains("NaN") || super::write(&new).to_string().contains("NaN"));
    }
}
