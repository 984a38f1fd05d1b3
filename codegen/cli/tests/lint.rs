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
