//! `tablewright lint` as maintainers of docs run it.

mod folder;

use folder::{Folder, THING, UPDATE, err, out};

#[test]
fn a_denied_note_is_shown_as_the_error_that_it_is_here() {
    let folder = Folder::new("denied");
    folder.write("docs/beta/resources/thing.md", &THING.replace("|mystery|", "||").replace("|How big it is.|", "|"));
    let quiet = folder.run(&["lint", "--docs", "docs"]);
    assert_eq!((quiet.status.code(), out(&quiet).contains("short-row")), (Some(0), false));
    assert_eq!(err(&quiet), "0 errors, 1 warning, 0 notes; 1 note more with `--notes`\n");
    for denied in ["short-row", "notes"] {
        let denied = folder.run(&["lint", "--docs", "docs", "--deny", denied]);
        assert_eq!(denied.status.code(), Some(1));
        assert!(out(&denied).contains("error[short-row]"), "{}", out(&denied));
    }
    let both = folder.run(&["lint", "--docs", "docs", "--deny", "warnings", "--deny", "notes"]);
    assert_eq!(err(&both), "2 errors, 0 warnings, 0 notes\n");
}

#[test]
fn a_workflow_command_says_where_and_escapes_what_would_end_it() {
    let folder = Folder::new("github");
    folder.write("docs/beta/resources/a,b: 5%.md", &THING.replace("mystery", "mystery, 100%: x"));
    let lint = folder.run(&["lint", "--docs", "docs", "--format", "github"]);
    let first = out(&lint).lines().next().map(str::to_owned);
    let said = "::error file=docs/beta/resources/a%2Cb%3A 5%25.md,line=8,col=7,endColumn=23,title=unknown-type::no page describes `mystery`";
    assert_eq!(first.as_deref(), Some(said));
    let slip = THING.replace("|part|mystery|What is it?|", "|50% of it||What is it?|");
    folder.write("docs/beta/resources/a,b: 5%.md", &slip);
    let said = out(&folder.run(&["lint", "--docs", "docs", "--format", "github"]));
    assert!(said.contains("title=odd-name::`50%25 of it` is no name of a property\n"), "{said}");
}

#[test]
fn findings_for_machines_say_where_they_end() {
    let folder = Folder::new("list");
    let printed = out(&folder.run(&["lint", "--docs", "docs", "--format", "json"]));
    let list: serde_json::Value = serde_json::from_str(&printed).expect("one JSON value");
    let it = &list[0];
    assert_eq!(
        (&it["page"], &it["line"], &it["endColumn"]),
        (&"beta/resources/thing.md".into(), &8.into(), &14.into())
    );
}

#[test]
fn only_what_the_baseline_lacks_counts() {
    let folder = Folder::new("baseline");
    let lint = |args: &[&str]| folder.run(&[&["lint", "--docs", "docs"], args].concat());
    let write = lint(&["--notes", "--write-baseline", "known.txt"]);
    assert_eq!((write.status.code(), out(&write).as_str()), (Some(0), ""));
    assert_eq!(err(&write), "known.txt: 1 finding written\n");
    let known = std::fs::read_to_string(folder.0.join("known.txt")).expect("it was written");
    let entry = known.lines().find(|line| !line.starts_with('#')).expect("one entry");
    assert!(entry.starts_with("beta/resources/thing.md unknown-type "), "{known}");

    let moved = THING.replace("## Properties", "It is a thing.\n\n## Properties");
    folder.write("docs/beta/resources/thing.md", &moved);
    let same = lint(&["--baseline", "known.txt"]);
    assert_eq!((same.status.code(), out(&same).as_str()), (Some(0), ""), "{}", out(&same));
    assert_eq!(err(&same), "0 errors, 0 warnings, 0 notes\n1 finding of known.txt not shown\n");

    folder.write(
        "docs/beta/resources/thing.md",
        &format!("{moved}|part|mystery|What is it?|\n|new|riddle|It is new.|\n"),
    );
    let more = lint(&["--baseline", "known.txt"]);
    assert_eq!(more.status.code(), Some(1));
    assert!(out(&more).contains("`riddle`") && !out(&more).contains("`mystery`"), "{}", out(&more));

    folder.write("docs/beta/resources/thing.md", &moved.replace("mystery", "String"));
    let gone = err(&lint(&["--baseline", "known.txt"]));
    let said =
        "0 findings of known.txt not shown; 1 of its entries is gone: --write-baseline known.txt leaves it out\n";
    assert!(gone.ends_with(said), "{gone}");
    std::fs::create_dir_all(folder.0.join("docs/v1.0/resources")).expect("a folder");
    folder.write("docs/v1.0/resources/thing.md", THING);
    assert!(!err(&lint(&["--api", "v1.0", "--baseline", "known.txt"])).contains("gone"));
}

