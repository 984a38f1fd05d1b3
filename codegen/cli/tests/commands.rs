//! The command as a user runs it: exit codes, files, what is printed.

mod folder;

use std::fs;
use std::path::Path;

use folder::{Folder, THING, err, out};

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
    insta::assert_snapshot!(out(&check));
    let check = folder.run(&[&["check", "--format", "json"], &args[..]].concat());
    let value: serde_json::Value = serde_json::from_str(&out(&check)).expect("one JSON value");
    assert_eq!(value["up_to_date"], false);
    assert_eq!(value["changed"][1]["path"], "model/src/beta/core/thing.rs");
    assert_eq!(value["repair"], "tablewright generate --docs docs --out out");
}

#[test]
fn the_command_that_repairs_can_be_pasted() {
    let folder = Folder::new("quoting");
    let check = folder.run(&["check", "--docs", "docs", "--out", "my out", "--api", "beta"]);
    let said = out(&check);
    assert!(said.contains("tablewright generate --docs docs --out 'my out' --api beta"), "{said}");
}

#[test]
fn long_lines_that_differ_late_are_cut_to_where_they_differ() {
    let folder = Folder::new("late");
    let args = ["--docs", "docs", "--out", "out"];
    let long = |end: &str| THING.replace("How big it is.", &format!("How {}big it is {end}.", "very ".repeat(60)));
    folder.write("docs/beta/resources/thing.md", &long("today"));
    folder.run(&[&["generate"], &args[..]].concat());
    folder.write("docs/beta/resources/thing.md", &long("tomorrow"));
    let said = out(&folder.run(&[&["check"], &args[..]].concat()));
    assert!(said.contains("very very big it is today.\n") && said.contains("big it is tomorrow.\n"), "{said}");
    assert!(said.lines().all(|line| line.len() <= 120), "{said}");
}

#[test]
fn a_mistake_in_what_is_wanted_removes_nothing() {
    let folder = Folder::new("mistakes");
    let args = ["generate", "--docs", "docs", "--out", "out"];
    folder.run(&args);
    let area = folder.run(&[&args[..], &["--areas", "cor"]].concat());
    assert_eq!(
        (area.status.code(), err(&area)),
        (Some(2), "error: there is no area `cor`; there are: core\n".to_owned())
    );
    assert_eq!(folder.run(&[&args[..], &["--areas", "core"]].concat()).status.code(), Some(0));
    let ty = folder.run(&[&args[..], &["--types", "thing,thng"]].concat());
    let said = "error: there is no type `thng`; `tablewright ir` prints all, spelled as in JSON\n";
    assert_eq!((ty.status.code(), err(&ty)), (Some(2), said.to_owned()));
    assert_eq!(folder.run(&[&args[..], &["--types", "thing", "--references", "kept"]].concat()).status.code(), Some(0));
    let page = folder.run(&[&args[..], &["--pages", "thng"]].concat());
    assert_eq!(page.status.code(), Some(2), "{}", err(&page));
    assert_eq!(folder.run(&[&args[..], &["--pages", "thing"]].concat()).status.code(), Some(0));
    let api = folder.run(&[&args[..], &["--api", "v9"]].concat());
    assert_eq!((api.status.code(), err(&api)), (Some(2), "error: docs has no version `v9`; it has beta\n".to_owned()));
    fs::create_dir_all(folder.0.join("empty/beta/api")).expect("a folder");
    let empty = folder.run(&["generate", "--docs", "empty", "--out", "out"]);
    assert_eq!(empty.status.code(), Some(2), "{}", err(&empty));
    assert!(folder.0.join("out/model/src/beta/core/thing.rs").is_file());
}

