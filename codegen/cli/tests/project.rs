//! The first files of a project, completions and manual pages, as a user gets them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[path = "../src/init/build.rs"]
#[expect(dead_code, reason = "`main` is called by cargo")]
mod build_script;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("project").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tablewright"));
    command.env("XDG_CACHE_HOME", folder.join("cache"));
    command.args(args).args(["--color", "never"]).current_dir(folder).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const THING: &str = "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Key.|\n|oldSize|Int32|Size.|\n|displayNmae|String|Name.|\n|createdDateTime|String|When.|\n\
    |title|String|Title.|\n|lastSeen|String|When.|\n|tags|String|Tags.|\n|state|String|One of `on`, `off`.|\n";
const BASE: &str =
    "# baseThing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n";
const STATE: &str = "# thingState enum type\n\n## Members\n|Member|Description|\n|:---|:---|\n|on|On.|\n|off|Off.|\n";

/// A docs folder in which every example among the fixups has something to repair.
fn docs(folder: &Path) {
    let pages = folder.join("beta/resources");
    fs::create_dir_all(&pages).expect("a folder");
    let named = [("thing", THING), ("basething", BASE), ("thingstate", STATE), ("draft", BASE)];
    for (name, text) in named {
        let text = if name == "draft" { text.replace("baseThing", "draft") } else { text.to_owned() };
        fs::write(pages.join(format!("{name}.md")), text).expect("a page");
    }
}

#[test]
fn a_new_project_says_what_comes_next_and_generates() {
    let folder = folder("new");
    docs(&folder.join("docs"));
    let init = run(&folder, &["init", "docs"]);
    assert_eq!(init.status.code(), Some(0), "{}", err(&init));
    insta::assert_snapshot!(out(&init));
    let generate = run(&folder, &["generate", "--docs", "docs", "--out", "generated"]);
    assert_eq!(generate.status.code(), Some(0), "{}", err(&generate));
}

#[test]
fn away_from_the_docs_it_says_how_the_files_are_named() {
    let folder = folder("away");
    let init = run(&folder, &["init"]);
    insta::assert_snapshot!(out(&init));
}

#[test]
fn every_example_of_a_fixup_works() {
    let folder = folder("examples");
    docs(&folder);
    run(&folder, &["init"]);
    let fixups = fs::read_to_string(folder.join("fixups.toml")).expect("it was written");
    let uncommented: Vec<&str> = fixups
        .lines()
        .map(|line| line.strip_prefix('#').filter(|it| !it.is_empty() && !it.starts_with(' ')).unwrap_or(line))
        .collect();
    fs::write(folder.join("fixups.toml"), uncommented.join("\n")).expect("it is there");
    let lint = run(&folder, &["lint", "--docs", ".", "--notes"]);
    assert!(!err(&lint).contains("stale-fixup"), "{}", err(&lint));
    assert_eq!(lint.status.code(), Some(0), "{}", err(&lint));
    let inspect = out(&run(&folder, &["inspect", "thing", "--docs", "."]));
    assert!(inspect.contains("thingState") && !inspect.contains("oldSize"), "{inspect}");
}

#[test]
fn a_file_that_is_there_is_overwritten_by_force_only() {
    let folder = folder("there");
    fs::write(folder.join("fixups.toml"), "# mine\n").expect("a file");
    let refused = run(&folder, &["init"]);
    let said = "error: fixups.toml is there already, and nothing was written; --force overwrites it\n";
    assert_eq!((refused.status.code(), err(&refused)), (Some(2), said.to_owned()));
    assert!(!folder.join("tablewright.toml").exists());
    assert_eq!(run(&folder, &["init", "--force"]).status.code(), Some(0));
    let text = fs::read_to_string(folder.join("fixups.toml")).expect("a file");
    assert!(text.contains("drop-page"), "{text}");
    let all = err(&run(&folder, &["init"]));
    assert!(all.contains("tablewright.toml, fixups.toml, build.rs are there already"), "{all}");
}

#[test]
fn the_build_script_of_the_project_writes_where_a_build_looks() {
    let folder = folder("build-script");
    docs(&folder.join("docs"));
    let docs = folder.join("docs").to_string_lossy().into_owned();
    build_script::builder(&docs).out_dir(folder.join("out")).compile().expect("it generates");
    assert!(folder.join("out/graph/mod.rs").is_file());
}

#[test]
fn every_shell_gets_completions() {
    let folder = folder("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&folder, &["completions", shell]);
        assert_eq!(script.status.code(), Some(0));
        let script = out(&script);
        assert!(script.contains("completions") && script.contains("fixups"), "{shell}: {script}");
    }
    let bash = Command::new("bash").args(["-n", "-c"]).arg(out(&run(&folder, &["completions", "bash"]))).output();
    assert!(bash.is_ok_and(|it| it.status.success()), "what bash gets is a script for bash");
    assert_eq!(run(&folder, &["completions", "tcsh"]).status.code(), Some(2));
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = folder("man");
    let whole = out(&run(&folder, &["man"]));
    assert!(whole.contains(".TH tablewright 1"), "{whole}");
    for command in
        ["generate", "check", "lint", "ir", "inspect", "explain", "report", "watch", "init", "completions", "man"]
    {
        assert!(whole.contains(&format!("tablewright\\-{command}(1)")), "{command}: {whole}");
        let page = out(&run(&folder, &["man", command]));
        assert!(page.contains(&format!(".TH tablewright-{command} 1")) && !page.contains("EXTRA"), "{page}");
        assert!(page.contains(&format!("\\fBtablewright {command}\\fR")), "{page}");
    }
    let unknown = run(&folder, &["man", "gnerate"]);
    assert_eq!(unknown.status.code(), Some(2));
}
