//! The API of v1.0 against the official metadata of the same date, by the script that comes with it.

use std::fs;
use std::process::Command;

use serde_json::Value;
use tablewright_pipeline_tests::{corpus, root, truth};

/// What an independent reading of the same pages reaches, or what we reached already where that is more; per cent.
const FLOORS: [(&str, &str, f64); 13] = [
    ("types", "precision", 95.9),
    ("types", "recall", 93.9),
    ("kind", "agree", 98.3),
    ("base", "agree", 93.8),
    ("properties", "precision", 99.25),
    ("properties", "recall_on_matched_types", 98.48),
    ("properties", "navigation_recall_on_matched_types", 89.6),
    ("properties", "type_agree", 98.33),
    ("properties", "wire_agree", 99.87),
    ("enums", "recall", 89.7),
    ("enums", "precision", 90.0),
    ("patch", "resolved_%", 97.9),
    ("patch", "body_same_or_derived_%", 99.1),
];

#[test]
fn what_we_read_is_what_the_service_means() {
    let (Some(corpus), Some(truth)) = (corpus(), truth()) else { return };
    let folder = root().join("target/score");
    fs::create_dir_all(&folder).expect("target can be written");
    let (ir, scores) = (folder.join("v1.0.json"), folder.join("scores.json"));
    let docs = corpus.join("2021-07");
    let cargo = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--locked",
            "-p",
            "tablewright-cli",
            "--",
            "ir",
            "--format",
            "graph-ir/1",
            "--api",
            "v1.0",
        ])
        .arg("--docs")
        .arg(&docs)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    fs::write(&ir, cargo.stdout).expect("target can be written");
    let python = Command::new("python3")
        .arg(truth.join("score.py"))
        .arg(&ir)
        .arg("--csdl")
        .arg(truth.join("v1.0-2021-07.csdl.xml"))
        .arg("--json")
        .arg(&scores)
        .output()
        .expect("python3 runs");
    assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));
    let scores: Value = serde_json::from_slice(&fs::read(&scores).expect("the script wrote it")).expect("it is JSON");
    for (group, name, floor) in FLOORS {
        let score = scores["scores"][group][name].as_f64().unwrap_or_default();
        assert!(score >= floor, "{group} {name}: {score} is below {floor}");
    }
}
