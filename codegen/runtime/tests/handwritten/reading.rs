//! What reading makes of what comes, and that writing gives it back.

use ::tablewright_runtime as rt;
use rt::Choice;
use serde_json::{Value, json};

use super::models::{Ability, AnyPolicy, Device, Status};
use super::{read, through, write};

#[test]
fn fields_are_typed() {
    let device: Device = through(&json!({
        "id": "1", "count": -4, "size": 9_007_199_254_740_993_i64, "ratio": 0.5, "single": 0.1, "small": 255, "enabled": true,
        "created": "2017-01-01T00:02:03.0612494-08:00", "day": "2017-01-01", "time": "12:00:00.0000000", "period": "PT1H",
        "guid": "72f988bf-86f1-41af-91ab-2d7cd011db47", "binary": "aGVsbG8=", "price": 12.5, "status": "compliant",
        "abilities": "read,write", "anything": {"a": [1, null]}, "tags": ["a", "b"], "matrix": [[1], [], [2, 3]],
    }));
    assert_eq!(device.count, Some(-4));
    assert_eq!(device.size, Some(9_007_199_254_740_993));
    assert_eq!(device.single, Some(0.1));
    assert_eq!(device.status, Some(Status::Compliant));
    assert_eq!(device.abilities, Some(rt::Flags::from([Ability::Read, Ability::Write])));
    assert_eq!(device.created.map(|it| it.to_string()).as_deref(), Some("2017-01-01T00:02:03.0612494-08:00"));
    assert_eq!(device.matrix, Some(vec![vec![1], vec![], vec![2, 3]]));
    assert!(device.extra.is_empty(), "{device:?}");
}

#[test]
fn null_is_none_and_comes_back() {
    let mut device: Device =
        through(&json!({"displayName": null, "count": null, "parent": null, "tags": null, "x": null}));
    assert_eq!((&device.display_name, &device.parent), (&None, &None));
    assert_eq!(device.extra.get("count"), Some(&Value::Null));
    device.count = Some(4);
    assert_eq!(write(&device), json!({"displayName": null, "count": 4, "parent": null, "tags": null, "x": null}));
}

#[test]
fn a_value_that_does_not_fit_is_kept() {
    let json = json!({
        "displayName": 4, "count": 4.5, "small": 256, "enabled": "yes", "created": "yesterday", "guid": true,
        "parent": "x", "children": {"a": 1}, "tags": "x", "status": 3, "policy": [1], "size": {"a": {}}, "ratio": [1.5],
        "binary": "not base64!", "abilities": ["read"], "matrix": [[1], ["x"]], "id": "ok",
    });
    let device: Device = through(&json);
    assert_eq!(device.id.as_deref(), Some("ok"));
    assert_eq!(device.extra.len(), json.as_object().expect("an object").len() - 1);
    assert_eq!(device.extra.get("created"), Some(&json!("yesterday")));
    assert_eq!((device.count, device.matrix, device.parent), (None, None, None));
}

#[test]
fn a_list_with_one_misfit_is_kept_whole() {
    let json =
        json!({"tags": ["a", 1, {"b": []}], "children": [{"id": "1"}, null, {"id": "2"}], "ratios": [1, 2.5, "x", 3]});
    let device: Device = through(&json);
    assert_eq!((&device.tags, &device.children, &device.ratios), (&None, &None, &None));
    assert_eq!(device.extra.get("tags"), json.get("tags"));
}

#[test]
fn a_misfit_deep_inside_stays_there() {
    let device: Device = through(&json!({"children": [{"id": "1", "parent": {"count": "x", "id": "2"}}]}));
    let child = &device.children.expect("a list")[0];
    let parent = child.parent.as_ref().expect("an object");
    assert_eq!((parent.id.as_deref(), parent.count), (Some("2"), None));
    assert_eq!(parent.extra.get("count"), Some(&json!("x")));
}

