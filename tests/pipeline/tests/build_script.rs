//! Generating as a build script does: the same bytes from any folder, and in two halves.

use std::fs;
use std::path::{Path, PathBuf};

use tablewright::Loaded;
use tablewright::build::Builder;
use tablewright::diagnostic::Code;
use tablewright::ir::{Api, TypeName};
use tablewright_pipeline_tests::root;

/// A folder that is empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a file");
        }
    }
}

fn docs() -> PathBuf {
    root().join("docs-input")
}

/// The sampler and the fixups of the folder are not what this is about.
fn builder(docs: &Path, out: &Path) -> Builder {
    Builder::new(docs).out_dir(out).allow(Code::ALL.iter().copied())
}

/// That two folders hold the same files.
fn assert_same(one: &Path, two: &Path) -> usize {
    let mut count = 0;
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = entries.collect();
        names.sort();
        names
    };
    assert_eq!(names(one), names(two), "{}", one.display());
    for name in names(one) {
        let (one, two) = (one.join(&name), two.join(&name));
        if one.is_dir() {
            count += assert_same(&one, &two);
        } else {
            assert_eq!(fs::read(&one).expect("a file"), fs::read(&two).expect("a file"), "{}", one.display());
            count += 1;
        }
    }
    count
}

#[test]
fn the_same_pages_give_the_same_bytes_from_any_folder() {
    let (one, two) = (folder("one"), folder("two words/and deeper"));
    copy(&docs(), &two.join("pages of mine"));
    builder(&docs(), &one).compile().expect("it compiles");
    builder(&two.join("pages of mine"), &two.join("out")).compile().expect("it compiles");
    assert!(assert_same(&one.join("graph"), &two.join("out/graph")) > 100);
}

#[test]
fn an_api_that_was_saved_gives_the_files_of_its_docs() {
    let (one, two) = (folder("read"), folder("saved"));
    let loaded = builder(&docs(), &one).load().expect("the docs are there");
    builder(&docs(), &one).compile_loaded(&loaded).expect("it compiles");
    let saved = serde_json::to_string(&loaded.iter().map(|it| &it.api).collect::<Vec<_>>()).expect("JSON");
    let apis: Vec<Api> = serde_json::from_str(&saved).expect("an API");
    let loaded: Vec<Loaded> = apis.into_iter().map(Loaded::from).collect();
    builder(Path::new("no/such/docs"), &two).compile_loaded(&loaded).expect("it compiles");
    assert!(assert_same(&one.join("graph"), &two.join("graph")) > 100);
}

#[test]
fn an_api_can_be_edited_between_the_halves() {
    let out = folder("edited");
    let builder = builder(&docs(), &out).versions(["v1.0"]).types(["user"]);
    let mut loaded = builder.load().expect("the docs are there");
    let user = loaded[0].api.types.get_mut(&TypeName::new("microsoft.graph", "user")).expect("it is documented");
    user.properties.retain(|it| it.name != "birthday");
    builder.compile_loaded(&loaded).expect("it compiles");
    let file = files(&out.join("graph/model")).into_iter().find(|path| path.ends_with("user.rs"));
    let text = fs::read_to_string(file.expect("the type is emitted")).expect("a file");
    assert!(text.contains("pub job_title") && !text.contains("pub birthday"), "{text}");
}

#[test]
fn what_is_read_keeps_the_invariants() {
    for it in Builder::new(docs()).load().expect("the docs are there") {
        assert_eq!(it.api.faults(), [""; 0], "{}", it.api.version);
    }
}

#[test]
fn a_type_that_is_no_longer_wanted_is_removed() {
    let out = folder("less");
    let builder = || builder(&docs(), &out).versions(["v1.0"]);
    builder().compile().expect("it compiles");
    let event = || files(&out).iter().any(|path| path.ends_with("event.rs"));
    assert!(event());
    builder().types(["plannerTask"]).compile().expect("it compiles");
    assert!(!event(), "{:?}", files(&out));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files
}
