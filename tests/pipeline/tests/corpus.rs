//! The real docs as counts: a change of the reader shows as a diff of numbers.

use std::fmt::Write as _;

use tablewright::source::Docs;
use tablewright::{Config, Loaded, Summary};
use tablewright_pipeline_tests::{corpus, root};

fn loaded(folder: &std::path::Path, version: &str) -> Loaded {
    let docs = Docs::read(folder, version).expect("the folder can be read");
    tablewright::read(&Config::default(), docs)
}

fn numbers(it: &Summary) -> String {
    let mut text = String::new();
    for (kind, count) in &it.pages {
        let _ = writeln!(text, "pages {kind} {count}");
    }
    for (kind, count) in &it.counts.tables {
        let _ = writeln!(text, "tables {kind} {count}");
    }
    let _ = writeln!(text, "rows seen {}\nrows used {}", it.counts.seen, it.counts.used);
    for (reason, count) in &it.counts.dropped {
        let _ = writeln!(text, "rows dropped {reason} {count}");
    }
    let _ =
        writeln!(text, "types {}\nproperties {}\nenums {}\nmembers {}", it.types, it.properties, it.enums, it.members);
    let _ = writeln!(text, "operations {}\nrequest lines {}", it.operations, it.request_lines);
    for (code, count) in &it.diagnostics {
        let _ = writeln!(text, "{} {code} {count}", code.severity());
    }
    text
}

fn count(date: &str, version: &str) -> Option<String> {
    let loaded = loaded(&corpus()?.join(date), version);
    assert!(loaded.summary.counts.add_up(), "rows seen = used + dropped: {:?}", loaded.summary.counts);
    Some(numbers(&loaded.summary))
}

#[test]
fn beta_of_2021() {
    count("2021-07", "beta").inspect(|it| insta::assert_snapshot!("2021-07_beta", it));
}

#[test]
fn v1_0_of_2021() {
    count("2021-07", "v1.0").inspect(|it| insta::assert_snapshot!("2021-07_v1.0", it));
}

#[test]
fn beta_of_2017() {
    count("2017-02", "beta").inspect(|it| insta::assert_snapshot!("2017-02_beta", it));
}

#[test]
fn v1_0_of_2017() {
    count("2017-02", "v1.0").inspect(|it| insta::assert_snapshot!("2017-02_v1.0", it));
}

#[test]
fn the_default_input() {
    for version in ["beta", "v1.0"] {
        let loaded = loaded(&root().join("docs-input"), version);
        assert!(loaded.summary.counts.add_up());
        insta::assert_snapshot!(format!("docs-input_{version}"), numbers(&loaded.summary));
    }
}
