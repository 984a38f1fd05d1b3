//! `tablewright diff` as a user runs it: formats, exit codes, what it takes for a side.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Two docs folders, `old` and `new`, of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff").join(name);
        let _ = fs::remove_dir_all(&folder);
        let folder = Self(folder);
        for side in ["old", "new"] {
            folder.write(&format!("{side}/beta/resources/thing.md"), THING);
            folder.write(&format!("{side}/beta/api/thing-update.md"), UPDATE);
        }
        folder
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Gives the new side a page with other rows.
    fn rows(&self, rows: &str) {
        self.write("new/beta/resources/thing.md", &THING.replace("|size|Int32|How big it is.|\n", rows));
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tablewright"));
        command.args(args).args(["--color", "never"]).current_dir(&self.0).output().expect("it runs")
    }

    fn diff(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(&[&["diff"], args].concat());
        (output.status.code().expect("a code"), out(&output) + &err(&output))
    }
}

const THING: &str = "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Key of the entity.|\n|size|Int32|How big it is.|\n|name|String|What it is called.|\n";
const UPDATE: &str = "# Update thing\n\nChange a [thing](../resources/thing.md).\n\n## HTTP request\n```http\n\
    PATCH /things/{id}\n```\n\n## Response\nIf successful, this method returns a `204 No Content` response code.\n";