#[test]
fn numbers_are_written_as_they_came() {
    let mut device: Device = through(&json!({"ratio": 4, "size": "9007199254740993", "ratios": [1, 2.5, "INF", 3.0]}));
    assert_eq!((device.ratio, device.size), (Some(4.0), Some(9_007_199_254_740_993)));
    assert_eq!(device.ratios.as_deref(), Some(&[1.0, 2.5, f64::INFINITY, 3.0][..]));
    device.ratio = Some(5.0);
    device.size = Some(1);
    device.ratios = Some(vec![0.5]);
    assert_eq!(write(&device), json!({"ratio": 5.0, "size": 1, "ratios": [0.5]}));
    let whole: Device = through(&json!({"ratio": 4.0, "single": 3, "price": "1.50"}));
    assert!(whole.extra.is_empty(), "what a field says in other words is not beside it");
    device.ratio = None;
    device.size = None;
    assert_eq!(write(&device), json!({"ratios": [0.5]}));
}

#[test]
fn what_no_number_says_is_a_word() {
    for (text, value) in [("INF", f64::INFINITY), ("-INF", f64::NEG_INFINITY)] {
        let device: Device = through(&json!({"ratio": text, "single": text}));
        assert_eq!((device.ratio, device.extra.len()), (Some(value), 0));
    }
    let device: Device = through(&json!({"ratio": "NaN"}));
    assert!(device.ratio.is_some_and(f64::is_nan));
    let device: Device = through(&json!({"ratio": u64::MAX, "size": u64::MAX, "single": 1e300}));
    assert_eq!((device.size, device.single), (None, Some(f32::INFINITY)));
}

#[test]
fn unknown_members_and_annotations_are_kept_in_order() {
    let text = r##"{"@odata.etag":"W/1","zeta":{"b":1,"a":2},"id":"1","tags@odata.count":2,"tags":["a"],"alpha":null,"@odata.type":"#microsoft.graph.device"}"##;
    let device: Device = serde_json::from_str(text).expect("an object");
    let names: Vec<_> = device.extra.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["@odata.etag", "zeta", "tags@odata.count", "alpha", "@odata.type"]);
    assert_eq!(device.extra.odata_type(), Some("microsoft.graph.device"));
    let names_written: Vec<String> = names_of(&serde_json::to_string(&device).expect("JSON"));
    assert_eq!(names_written, ["@odata.type", "@odata.etag", "id", "tags", "zeta", "tags@odata.count", "alpha"]);
}

/// The names of an object's members in the order of the text.
fn names_of(text: &str) -> Vec<String> {
    struct Names;
    impl<'de> serde::de::Visitor<'de> for Names {
        type Value = Vec<String>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
            let mut names = Vec::new();
            while let Some((name, _)) = map.next_entry::<String, serde::de::IgnoredAny>()? {
                names.push(name);
            }
            Ok(names)
        }
    }
    serde::Deserializer::deserialize_map(&mut serde_json::Deserializer::from_str(text), Names).expect("an object")
}

