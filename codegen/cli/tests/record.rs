//! A run that would do just what the last one did does nothing; everything else it notices.

mod folder;

use std::fs;
use std::path::PathBuf;

use folder::{Folder, THING, err, out};
use serde_json::Value;

const GENERATE: [&str; 5] = ["generate", "--docs", "docs", "--out", "out"];

/// A folder in which a run was carried out.
fn generated(name: &str) -> Folder {
    let folder = Folder::new(name);
    let run = folder.run(&GENERATE);
    assert!(run.status.success(), "{}", err(&run));
    folder
}

fn record(folder: &Folder) -> PathBuf {
    let mut all =
        fs::read_dir(folder.0.join("cache/tablewright")).expect("records").map(|it| it.expect("a file").path());
    let one = all.next().expect("a record");
    assert!(all.next().is_none(), "one folder, one record");
    one
}

/// What the last line says was done, without the time.
fn done(folder: &Folder, args: &[&str]) -> String {
    let said = out(&folder.run(&[&GENERATE[..], args].concat()));
    let last = said.lines().last().unwrap_or_default();
    last.split_once(" files: ").and_then(|(_, it)| it.split_once(';')).expect("a summary").0.to_owned()
}

/// Makes the record say what no run would, so that one sees whether it was looked at.
fn mark(folder: &Folder) {
    let path = record(folder);
    let mut record: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a record")).expect("JSON");
    record["said"]["text"] = "as the last time\n".into();
    fs::write(path, record.to_string()).expect("a record");
}

fn is_remembered(folder: &Folder, args: &[&str]) -> bool {
    let run = folder.run(&[&GENERATE[..], args].concat());
    assert!(run.status.success(), "{}", err(&run));
    out(&run).contains("as the last time")
}

#[test]
fn the_same_again_says_the_same_and_does_nothing() {
    let folder = Folder::new("record-same");
    let lines = |text: &str| text.lines().filter(|it| !it.contains(" files: ")).map(str::to_owned).collect::<Vec<_>>();
    let (first, second) = (folder.run(&GENERATE), folder.run(&GENERATE));
    assert_eq!(lines(&out(&first)), lines(&out(&second)));
    assert!(out(&second).contains("error[unknown-type]") && out(&second).contains(" 0 written"), "{}", out(&second));
    mark(&folder);
    assert!(is_remembered(&folder, &[]));
    let depfile = ["--depfile", "out.d"];
    assert!(is_remembered(&folder, &depfile), "what it prints and lists beside is no part of what it makes");
    assert!(fs::read_to_string(folder.0.join("out.d")).expect("a list").contains("docs/beta/resources/thing.md"));
    assert!(!is_remembered(&folder, &["--fresh"]));
}

#[test]
fn a_page_that_changed_is_noticed() {
    let folder = generated("record-page");
    folder.write("docs/beta/resources/thing.md", &THING.replace("size", "width"));
    assert!(done(&folder, &[]).starts_with("2 written"), "the model and its patch");
    mark(&folder);
    folder.write("docs/beta/resources/thing.md", THING);
    assert!(!is_remembered(&folder, &[]));
}

#[test]
fn settings_that_changed_are_noticed() {
    let folder = generated("record-settings");
    mark(&folder);
    folder.write("docs/tablewright.toml", "[crates]\nversion = \"7.8.9\"\n");
    assert!(!is_remembered(&folder, &[]));
    mark(&folder);
    assert!(!is_remembered(&folder, &["--types", "thing"]));
}

#[test]
fn a_file_that_somebody_changed_removed_or_left_is_noticed() {
    let folder = generated("record-files");
    let file = folder.0.join("out/model/src/lib.rs");
    let text = fs::read_to_string(&file).expect("it was generated");
    fs::write(&file, text.clone() + "// by hand\n").expect("a file");
    // The first line still says that it is generated.
    assert!(done(&folder, &[]).starts_with("1 written"));
    assert_eq!(fs::read_to_string(&file).expect("a file"), text);
    fs::remove_file(&file).expect("a file");
    assert!(done(&folder, &[]).starts_with("1 written"));
    fs::write(folder.0.join("out/model/src/old.rs"), text).expect("a file");
    assert!(done(&folder, &[]).ends_with("1 removed"));
}

#[test]
fn a_record_that_is_broken_or_cannot_be_kept_hinders_nobody() {
    let folder = generated("record-broken");
    fs::write(record(&folder), "{").expect("a record");
    assert!(done(&folder, &[]).starts_with("0 written"));
    fs::remove_dir_all(folder.0.join("cache")).expect("a folder");
    folder.write("cache", "a file where a folder should be");
    assert!(done(&folder, &[]).starts_with("0 written"));
}
