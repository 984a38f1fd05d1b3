//! A run that remembers earlier ones gives what one without a memory gives, and does again only what changed.

use std::fs;
use std::path::{Path, PathBuf};

use tablewright::ir::Api;
use tablewright::{Config, Memory};
use tablewright_pipeline_tests::root;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a file");
        }
    }
}

/// A copy of the default input.
fn docs(name: &str) -> PathBuf {
    let docs = Path::new(env!("CARGO_TARGET_TMPDIR")).join("memory").join(name);
    let _ = fs::remove_dir_all(&docs);
    copy(&root().join("docs-input"), &docs);
    docs
}

/// Runs both ways; gives the pages that were read anew.
fn run(memory: &mut Memory, config: &Config) -> Vec<String> {
    let mut changed = Vec::new();
    let mut apis: Vec<Api> = Vec::new();
    for version in &config.versions {
        let remembered = memory.load(config, version).expect("docs");
        changed.extend_from_slice(memory.changed());
        let fresh = tablewright::load(config, version).expect("docs");
        assert_eq!(remembered.api, fresh.api);
        assert_eq!(remembered.diagnostics, fresh.diagnostics);
        assert_eq!((&remembered.summary, &remembered.readings), (&fresh.summary, &fresh.readings));
        apis.push(fresh.api);
    }
    let (remembered, fresh) = (memory.emit_files(&apis, &config.emit), tablewright::emit_files(&apis, &config.emit));
    for ((path, text), (other_path, other_text)) in remembered.iter().zip(fresh.iter()) {
        assert_eq!((path, text), (other_path, other_text));
    }
    assert_eq!(remembered.len(), fresh.len());
    changed
}

#[test]
fn whatever_changes_the_outcome_is_that_of_a_run_without_memory() {
    let docs = docs("changes");
    let versions = vec!["beta".to_owned(), "v1.0".to_owned()];
    let mut config = Config { docs: docs.clone(), versions, ..Config::default() };
    let mut memory = Memory::default();
    assert!(run(&mut memory, &config).len() > 60);
    assert!(run(&mut memory, &config).is_empty());
    let edit = |page: &str, from: &str, to: &str| {
        let text = fs::read_to_string(docs.join(page)).expect("a page");
        assert!(text.contains(from), "{page}");
        fs::write(docs.join(page), text.replace(from, to)).expect("a page");
    };
    edit("v1.0/resources/plannertask.md", "percentComplete", "shareComplete");
    assert_eq!(run(&mut memory, &config), ["v1.0/resources/plannertask.md"]);
    // All later pages get another number.
    fs::write(docs.join("beta/resources/aaa.md"), "# aaa resource type\n\n{}\n").expect("a page");
    assert_eq!(run(&mut memory, &config), ["beta/resources/aaa.md"]);
    fs::remove_file(docs.join("beta/resources/range.md")).expect("it was there");
    assert_eq!(run(&mut memory, &config), ["beta/resources/range.md"]);
    fs::rename(docs.join("beta/resources/aaa.md"), docs.join("beta/resources/zzz.md")).expect("it was there");
    assert_eq!(run(&mut memory, &config), ["beta/resources/zzz.md", "beta/resources/aaa.md"]);
    fs::write(docs.join("beta/resources/zzz.md"), b"# aaa resource type\n\n\xff\n").expect("a page");
    assert_eq!(run(&mut memory, &config), ["beta/resources/zzz.md"]);
    config.emit.selection.areas = vec!["planner".to_owned()];
    assert!(run(&mut memory, &config).is_empty());
}

#[test]
fn what_a_page_includes_is_part_of_it() {
    let docs = docs("includes");
    let config = Config { docs: docs.clone(), versions: vec!["v1.0".to_owned()], ..Config::default() };
    let mut memory = Memory::default();
    run(&mut memory, &config);
    let include = docs.join("v1.0/includes/permissions/application-upsert-permissions.md");
    let text = fs::read_to_string(&include).expect("an included file");
    fs::write(&include, text.replace("Application.ReadWrite.All", "Application.Write.All")).expect("a file");
    assert_eq!(run(&mut memory, &config), ["v1.0/api/application-upsert.md"]);
    fs::remove_file(&include).expect("it was there");
    assert_eq!(run(&mut memory, &config), ["v1.0/api/application-upsert.md"]);
}
