//! The same pages give the same bytes, whatever their order, wherever they are, and with any number of threads.

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use tablewright::source::Docs;
use tablewright::{Config, Threads, emit, output::Files};
use tablewright_pipeline_tests::root;

fn pages(folder: &Path, name: &str, all: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{name}/{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            pages(&path, &name, all);
        } else {
            all.push((name, fs::read(&path).expect("a page")));
        }
    }
}

fn all(version: &str) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    pages(&root().join("docs-input").join(version), version, &mut all);
    all.sort();
    all
}

fn files(version: &str, pages: Vec<(String, Vec<u8>)>) -> (String, Files) {
    on(Threads::default(), version, pages)
}

fn on(threads: Threads, version: &str, pages: Vec<(String, Vec<u8>)>) -> (String, Files) {
    let loaded = tablewright::read(&Config { threads, ..Config::default() }, Docs::from_files(version, pages));
    let diagnostics: Vec<String> = loaded.diagnostics.iter().map(|it| format!("{it:?}")).collect();
    let json = serde_json::to_string(&loaded.api).expect("an API is JSON") + &diagnostics.join("\n");
    (json, tablewright::emit_files(&[loaded.api], &emit::Options { threads, ..emit::Options::default() }))
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for version in ["beta", "v1.0"] {
        let pages = all(version);
        let expected = files(version, pages.clone());
        for count in 2..5 {
            let threads = Threads::new(NonZeroUsize::new(count).expect("two or more"));
            let mut shuffled = pages.clone();
            shuffled.rotate_left(count);
            let found = on(threads, version, shuffled);
            assert!(expected == found, "{version} on {count} threads");
        }
    }
}

#[test]
fn the_order_of_pages_changes_nothing() {
    for version in ["beta", "v1.0"] {
        let pages = all(version);
        let (json, expected) = files(version, pages.clone());
        for step in [1, 3, 7] {
            let mut shuffled = pages.clone();
            shuffled.reverse();
            shuffled.rotate_left(step);
            let (other, found) = files(version, shuffled);
            assert_eq!(json, other, "the IR of {version}");
            assert_eq!(expected, found, "the files of {version}");
        }
    }
}

#[test]
fn one_more_page_changes_no_file_but_the_lists() {
    let pages = all("beta");
    let (_, before) = files("beta", pages.clone());
    let mut more = pages;
    let page = b"# loneThing resource type\n\nA thing.\n\n## Properties\n|Property|Type|Description|\n|---|---|---|\n|a|String|It.|\n";
    more.push(("beta/resources/lonething.md".to_owned(), page.to_vec()));
    let (_, after) = files("beta", more);
    let lists = ["mod.rs", "lib.rs", "Cargo.toml"];
    for (path, text) in before.iter().filter(|(path, _)| !lists.iter().any(|list| path.ends_with(list))) {
        assert_eq!(after.get(path), Some(text), "{path}");
    }
    assert!(after.len() > before.len());
}

#[test]
fn no_path_of_this_machine_is_in_the_output() {
    let (_, files) = files("beta", all("beta"));
    let here = root().canonicalize().expect("the repository").to_string_lossy().into_owned();
    for (path, text) in files.iter() {
        assert!(!text.contains(&here), "{path}");
    }
}