#[test]
fn a_baseline_that_is_none_cannot_run() {
    let folder = Folder::new("no-baseline");
    let missing = folder.run(&["lint", "--docs", "docs", "--baseline", "known.txt"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).starts_with("error: known.txt: "), "{}", err(&missing));
    folder.write("known.txt", "# a comment\n=======\n");
    let broken = folder.run(&["lint", "--docs", "docs", "--baseline", "known.txt"]);
    assert_eq!((broken.status.code(), out(&broken).as_str()), (Some(2), ""));
    assert_eq!(err(&broken), "error: known.txt:2: `=======` is no entry of a baseline\n");
}

#[test]
fn single_pages_are_looked_at_with_all_others_at_hand() {
    let folder = Folder::new("pages");
    folder.write("docs/beta/resources/other.md", &THING.replace("thing", "other").replace("mystery", "thing"));
    folder.write("docs/beta/resources/third.md", &THING.replace("thing", "third").replace("mystery", "riddle"));
    let lint = |pages: &[&str]| folder.run(&[&["lint", "--docs", "docs"], pages].concat());
    assert_eq!((lint(&["other"]).status.code(), out(&lint(&["other"]))), (Some(0), String::new()));
    let two = out(&lint(&["beta/resources/third.md", "other"]));
    assert!(two.contains("`riddle`") && !two.contains("`mystery`"), "{two}");
    folder.write("docs/beta/resources/something.md", "# something resource type\n");
    let unclear = lint(&["hing"]);
    assert_eq!(unclear.status.code(), Some(2), "{}", err(&unclear));
    assert!(err(&lint(&["thng"])).contains("there is no page `thng`"));
}

#[test]
fn a_second_place_is_shown_with_its_own_page_and_line() {
    let folder = Folder::new("second");
    let body =
        "## Request body\n|Property|Type|Description|\n|:---|:---|:---|\n|sizes|Int32|How big it is.|\n\n## Response\n";
    folder.write("docs/beta/api/thing-update.md", &UPDATE.replace("## Response\n", body));
    insta::assert_snapshot!(out(&folder.run(&["lint", "thing-update", "--docs", "docs"])));
    let printed = out(&folder.run(&["lint", "thing-update", "--docs", "docs", "--format", "json"]));
    let list: serde_json::Value = serde_json::from_str(&printed).expect("one JSON value");
    let second = serde_json::json!({ "page": "beta/resources/thing.md", "line": 7, "column": 2, "label": "this one?" });
    assert_eq!(list[0]["second"], second);
    let command = out(&folder.run(&["lint", "thing-update", "--docs", "docs", "--format", "github"]));
    assert!(command.ends_with("did you mean `size`?; this one?: docs/beta/resources/thing.md:7\n"), "{command}");
}

#[cfg(unix)]
#[test]
fn what_is_not_read_is_named_though_there_is_nothing_of_it_to_show() {
    let folder = Folder::new("unread");
    std::os::unix::fs::symlink("..", folder.0.join("docs/beta/resources/loop")).expect("a link");
    let said = out(&folder.run(&["lint", "--docs", "docs"]));
    let shown = "warning[unread-file]: a link back to a folder that is read already\n --> beta/resources/loop\n";
    assert!(said.contains(shown), "{said}");
}

#[test]
fn what_another_version_says_is_shown_by_its_place() {
    let folder = Folder::new("versions");
    std::fs::create_dir_all(folder.0.join("docs/v1.0/resources")).expect("a folder");
    folder.write("docs/v1.0/resources/thing.md", &THING.replace("|size|Int32|", "|size|Int64|"));
    let said = out(&folder.run(&["lint", "--docs", "docs", "--notes", "v1.0/resources/thing.md"]));
    assert!(said.contains("note[version-type]: `size` is `Int64` in v1.0, and `Int32` in beta\n"), "{said}");
    assert!(said.contains("= note: beta/resources/thing.md:7:2: `Int32` here\n"), "{said}");
}
