//! What relationships lead to is kept as it came, and read when it is asked for.

use ::tablewright_runtime as rt;
use rt::Related;
use serde_json::json;

use super::models::{AndroidPolicy, AnyPolicy, Device, Policy};
use super::{through, write};

#[test]
fn what_came_is_read_on_demand_and_comes_back() {
    let mut policy: Policy = through(&json!({"id": "p", "holders": [{"id": "1", "count": 2, "new": {}}, {"id": "2"}]}));
    let mut holders = policy.holders.read().expect("devices");
    assert_eq!(holders.iter().map(|it| it.id.as_deref()).collect::<Vec<_>>(), [Some("1"), Some("2")]);
    assert_eq!(holders[0].extra.get("new"), Some(&json!({})));
    holders[0].count = Some(3);
    policy.holders = Related::of(&holders);
    assert_eq!(write(&policy), json!({"id": "p", "holders": [{"id": "1", "count": 3, "new": {}}, {"id": "2"}]}));
    policy.holders = Related::none();
    assert_eq!(write(&policy), json!({"id": "p"}));
}

#[test]
fn nothing_and_null_are_nothing() {
    let policy: Policy = through(&json!({"holders": null}));
    assert!(policy.holders.is_none() && policy.holders.read().is_none());
    assert_eq!(Policy::default().holders, Related::none());
}

#[test]
fn what_contradicts_the_type_is_there_as_it_came() {
    for odd in [json!("x"), json!({"id": "1"}), json!([{"id": "1"}, 4])] {
        let policy: Policy = through(&json!({"id": "p", "holders": odd}));
        assert_eq!((policy.id.as_deref(), policy.holders.read()), (Some("p"), None));
        assert_eq!(policy.holders.json(), Some(&odd));
    }
}

#[test]
fn the_type_is_told_by_its_mark() {
    let mark = json!({"@odata.type": "#microsoft.graph.androidPolicy", "minimum": 4.5});
    let related = Related::<AnyPolicy>::raw(mark.clone());
    let Some(AnyPolicy::AndroidPolicy(android)) = related.read() else { panic!("{related:?}") };
    assert_eq!(android.minimum, Some(4.5));
    assert_eq!(Related::of(&AnyPolicy::from(*android)).json(), Some(&mark));
    assert_eq!(Related::of(&AndroidPolicy::default()).json(), Some(&json!({})));
}

#[test]
fn secrets_inside_are_not_printed() {
    let device = Device { client_secret: Some("s3cret".to_owned()), ..Device::default() };
    let policy = Policy { holders: Related::of(&vec![device]), ..Policy::default() };
    assert_eq!(format!("{policy:?}"), r#"policy { holders: [{"clientSecret": <redacted>}] }"#);
    assert_eq!(format!("{:?}", policy.clone().holders), r#"Some([{"clientSecret": <redacted>}])"#);
    assert_eq!(policy, policy.clone());
}
