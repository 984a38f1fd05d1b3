//! What setters take and what is sent.

use ::tablewright_runtime as rt;
use rt::IntoPatch;
use serde_json::json;

use super::models::{Ability, AndroidPolicy, AnyPolicy, Device, Status};
use super::patches::{AndroidPolicyPatch, DevicePatch};
use super::read;

fn sent(patch: &DevicePatch) -> serde_json::Value {
    let text = patch.to_string();
    assert_eq!(serde_json::to_string(patch).ok().as_deref(), Some(text.as_str()));
    assert_eq!(rt::Json::from(patch.clone()), serde_json::from_str::<rt::Json>(&text).expect("JSON"));
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn a_property_has_three_states() {
    assert_eq!(DevicePatch::new().to_string(), "{}");
    assert!(DevicePatch::new().is_empty());
    assert_eq!(DevicePatch::new().count(4).to_string(), r#"{"count":4}"#);
    assert_eq!(DevicePatch::new().count(None).to_string(), r#"{"count":null}"#);
    assert_eq!(DevicePatch::new().count(Some(4)).to_string(), r#"{"count":4}"#);
    assert_eq!(DevicePatch::new().count(1).count(None).count(2).to_string(), r#"{"count":2}"#);
}

#[test]
fn every_kind_of_value_needs_no_conversion() {
    let owned = String::from("y");
    let patch = DevicePatch::new()
        .display_name("n")
        .size(1 << 40)
        .ratio(4)
        .created("2017-01-01T00:00:00Z".parse::<rt::DateTimeOffset>().expect("a time"))
        .status(Status::Compliant)
        .abilities([Ability::Read, Ability::Write])
        .anything(json!({"a": null}))
        .tags(["x", &owned])
        .matrix([[1, 2], [3, 4]])
        .statuses(vec![Status::Compliant])
        .client_secret(owned.clone());
    assert_eq!(
        sent(&patch),
        json!({
            "displayName": "n", "size": 1_099_511_627_776_i64, "ratio": 4, "created": "2017-01-01T00:00:00Z",
            "status": "compliant", "abilities": "read,write", "anything": {"a": null}, "tags": ["x", "y"],
            "matrix": [[1, 2], [3, 4]], "statuses": ["compliant"], "clientSecret": "y",
        })
    );
    assert!(!format!("{patch:?}").contains("\"y\"}"), "{patch:?}");
    let list = vec![owned.clone()];
    let patch = DevicePatch::new()
        .display_name(&owned)
        .display_name(Some(owned.clone()))
        .ratio(4.5)
        .ratio(None)
        .abilities(Ability::Read)
        .abilities(None)
        .anything(None)
        .tags(vec![owned.clone()])
        .tags(&[owned][..])
        .tags(&list)
        .tags(None)
        .tags(Vec::<String>::new())
        .matrix(vec![vec![1]])
        .statuses(None)
        .policies(None)
        .parent(None);
    assert_eq!(
        patch.to_string(),
        r#"{"displayName":"y","ratio":null,"abilities":null,"anything":null,"parent":null,"tags":[],"matrix":[[1]],"statuses":null,"policies":null}"#
    );
}

#[test]
fn builders_and_models_nest() {
    let parent = Device { count: Some(1), ..Device::default() };
    let inner = DevicePatch::new().count(None).display_name("inner");
    assert_eq!(
        sent(&DevicePatch::new().parent(inner.clone())),
        json!({"parent": {"displayName": "inner", "count": null}})
    );
    assert_eq!(sent(&DevicePatch::new().parent(&parent)), json!({"parent": {"count": 1}}));
    assert_eq!(sent(&DevicePatch::new().parent(Box::new(parent.clone()))), json!({"parent": {"count": 1}}));
    assert_eq!(sent(&DevicePatch::new().parent(Some(parent.clone()))), json!({"parent": {"count": 1}}));
    let expected = json!({"children": [{"displayName": "inner", "count": null}, {"count": 3}]});
    assert_eq!(sent(&DevicePatch::new().children([inner.clone(), DevicePatch::new().count(3)])), expected);
    assert_eq!(sent(&DevicePatch::new().children(vec![inner, DevicePatch::new().count(3)])), expected);
    assert_eq!(sent(&DevicePatch::new().children(vec![parent])), json!({"children": [{"count": 1}]}));
}

#[test]
fn a_derived_type_names_itself_first() {
    let policy = AndroidPolicyPatch::new().minimum(None).version(2);
    let text = r##"{"@odata.type":"#microsoft.graph.androidPolicy","version":2,"minimum":null}"##;
    assert_eq!(policy.to_string(), text);
    assert_eq!(AndroidPolicyPatch::default().to_string(), r##"{"@odata.type":"#microsoft.graph.androidPolicy"}"##);
    assert!(AndroidPolicyPatch::default().is_empty());
    let nested = json!({"@odata.type": "#microsoft.graph.androidPolicy", "version": 2, "minimum": null});
    assert_eq!(sent(&DevicePatch::new().policy(policy.clone())), json!({"policy": nested}));
    assert_eq!(sent(&DevicePatch::new().policies([policy.clone()])), json!({"policies": [nested]}));
    let model = AndroidPolicy { version: Some(1), ..AndroidPolicy::default() };
    let nested = json!({"@odata.type": "#microsoft.graph.androidPolicy", "version": 1});
    assert_eq!(sent(&DevicePatch::new().policy(AnyPolicy::from(model))), json!({"policy": nested}));
    let own = policy.raw("@odata.type", "#own").raw("z", 1).raw("a", 2).raw("minimum", 3);
    assert_eq!(own.to_string(), r##"{"@odata.type":"#own","version":2,"minimum":3,"z":1,"a":2}"##);
}

#[test]
fn the_order_is_the_documented_one() {
    let patch =
        DevicePatch::new().raw("zeta", 1).tags(["a"]).raw("alpha", 2).raw("count", "x").display_name("n").raw("id", 1);
    assert_eq!(
        patch.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        ["displayName", "count", "tags", "zeta", "alpha", "id"]
    );
    assert_eq!((patch.get("count"), patch.get("size"), patch.len()), (Some(&json!("x")), None, 6));
    assert_eq!(patch, DevicePatch::from_json(sent(&patch)).expect("an object").raw("id", 1).clone_in_order(&patch));
}

trait InOrder {
    fn clone_in_order(self, other: &DevicePatch) -> DevicePatch;
}
impl InOrder for DevicePatch {
    /// JSON objects may lose the order of undocumented names; everything else must be there.
    fn clone_in_order(self, other: &DevicePatch) -> DevicePatch {
        assert_eq!(sent(&self), sent(other));
        other.clone()
    }
}

#[test]
fn a_body_of_json_must_be_an_object() {
    assert_eq!(
        DevicePatch::from_json(json!([])).map_err(|error| error.to_string()),
        Err("an update of microsoft.graph.device is a JSON object".to_owned())
    );
}

#[test]
fn what_services_refuse_is_known_before() {
    assert_eq!(DevicePatch::new().status(Status::Compliant).display_name("unknownFutureValue").refusal(), None);
    let child = read(&json!({"policy": {"id": "x"}, "statuses": ["unknownFutureValue"]}));
    let device = Device { children: Some(vec![child]), ..Device::default() };
    let odd = Status::Other("unknownFutureValue".to_owned());
    for patch in [
        DevicePatch::new().status(Status::UnknownFutureValue),
        DevicePatch::new().statuses([Status::Compliant, odd.clone()]),
        DevicePatch::new().parent(DevicePatch::new().status(odd.clone())),
        DevicePatch::new().children([DevicePatch::new(), DevicePatch::new().status(odd)]),
        DevicePatch::new().abilities(rt::Flags::from("read,unknownFutureValue")),
        DevicePatch::new().parent(device),
    ] {
        assert!(patch.refusal().is_some_and(|reason| reason.contains("unknownFutureValue")), "{patch}");
        let cleared = patch.status(None).statuses(None).parent(None).children(None).abilities(None);
        assert_eq!(cleared.refusal(), None);
    }
}

#[test]
fn a_difference_is_what_can_be_set_and_changed() {
    let old: Device = read(&json!({
        "id": "1", "displayName": "a", "count": 1, "size": 2, "ratio": 4, "created": null, "tags": ["a", "b"],
        "parent": {"id": "1", "count": 2}, "day": "2017-01-01",
    }));
    assert!(DevicePatch::diff(&old, &old).is_empty());
    let mut new = old.clone();
    new.id = Some("2".to_owned());
    new.count = Some(2);
    new.size = None;
    new.tags = Some(vec!["b".to_owned()]);
    new.day = None;
    if let Some(parent) = &mut new.parent {
        parent.count = None;
    }
    let patch = DevicePatch::diff(&old, &new);
    assert_eq!(patch.to_string(), r#"{"count":2,"size":null,"parent":{"id":"1"},"tags":["b"]}"#);
    let shown: Device =
        read(&json!({"ratio": 4.0, "status": "unknownFutureValue", "anything": null, "children": "odd"}));
    let patch = DevicePatch::diff(&Device::default(), &shown);
    assert_eq!(sent(&patch), json!({"ratio": 4.0, "status": "unknownFutureValue", "children": "odd"}));
    assert!(patch.refusal().is_some());
}

#[test]
fn a_value_can_be_looked_at() {
    let value: rt::PatchValue = IntoPatch::<String>::into_patch("x");
    assert_eq!(value.json(), &json!("x"));
}
