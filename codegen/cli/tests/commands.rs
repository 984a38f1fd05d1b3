//! The command as a user runs it: exit codes, files, what is printed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A docs folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("docs/beta/resources")).expect("a folder");
        fs::create_dir_all(folder.join("docs/beta/api")).expect("a folder");
        let folder = Self(folder);
        folder.write("docs/beta/resources/thing.md", THING);
        folder.write("docs/beta/api/thing-update.md", UPDATE);
        folder
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).expect("a file");
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tablewright"));
        command.args(args).args(["--color", "never"]).current_dir(&self.0).output().expect("it runs")
    }
}

const THING: &str = "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Key of the entity.|\n|size|Int32|How big it is.|\n|part|mystery|What is it?|\n";
const UPDATE: &str = "# Update thing\n\nChange a [thing](../resources/thing.md).\n\n## HTTP request\n```http\n\
    PATCH /things/{id}\n```\n\n## Response\nIf successful, this method returns a `204 No Content` response code.\n";

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_was_generated_is_up_to_date_until_a_page_changes() {
    let folder = Folder::new("drift");
    let args = ["--docs", "docs", "--out", "out"];
    assert_eq!(folder.run(&[&["generate"], &args[..]].concat()).status.code(), Some(0));
    let check = folder.run(&[&["check"], &args[..]].concat());
    assert_eq!(check.status.code(), Some(0), "{}", out(&check));
    folder.write("docs/beta/resources/thing.md", &THING.replace("|size|Int32|", "|size|Int64|"));
    let check = folder.run(&[&["check"], &args[..]].concat());
    assert_eq!(check.status.code(), Some(1));
    let said = out(&check);
    assert!(said.contains("changed") && said.contains("i64"), "{said}");
    assert!(said.contains("tablewright generate --docs docs --out out"), "{said}");
}

#[test]
fn files_that_are_no_longer_generated_are_removed_and_others_are_not() {
    let folder = Folder::new("removal");
    let args = ["generate", "--docs", "docs", "--out", "out"];
    folder.run(&args);
    let gone = folder.0.join("out/model/src/beta/core/thing.rs");
    assert!(gone.is_file());
    folder.write("out/model/src/mine.rs", "// not generated\n");
    fs::remove_file(folder.0.join("docs/beta/resources/thing.md")).expect("it was there");
    folder.run(&args);
    assert!(!gone.exists());
    assert!(folder.0.join("out/model/src/mine.rs").is_file());
}

#[test]
fn the_summary_for_machines_is_json() {
    let folder = Folder::new("summary");
    let run = folder.run(&["generate", "--docs", "docs", "--out", "out", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&out(&run)).expect("one JSON value");
    assert_eq!(value["versions"][0]["rows"]["seen"], 3);
    assert_eq!(value["versions"][0]["diagnostics"]["unknown-type"], 1);
}

#[test]
fn lint_shows_the_line_and_a_caret_and_exits_with_1() {
    let folder = Folder::new("lint");
    let lint = folder.run(&["lint", "--docs", "docs"]);
    assert_eq!(lint.status.code(), Some(1));
    insta::assert_snapshot!(err(&lint));
    let allowed = folder.run(&["lint", "--docs", "docs", "--allow", "unknown-type"]);
    assert_eq!(allowed.status.code(), Some(0));
    assert_eq!(folder.run(&["lint", "--docs", "docs", "--allow", "no-such-code"]).status.code(), Some(2));
}

#[test]
fn a_stale_fixup_is_a_finding() {
    let folder = Folder::new("stale");
    let fixup = "[[fixup]]\npage = \"beta/resources/thing.md\"\nrow = \"gone\"\naction = \"drop-row\"\n\
        reason = \"It was there.\"\nlink = \"https://example.com\"\n";
    folder.write("docs/fixups.toml", fixup);
    let run = folder.run(&["generate", "--docs", "docs", "--out", "out"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(err(&run).contains("stale-fixup"), "{}", err(&run));
}

#[test]
fn what_cannot_run_says_where_and_exits_with_2() {
    let folder = Folder::new("failure");
    let missing = folder.run(&["generate", "--docs", "nowhere", "--out", "out"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("nowhere"), "{}", err(&missing));
    folder.write("docs/tablewright.toml", "[docs]\ntext = \"fuller\"\n");
    let config = folder.run(&["generate", "--docs", "docs", "--out", "out"]);
    assert_eq!(config.status.code(), Some(2));
    assert!(err(&config).contains("tablewright.toml:2:8"), "{}", err(&config));
}

#[test]
fn inspect_shows_a_page_and_what_it_became() {
    let folder = Folder::new("inspect");
    let inspect = folder.run(&["inspect", "resources/thing", "--docs", "docs"]);
    let said = out(&inspect);
    assert_eq!(inspect.status.code(), Some(0), "{}", err(&inspect));
    assert!(said.contains("size") && said.contains("pub size: Option<i32>") && said.contains("unknown-type"), "{said}");
}

#[test]
fn the_neutral_form_has_one_operation_for_each_line() {
    let folder = Folder::new("neutral");
    let ir = folder.run(&["ir", "--docs", "docs", "--api", "beta", "--format", "graph-ir/1"]);
    let value: serde_json::Value = serde_json::from_str(&out(&ir)).expect("one JSON value");
    assert_eq!(value["format"], "graph-ir/1");
    assert_eq!(value["operations"][0]["path"], "/things/{thingId}");
    assert_eq!(value["operations"][0]["body_type"], "microsoft.graph.thing");
}

#[test]
fn every_code_is_explained() {
    let folder = Folder::new("explain");
    let all = out(&folder.run(&["explain"]));
    for line in all.lines() {
        let code = line.split_whitespace().nth(1).expect("severity, code, text");
        let one = folder.run(&["explain", code]);
        assert_eq!(one.status.code(), Some(0), "{code}");
    }
    assert!(all.lines().count() > 30, "{all}");
}

#[test]
fn the_manual_lists_every_code() {
    let folder = Folder::new("manual");
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../DIAGNOSTICS.md");
    let written = fs::read_to_string(manual).expect("the page is there");
    let printed = out(&folder.run(&["explain", "--markdown"]));
    assert_eq!(written, printed, "make it again: tablewright explain --markdown > codegen/DIAGNOSTICS.md");
}