/// One change of each class.
const OTHERS: &str = "|size|Int64|How big it is.|\n|weight|Int32|How heavy it is.|\n";

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn text_is_by_version_class_and_item() {
    let folder = Folder::new("text");
    folder.rows(OTHERS);
    folder.write("new/beta/api/thing-update.md", &UPDATE.replace("Change a", "Change the"));
    let (code, said) = folder.diff(&["old", "new"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!(said);
}

#[test]
fn markdown_is_a_table_and_what_unfolds() {
    let folder = Folder::new("markdown");
    folder.rows(OTHERS);
    folder.write("old/v1.0/resources/thing.md", THING);
    folder.write("new/v1.0/resources/thing.md", THING);
    let (code, said) = folder.diff(&["old", "new", "--format", "markdown"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!(said);
}

#[test]
fn json_has_all_of_it() {
    let folder = Folder::new("json");
    folder.rows(OTHERS);
    folder.write("old/tablewright.toml", "[crates]\nmodel = \"m\"\nclient = \"c\"\nversion = \"1.2.3\"\n");
    folder.write("new/tablewright.toml", "[crates]\nmodel = \"m\"\nclient = \"c\"\nversion = \"1.2.3\"\n");
    let (code, said) = folder.diff(&["old", "new", "--format", "json"]);
    assert_eq!(code, 1);
    let value: Value = serde_json::from_str(&said).expect("one JSON value");
    assert_eq!(value["bump"], "major");
    assert_eq!(value["counts"], serde_json::json!({ "breaking": 1, "compatible": 1, "docs-only": 0 }));
    assert_eq!(
        value["crates"][1],
        serde_json::json!({ "name": "c", "bump": "major", "version": "1.2.3", "next": "2.0.0" })
    );
    let first = &value["versions"][0]["changes"][0];
    assert_eq!((&first["item"], &first["name"]), (&"type".into(), &"microsoft.graph.thing".into()));
    assert_eq!((&first["element"], &first["element_name"]), (&"property".into(), &"size".into()));
    assert_eq!((&first["class"], &first["kind"]), (&"breaking".into(), &"type".into()));
    assert_eq!((&first["page"], &first["line"]), (&"beta/resources/thing.md".into(), &7.into()));
    assert_eq!(first["compiles"], false);
}

#[test]
fn what_does_not_break_exits_with_0() {
    let folder = Folder::new("codes");
    let last = |(code, said): (i32, String)| (code, said.lines().last().unwrap_or_default().to_owned());
    let same = "0 breaking, 0 compatible, 0 docs-only: none (graph-model 0.1.0, graph-client 0.1.0)";
    assert_eq!(last(folder.diff(&["old", "new"])), (0, same.to_owned()));
    folder.rows("|size|Int32|How big it is.|\n|weight|Int32|How heavy it is.|\n");
    let more = "0 breaking, 1 compatible, 0 docs-only: minor (graph-model 0.1.0 -> 0.1.1, graph-client 0.1.0 -> 0.1.1)";
    assert_eq!(last(folder.diff(&["old", "new"])), (0, more.to_owned()));
    folder.rows("|size|Int32|How large it is.|\n");
    let text = "0 breaking, 0 compatible, 1 docs-only: patch (graph-model 0.1.0 -> 0.1.1, graph-client 0.1.0 -> 0.1.1)";
    assert_eq!(last(folder.diff(&["old", "new"])), (0, text.to_owned()));
    // A setter is in the client crate alone.
    folder.rows("|size|Int32|How big it is. Read-only.|\n");
    let client =
        "1 breaking, 0 compatible, 1 docs-only: major (graph-model 0.1.0 -> 0.1.1, graph-client 0.1.0 -> 0.2.0)";
    assert_eq!(last(folder.diff(&["old", "new"])), (1, client.to_owned()));
}

#[test]
fn a_side_can_be_a_file_that_ir_printed() {
    let folder = Folder::new("files");
    folder.write("old/v1.0/resources/thing.md", THING);
    folder.write("new/v1.0/resources/thing.md", THING);
    for (name, args) in [("one.json", &["--api", "beta"][..]), ("all.json", &[])] {
        let ir = folder.run(&[&["ir", "--docs", "old"], args].concat());
        folder.write(name, &out(&ir));
    }
    assert_eq!(folder.diff(&["all.json", "new"]).0, 0);
    assert_eq!(folder.diff(&["one.json", "new", "--api", "beta"]).0, 0);
    let (code, said) = folder.diff(&["one.json", "new"]);
    assert_eq!(code, 0);
    assert!(said.contains("new version") && said.contains("graph-model minor"), "{said}");
    assert_eq!(folder.diff(&["new", "one.json"]).0, 1, "a version is gone");
    folder.rows(OTHERS);
    assert_eq!(folder.diff(&["all.json", "new"]).0, 1);
    let options = folder.diff(&["all.json", "new", "--api", "v1.0"]);
    assert_eq!(options.0, 0, "{}", options.1);
}

#[test]
fn what_cannot_be_compared_says_why_and_exits_with_2() {
    let folder = Folder::new("failure");
    let failed = |args: &[&str], word: &str| {
        let (code, said) = folder.diff(args);
        assert!(code == 2 && said.contains(word), "{code} {said}");
    };
    failed(&["old", "nowhere"], "nowhere");
    failed(&["old"], "<NEW>");
    failed(&["old", "new", "--api", "v9"], "v9");
    folder.write("other.json", "{\"format\": \"graph-ir/1\"}");
    failed(&["other.json", "new"], "tablewright ir");
    let circle = out(&folder.run(&["ir", "--docs", "old"]));
    let itself = "\"base\": \"microsoft.graph.thing\", \"area\": \"core\"";
    folder.write("circle.json", &circle.replace("\"area\": \"core\"", itself));
    failed(&["circle.json", "new"], "go round in a circle");
    folder.write("new/tablewright.toml", "[docs]\ntext = \"fuller\"\n");
    failed(&["old", "new"], "tablewright.toml:2:8");
}

#[test]
fn fixups_can_be_others_on_the_old_side() {
    let folder = Folder::new("fixups");
    let fixup = |row: &str| {
        format!(
            "[[fixup]]\npage = \"beta/resources/thing.md\"\nrow = \"{row}\"\naction = \"drop-row\"\nreason = \"-\"\nlink = \"-\"\n"
        )
    };
    folder.write("size.toml", &fixup("size"));
    folder.write("name.toml", &fixup("name"));
    assert_eq!(folder.diff(&["old", "new", "--fixups", "size.toml"]).0, 0);
    let (_, said) = folder.diff(&["old", "new", "--fixups", "size.toml", "--old-fixups", "name.toml"]);
    assert!(said.contains("property `size` removed") && said.contains("property `name` added"), "{said}");
}

#[test]
fn only_the_first_of_what_does_not_break_is_listed() {
    let folder = Folder::new("many");
    for number in 0..50 {
        let page = THING.replace("# thing", &format!("# thing{number}"));
        folder.write(&format!("new/beta/resources/thing{number}.md"), &page);
    }
    let (_, some) = folder.diff(&["old", "new"]);
    assert!(some.contains("... and 30 more of other items: --all lists them"), "{some}");
    let (_, all) = folder.diff(&["old", "new", "--all"]);
    assert!(!all.contains("--all") && all.contains("thing49"), "{all}");
}

#[test]
fn a_comment_fits_where_comments_go() {
    let folder = Folder::new("long");
    for number in 0..900 {
        let page = THING.replace("# thing", &format!("# thing{number}"));
        folder.write(&format!("new/beta/resources/thing{number}.md"), &page);
    }
    let (_, said) = folder.diff(&["old", "new", "--format", "markdown"]);
    assert!(said.chars().count() < 65_536, "{}", said.chars().count());
    let end = said.lines().rev().take(4).collect::<Vec<_>>().join(" ");
    assert!(end.contains("more: `tablewright diff --all`"), "{end}");
}

#[test]
fn names_of_pages_end_no_code_and_steer_no_terminal() {
    let folder = Folder::new("hostile");
    folder.rows("|si`ze<b>\u{1b}[31m|Int32|How|\n");
    for format in ["text", "markdown"] {
        let (_, said) = folder.diff(&["old", "new", "--format", format]);
        assert!(!said.contains('\u{1b}') && !said.contains("si`ze"), "{said}");
        for line in said.lines() {
            assert_eq!(line.matches('`').count() % 2, 0, "{line}");
        }
    }
}
