//! Comparing, printing and copying.

use ::tablewright_runtime as rt;
use serde_json::json;

use super::models::{AndroidPolicy, AnyPolicy, Device, Policy, Status};
use super::{read, write};

#[test]
fn equality_looks_at_every_field() {
    let json =
        json!({"id": "1", "count": 4, "created": "2017-01-01T00:00:00Z", "tags": ["a"], "parent": {"id": "2"}, "x": 1});
    let device: Device = read(&json);
    assert_eq!(device, read(&json));
    assert_eq!(device, device.clone());
    for other in [
        json!({"id": "1", "count": 4, "created": "2017-01-01T00:00:00Z", "tags": ["a"], "parent": {"id": "2"}, "x": 2}),
        json!({"id": "1", "count": 4, "created": "2017-01-01T00:00:00Z", "tags": ["a"], "parent": {"id": "3"}, "x": 1}),
        json!({"id": "1", "count": 4, "created": "2017-01-01T00:00:00Z", "tags": ["a", "b"], "parent": {"id": "2"}, "x": 1}),
        json!({"id": "1", "count": 4, "created": "2017-01-01T00:00:01Z", "tags": ["a"], "parent": {"id": "2"}, "x": 1}),
        json!({"id": "1", "created": "2017-01-01T00:00:00Z", "tags": ["a"], "parent": {"id": "2"}, "x": 1}),
    ] {
        assert_ne!(device, read(&other), "{other}");
    }
    assert_ne!(AnyPolicy::from(Policy::default()), AnyPolicy::from(AndroidPolicy::default()));
}

#[test]
fn a_copy_is_written_as_the_original_is() {
    let json = json!({
        "@odata.context": "x", "id": "1", "count": "4", "created": "2017-01-01T00:00:00.0612494-08:00", "tags": ["a", "b"],
        "status": "newer", "ratios": [1, 2.5], "parent": {"id": "2", "odd": null}, "new": {"a": [1, {}]},
        "policy": {"@odata.type": "#microsoft.graph.androidPolicy", "version": 3},
    });
    let device: Device = read(&json);
    let copy = device.clone();
    assert_eq!(copy, device);
    assert_eq!(write(&copy), write(&device));
    assert_eq!(write(&copy), json);
    assert_eq!(AnyPolicy::from(AndroidPolicy::default()).clone(), AnyPolicy::from(AndroidPolicy::default()));
}

#[test]
fn a_copy_of_a_value_is_the_value_and_not_what_its_text_would_be_read_as() {
    let statuses = Some(vec![Status::Other("compliant".to_owned()), Status::Unknown]);
    let price = serde_json::from_str("\"0.10\"").expect("a decimal");
    let child = Device { statuses, price: Some(price), ..Device::default() };
    let device = Device {
        status: Some(Status::Other("unknown".to_owned())),
        ratio: Some(-0.0),
        anything: Some(json!(null)),
        matrix: Some(vec![vec![], vec![1]]),
        children: Some(vec![child, Device::default()]),
        ..Device::default()
    };
    let copy = device.clone();
    assert_eq!(write(&copy), write(&device));
    assert!(matches!(&copy.status, Some(Status::Other(it)) if it == "unknown"));
    assert!(copy.ratio.is_some_and(f64::is_sign_negative));
    assert_eq!((copy.anything, copy.matrix), (Some(json!(null)), Some(vec![vec![], vec![1]])));
    let children = copy.children.expect("it was copied");
    assert!(matches!(children[0].statuses.as_deref(), Some([Status::Other(it), Status::Unknown]) if it == "compliant"));
    assert_eq!(children[1], Device::default());
}

#[test]
fn debug_shows_what_is_there_and_hides_secrets() {
    let device: Device = read(&json!({
        "id": "1", "count": 4, "clientSecret": "hunter2", "status": "compliant", "created": "2017-01-01T00:00:00Z",
        "policy": {"@odata.type": "#microsoft.graph.androidPolicy"}, "ratios": [1.5], "accessToken": "hunter3",
        "odd": [{"passwordHash": "hunter4", "a": null}],
    }));
    assert_eq!(
        format!("{device:?}"),
        r##"device { id: "1", count: 4, created: 2017-01-01T00:00:00Z, status: compliant, ratios: [1.5], policy: androidPolicy { extra: {"@odata.type": "#microsoft.graph.androidPolicy"} }, clientSecret: <redacted>, extra: {"accessToken": <redacted>, "odd": [{"passwordHash": <redacted>, "a": null}]} }"##
    );
    assert_eq!(format!("{:?} {:?}", Status::Compliant, Status::from("x")), r#"compliant "x""#);
    assert_eq!(format!("[{:>10}]", Status::Compliant), "[ compliant]");
}

#[test]
fn a_derived_type_in_a_choice_says_its_type() {
    let policy = AndroidPolicy { version: Some(1), ..AndroidPolicy::default() };
    assert_eq!(write(&policy), json!({"version": 1}));
    let any = AnyPolicy::from(policy);
    assert_eq!(write(&any), json!({"@odata.type": "#microsoft.graph.androidPolicy", "version": 1}));
    assert!(serde_json::to_string(&any).is_ok_and(|text| text.starts_with(r#"{"@odata.type""#)));
    assert_eq!(write(&AnyPolicy::default()), json!({}));
}

#[test]
fn extra_is_an_ordered_map() {
    let mut extra = rt::Extra::new();
    assert_eq!(extra.insert("b", 1), None);
    assert_eq!(extra.insert(String::from("a"), "x"), None);
    assert_eq!(extra.insert("b", json!(null)), Some(json!(1)));
    assert_eq!(extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b", "a"]);
    let mut turned = rt::Extra::new();
    turned.insert("a", "x");
    turned.insert("b", json!(null));
    assert_eq!(extra, turned);
    assert_eq!(extra.remove("b"), Some(json!(null)));
    assert_ne!(extra, turned);
    assert_eq!((extra.len(), extra.is_empty(), extra.get("c")), (1, false, None));
}

#[test]
fn everything_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Device>();
    shared::<AnyPolicy>();
    shared::<super::patches::DevicePatch>();
}
