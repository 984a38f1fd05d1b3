//! The real docs as counts: a change of the reader shows as a diff of numbers.

use std::fmt::Write as _;

use tablewright::diagnostic::{Checks, Code, Severity, Sink};
use tablewright::facts::Dropped;
use tablewright::fixups::Fixup;
use tablewright::ir::{Cloud, TypeName};
use tablewright::markdown::{self, BlockKind};
use tablewright::source::{Docs, PageId};
use tablewright::{Config, Loaded, Summary, dialect, emit};
use tablewright_hostile_tests::check;
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

/// Every row of every table of a page is counted once: those of the tables that markdown shows, and the hidden ones.
fn assert_each_row_is_counted_once(docs: &Docs) {
    for (number, page) in docs.pages.iter().enumerate().filter(|(_, page)| page.path.rsplit('.').next() == Some("md")) {
        let mut sink = Sink::default();
        let facts = dialect::graph::read(PageId(number), page, Checks::All, &mut sink);
        let document = markdown::parse(&page.text, &mut sink);
        let rows = document.blocks.iter().map(|block| match &block.kind {
            BlockKind::Table(table) => table.rows.len(),
            _ => 0,
        });
        let hidden = facts.counts.dropped.get(&Dropped::Hidden).copied().unwrap_or_default();
        assert_eq!(facts.counts.seen, rows.sum::<usize>() + hidden, "{}: {:?}", page.path, facts.counts);
    }
}

/// Who looks at pages for errors alone gets the same API, and the same errors.
fn assert_the_same_without_checks(with: &Loaded) {
    let without = tablewright::read(&Config { checks: Checks::Errors, ..Config::default() }, with.docs.clone());
    assert!(without.api == with.api, "the API does not depend on what is said");
    let errors = with.diagnostics.iter().filter(|it| it.code.severity() == Severity::Error);
    assert_eq!(without.diagnostics.iter().collect::<Vec<_>>(), errors.collect::<Vec<_>>());
}

fn count(date: &str, version: &str) -> Option<String> {
    let loaded = loaded(&corpus()?.join(date), version);
    assert_the_same_without_checks(&loaded);
    assert_each_row_is_counted_once(&loaded.docs);
    assert!(loaded.summary.counts.add_up(), "rows seen = used + dropped: {:?}", loaded.summary.counts);
    assert_eq!(loaded.api.faults(), [""; 0], "what is read keeps the invariants");
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
fn v1_0_of_2025_a_sample() {
    count("2025-sample", "v1.0").inspect(|it| insta::assert_snapshot!("2025-sample_v1.0", it));
}

/// What the pages of today keep in included files, and what only their tables and examples describe.
#[test]
fn the_sample_of_2025_has_all_its_operations() {
    let Some(corpus) = corpus() else { return };
    let api = loaded(&corpus.join("2025-sample"), "v1.0").api;
    let of = |stem: &str| api.operations.iter().find(|it| it.origin.page.ends_with(stem)).expect("an operation");
    assert_eq!(api.operations.len(), 4);
    let settings = of("adminreportsettings-update.md");
    let least = [["ReportSettings.ReadWrite.All"]];
    assert_eq!(
        (&settings.permissions.delegated_work.least, &settings.permissions.application.least),
        (&least.map(owned).into(), &least.map(owned).into())
    );
    assert_eq!(settings.clouds, [Cloud::Global]);
    let upsert = of("application-upsert.md");
    assert_eq!(
        (upsert.lines[0].path.as_str(), &*upsert.response.statuses),
        ("/applications(uniqueName='{uniqueName}')", &[201, 204][..])
    );
    for name in ["deploymentStatus", "sensorHealthStatus"] {
        assert!(api.enums.contains_key(&TypeName::new("microsoft.graph.security", name)), "{name}");
    }
}

fn owned(grant: [&str; 1]) -> Vec<String> {
    grant.map(str::to_owned).into()
}

#[test]
fn the_default_input() {
    for version in ["beta", "v1.0"] {
        let loaded = loaded(&root().join("docs-input"), version);
        assert!(loaded.summary.counts.add_up());
        assert_the_same_without_checks(&loaded);
        insta::assert_snapshot!(format!("docs-input_{version}"), numbers(&loaded.summary));
    }
}

/// A file of fixups.
#[derive(serde::Deserialize)]
struct Fixups {
    fixup: Vec<Fixup>,
}

/// The errors that are left with the fixups of that date.
fn errors(date: &str, version: &str) -> Option<usize> {
    let docs = Docs::read(&corpus()?.join(date), version).expect("the folder can be read");
    let file = root().join(format!("docs-input/fixups/{date}.toml"));
    let fixups: Fixups = toml::from_str(&std::fs::read_to_string(file).expect("a file")).expect("fixups");
    let config = Config { fixups: fixups.fixup, ..Config::default() };
    let summary = tablewright::read(&config, docs).summary;
    assert!(!summary.diagnostics.contains_key(&Code::StaleFixup), "every fixup of {date} applies");
    Some(summary.count(Severity::Error))
}

#[test]
fn the_fixups_of_the_real_docs_apply_and_leave_three_pages_without_a_path() {
    let left = [("2021-07", "beta", 3), ("2021-07", "v1.0", 0), ("2017-02", "beta", 0), ("2017-02", "v1.0", 0)];
    for (date, version, expected) in left {
        assert!(errors(date, version).is_none_or(|found| found == expected), "{date} {version}");
    }
}

/// What the compiler prints itself, as prettyplease would.
#[test]
fn files_are_formatted_as_prettyplease_formats_them() {
    let Some(corpus) = corpus() else { return };
    let apis = ["beta", "v1.0"].map(|version| loaded(&corpus.join("2017-02"), version).api);
    let files = tablewright::emit_files(&apis, &emit::Options::default());
    let count = check::rust(&files).count();
    assert!(count > 1000, "{count} files");
    assert_eq!(check::formatted_otherwise(&files), [""; 0]);
}
