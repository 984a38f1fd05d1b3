//! What mends a finding mends it: pages of which one thing was spoilt are as they were after the edits, or at least nothing
//! is said of them that was not said before, in each kind of file.

use std::collections::BTreeSet;

use tablewright::diagnostic::{Code, Diagnostic, Edit, edited};
use tablewright::source::Docs;
use tablewright::{Config, Loaded};
use tablewright_pipeline_tests::corpus;

const THING: &str = "# thing resource type\n\nNamespace: microsoft.graph\n\nA thing.\n\n## Properties\n\
    |Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n|size|Int32|How big.|\n|when|DateTimeOffset|Since when.|\n\n\
    ## JSON representation\n```json\n{\n  \"id\": \"String\",\n  \"size\": 4,\n  \"when\": \"String (timestamp)\"\n}\n```\n\n<!-- uuid: 1 -->\n";
const UPDATE: &str = "# Update thing\n\nNamespace: microsoft.graph\n\nChange a [thing](../resources/thing.md).\n\n\
    ## HTTP request\n```http\nPATCH /things/{id}\n```\n\n## Request body\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |size|Int32|How big, see [thing](../resources/thing.md).|\n\n## Response\n\
    If successful, this method returns a `204 No Content` response code.\n";

/// A page, what is replaced in it by what, and what is said of that.
type Slip = (&'static str, &'static str, &'static str, Code);

/// With the page before the slip as the outcome.
const BACK: [Slip; 9] = [
    ("resources/thing.md", "|size|Int32|", "|size|Int23|", Code::UnknownType),
    ("resources/thing.md", "|when|DateTimeOffset|", "|when|DateTimeOfset|", Code::UnknownType),
    ("resources/thing.md", "|id|String|", "|id|Strng|", Code::UnknownType),
    ("api/thing-update.md", "|size|Int32|", "|size|Int23|", Code::MisspelledType),
    ("api/thing-update.md", "/thing.md", "/thnig.md", Code::DeadLink),
    ("resources/thing.md", "}\n```\n", "}\n", Code::UnclosedFence),
    ("api/thing-update.md", "{id}\n```\n", "{id}\n", Code::UnclosedFence),
    ("resources/thing.md", "|size|", "|\u{feff}size|", Code::StrayMark),
    ("resources/thing.md", "|size|Int32|", "|size||Int32|", Code::SurplusCells),
];

/// With another outcome: a delimiter row without colons, an escaped bar.
const MENDED: [Slip; 3] = [
    ("resources/thing.md", "|:---|:---|:---|\n", "", Code::MissingDelimiter),
    ("api/thing-update.md", "|:---|:---|:---|\n", "", Code::MissingDelimiter),
    ("resources/thing.md", "|How big.|", "|How (big|small).|", Code::SurplusCells),
];

/// What files can look like beside what they say.
const FORMS: [fn(&str) -> String; 5] = [
    str::to_owned,
    |text| text.replace('\n', "\r\n"),
    |text| format!("\u{feff}{text}"),
    |text| text.trim_end().to_owned(),
    |text| format!("\u{feff}---\r\ntitle: \"x\"\r\n---\r\n\r\n{}", text.trim_end().replace('\n', "\r\n")),
];

fn pages(form: fn(&str) -> String) -> Vec<(String, String)> {
    [("beta/api/thing-update.md", UPDATE), ("beta/resources/thing.md", THING)]
        .map(|(path, text)| (path.to_owned(), form(text)))
        .to_vec()
}

fn read(files: &[(String, String)]) -> Loaded {
    let files = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    tablewright::read(&Config::default(), Docs::from_files("beta", files))
}

/// What is said, without places, which move.
fn said(loaded: &Loaded) -> BTreeSet<(Code, String, String)> {
    let key = |it: &Diagnostic| (it.code, it.origin.page.clone(), it.message.clone());
    loaded.diagnostics.iter().map(key).collect()
}

/// The files after one run, each byte beside the edits as it was.
fn mended(files: &[(String, String)], loaded: &Loaded) -> Vec<(String, String)> {
    let file = |(path, text): &(String, String)| {
        let of_file = loaded.diagnostics.iter().filter(|it| it.origin.page == *path && !it.edits.is_empty());
        let edits: Vec<&[Edit]> = of_file.map(|it| it.edits.as_slice()).collect();
        let made = edited(text, &edits);
        assert_kept(text, &made.text, &edits.concat());
        (path.clone(), made.text)
    };
    files.iter().map(file).collect()
}

/// That the pieces between the edits stand in the new text, in their order, with nothing else than the edits between.
fn assert_kept(old: &str, new: &str, edits: &[Edit]) {
    let edits: BTreeSet<&Edit> = edits.iter().collect();
    let (mut at, mut rest) = (0, new);
    for edit in edits {
        rest = rest.strip_prefix(&old[at..edit.span.start]).expect("what is before an edit is kept");
        rest = rest.strip_prefix(edit.text.as_str()).expect("the edit");
        at = edit.span.end;
    }
    assert_eq!(rest, &old[at..], "what is behind the last edit is kept");
}

/// Spoils a page, mends it, and gives back the page as it was and as it is then.
fn repaired((page, right, wrong, code): Slip, form: fn(&str) -> String) -> (String, String) {
    let (right, wrong) = (form_of_line(right, form), form_of_line(wrong, form));
    let whole = pages(form);
    let at = whole.iter().position(|(path, _)| path.ends_with(page)).expect("a page");
    let mut spoilt = whole.clone();
    spoilt[at].1 = whole[at].1.replace(&right, &wrong);
    assert_ne!(spoilt, whole, "{right} is on {page}");
    let wrong = read(&spoilt);
    assert!(wrong.diagnostics.iter().any(|it| it.code == code && !it.edits.is_empty()), "{code} has an edit");
    let files = mended(&spoilt, &wrong);
    let after = read(&files);
    assert!(said(&after).is_subset(&said(&read(&whole))), "{code}: nothing else is said: {:?}", after.diagnostics);
    assert_eq!(mended(&files, &after), files, "{code}: a second run changes nothing");
    (whole[at].1.clone(), files[at].1.clone())
}

/// Only the ends of lines are another in a part of a page.
fn form_of_line(text: &str, form: fn(&str) -> String) -> String {
    if form("a\nb").contains('\r') { text.replace('\n', "\r\n") } else { text.to_owned() }
}

#[test]
fn a_page_is_as_it_was_before_the_slip() {
    for (slip, form) in BACK.into_iter().flat_map(|slip| FORMS.map(|form| (slip, form))) {
        let (before, after) = repaired(slip, form);
        assert_eq!(after, before, "{slip:?}");
    }
}

#[test]
fn nothing_new_is_said_where_there_are_several_right_ways() {
    for (slip, form) in MENDED.into_iter().flat_map(|slip| FORMS.map(|form| (slip, form))) {
        let (before, after) = repaired(slip, form);
        assert_eq!(after.matches("\r\n").count() == after.matches('\n').count(), before.contains("\r\n"), "{after:?}");
        assert_eq!(after.starts_with('\u{feff}'), before.starts_with('\u{feff}'));
        assert_eq!(after.ends_with('\n'), before.ends_with('\n'));
    }
}

#[test]
fn the_last_line_is_closed_where_it_is() {
    for form in [FORMS[0], FORMS[1], FORMS[3]] {
        let mut files = pages(form);
        let end = form(&THING[..THING.rfind("```").expect("a fence")]);
        files[1].1.clone_from(&end);
        let after = mended(&files, &read(&files)).remove(1).1;
        let (body, line_end) = (end.trim_end(), if end.contains('\r') { "\r\n" } else { "\n" });
        assert_eq!(after, format!("{body}{line_end}```{}", &end[body.len()..]));
    }
}

/// What looks alike, and where a person has to look.
#[test]
fn what_is_not_sure_is_left_to_a_person() {
    let unsure = [
        ("resources/thing.md", "|size|Int32|", "|size|Int6|"),
        ("resources/thing.md", "|size|Int32|", "|size|Dates|"),
        ("resources/thing.md", "|size|Int32|", "|size|[Strng](strng.md)|"),
        ("resources/thing.md", "}\n```\n", "}\n\nThis is not code any more.\n"),
        ("resources/thing.md", "}\n```\n", "}\n```### Properties\n"),
        ("api/thing-update.md", "{id}\n```\n", "{id}\n\n```http\n{}\n```\n"),
        ("resources/thing.md", "|How big.|", "|How big|small.|"),
        ("resources/thing.md", "|How big.|", "|How `(big|small)`.|"),
        ("api/thing-update.md", "[thing](../resources/thing.md).", "[user](../resources/thnig.md)."),
        ("api/thing-update.md", "/thing.md", "/thing2.md"),
    ];
    for (page, right, wrong) in unsure {
        let mut files = pages(str::to_owned);
        let file = files.iter_mut().find(|(path, _)| path.ends_with(page)).expect("a page");
        let user = THING.replace("thing", "user");
        file.1 = file.1.replace(right, wrong);
        files.push(("beta/resources/user.md".to_owned(), user));
        let loaded = read(&files);
        let edits: Vec<_> = loaded.diagnostics.iter().filter(|it| !it.edits.is_empty()).collect();
        assert!(edits.is_empty(), "{wrong}: {edits:?}");
    }
}

#[test]
fn an_included_file_is_mended_where_it_is() {
    let table = "|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n|size|Strng|How big.|\n";
    let page =
        format!("# thing resource type\n\n## Properties\n[!INCLUDE [rows](../includes/rows.md)]\n\n{}", "Text.\n");
    let other = page.replace("thing", "other");
    let files = [
        ("beta/includes/rows.md".to_owned(), format!("---\na: b\n---\n{table}")),
        ("beta/resources/other.md".to_owned(), other),
        ("beta/resources/thing.md".to_owned(), page),
    ];
    let loaded = read(&files);
    let said: Vec<&Diagnostic> = loaded.diagnostics.iter().filter(|it| it.code == Code::UnknownType).collect();
    assert_eq!((said.len(), said[0].origin.page.as_str()), (1, "beta/includes/rows.md"));
    let after = mended(&files, &loaded);
    assert_eq!(after[0].1, files[0].1.replace("Strng", "String"));
    assert_eq!(after[1..], files[1..]);
}

/// All edits of the real docs at once: what they mend is said no more, nothing new is said, and nothing is left to mend.
#[test]
fn real_docs_are_mended_in_one_run() {
    let Some(corpus) = corpus() else { return };
    for (folder, version) in [("2017-02", "beta"), ("2025-sample", "v1.0")] {
        let docs = Docs::read(&corpus.join(folder), version).expect("the docs are read");
        let files: Vec<(String, String)> =
            docs.inputs().filter_map(|path| Some((path.to_owned(), docs.text(path)?.to_owned()))).collect();
        let before = tablewright::read(&Config::default(), docs);
        let files = mended(&files, &before);
        let after = read_as(version, &files);
        let new: Vec<_> = said(&after).difference(&said(&before)).cloned().collect();
        assert!(new.is_empty(), "{folder}: {new:?}");
        assert!(after.diagnostics.iter().all(|it| it.edits.is_empty()), "{folder}");
    }
}

fn read_as(version: &str, files: &[(String, String)]) -> Loaded {
    let files = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    tablewright::read(&Config::default(), Docs::from_files(version, files))
}
