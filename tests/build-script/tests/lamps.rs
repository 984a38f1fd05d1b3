//! The generated module in use: models, patches and an update.

use serde_json::json;
use tablewright_build_script_tests::Colour;
use tablewright_build_script_tests::lamps::client::v1_0::models::{Lamp, LampMode};
use tablewright_build_script_tests::lamps::client::v1_0::{LampPatch, SchedulePatch, UpdateLamp, update_lamp};

#[test]
fn a_model_loses_nothing() {
    let came = json!({
        "id": "7", "name": "desk", "watts": 40, "mode": "blinking", "colour": { "red": 255, "more": [1] },
        "tags": ["left"], "installedDateTime": "2021-07-01T08:00:00.50Z", "room": { "id": "r", "floor": 2 }, "new": true
    });
    let lamp: Lamp = serde_json::from_value(came.clone()).expect("JSON");
    assert_eq!((lamp.watts, lamp.mode.as_ref()), (Some(40), Some(&LampMode::Blinking)));
    assert_eq!(lamp.tags.as_deref(), Some(&["left".to_owned()][..]), "the fixup made it a list");
    assert_eq!(lamp.colour.as_deref(), Some(&Colour(json!({ "red": 255, "more": [1] }))));
    assert_eq!(lamp.room.read().and_then(|room| room.floor), Some(2), "what is wanted brings what it refers to");
    assert_eq!(serde_json::to_value(&lamp).expect("JSON"), came);
}

#[test]
fn a_patch_sends_what_was_set() {
    let patch = LampPatch::new()
        .name("desk")
        .watts(None)
        .mode(LampMode::On)
        .colour(Colour(json!({ "red": 1 })))
        .schedule(SchedulePatch::new().to(None));
    let update = update_lamp("7", patch);
    assert_eq!(update.path().expect("a path"), "lamps/7");
    let body: serde_json::Value = serde_json::from_str(&update.body()).expect("JSON");
    let expected =
        json!({ "name": "desk", "watts": null, "mode": "on", "colour": { "red": 1 }, "schedule": { "to": null } });
    assert_eq!(body, expected);
    assert_eq!(UpdateLamp::PERMISSIONS.application.all, [&["Lamp.ReadWrite.All"]]);
}

#[test]
fn an_enum_has_the_derives_that_were_asked_for() {
    assert!(LampMode::Off < LampMode::Blinking);
}
