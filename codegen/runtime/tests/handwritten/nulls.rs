//! Documented members that came as null, which an extra holds as numbers and shows as entries.

use ::tablewright_runtime as rt;
use serde_json::{Value, json};

use super::models::{AnyPolicy, Device, Policy};
use super::{read, through, write};

#[test]
fn they_are_entries() {
    let mut device: Device = through(&json!({"x": 1, "tags": null, "id": null, "count": "y"}));
    let names = |extra: &rt::Extra| extra.iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        (names(&device.extra), device.extra.len()),
        (vec!["x".into(), "count".into(), "id".into(), "tags".into()], 4)
    );
    assert_eq!(device.extra.get("tags"), Some(&Value::Null));
    assert_eq!(device.extra.insert("id", 7), Some(Value::Null), "another value takes the place of null");
    assert_eq!(device.extra.remove("tags"), Some(Value::Null));
    assert_eq!((device.extra.remove("tags"), device.extra.get("day")), (None, None));
    assert_eq!(write(&device), json!({"x": 1, "id": 7, "count": "y"}));
}

#[test]
fn they_are_equal_to_entries_that_were_put_in() {
    let came: Device = read(&json!({"id": null, "tags": null}));
    let mut made = Device::default();
    assert_ne!(came, made);
    made.extra.insert("tags", Value::Null);
    made.extra.insert("id", Value::Null);
    assert_eq!((&came, &made), (&made, &came));
    made.extra.insert("id", 1);
    assert_ne!(came, made);
    assert_eq!(format!("{came:?}"), r#"device { extra: {"id": null, "tags": null} }"#);
}

#[test]
fn of_members_that_come_twice_the_last_counts() {
    for (text, last) in [
        (r#"{"count": null, "count": 1}"#, json!({"count": 1})),
        (r#"{"count": 1, "count": null}"#, json!({"count": null})),
        (r#"{"count": null, "count": "x"}"#, json!({"count": "x"})),
        (r#"{"count": "x", "id": "a", "count": null}"#, json!({"id": "a", "count": null})),
    ] {
        let device: Device = serde_json::from_str(text).expect("an object");
        assert_eq!((write(&device), device.extra.iter().count()), (last, device.extra.len()), "{text}");
    }
}

#[test]
fn a_type_found_late_keeps_them() {
    let policy: AnyPolicy =
        through(&json!({"id": null, "minimum": null, "@odata.type": "#microsoft.graph.androidPolicy"}));
    let AnyPolicy::AndroidPolicy(policy) = policy else { panic!("{policy:?}") };
    assert_eq!(policy.extra.get("minimum"), Some(&Value::Null));
}

#[test]
fn they_go_with_an_extra_to_another_type() {
    let device: Device = read(&json!({"id": null, "day": null, "version": 3, "holders": null}));
    let mut policy = Policy { extra: device.extra, ..Policy::default() };
    let text = serde_json::to_string(&policy).expect("any model can be written");
    assert_eq!(text, r#"{"id":null,"version":3,"holders":null,"day":null}"#);
    policy.id = Some("1".into());
    policy.version = Some(4);
    let text = serde_json::to_string(&policy).expect("any model can be written");
    assert_eq!(text, r#"{"id":"1","version":4,"holders":null,"day":null}"#, "a field with a value beats an entry");
}

#[test]
fn what_is_put_in_under_the_name_of_a_field_is_written_in_its_place() {
    let mut device: Device = read(&json!({"@odata.etag": "e", "new": 1, "tags": null}));
    device.extra.insert("id", 7);
    let text = serde_json::to_string(&device).expect("any model can be written");
    assert_eq!(text, r#"{"@odata.etag":"e","id":7,"tags":null,"new":1}"#);
}
