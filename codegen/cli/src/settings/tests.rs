//! What `tablewright init` writes is what the settings are.

use std::collections::BTreeSet;

use super::{File, Fixups};
use crate::init::{FIXUPS, SETTINGS, uncommented};

#[test]
fn the_commented_settings_are_all_there_are_with_their_defaults() {
    let written: toml::Value = toml::from_str(&uncommented(SETTINGS)).expect("TOML");
    let default = toml::Value::try_from(File::default()).expect("it has a form in TOML");
    assert_eq!(written, default, "keep src/init/tablewright.toml and the settings the same");
    toml::from_str::<File>(&uncommented(SETTINGS)).expect("settings");
}

#[test]
fn as_they_are_written_they_change_nothing() {
    let file: File = toml::from_str(SETTINGS).expect("settings");
    let written = toml::Value::try_from(file).expect("it has a form in TOML");
    assert_eq!(written, toml::Value::try_from(File::default()).expect("it has a form in TOML"));
    assert!(toml::from_str::<Fixups>(FIXUPS).expect("fixups").fixup.is_empty());
}

#[test]
fn there_is_an_example_of_every_action() {
    use tablewright::fixups::Action;
    let shown: Fixups = toml::from_str(&uncommented(FIXUPS)).expect("fixups");
    let shown: BTreeSet<String> = shown.fixup.iter().map(|it| format!("{:?}", it.action)).collect();
    let all = [
        Action::DropPage,
        Action::DropRow,
        Action::Rename,
        Action::Retype,
        Action::SetNullable,
        Action::SetReadOnly,
        Action::SetCollection,
        Action::SetEnum,
        Action::AddBase,
    ];
    for action in all {
        // A new action does not compile here before it is listed above.
        match action {
            Action::DropPage
            | Action::DropRow
            | Action::Rename
            | Action::Retype
            | Action::SetNullable
            | Action::SetReadOnly
            | Action::SetCollection
            | Action::SetEnum
            | Action::AddBase => assert!(shown.contains(&format!("{action:?}")), "{action:?}"),
        }
    }
}
