//! Whether what `changes` calls breaking breaks: for each pair, code that uses all of the old side is compiled against the
//! new one.
//!
//! All pairs are versions of one API, so that one model crate and one client crate hold them all. What uses them is one
//! crate with a module and a feature for each pair.

mod user;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use tablewright::changes::{Class, Detection, compare};
use tablewright::emit::{Crates, Options, Packaging, RuntimeSource};
use tablewright::emit_files;
use tablewright::ir::Api;
use tablewright::output::Files;
use tablewright_pipeline_tests::{PAIRS, root};

#[test]
#[ignore = "compiles a small crate once for each pair; .ci/diff-truth runs it"]
fn what_is_called_breaking_breaks_and_nothing_else_does() {
    let (old, new): (Vec<Api>, Vec<Api>) = PAIRS.iter().map(|it| it.apis().into()).unzip();
    let folder = root().join("target/diff-truth");
    let user = user::files(&files(&old));
    for (side, apis) in [("old", &old), ("new", &new)] {
        write(&folder.join(side), &files(apis), &user);
    }
    // The user is right as long as nothing changes: all modules at once.
    let all: Vec<&str> = PAIRS.iter().map(|it| it.name).collect();
    assert_eq!(errors(&folder.join("old"), &all.join(",")), "", "the user does not even compile with the old side");
    let mut wrong = String::new();
    for ((pair, before), after) in PAIRS.iter().zip(old).zip(new) {
        let changes = compare(&[before], &[after], "microsoft.graph");
        let breaks = changes.iter().any(|it| it.class == Class::Breaking && it.detection == Detection::Compiler);
        let errors = errors(&folder.join("new"), pair.name);
        let first = errors.lines().next().unwrap_or("compiles");
        println!("{:60} {:8} {first}", pair.name, if breaks { "breaks" } else { "" });
        if breaks == errors.is_empty() {
            let _ = writeln!(wrong, "{}: {first}\n{changes:#?}", pair.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn files(apis: &[Api]) -> Files {
    let runtime = root().join("codegen/runtime").canonicalize().expect("the runtime");
    let runtime = RuntimeSource::Path(runtime.to_string_lossy().into_owned());
    let packaging = Packaging::Crates(Crates { runtime, ..Crates::default() });
    emit_files(apis, &Options { packaging, ..Options::default() })
}

/// A workspace of both crates and the user's.
fn write(folder: &Path, crates: &Files, user: &[(String, String)]) {
    crates.write_to(folder).expect("written");
    fs::create_dir_all(folder.join("user/src")).expect("a folder");
    let members = "[workspace]\nresolver = \"3\"\nmembers = [\"model\", \"client\", \"user\"]\n";
    fs::write(folder.join("Cargo.toml"), members).expect("written");
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("copied");
    for (path, text) in user {
        fs::write(folder.join("user").join(path), text).expect("written");
    }
}

/// The errors of the user's crate, if it does not compile with these features, a line each.
fn errors(folder: &Path, features: &str) -> String {
    let check = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "-p", "user", "--message-format", "short", "--features", features])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", root().join("target/diff-truth/target"))
        .env("RUSTFLAGS", "-A warnings")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&check.stderr).into_owned();
    assert!(check.status.success() || said.contains("could not compile `user`"), "{said}");
    if check.status.success() { String::new() } else { said }
}