#[test]
fn of_a_name_that_comes_twice_the_last_counts() {
    for (text, expected) in [
        (r#"{"count":1,"count":2}"#, json!({"count": 2})),
        (r#"{"count":"x","count":2}"#, json!({"count": 2})),
        (r#"{"count":2,"count":"x"}"#, json!({"count": "x"})),
        (r#"{"count":2,"id":"1","count":null}"#, json!({"count": null, "id": "1"})),
        (r#"{"count":"x","id":"1","count":2,"id":2,"id":"3"}"#, json!({"count": 2, "id": "3"})),
        (r#"{"count":null,"count":null,"a":1,"b":2,"a":3}"#, json!({"count": null, "a": 3, "b": 2})),
        (r#"{"tags":["a"],"tags":["b"],"@odata.type":1,"@odata.type":2}"#, json!({"tags": ["b"], "@odata.type": 2})),
    ] {
        let device: Device = serde_json::from_str(text).expect("an object");
        assert_eq!(write(&device), expected, "{text}");
        assert_eq!(device, read(&expected), "{text}");
    }
}

#[test]
fn enums_are_open() {
    let device: Device = through(&json!({
        "status": "future", "statuses": ["compliant", "x", ""], "abilities": "read, execute,write",
    }));
    assert_eq!(device.status, Some(Status::Other("future".to_owned())));
    assert_eq!(device.statuses.map(|it| it.len()), Some(3));
    let abilities = device.abilities.expect("a set");
    assert_eq!(abilities.to_vec(), [Ability::Read, Ability::Other("execute".to_owned()), Ability::Write]);
    assert_eq!(through::<Device>(&json!({"abilities": ""})).abilities, Some(rt::Flags::new()));
}

#[test]
fn a_choice_is_told_by_its_type() {
    let first = json!({"@odata.type": "#microsoft.graph.androidPolicy", "id": "1", "minimum": 4});
    let AnyPolicy::AndroidPolicy(policy) = through(&first) else { panic!("another type") };
    assert_eq!((policy.minimum, policy.id.as_deref()), (Some(4.0), Some("1")));

    let text = r##"{"minimum":4,"@odata.etag":"1","id":"1","version":"x","odd":1,"@odata.type":"#microsoft.graph.androidPolicy","version":2}"##;
    let late: AnyPolicy = serde_json::from_str(text).expect("an object");
    let AnyPolicy::AndroidPolicy(policy) = &late else { panic!("another type") };
    assert_eq!((policy.minimum, policy.id.as_deref(), policy.version), (Some(4.0), Some("1"), Some(2)));
    assert_eq!(policy.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["@odata.etag", "odd", "@odata.type"]);
    assert_eq!(
        write(&late),
        json!({"@odata.type": "#microsoft.graph.androidPolicy", "minimum": 4, "@odata.etag": "1", "id": "1", "version": 2, "odd": 1})
    );
}

#[test]
fn an_undocumented_type_is_kept_in_the_base() {
    let json = json!({"@odata.type": "#microsoft.graph.futurePolicy", "id": "1", "minimum": 4, "inner": {"a": 1}});
    let any: AnyPolicy = through(&json);
    let AnyPolicy::Policy(policy) = &any else { panic!("another type") };
    assert_eq!((policy.id.as_deref(), policy.extra.odata_type()), (Some("1"), Some("microsoft.graph.futurePolicy")));
    for odd in
        [json!({"@odata.type": null}), json!({"@odata.type": ["#microsoft.graph.androidPolicy"]}), json!({"id": "1"})]
    {
        assert_eq!(through::<AnyPolicy>(&odd).object().shape().name, "microsoft.graph.policy");
    }
    through::<AnyPolicy>(&json!({"@odata.type": "microsoft.graph.policy", "id": 5}));
}

#[test]
fn choices_stand_in_fields_and_lists() {
    let device: Device = through(&json!({
        "policy": {"@odata.type": "#microsoft.graph.androidPolicy", "inner": {"minimum": 1, "@odata.type": "#microsoft.graph.androidPolicy"}},
        "policies": [{"@odata.type": "#microsoft.graph.androidPolicy", "minimum": 1.5}, {"version": 3}],
    }));
    let Some([AnyPolicy::AndroidPolicy(one), AnyPolicy::Policy(two)]) = device.policies.as_deref() else {
        panic!("other types")
    };
    assert_eq!((one.minimum, two.version), (Some(1.5), Some(3)));
}

#[test]
fn nesting_of_a_hundred_levels_works() {
    let mut json = json!({"id": "innermost"});
    let mut choice = json!({"version": 1});
    for _ in 0..100 {
        json = json!({"count": 1, "parent": json});
        choice = json!({"@odata.type": "#microsoft.graph.androidPolicy", "inner": choice});
    }
    let device: Device = through(&json);
    assert_eq!(device.clone(), device);
    assert!(format!("{device:?}").contains("innermost"));
    through::<AnyPolicy>(&choice);
}

#[test]
fn nesting_without_end_is_an_error() {
    let text = format!("{}{}", r#"{"parent":"#.repeat(100_000), "}".repeat(100_000));
    assert!(serde_json::from_str::<Device>(&text).is_err_and(|error| error.to_string().contains("recursion limit")));
}

#[test]
fn what_is_no_object_or_no_json_is_an_error() {
    let error = serde_json::from_str::<Device>("[]").expect_err("no object");
    assert!(error.to_string().contains("an object, microsoft.graph.device"), "{error}");
    assert!(serde_json::from_str::<AnyPolicy>("3").is_err());
    assert!(serde_json::from_str::<Device>(r#"{"id":"1","count":}"#).is_err());
    assert!(serde_json::from_str::<Status>("3").is_err());
    assert_eq!(read::<Status>(&json!("compliant")), Status::Compliant);
}
