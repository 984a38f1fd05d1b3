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
fn a_clone_goes_its_own_way() {
    let first = DevicePatch::new().count(1);
    let second = first.clone().count(2).display_name(None);
    assert_eq!((sent(&first), sent(&second)), (json!({"count": 1}), json!({"displayName": null, "count": 2})));
    assert_ne!(first, second);
    assert_eq!(DevicePatch::new(), DevicePatch::default());
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
    assert_eq!(DevicePatch::diff(&old, &old).map(|patch| patch.is_empty()).ok(), Some(true));
    let mut new = old.clone();
    new.count = Some(2);
    new.size = None;
    new.tags = Some(vec!["b".to_owned()]);
    if let Some(parent) = &mut new.parent {
        parent.count = None;
    }
    let patch = DevicePatch::diff(&old, &new).expect("all can be sent");
    assert_eq!(patch.to_string(), r#"{"count":2,"size":null,"parent":{"id":"1","count":null},"tags":["b"]}"#);
    let shown: Device =
        read(&json!({"ratio": 4.0, "status": "unknownFutureValue", "anything": null, "children": "odd"}));
    let patch = DevicePatch::diff(&Device::default(), &shown).expect("all can be sent");
    assert_eq!(sent(&patch), json!({"ratio": 4.0, "status": "unknownFutureValue", "children": "odd"}));
    assert!(patch.refusal().is_some());
}

#[test]
fn a_difference_that_cannot_be_sent_is_named() {
    let old: Device = read(&json!({"id": "1", "day": "2017-01-01", "count": 1, "shoeSize": 4, "a@odata.count": 1}));
    let mut new = old.clone();
    new.id = Some("2".to_owned());
    new.day = None;
    new.count = None;
    new.extra.insert("shoeSize", 5);
    new.extra.insert("a@odata.count", 2);
    let error = DevicePatch::diff(&old, &new).expect_err("three names have no setter");
    assert_eq!(
        error.to_string(),
        "an update of microsoft.graph.device cannot send what changed: `id` (the key), `day` (in no documented update), \
         `shoeSize` (in no documented update); one other name can be sent",
    );
    assert_eq!(error.left_out()[0].why, rt::WhyLeftOut::Key);
    assert_eq!(error.into_patch().to_string(), r#"{"count":null}"#);
    let reread = DevicePatch::diff(&old, &Device { id: Some("2".to_owned()), ..old.clone() });
    assert!(reread.expect_err("the key differs").patch().is_empty());
}

#[test]
fn what_vanishes_inside_becomes_null_there() {
    let old: Device = read(&json!({"parent": {
        "displayName": "a", "count": 1, "ratio": 10, "odd": 1, "odd@odata.type": "#x",
        "parent": {"displayName": "b", "size": 2, "tags": ["x"]},
        "children": [{"id": "1", "count": 1}],
    }}));
    let mut new = old.clone();
    let parent = new.parent.as_deref_mut().expect("a parent");
    parent.count = None;
    parent.extra = rt::Extra::new();
    parent.children = Some(vec![Device { id: Some("1".to_owned()), ..Device::default() }]);
    parent.parent.as_deref_mut().expect("a parent").size = None;
    let patch = DevicePatch::diff(&old, &new).expect("all can be sent");
    let expected = json!({"parent": {
        "displayName": "a", "count": null, "ratio": 10.0, "odd": null,
        "parent": {"displayName": "b", "size": null, "tags": ["x"]},
        "children": [{"id": "1"}],
    }});
    assert_eq!(sent(&patch), expected);
    let mut policy = old.clone();
    policy.policy = Some(AnyPolicy::from(AndroidPolicy { minimum: Some(1.0), ..AndroidPolicy::default() }));
    let mut other = policy.clone();
    other.policy = Some(read(&json!({"@odata.type": "#microsoft.graph.policy", "id": "x"})));
    let patch = DevicePatch::diff(&policy, &other).expect("all can be sent");
    assert_eq!(sent(&patch), json!({"policy": {"@odata.type": "#microsoft.graph.policy", "id": "x"}}));
}

#[test]
fn a_cleared_value_is_cleared_however_it_came() {
    let old: Device =
        read(&json!({"ratio": 10, "size": "5", "single": 0.1, "abilities": "read, write", "ratios": [1]}));
    let new = Device::default();
    assert_eq!(
        super::write(&Device { ratio: None, size: None, ..old.clone() }).as_object().map(serde_json::Map::len),
        Some(3)
    );
    let patch = DevicePatch::diff(&old, &new).expect_err("three of these have no setter here").into_patch();
    assert_eq!(patch.get("ratio"), Some(&json!(null)));
    assert_eq!(read::<Device>(&json!({"ratio": 10})), read::<Device>(&json!({"ratio": 10.0})));
    assert_ne!(read::<Device>(&json!({"ratio": 10})), read::<Device>(&json!({"ratio": 10.5})));
    let misfit: Device = read(&json!({"count": "many"}));
    assert_ne!(misfit, Device::default());
    let mut removed = misfit.clone();
    removed.extra.remove("count");
    let patch = DevicePatch::diff(&misfit, &removed).expect("it can be sent");
    assert_eq!(sent(&patch), json!({"count": null}));
}

#[test]
fn an_open_type_takes_any_name() {
    let body = rt::field(DevicePatch::new().count(1), "shade", "blue");
    assert_eq!(body.to_string(), r#"{"count":1,"shade":"blue"}"#);
}

#[test]
fn a_value_can_be_looked_at() {
    let value: rt::PatchValue = IntoPatch::<String>::into_patch("x");
    assert_eq!(value.json(), &json!("x"));
}
