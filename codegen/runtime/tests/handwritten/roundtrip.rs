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
        let patch = DevicePatch::diff(&old, &new).unwrap_or_else(rt::DiffError::into_patch);
        for (name, value) in patch.iter() {
            let wanted = super::write(&new).get(name).cloned().unwrap_or_default();
            let field_only = value.as_f64() == wanted.as_f64() || value.is_number() != wanted.is_number();
            let is_merged = value.is_object() && wanted.is_object();
            prop_assert!(*value == wanted || field_only || is_merged || value.is_array() || value.is_string(), "{}: {} {}", name, value, wanted);
        }
        prop_assert!(DevicePatch::diff(&new, &new).is_ok_and(|patch| patch.is_empty()));
    }

    /// Any field of any object in a model is set, cleared or replaced: what is written and sent is that, and nothing else.
    #[test]
    fn one_change_changes_one_thing(
        json in object(),
        place in prop_oneof![Just(Place::Top), Just(Place::Parent), Just(Place::Child)],
        field in prop::sample::select(FIELDS),
        value in json(),
    ) {
        let old = super::read::<Device>(&json);
        let mut new = old.clone();
        let Some(target) = place.of(&mut new) else { return Ok(()) };
        let (name, copy) = field;
        let mut donor = super::read::<Device>(&Value::Object(Map::from_iter([(name.to_owned(), value)])));
        donor.extra = rt::Extra::new();
        let before = super::write(target);
        let was = target.clone();
        copy(target, &donor);
        let after = super::write(&*target);
        let is_same = *target == was;
        let mut expected = before.clone();
        let wanted = super::write(&donor).get(name).cloned();
        match (&wanted, &mut expected) {
            _ if is_same => {}
            (Some(wanted), Value::Object(members)) => _ = members.insert(name.to_owned(), wanted.clone()),
            (None, Value::Object(members)) => _ = members.remove(name),
            _ => unreachable!("a model is an object"),
        }
        prop_assert_eq!(&after, &expected);
        let diff = DevicePatch::diff(&old, &new);
        if is_same {
            prop_assert!(diff.is_ok_and(|patch| patch.is_empty()));
        } else if place == Place::Top {
            let settable = <DevicePatch as rt::Patch>::SHAPE.why_left_out(name).is_none();
            prop_assert_eq!(diff.is_ok(), settable, "{}", name);
            let patch = diff.unwrap_or_else(rt::DiffError::into_patch);
            prop_assert_eq!(patch.len(), usize::from(settable));
            prop_assert!(!settable || wanted.is_some() || patch.get(name) == Some(&Value::Null));
        } else {
            let patch = diff.expect("parent and children can be set");
            let sent = patch.iter().next().map(|(name, value)| (name.to_owned(), value.clone()));
            let (top, sent) = sent.expect("one thing changed");
            let inside = if place == Place::Child { sent.get(0).cloned().unwrap_or_default() } else { sent };
            prop_assert_eq!((patch.len(), top.as_str()), (1, place.name()));
            match wanted {
                Some(_) => prop_assert!(inside.get(name).is_some()),
                None if place == Place::Parent => prop_assert_eq!(inside.get(name), Some(&Value::Null)),
                None => prop_assert_eq!(inside.get(name), None),
            }
        }
    }
}

/// Where in a model something is changed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Top,
    Parent,
    Child,
}

impl Place {
    fn of(self, device: &mut Device) -> Option<&mut Device> {
        match self {
            Self::Top => Some(device),
            Self::Parent => device.parent.as_deref_mut(),
            Self::Child => device.children.as_mut()?.first_mut(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Parent => "parent",
            Self::Child => "children",
        }
    }
}

type Field = (&'static str, fn(&mut Device, &Device));

macro_rules! all_fields {
    ($($name:literal $field:ident)*) => { &[$(($name, |to, from| to.$field = from.$field.clone())),*] };
}

const FIELDS: &[Field] = all_fields!(
    "id" id "displayName" display_name "count" count "size" size "ratio" ratio "single" single "small" small
    "enabled" enabled "created" created "day" day "time" time "period" period "guid" guid "binary" binary
    "price" price "status" status "abilities" abilities "anything" anything "parent" parent "children" children
    "tags" tags "ratios" ratios "matrix" matrix "statuses" statuses "policy" policy "policies" policies
    "clientSecret" client_secret
);
