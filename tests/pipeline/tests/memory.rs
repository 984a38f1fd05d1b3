//! A run that remembers earlier ones gives what one without a memory gives, and does again only what changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use tablewright::diagnostic::Checks;
use tablewright::ir::Api;
use tablewright::output::{Files, Foreign};
use tablewright::resolve::Promotion;
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
    // What is said of a page depends on that, so all of them are read again.
    config.checks = Checks::Errors;
    assert!(run(&mut memory, &config).len() > 60);
}

#[test]
fn a_version_of_which_nothing_differs_is_what_it_was() {
    let docs = docs("same");
    let mut config = Config { docs: docs.clone(), ..Config::default() };
    let mut memory = Memory::default();
    let mut load = |config: &Config| ["beta", "v1.0"].map(|version| memory.load(config, version).expect("docs"));
    let mut before = load(&config);
    // Which versions are read anew.
    let mut anew = |config: &Config| {
        let now = load(config);
        let anew = [0, 1].map(|at| !Arc::ptr_eq(&before[at], &now[at]));
        before = now;
        anew
    };
    assert_eq!(anew(&config), [false, false]);
    let page = docs.join("v1.0/resources/plannertask.md");
    let text = fs::read_to_string(&page).expect("a page");
    fs::write(&page, format!("{text}\nA line.\n")).expect("a page");
    assert_eq!(anew(&config), [false, true]);
    // What is no page is never opened, and yet it is there.
    fs::write(docs.join("beta/toc.yml"), "items:").expect("a file");
    assert_eq!(anew(&config), [true, false]);
    fs::write(docs.join("beta/toc.yml"), "items: []").expect("a file");
    assert_eq!(anew(&config), [false, false]);
    config.resolve.promotion = Promotion::Never;
    assert_eq!(anew(&config), [true, true]);
    fs::write(&page, text).expect("a page");
    assert_eq!(anew(&config), [false, true]);
    assert_eq!(anew(&config), [false, false]);
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

#[test]
fn what_another_process_made_and_still_stands_is_not_made_again() {
    const MARKED: &str = "model/src/v1_0/files/mod.rs";
    const BY_HAND: &str = "model/src/lib.rs";
    let docs = docs("recalled");
    let out = docs.with_file_name("recalled-out");
    let _ = fs::remove_dir_all(&out);
    let config = Config { docs: docs.clone(), versions: vec!["v1.0".to_owned()], ..Config::default() };
    let api = || [tablewright::load(&config, "v1.0").expect("docs").api];
    let mut other = Memory::default();
    let made = other.emit_files(&api(), &config.emit);
    // A mark in one of its texts, so that one sees where that is taken.
    let mark = |(path, text): (&str, &str)| {
        let mark = if path == MARKED { "// marked\n" } else { "" };
        (path.to_owned(), format!("{text}{mark}").into())
    };
    let marked: Files = made.iter().map(mark).collect();
    marked.write_to(&out).expect("a folder");
    let text = made.get(BY_HAND).expect("it is made");
    fs::write(out.join(BY_HAND), format!("{text}// by hand\n")).expect("a file");
    let page = docs.join("v1.0/resources/plannertask.md");
    let edited = fs::read_to_string(&page).expect("a page").replace("percentComplete", "shareComplete");
    fs::write(&page, edited).expect("a page");
    let mut memory = Memory::default();
    memory.recall(&other.inputs(), &marked.sums(), &out);
    let recalled = memory.emit_files(&api(), &config.emit);
    let fresh = tablewright::emit_files(&api(), &config.emit);
    assert!(fresh.get(MARKED).is_some() && fresh != made);
    assert_eq!(recalled, fresh.iter().map(mark).collect());
    let written = memory.write_over(&recalled, &out, Foreign::Refused).expect("a folder").written;
    assert!(written.contains(&BY_HAND.to_owned()) && written.len() < 6, "{written:?}");
}

/// A change that somebody could make to a page.
#[derive(Debug, Clone)]
enum Edit {
    /// A line is taken out.
    Remove(usize),
    /// A line stands there twice.
    Double(usize),
    /// Two lines change places.
    Swap(usize, usize),
    /// The first word of a line gets another letter.
    Rename(usize),
    /// All is gone.
    Empty,
}

impl Edit {
    fn of(&self, page: &str) -> String {
        let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
        let count = lines.len().max(1);
        match *self {
            _ if lines.is_empty() => {}
            Self::Remove(at) => {
                lines.remove(at % count);
            }
            Self::Double(at) => lines.insert(at % count, lines[at % count].clone()),
            Self::Swap(one, two) => lines.swap(one % count, two % count),
            Self::Rename(at) => {
                let line = &mut lines[at % count];
                let word = line.find(|c: char| c.is_ascii_alphabetic());
                line.insert(word.unwrap_or_default(), 'x');
            }
            Self::Empty => lines.clear(),
        }
        lines.join("\n") + "\n"
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => any::<usize>().prop_map(Edit::Remove),
        2 => any::<usize>().prop_map(Edit::Double),
        2 => any::<(usize, usize)>().prop_map(|(one, two)| Edit::Swap(one, two)),
        4 => any::<usize>().prop_map(Edit::Rename),
        1 => Just(Edit::Empty),
    ]
}

/// The pages of a copy, sorted.
fn pages(docs: &Path) -> Vec<PathBuf> {
    let folders = ["beta/api", "beta/resources", "v1.0/api", "v1.0/resources"].map(|it| docs.join(it));
    let entries = folders.iter().flat_map(|it| fs::read_dir(it).expect("a folder"));
    let mut pages: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    pages.sort();
    pages
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn edits_of_any_kind_give_what_a_run_without_memory_gives(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), edit()), 1..6)
    ) {
        let docs = docs("edits");
        let versions = vec!["beta".to_owned(), "v1.0".to_owned()];
        let config = Config { docs: docs.clone(), versions, ..Config::default() };
        let pages = pages(&docs);
        let mut memory = Memory::default();
        run(&mut memory, &config);
        for (page, edit) in edits {
            let path = page.get(&pages);
            let text = fs::read_to_string(path).expect("a page");
            fs::write(path, edit.of(&text)).expect("a page");
            run(&mut memory, &config);
        }
    }
}
