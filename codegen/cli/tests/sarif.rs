//! `tablewright lint --format sarif`: what the schema of SARIF 2.1.0 asks for, without the schema, which has 130 kB.

mod folder;

use folder::{Folder, THING, UPDATE, err, out};
use serde_json::Value;

/// The properties that the schema knows, of those that are written, by the kind of object; others it refuses.
const KNOWN: [(&str, &[&str]); 14] = [
    ("log", &["$schema", "version", "runs"]),
    ("run", &["tool", "columnKind", "newlineSequences", "results"]),
    ("driver", &["name", "version", "rules"]),
    ("rule", &["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"]),
    ("message", &["text", "markdown"]),
    (
        "result",
        &["ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "fixes", "partialFingerprints"],
    ),
    ("fix", &["description", "artifactChanges"]),
    ("artifactChange", &["artifactLocation", "replacements"]),
    ("replacement", &["deletedRegion", "insertedContent"]),
    ("artifactContent", &["text"]),
    ("location", &["id", "physicalLocation", "message"]),
    ("physicalLocation", &["artifactLocation", "region"]),
    ("artifactLocation", &["uri", "uriBaseId"]),
    ("region", &["startLine", "startColumn", "endLine", "endColumn"]),
];

fn assert_known(kind: &str, value: &Value) {
    let (_, known) = KNOWN.iter().find(|(it, _)| *it == kind).expect("a kind of object");
    for name in value.as_object().unwrap_or_else(|| panic!("a {kind}: {value}")).keys() {
        assert!(known.contains(&name.as_str()), "a {kind} has no `{name}`");
    }
}

fn assert_message(value: &Value) {
    assert_known("message", value);
    assert!(!value["text"].as_str().expect("a text").is_empty());
}

fn assert_location(value: &Value) {
    assert_known("location", value);
    let place = &value["physicalLocation"];
    assert_known("physicalLocation", place);
    assert_artifact(&place["artifactLocation"]);
    if let (start, Some(end)) = region(&place["region"]) {
        assert!(end > start, "{place}");
    }
}

fn assert_artifact(value: &Value) {
    assert_known("artifactLocation", value);
    let uri = value["uri"].as_str().expect("a reference");
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
    assert!(uri.chars().all(is_plain) && !uri.starts_with('/'), "{uri}");
}

/// Line and column of the beginning, and of the end where there is one.
fn region(value: &Value) -> ((u64, u64), Option<(u64, u64)>) {
    assert_known("region", value);
    let number = |name: &str| value[name].as_u64();
    let start = (number("startLine").expect("a line"), number("startColumn").expect("a column"));
    assert!(start.0 >= 1 && start.1 >= 1, "{value}");
    (start, number("endLine").zip(number("endColumn")))
}

/// A region without length is where something is put in.
fn assert_fix(value: &Value) {
    assert_known("fix", value);
    assert_message(&value["description"]);
    let changes = value["artifactChanges"].as_array().expect("changes");
    assert!(!changes.is_empty());
    for change in changes {
        assert_known("artifactChange", change);
        assert_artifact(&change["artifactLocation"]);
        let replacements = change["replacements"].as_array().expect("replacements");
        assert!(!replacements.is_empty());
        for it in replacements {
            assert_known("replacement", it);
            let (start, end) = region(&it["deletedRegion"]);
            let is_insertion = end.expect("an end") == start;
            assert!(end >= Some(start) && !(is_insertion && it["insertedContent"].is_null()), "{it}");
            if let Some(content) = it.get("insertedContent") {
                assert_known("artifactContent", content);
            }
        }
    }
}

fn assert_result(value: &Value, rules: &[Value]) {
    assert_known("result", value);
    let rule = usize::try_from(value["ruleIndex"].as_u64().expect("a number")).expect("a small one");
    assert_eq!(rules[rule]["id"], value["ruleId"]);
    assert!(["error", "warning", "note"].contains(&value["level"].as_str().expect("a level")));
    assert_message(&value["message"]);
    for it in value["locations"].as_array().expect("locations") {
        assert_location(it);
    }
    for it in value["relatedLocations"].as_array().into_iter().flatten() {
        assert_location(it);
        assert_message(&it["message"]);
    }
    for it in value["fixes"].as_array().into_iter().flatten() {
        assert_fix(it);
    }
    let prints = value["partialFingerprints"].as_object().expect("an object");
    assert!(!prints.is_empty() && prints.values().all(Value::is_string));
}

/// One log, each part of which is as the schema wants it.
fn checked(log: &str) -> Value {
    let log: Value = serde_json::from_str(log).expect("one JSON value");
    assert_known("log", &log);
    assert_eq!(log["version"], "2.1.0");
    for run in log["runs"].as_array().expect("runs") {
        assert_known("run", run);
        let driver = &run["tool"]["driver"];
        assert_known("driver", driver);
        let rules = driver["rules"].as_array().expect("rules");
        for (at, rule) in rules.iter().enumerate() {
            assert_known("rule", rule);
            assert!(rules[..at].iter().all(|it| it["id"] != rule["id"]), "{rule} twice");
            for it in ["shortDescription", "fullDescription", "help"] {
                assert_message(&rule[it]);
            }
        }
        for it in run["results"].as_array().expect("results") {
            assert_result(it, rules);
        }
    }
    log
}

#[test]
fn every_part_of_a_log_is_as_the_schema_wants_it() {
    let folder = Folder::new("sarif");
    folder.write("docs/beta/resources/a thing, 100% \u{e9}.md", &THING.replace("thing", "other"));
    folder.write("docs/beta/api/thing-update.md", &UPDATE.replace("PATCH /things/{id}\n", "PATCH /things/.../{id}\n"));
    folder.write("docs/beta/resources/thing.md", &format!("{THING}|size|Int64|How big it is.|\n"));
    folder.write("docs/beta/api/thing.txt", "no page\n");
    let log = checked(&out(&folder.run(&["lint", "--docs", "docs", "--notes", "--format", "sarif"])));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let uris: Vec<&Value> =
        results.iter().map(|it| &it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).collect();
    assert!(uris.contains(&&"docs/beta/resources/a%20thing%2C%20100%25%20%C3%A9.md".into()), "{uris:?}");
    let of = |code: &str| results.iter().find(|it| it["ruleId"] == code).expect("a result");
    assert_eq!(of("odd-path")["level"], "warning");
    assert_eq!(of("not-markdown")["level"], "note");
    let region = &of("unknown-type")["locations"][0]["physicalLocation"]["region"];
    assert_eq!(*region, serde_json::json!({ "startLine": 8, "startColumn": 7, "endLine": 8, "endColumn": 14 }));
    let twice = folder.run(&["lint", "thing", "--docs", "docs", "--format", "sarif"]);
    let second = &checked(&out(&twice))["runs"][0]["results"][1];
    assert_eq!(second["ruleId"], "duplicate-row");
    let related = &second["relatedLocations"][0];
    assert_eq!(
        (&related["message"]["text"], &related["physicalLocation"]["region"]["startLine"]),
        (&"the first one".into(), &7.into())
    );
    let without = folder.run(&["lint", "--docs", "docs", "--allow", "unknown-type", "--format", "sarif"]);
    checked(&out(&without));
    assert!(err(&without).starts_with("1 error, 2 warnings, 0 notes"), "{}", err(&without));
}

#[test]
fn what_can_be_mended_has_a_fix() {
    let folder = Folder::new("sarif-fix");
    let slips = THING.replace("|size|Int32|", "|size|Int23|").replace("|:---|:---|:---|\n", "");
    folder.write("docs/beta/resources/other.md", &slips.replace("thing", "other"));
    folder.write("docs/beta/resources/thing.md", &THING.replace("|size|", "|\u{feff}size|").replace("Int32", "Int23"));
    let log = checked(&out(&folder.run(&["lint", "--docs", "docs", "--format", "sarif"])));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let replacement = |code: &str| {
        let of = results.iter().find(|it| it["ruleId"] == code && !it["fixes"].is_null()).expect("a fix");
        of["fixes"][0]["artifactChanges"][0]["replacements"][0].clone()
    };
    let region = |line: u32, start: u32, end: u32| serde_json::json!({ "startLine": line, "startColumn": start, "endLine": line, "endColumn": end });
    let put =
        serde_json::json!({ "deletedRegion": region(4, 28, 28), "insertedContent": { "text": "\n|---|---|---|" } });
    assert_eq!(replacement("missing-delimiter"), put);
    assert_eq!(replacement("stray-mark"), serde_json::json!({ "deletedRegion": region(7, 2, 3) }));
    assert_eq!(replacement("unknown-type")["deletedRegion"], region(7, 8, 13));
}

#[test]
fn a_finding_keeps_its_fingerprint_when_lines_move() {
    let folder = Folder::new("fingerprint");
    let prints = || {
        let log = checked(&out(&folder.run(&["lint", "--docs", "docs", "--notes", "--format", "sarif"])));
        let results = log["runs"][0]["results"].as_array().expect("results");
        results.iter().map(|it| format!("{} {}", it["ruleId"], it["partialFingerprints"])).collect::<Vec<_>>()
    };
    folder
        .write("docs/beta/resources/thing.md", &format!("{THING}|part|mystery|What is it?|\n|other|mystery|It is.|\n"));
    let before = prints();
    let moved =
        THING.replace("## Properties", "More text.\n\n## Properties").replace("|part|mystery|", "| part | mystery |");
    folder
        .write("docs/beta/resources/thing.md", &format!("{moved}|part|mystery|What is it?|\n|other|mystery|It is.|\n"));
    assert_eq!(before, prints());
    assert!((1..before.len()).all(|at| !before[..at].contains(&before[at])), "{before:?}");
}
