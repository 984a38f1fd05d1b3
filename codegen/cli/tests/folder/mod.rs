//! A docs folder for the tests of the command, and what a run in it prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A docs folder of its own for each test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("docs/beta/resources")).expect("a folder");
        fs::create_dir_all(folder.join("docs/beta/api")).expect("a folder");
        let folder = Self(folder);
        folder.write("docs/beta/resources/thing.md", THING);
        folder.write("docs/beta/api/thing-update.md", UPDATE);
        folder
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).expect("a file");
    }

    /// Runs the command, whose records of runs are kept in this folder too.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tablewright"));
        command.env("XDG_CACHE_HOME", self.0.join("cache"));
        command.args(args).args(["--color", "never"]).current_dir(&self.0).output().expect("it runs")
    }
}

pub(crate) const THING: &str = "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Key of the entity.|\n|size|Int32|How big it is.|\n|part|mystery|What is it?|\n";
pub(crate) const UPDATE: &str = "# Update thing\n\nChange a [thing](../resources/thing.md).\n\n## HTTP request\n```http\n\
    PATCH /things/{id}\n```\n\n## Response\nIf successful, this method returns a `204 No Content` response code.\n";

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
