//! The report as a file: all that it needs is in it, and words of pages stay words. `.ci/report` opens it in a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("docs/beta/resources")).expect("a folder");
    fs::create_dir_all(folder.join("docs/beta/api")).expect("a folder");
    let pages = [("resources/thing.md", THING), ("resources/state.md", STATE), ("api/thing-update.md", UPDATE)];
    for (path, text) in pages {
        fs::write(folder.join("docs/beta").join(path), text).expect("a page");
    }
    folder
}

const THING: &str = "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Key.|\n|size|Int32|How big.|\n|part|mystery</script>|What?|\n|state|state|Which?|\n\n\
    ## Methods\n|Method|Return type|Description|\n|:--|:--|:--|\n|Get thing|thing|Gets.|\n";
const STATE: &str = "# state enum type\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|on|0|On.|\n";
const UPDATE: &str = "# Update thing\n\nChange a [thing](../resources/thing.md).\n\n## HTTP request\n```http\n\
    PATCH /things/{id}\n```\n\n## Request body\n|Property|Type|Description|\n|:--|:--|:--|\n|size|Int32|How big.|\n\n\
    ## Response\nIf successful, this method returns a `204 No Content` response code.\n";

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tablewright"));
    command.args(args).args(["--color", "never"]).current_dir(folder).output().expect("it runs")
}

/// The file, and the data in it.
fn report(folder: &Path) -> (String, serde_json::Value) {
    let run = run(folder, &["report", "--docs", "docs", "--out", "report.html"]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let html = fs::read_to_string(folder.join("report.html")).expect("it was written");
    let (_, data) = html.split_once(r#"<script type="application/json" id="data">"#).expect("the data");
    let (data, _) = data.split_once("</script>").expect("its end");
    let data = serde_json::from_str(data).expect("JSON that no word of a page ends early");
    (html, data)
}

#[test]
fn everything_has_its_place() {
    let (_, data) = report(&folder("places"));
    let path = |at: &serde_json::Value| {
        let page = &data["pages"][usize::try_from(at[0].as_u64().expect("a number")).expect("small")];
        (format!("{}:{}", page[0].as_str().expect("a path"), at[1]), page[1].as_str().expect("an address").to_owned())
    };
    let thing = &data["types"][1];
    let online = |page: &str| format!("https://learn.microsoft.com/graph/api/{page}?view=graph-rest-beta");
    assert_eq!((&thing["name"], &thing["kind"]), (&"thing".into(), &"entity".into()));
    assert_eq!(path(&thing["at"]), ("beta/resources/thing.md:1".to_owned(), online("resources/thing")));
    assert_eq!(thing["rows"][1][0], "size");
    assert_eq!(path(&thing["rows"][1][3]).0, "beta/resources/thing.md:7");
    let state = &data["types"][0];
    assert_eq!((&state["kind"], &state["rows"][0][1]), (&"enum".into(), &"0".into()));
    let update = &data["updates"][0];
    assert_eq!((&update["body"], &update["settable"]), (&"thing".into(), &1.into()));
    assert_eq!(path(&update["lines"][0][1]), ("beta/api/thing-update.md:7".to_owned(), online("thing-update")));
    let finding =
        data["findings"].as_array().expect("a list").iter().find(|it| it["lines"][0][2] == "mystery</script>");
    let finding = finding.expect("the unknown type, marked in its line");
    assert_eq!(path(&finding["at"]).0, "beta/resources/thing.md:8");
}

#[test]
fn rows_are_counted_by_area_and_add_up() {
    let folder = folder("numbers");
    fs::write(folder.join("docs/tablewright.toml"), "[areas]\n\"thing\" = \"things\"\n\"state\" = \"states\"\n")
        .expect("a file");
    fs::write(folder.join("docs/beta/api/thing-get.md"), UPDATE.replace("PATCH", "GET")).expect("a page");
    let (html, _) = report(&folder);
    let text = text(&html);
    let row = |area: &str| {
        let at = text.find(&format!("\n{area}\n")).unwrap_or_else(|| panic!("no `{area}` in {text}"));
        text[at..].split_whitespace().skip(area.split(' ').count()).take(7).collect::<Vec<_>>().join(" ")
    };
    // Types, enums, properties, updates; rows, used, dropped.
    assert_eq!(row("things"), "1 0 4 1 6 5 1");
    assert_eq!(row("states"), "0 1 0 0 1 1 0");
    assert_eq!(row("pages that make no code"), "0 0 0 0 1 0 1");
    assert_eq!(row("all"), "1 1 4 1 8 6 2");
    assert!(text.contains("1 in lists of methods"), "{text}");
}

/// What stands between the elements, a line each.
fn text(html: &str) -> String {
    let body = html.split_once("<main>").expect("a body").1;
    let pieces = body.split('<').filter_map(|it| it.split_once('>')).map(|(_, text)| text.trim());
    let pieces: Vec<&str> = pieces.filter(|it| !it.is_empty()).collect();
    format!("\n{}\n", pieces.join("\n"))
}

#[test]
fn it_is_one_file_the_same_each_time() {
    let folder = folder("alone");
    let (html, _) = report(&folder);
    assert_eq!(html, report(&folder).0);
    assert!(html.contains("default-src 'none'") && html.ends_with("</html>\n"), "{html}");
    for mark in ["<link rel=\"style", "src=", "@import", "url(", "fetch(", "innerHTML", "{{", "{%"] {
        assert!(!html.contains(mark), "{mark}");
    }
    assert_eq!(html.matches("</script>").count(), 2, "the data and the script, each ended once");
}

#[test]
fn names_of_folders_are_escaped() {
    let folder = folder("names");
    fs::rename(folder.join("docs"), folder.join("a<b>&\"c")).expect("a folder");
    let run = run(&folder, &["report", "--docs", "a<b>&\"c"]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let html = fs::read_to_string(folder.join("report.html")).expect("it was written");
    assert!(html.contains("<h1>a&lt;b&gt;&amp;&quot;c</h1>"), "{html}");
}

#[test]
fn what_cannot_be_written_is_said() {
    let folder = folder("nowhere");
    let run = run(&folder, &["report", "--docs", "docs", "--out", "no/such/folder.html"]);
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.starts_with("error: no/such/folder.html: "), "{said}");
}
