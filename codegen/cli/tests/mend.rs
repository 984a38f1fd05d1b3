//! `tablewright lint --fix` and `--diff` as maintainers of docs run them.

mod folder;

use std::fs;
use std::process::Command;

use folder::{Folder, THING, UPDATE, err, out};

const PAGE: &str = "docs/beta/resources/thing.md";

/// A page with a type that can be mended and one that cannot.
fn spoilt(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(PAGE, &THING.replace("|size|Int32|", "|size|Int23|"));
    folder
}

fn page(folder: &Folder) -> String {
    fs::read_to_string(folder.0.join(PAGE)).expect("a page")
}

#[test]
fn pages_are_mended_and_what_stays_is_shown() {
    let folder = spoilt("fix");
    let before = folder.run(&["lint", "--docs", "docs"]);
    assert_eq!(err(&before), "2 errors, 0 warnings, 0 notes (`--fix` mends 1)\n");
    let fix = folder.run(&["lint", "--docs", "docs", "--fix"]);
    assert_eq!((fix.status.code(), page(&folder).as_str()), (Some(1), THING));
    assert!(out(&fix).contains("`mystery`") && !out(&fix).contains("Int23"), "{}", out(&fix));
    let said = "beta/resources/thing.md: mended unknown-type; 1 finding stays\n1 error, 0 warnings, 0 notes\n";
    assert_eq!(err(&fix), said);
    let again = folder.run(&["lint", "--docs", "docs", "--fix"]);
    assert_eq!((page(&folder).as_str(), err(&again).as_str()), (THING, "1 error, 0 warnings, 0 notes\n"));
}

#[test]
fn only_what_is_shown_is_mended() {
    let folder = spoilt("fix-shown");
    let spoilt = page(&folder);
    let slip = UPDATE.replace("thing.md", "thnig.md");
    folder.write("docs/beta/api/thing-update.md", &slip);
    for args in [&["--allow", "unknown-type"][..], &["thing-update"], &["thing-update", "--allow", "dead-link"]] {
        folder.run(&[&["lint", "--docs", "docs", "--fix"], args].concat());
        assert_eq!(page(&folder), spoilt, "{args:?}");
    }
    let update = || fs::read_to_string(folder.0.join("docs/beta/api/thing-update.md")).expect("a page");
    assert_eq!(update(), slip, "a note is mended where it is shown");
    let hint = err(&folder.run(&["lint", "thing-update", "--docs", "docs"]));
    assert!(hint.contains("with `--notes` (`--fix` mends 1)"), "{hint}");
    folder.run(&["lint", "thing-update", "--docs", "docs", "--fix", "--notes"]);
    assert_eq!((update().as_str(), page(&folder)), (UPDATE, spoilt));
}

#[test]
fn a_diff_is_one_that_git_applies_and_nothing_is_written() {
    let folder = Folder::new("fix-diff");
    let spoilt = THING.replace("|size|Int32|", "|size|Int23|").replace('\n', "\r\n");
    folder.write("docs/beta/resources/a thing.md", spoilt.trim_end());
    let diff = folder.run(&["lint", "--docs", "docs", "--diff"]);
    assert_eq!(diff.status.code(), Some(1));
    let head = "--- a/docs/beta/resources/a thing.md\t\n+++ b/docs/beta/resources/a thing.md\t\n@@ -4,5 +4,5 @@\n";
    assert!(out(&diff).starts_with(head), "{}", out(&diff));
    let file = folder.0.join("docs/beta/resources/a thing.md");
    assert_eq!(fs::read_to_string(&file).expect("a page"), spoilt.trim_end());
    fs::write(folder.0.join("x.patch"), &diff.stdout).expect("a file");
    let git = |args: &[&str]| Command::new("git").args(args).current_dir(&folder.0).output();
    // Within a repository `git apply` leaves out what that does not hold.
    let Ok(applied) = git(&["init", "-q", "."]).and_then(|_| git(&["apply", "x.patch"])) else { return };
    assert!(applied.status.success(), "{}", err(&applied));
    let mended = spoilt.replace("Int23", "Int32");
    assert_eq!(fs::read_to_string(&file).expect("a page"), mended.trim_end());
    let none = folder.run(&["lint", "--docs", "docs", "--diff"]);
    assert_eq!((none.status.code(), out(&none), err(&none)), (Some(0), String::new(), String::new()));
}

#[test]
fn what_cannot_be_written_is_said_and_the_rest_is_mended() {
    let folder = spoilt("fix-read-only");
    let other = THING.replace("thing", "other").replace("|size|Int32|", "|size|Int23|");
    folder.write("docs/beta/resources/other.md", &other);
    let file = folder.0.join("docs/beta/resources/other.md");
    let mut permissions = fs::metadata(&file).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).expect("permissions");
    let fix = folder.run(&["lint", "--docs", "docs", "--fix"]);
    assert_eq!((fix.status.code(), page(&folder).as_str()), (Some(2), THING));
    let said = err(&fix);
    assert!(said.starts_with("beta/resources/other.md: not written: it is read-only\n"), "{said}");
    assert!(said.ends_with("error: 1 file could not be written\n"), "{said}");
    assert_eq!(fs::read_to_string(file).expect("a file"), other);
}

#[test]
fn edits_are_told_to_machines_with_bytes_and_columns() {
    let folder = spoilt("fix-machines");
    let list: serde_json::Value =
        serde_json::from_str(&out(&folder.run(&["lint", "--docs", "docs", "--format", "json"]))).expect("a list");
    let edit = &list[0]["edits"][0];
    let start = page(&folder).find("Int23").expect("the slip");
    let expected = serde_json::json!({
        "start": start, "end": start + 5, "line": 7, "column": 7, "endLine": 7, "endColumn": 12, "text": "Int32",
    });
    assert_eq!((edit, &list[1]["edits"]), (&expected, &serde_json::json!([])));
}
