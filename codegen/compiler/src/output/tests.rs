//! Writing, comparing and removing in a folder of the test's own.

use std::fs;
use std::path::PathBuf;

use super::*;

/// A folder that is gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tablewright-{test}-{}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn files(all: &[(&str, &str)]) -> Files {
    let file = |(path, text): &(&str, &str)| emit::File {
        path: (*path).to_owned(),
        content: emit::Content::Text((*text).to_owned()),
        page: path.ends_with(".rs").then(|| "beta/resources/x.md".to_owned()),
    };
    Files::new(all.iter().map(file).collect())
}

#[test]
fn only_what_differs_is_written_and_what_is_gone_is_removed() {
    let folder = Folder::new("write");
    let first = files(&[("model/a.rs", "a\n"), ("model/old/b.rs", "b\n"), ("rustfmt.toml", "x = 1\n")]);
    assert_eq!(first.write_to(&folder.0).unwrap().written.len(), 3);
    fs::write(folder.0.join("model/own.rs"), "// by hand\n").unwrap();
    fs::create_dir_all(folder.0.join("elsewhere")).unwrap();
    fs::write(folder.0.join("elsewhere/b.rs"), first.get("model/old/b.rs").unwrap()).unwrap();
    let second = files(&[("model/a.rs", "a\n"), ("model/c.rs", "c\n"), ("rustfmt.toml", "x = 2\n")]);
    let done = second.write_to(&folder.0).unwrap();
    assert_eq!(done.written, ["model/c.rs", "rustfmt.toml"]);
    assert_eq!((done.removed, done.unchanged), (vec!["model/old/b.rs".to_owned()], 1));
    assert!(!folder.0.join("model/old").exists());
    assert!(folder.0.join("model/own.rs").exists() && folder.0.join("elsewhere/b.rs").exists());
    assert!(second.drift(&folder.0).unwrap().is_empty());
    let names = fs::read_dir(folder.0.join("model")).unwrap().count();
    assert_eq!(names, 3, "no temporary file is left");
}

#[test]
fn drift_names_the_first_line_that_differs() {
    let folder = Folder::new("drift");
    files(&[("model/a.rs", "a\nb\nc\n"), ("model/b.rs", "b\n")]).write_to(&folder.0).unwrap();
    let drift = files(&[("model/a.rs", "a\nB\nc\n"), ("model/c.rs", "c\n")]).drift(&folder.0).unwrap();
    insta::assert_snapshot!(drift, @"");
}

#[test]
fn a_file_that_ends_early_differs_where_it_ends() {
    let change = Change::between("x", "a\n", "a\nb\n");
    assert_eq!((change.line, change.on_disk.as_deref(), change.generated.as_deref()), (2, Some(""), Some("b")));
}

#[test]
fn rust_is_formatted_and_says_where_it_comes_from() {
    let tokens = quote::quote!(pub struct A { #[doc = " It."] pub a : Option < i32 > , });
    let file = emit::File {
        path: "model/a.rs".to_owned(),
        content: emit::Content::Tokens(tokens),
        page: Some("beta/resources/a.md".to_owned()),
    };
    insta::assert_snapshot!(Files::new(vec![file]).get("model/a.rs").unwrap(), @"");
}

#[test]
fn an_unwritable_folder_is_named() {
    let folder = Folder::new("unwritable");
    fs::write(folder.0.join("model"), "a file").unwrap();
    let error = files(&[("model/a.rs", "a")]).write_to(&folder.0).unwrap_err();
    assert!(error.to_string().contains("model"), "{error}");
}