#[test]
fn a_fixup_of_a_version_that_is_not_there_is_refused() {
    let folder = Folder::new("version-of-fixup");
    let fixup = "[[fixup]]\npage = \"bta/resources/thing.md\"\naction = \"drop-page\"\nreason = \"-\"\nlink = \"-\"\n";
    folder.write("docs/fixups.toml", fixup);
    let run = folder.run(&["lint", "--docs", "docs"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(err(&run).contains("`bta/resources/thing.md`"), "{}", err(&run));
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
fn the_summary_for_people_shows_what_was_read_and_written() {
    let folder = Folder::new("summary-for-people");
    let said = out(&folder.run(&["generate", "--docs", "docs", "--out", "out"]));
    // Time and memory are of the day.
    let (same, of_the_day) = said.rsplit_once("; ").expect("files; time");
    assert!(of_the_day.contains(" s"), "{of_the_day}");
    insta::assert_snapshot!(same);
}

#[test]
fn the_summary_for_machines_is_json() {
    let folder = Folder::new("summary");
    let run = folder.run(&["generate", "--docs", "docs", "--out", "out", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&out(&run)).expect("one JSON value");
    assert_eq!(value["versions"][0]["rows"]["seen"], 3);
    assert_eq!(value["versions"][0]["diagnostics"]["unknown-type"], 1);
    assert_eq!(value["versions"][0]["errors"], 1);
    assert!(err(&run).contains("error[unknown-type]"), "{}", err(&run));
}

#[test]
fn lint_shows_the_line_and_a_caret_and_exits_with_1() {
    let folder = Folder::new("lint");
    let lint = folder.run(&["lint", "--docs", "docs"]);
    assert_eq!(lint.status.code(), Some(1));
    insta::assert_snapshot!(out(&lint));
    assert_eq!(err(&lint), "1 error, 0 warnings, 0 notes\n");
    let allowed = folder.run(&["lint", "--docs", "docs", "--allow", "unknown-type"]);
    assert_eq!(allowed.status.code(), Some(0));
    assert_eq!(folder.run(&["lint", "--docs", "docs", "--allow", "no-such-code"]).status.code(), Some(2));
}

#[test]
fn what_is_shown_of_a_page_is_cut_and_cannot_steer_the_terminal() {
    let folder = Folder::new("hostile");
    let (long, wide) = ("a".repeat(3000), "\u{65e5}".repeat(400));
    let rows = format!(
        "|id|String|\u{85}Key{long}|\n|e\u{9b}31m\u{85}d|mystery|{long}|\n|{long}|one \u{1b}[31mor\u{202e} two|b|\n|c|{wide}|d|\n"
    );
    folder.write("docs/beta/resources/thing.md", &THING.replace("|id|String|Key of the entity.|\n", &rows));
    let lint = folder.run(&["lint", "--docs", "docs", "--notes", "--color", "always"]);
    let said = out(&lint);
    let plain = out(&folder.run(&["lint", "--docs", "docs", "--notes"]));
    assert!(plain.lines().filter(|line| line.contains('|')).all(|line| columns(line) <= 120), "{plain}");
    assert!(plain.lines().all(|line| columns(line) <= 700), "{plain}");
    let unsafe_ones = ['\u{9b}', '\u{85}', '\u{202e}'];
    assert!(!said.contains(unsafe_ones) && !plain.contains('\u{1b}'), "{said}");
    insta::assert_snapshot!(plain);
}

/// How wide a line is in a terminal, roughly.
fn columns(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[test]
fn a_stale_fixup_is_a_finding() {
    let folder = Folder::new("stale");
    let fixup = "[[fixup]]\npage = \"beta/resources/thing.md\"\nrow = \"gone\"\naction = \"drop-row\"\n\
        reason = \"It was there.\"\nlink = \"https://example.com\"\n";
    folder.write("docs/fixups.toml", fixup);
    let run = folder.run(&["generate", "--docs", "docs", "--out", "out"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(out(&run).contains("error[stale-fixup]"), "{}", out(&run));
    let json = folder.run(&["check", "--docs", "docs", "--out", "out", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&out(&json)).expect("one JSON value");
    assert_eq!(value["stale_fixups"][0]["page"], "beta/resources/thing.md");
    let check = folder.run(&["check", "--docs", "docs", "--out", "out"]);
    assert_eq!(check.status.code(), Some(1), "the files are as they should be, the fixup is not");
    assert!(out(&check).contains("up to date") && out(&check).contains("error[stale-fixup]"), "{}", out(&check));
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
    folder.write("docs/tablewright.toml", "[crates]\nclient = \"5client\"\n");
    let named = folder.run(&["generate", "--docs", "docs", "--out", "out"]);
    assert_eq!(named.status.code(), Some(2));
    assert!(err(&named).contains("tablewright.toml:2:10: `5client` is no name of a package"), "{}", err(&named));
}

#[test]
fn inspect_shows_a_page_and_what_it_became() {
    let folder = Folder::new("inspect");
    let inspect = folder.run(&["inspect", "resources/thing", "--docs", "docs"]);
    let said = out(&inspect);
    assert_eq!(inspect.status.code(), Some(0), "{}", err(&inspect));
    let (read, became) = said.split_once("// @generated").expect("a file");
    assert!(became.contains("pub size: Option<i32>"), "{became}");
    insta::assert_snapshot!(read);
    let update = folder.run(&["inspect", "thing-update", "--docs", "docs"]);
    insta::assert_snapshot!(out(&update).split("// @generated").next().expect("the first part"));
}

#[test]
fn inspect_shows_the_other_pages_that_a_page_rests_on() {
    let folder = Folder::new("rests");
    folder.write(
        "docs/beta/resources/item.md",
        &THING.replace("thing", "item").replace("|part|mystery|What is it?|\n", ""),
    );
    let mode =
        "# mode enum type\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|on|0|On.|\n|off|1|Off.|\n";
    folder.write("docs/beta/resources/mode.md", mode);
    let thing = "# thing resource type\n\nInherits from [item](item.md).\n\n## Properties\n\
        [!INCLUDE [rows](../includes/rows.md)]\n";
    fs::create_dir_all(folder.0.join("docs/beta/includes")).expect("a folder");
    let rows = "|Property|Type|Description|\n|:---|:---|:---|\n|first|mode|First.|\n|second|mode|Second.|\n";
    folder.write("docs/beta/includes/rows.md", rows);
    folder.write("docs/beta/resources/thing.md", thing);
    let rests = |page: &str| {
        let said = out(&folder.run(&["inspect", page, "--docs", "docs"]));
        said.split("// @generated").next().expect("the first part").to_owned()
    };
    insta::assert_snapshot!(
        ["resources/thing", "resources/mode", "resources/item", "thing-update"].map(rests).concat()
    );
}

#[test]
fn a_page_is_found_by_its_name_before_its_ending() {
    let folder = Folder::new("names");
    folder.write("docs/beta/resources/something.md", "# something resource type\n");
    let first = |args: &[&str]| out(&folder.run(args)).lines().next().map(str::to_owned);
    assert_eq!(first(&["inspect", "thing", "--docs", "docs"]).as_deref(), Some("beta/resources/thing.md"));
    assert_eq!(first(&["inspect", "mething.md", "--docs", "docs"]).as_deref(), Some("beta/resources/something.md"));
    let unclear = folder.run(&["inspect", "hing", "--docs", "docs"]);
    assert_eq!(unclear.status.code(), Some(2));
    let said = "error: `hing` can be any of 2 pages:\n  beta/resources/something.md\n  beta/resources/thing.md\n";
    assert_eq!(err(&unclear), said);
    let near = err(&folder.run(&["inspect", "v1.0/resources/thing.md", "--docs", "docs"]));
    assert!(near.contains("beta/resources/thing.md"), "{near}");
}

#[test]
fn the_api_is_printed_in_the_order_of_its_documentation() {
    let folder = Folder::new("ir");
    let one = out(&folder.run(&["ir", "--docs", "docs", "--api", "beta"]));
    assert!(one.starts_with("{\n  \"version\": \"beta\",\n  \"types\": {"), "{one}");
    fs::create_dir_all(folder.0.join("docs/v1.0/resources")).expect("a folder");
    folder.write("docs/v1.0/resources/thing.md", THING);
    let both = out(&folder.run(&["ir", "--docs", "docs", "--api", "v1.0", "--api", "beta", "--api", "beta"]));
    let both: serde_json::Value = serde_json::from_str(&both).expect("one JSON value");
    assert_eq!((&both[0]["version"], &both[1]["version"], both[2].is_null()), (&"beta".into(), &"v1.0".into(), true));
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
    let slip = err(&folder.run(&["explain", "unknown-tpe"]));
    assert!(slip.contains("did you mean `unknown-type`?"), "{slip}");
}

#[test]
fn the_manual_lists_every_code() {
    let folder = Folder::new("manual");
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../DIAGNOSTICS.md");
    let written = fs::read_to_string(manual).expect("the page is there");
    let printed = out(&folder.run(&["explain", "--markdown"]));
    assert_eq!(written, printed, "make it again: tablewright explain --markdown > codegen/DIAGNOSTICS.md");
}
