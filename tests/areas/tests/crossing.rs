//! References across areas: read, written and sent alike, whether the other area is there or not.
//!
//! `cargo test -p tablewright-areas-tests` has the area `directory` alone, `cargo test --workspace` has all.

use graph_client::v1_0::UserPatch;
use graph_model::v1_0::{DirectoryObject, User};

/// A user with a value of another area (`mailboxSettings`, `outlook`), in documented order, every kind of oddity inside.
const USER: &str = r#"{"id":"1","jobTitle":"buyer","mailboxSettings":{"archiveFolder":"a","automaticRepliesSetting":{"scheduledStartDateTime":{"dateTime":"2026-01-01T00:00:00.1000000","timeZone":"UTC"}},"timeZone":"UTC","zeta":{"b":1,"a":2.50,"c":null},"alpha":10}}"#;

fn through(text: &str) -> String {
    let user: User = serde_json::from_str(text).expect("an object");
    assert_eq!(user.clone(), user);
    serde_json::to_string(&user).expect("JSON")
}

#[test]
fn a_value_of_another_area_goes_through_byte_for_byte() {
    let kept = USER.replace("2.50", "2.5");
    assert_eq!(through(USER), kept);
    for odd in
        [r#"{"mailboxSettings":null}"#, r#"{"mailboxSettings":"none"}"#, r#"{"mailboxSettings":[1,{"b":1,"a":2}]}"#]
    {
        assert_eq!(through(odd), odd);
    }
}

#[test]
fn of_two_members_with_one_name_the_last_counts() {
    let of = |folder: &str| format!(r#""mailboxSettings":{{"archiveFolder":"{folder}"}}"#);
    let (first, last) = (of("a"), of("b"));
    assert_eq!(through(&format!(r#"{{"id":"1",{first},{last}}}"#)), format!(r#"{{"id":"1",{last}}}"#));
}

#[test]
fn a_change_of_another_area_is_told_by_diff() {
    let old: User = serde_json::from_str(USER).expect("an object");
    let new: User = serde_json::from_str(&USER.replace("\"buyer\"", "\"seller\"")).expect("an object");
    assert_eq!(UserPatch::diff(&old, &new).expect("the title can be sent").to_string(), r#"{"jobTitle":"seller"}"#);
    let moved: User = serde_json::from_str(&USER.replace("UTC\",\"zeta", "CET\",\"zeta")).expect("an object");
    let left_out = UserPatch::diff(&old, &moved).expect_err("no page of an update lists it");
    assert_eq!(left_out.left_out()[0].name, "mailboxSettings");
}

#[test]
fn what_is_common_needs_no_feature() {
    assert_eq!(DirectoryObject::default().id, None);
}
