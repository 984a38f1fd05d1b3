//! Findings as a log of SARIF 2.1.0.

mod fix;

use serde::Serialize;
use tablewright::diagnostic::{Code, Second, Severity};
use tablewright::span::Origin;

use crate::finding::{self, Finding, Folder};
use fix::Fix;

/// One JSON value.
pub(crate) fn text(findings: &[Finding<'_>], docs: &Folder) -> String {
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver() },
            column_kind: "unicodeCodePoints",
            newline_sequences: ["\r\n", "\n", "\r"],
            results: findings.iter().map(|it| result(it, docs)).collect(),
        }],
    };
    serde_json::to_string_pretty(&log).expect("a log has names for keys only") + "\n"
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    newline_sequences: [&'static str; 3],
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// A result; the word is taken by `std`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// The name under which code scanning looks for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fingerprints {
    primary_location_line_hash: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
}

fn driver() -> Driver {
    Driver {
        name: "tablewright",
        version: env!("CARGO_PKG_VERSION"),
        rules: Code::ALL.iter().copied().map(rule).collect(),
    }
}

fn rule(code: Code) -> Rule {
    let about = code.about();
    let short = about.split_inclusive([';', '.']).next().unwrap_or(about).trim_end_matches([';', '.']);
    let (example, marked) = match code.example() {
        "" => (String::new(), String::new()),
        it => (format!("\n\nExample:\n{it}"), format!("\n\n~~~text\n{it}\n~~~")),
    };
    Rule {
        id: code.name(),
        short_description: Message { text: format!("{short}.") },
        full_description: Message { text: about.to_owned() },
        help: Help { text: format!("{about}{example}"), markdown: format!("{about}{marked}") },
        default_configuration: Configuration { level: level(code.severity()) },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(it: &Finding<'_>, docs: &Folder) -> Outcome {
    Outcome {
        rule_id: it.said.code.name(),
        rule_index: Code::ALL.iter().position(|code| *code == it.said.code).expect("ALL has every code"),
        level: level(it.severity),
        message: Message { text: it.sentence() },
        locations: [location(docs, &it.said.origin, it.end().as_ref())],
        related_locations: it.said.second.iter().map(|second| related(it, second, docs)).collect(),
        fixes: fix::fixes(it, docs),
        partial_fingerprints: Fingerprints { primary_location_line_hash: it.fingerprint.line.to_string() },
    }
}

fn related(it: &Finding<'_>, second: &Second, docs: &Folder) -> Location {
    let end = finding::end(it.docs, &second.origin, second.span);
    let message = Some(Message { text: second.label.clone() });
    Location { message, ..location(docs, &second.origin, end.as_ref()) }
}

fn location(docs: &Folder, start: &Origin, end: Option<&Origin>) -> Location {
    Location {
        message: None,
        physical_location: PhysicalLocation {
            artifact_location: artifact(docs, &start.page),
            region: region(start, end),
        },
    }
}

fn artifact(docs: &Folder, page: &str) -> Artifact {
    Artifact { uri: docs.uri(page), uri_base_id: "%SRCROOT%" }
}

fn region(start: &Origin, end: Option<&Origin>) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.map(|it| it.line),
        end_column: end.map(|it| it.column),
    }
}
