//! A refresh that only adds is no breaking release: nothing vanishes from the public API, and nothing changes in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use public_api::PublicApi;
use public_api::diff::PublicApiDiff;
use tablewright::emit::{self, Crates, Packaging, RuntimeSource};
use tablewright::source::Docs;
use tablewright::{Config, resolve};

/// Files by path below the docs folder.
type Files = Vec<(String, Vec<u8>)>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository is there")
}

/// The pages of v1.0 in `docs-input`.
fn pages() -> Files {
    let docs = root().join("docs-input");
    let mut files = Vec::new();
    for folder in ["v1.0/api", "v1.0/resources"] {
        for entry in fs::read_dir(docs.join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            files.push((format!("{folder}/{name}"), fs::read(&path).expect("a file")));
        }
    }
    files.sort();
    files
}

/// Puts `new` before the first `anchor` of a page.
fn insert(files: &mut Files, page: &str, anchor: &str, new: &str) {
    let (_, text) = files.iter_mut().find(|(path, _)| path == page).expect("the page is there");
    let old = String::from_utf8(text.clone()).expect("text");
    assert!(old.contains(anchor), "{page} has no `{anchor}`");
    *text = old.replacen(anchor, &format!("{new}{anchor}"), 1).into_bytes();
}

/// The docs a month later: a property, a member, a row, a request line, a type and an update more, and one more derived type.
fn grown() -> Files {
    let mut files = pages();
    insert(&mut files, "v1.0/resources/plannertask.md", "|title|String|", "|priority|Int32|How urgent the task is.|\n");
    insert(
        &mut files,
        "v1.0/resources/plannertask.md",
        "|title|String|",
        "|keeper|[taskKeeper](taskkeeper.md)|Who keeps it.|\n",
    );
    insert(
        &mut files,
        "v1.0/api/plannertask-update.md",
        "|title|String|",
        "|priority|Int32|How urgent the task is.|\n",
    );
    insert(&mut files, "v1.0/resources/enums.md", "|scheduled|2|", "|paused|3|Sent again later.|\n");
    insert(&mut files, "v1.0/api/user-update.md", "PATCH /users/", "PATCH /groups/{id}/owners/{id}\n");
    let keeper = "# taskKeeper resource type\n\nNamespace: microsoft.graph\n\nWho keeps a task.\n\n## Properties\n\n\
                  |Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key. Read-only.|\n|since|Date|When it began.|\n";
    files.push(("v1.0/resources/taskkeeper.md".to_owned(), keeper.into()));
    let update = "# Update taskKeeper\n\nNamespace: microsoft.graph\n\nChanges a [taskKeeper](../resources/taskkeeper.md).\n\n\
                  ## HTTP request\n\n```http\nPATCH /taskKeepers/{id}\n```\n\n## Request body\n\n\
                  |Property|Type|Description|\n|:---|:---|:---|\n|since|Date|When it began.|\n\n## Response\n\n`204 No Content`\n";
    files.push(("v1.0/api/taskkeeper-update.md".to_owned(), update.into()));
    let derived = "# openerExtension resource type\n\nNamespace: microsoft.graph\n\nInherits from [extension](extension.md).\n\n\
                   ## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key. Read-only.|\n";
    files.push(("v1.0/resources/openerextension.md".to_owned(), derived.into()));
    files.sort();
    files
}

/// The crates of these pages, in a folder of their own.
fn generated(name: &str, files: Files) -> PathBuf {
    // Areas are as a maintainer has them: one that is named for all, so that nothing moves.
    let areas = [(String::new(), "core".to_owned())].into();
    let resolve = resolve::Options { areas, ..resolve::Options::default() };
    let config = Config { resolve, ..Config::default() };
    let loaded = tablewright::read(&config, Docs::from_files("v1.0", files));
    let runtime = RuntimeSource::Path(root().join("codegen/runtime").to_string_lossy().into_owned());
    let packaging = Packaging::Crates(Crates { runtime, ..Crates::default() });
    let options = emit::Options { packaging, ..emit::Options::default() };
    let folder = root().join("target/growth").join(name);
    tablewright::emit_files(&[loaded.api], &options).write_to(&folder).expect("target can be written");
    fs::write(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"model\", \"client\"]\n")
        .expect("a file");
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    folder
}

fn public_api(folder: &Path, package: &str) -> PublicApi {
    // One for each: Cargo tells packages of one name apart by their place in the workspace only.
    let target = folder.join("target");
    let status = Command::new(env!("CARGO"))
        .args(["rustdoc", "--quiet", "--lib", "-p", package, "--no-default-features", "--features", "full"])
        .args(["-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove("RUSTFLAGS")
        .arg("--target-dir")
        .arg(&target)
        .current_dir(folder)
        .status()
        .expect("cargo runs");
    assert!(status.success(), "no rustdoc JSON of {package}");
    let json = target.join("doc").join(format!("{}.json", package.replace('-', "_")));
    public_api::Builder::from_rustdoc_json(json).omit_blanket_impls(true).build().expect("rustdoc JSON is read")
}

#[test]
fn what_only_adds_is_a_minor_release() {
    let (old, new) = (generated("old", pages()), generated("new", grown()));
    for package in ["graph-model", "graph-client"] {
        let (old, new) = (public_api(&old, package), public_api(&new, package));
        let diff = PublicApiDiff::between(old, new);
        let removed: Vec<String> = diff.removed.iter().map(ToString::to_string).collect();
        let changed: Vec<String> = diff.changed.iter().map(|it| format!("{} -> {}", it.old, it.new)).collect();
        assert_eq!((removed, changed), (Vec::new(), Vec::new()), "{package}");
        let added: Vec<String> = diff.added.iter().map(ToString::to_string).collect();
        let wanted: &[&str] = match package {
            "graph-model" => &[
                "PlannerTask::priority",
                "PlannerTask::keeper",
                "::Paused",
                "struct graph_model::v1_0::core::TaskKeeper",
            ],
            _ => &[
                "PlannerTask>::priority",
                "update_task_keeper",
                "update_user_at_groups",
                "type graph_client::v1_0::core::TaskKeeperPatch",
            ],
        };
        for name in wanted {
            assert!(added.iter().any(|it| it.contains(name)), "{package} has no new `{name}`: {added:#?}");
        }
    }
}
