//! `tablewright lint` as maintainers of docs run it.

mod folder;

use folder::{Folder, THING, err, out};

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
