//! What `generate` makes depends on its inputs alone, and these can be named: pages, settings, or a saved API.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const THING: &str = "# thing resource type\n\n[!INCLUDE [note](../../includes/note.md)]\n\n## Properties\n\
    |Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key of the entity.|\n|kind|thingKind|Its kind.|\n";
const KIND: &str = "# thingKind enum type\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|big|0|Big.|\n";
const UPDATE: &str = "# Update thing\n\nChange a [thing](../resources/thing.md).\n\n## HTTP request\n```http\n\
    PATCH /things/{id}\n```\n\n## Response\nIf successful, this method returns a `204 No Content` response code.\n";
const CONFIG: &str = "[crates]\nversion = \"2.3.4\"\nruntime = { path = \"../../runtime\" }\n";

/// A folder with a docs folder of three pages in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hermetic").join(name);
    let _ = fs::remove_dir_all(&folder);
    let files = [
        ("beta/resources/thing.md", THING),
        ("beta/resources/thingkind.md", KIND),
        ("beta/api/thing-update.md", UPDATE),
        ("includes/note.md", "A note.\n"),
        ("tablewright.toml", CONFIG),
    ];
    for (path, text) in files {
        let path = folder.join("docs").join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tablewright"));
    command.env("XDG_CACHE_HOME", Path::new(env!("CARGO_TARGET_TMPDIR")).join("hermetic/cache"));
    command.args(args).args(["--color", "never"]).current_dir(folder);
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().expect("it runs")
}

fn done(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every file below a folder, by its path there.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below it").to_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

#[test]
fn the_same_inputs_give_the_same_bytes_anywhere_and_any_time() {
    let (one, two) = (folder("one"), folder("two words/and deeper"));
    done(&run(&one, &["generate", "--docs", "docs", "--out", "out"]));
    let (docs, out) = (two.join("docs"), two.join("elsewhere/out"));
    let args = ["generate", "--docs", &docs.to_string_lossy(), "--out", &out.to_string_lossy()];
    let mut there = command(&std::env::temp_dir(), &args);
    there.env_clear().env("TZ", "Asia/Tokyo").env("LANG", "tr_TR.UTF-8").env("SOURCE_DATE_EPOCH", "1");
    done(&there.output().expect("it runs"));
    let files = files(&one.join("out"));
    assert!(files.len() > 10 && files == self::files(&out), "{:?}", files.keys());
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(env!("CARGO_TARGET_TMPDIR")) && !text.contains("codegen"), "{}", path.display());
    }
}

#[test]
fn a_saved_api_gives_the_files_of_its_docs() {
    let folder = folder("saved");
    done(&run(&folder, &["generate", "--docs", "docs", "--out", "out"]));
    for (versions, name) in [(&["--api", "beta"][..], "one.json"), (&[], "all.json")] {
        let ir = run(&folder, &[&["ir", "--docs", "docs"], versions].concat());
        fs::write(folder.join(name), ir.stdout).expect("a file");
        let check = run(&folder, &["check", "--ir", name, "--config", "docs/tablewright.toml", "--out", "out"]);
        done(&check);
    }
    fs::rename(folder.join("docs/tablewright.toml"), folder.join("own.toml")).expect("a file");
    fs::remove_dir_all(folder.join("docs")).expect("a folder");
    done(&run(&folder, &["generate", "--ir", "one.json", "--config", "own.toml", "--out", "again"]));
    assert_eq!(files(&folder.join("again")), files(&folder.join("out")));
}

#[test]
fn a_saved_api_that_cannot_be_is_refused() {
    let folder = folder("broken");
    let ir = run(&folder, &["ir", "--docs", "docs", "--api", "beta"]);
    let edited = String::from_utf8_lossy(&ir.stdout).replace("\"microsoft.graph.thingKind\": {", "\"a.b\": {");
    fs::write(folder.join("edited.json"), edited).expect("a file");
    let refused = run(&folder, &["generate", "--ir", "edited.json", "--out", "out"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    let expected = "error: edited.json: this cannot be:\n  \
        beta: the type `microsoft.graph.thingKind` of `microsoft.graph.thing.kind` is not there\n  \
        beta: the type `microsoft.graph.thingKind`, which the page `beta/api/thing-update.md` sends, is not there\n";
    assert_eq!(said, expected);
    let both = run(&folder, &["generate", "--ir", "edited.json", "--docs", "docs"]);
    assert_eq!(both.status.code(), Some(2), "docs or a saved API, not both");
}

#[test]
fn a_depfile_names_what_was_read() {
    let folder = folder("depfile");
    done(&run(&folder, &["generate", "--docs", "docs", "--out", "my out", "--depfile", "out.d"]));
    let lines = [
        "my\\ out: \\",
        "  docs/tablewright.toml \\",
        "  docs/beta/api/thing-update.md \\",
        "  docs/beta/resources/thing.md \\",
        "  docs/beta/resources/thingkind.md \\",
        "  docs/includes/note.md\n",
    ];
    assert_eq!(fs::read_to_string(folder.join("out.d")).expect("a file"), lines.join("\n"));
    let ir = run(&folder, &["ir", "--docs", "docs"]);
    fs::write(folder.join("api.json"), ir.stdout).expect("a file");
    done(&run(&folder, &["generate", "--ir", "api.json", "--out", "o", "--depfile", "o.d"]));
    assert_eq!(fs::read_to_string(folder.join("o.d")).expect("a file"), "o: \\\n  api.json\n");
}

#[test]
fn the_configuration_names_the_runtime() {
    let folder = folder("runtime");
    let runtime = |config: &str, args: &[&str]| {
        fs::write(folder.join("docs/tablewright.toml"), config).expect("a file");
        done(&run(&folder, &[&["generate", "--docs", "docs", "--out", "out"], args].concat()));
        let manifest = fs::read_to_string(folder.join("out/model/Cargo.toml")).expect("a file");
        let line = manifest.lines().find_map(|line| line.strip_prefix("tablewright-runtime = { "));
        line.and_then(|line| line.split_once(", default")).expect("a dependency").0.to_owned()
    };
    assert_eq!(runtime("", &[]), concat!("version = \"", env!("CARGO_PKG_VERSION"), "\""));
    assert_eq!(runtime("[crates]\nruntime = \"1.0\"\n", &[]), "version = \"1.0\"");
    assert_eq!(runtime(CONFIG, &[]), "path = \"../../runtime\"");
    assert_eq!(runtime(CONFIG, &["--runtime", "1.5"]), "version = \"1.5\"");
    assert_eq!(runtime("", &["--runtime", "../../x"]), "path = \"../../x\"");
    fs::write(folder.join("docs/tablewright.toml"), "[crates]\nruntime = { folder = \"x\" }\n").expect("a file");
    let wrong = run(&folder, &["generate", "--docs", "docs", "--out", "out"]);
    let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(said.contains("docs/tablewright.toml:2:11: expected a version, or a table with `path`"), "{said}");
}
