//! `tablewright watch` as a user has it: a process that runs while pages are saved.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Long enough for what must not happen.
const PAUSE: Duration = Duration::from_millis(1500);

const THING: &str = "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Key of the entity.|\n|size|Int32|How big it is.|\n";
const OTHER: &str =
    "# other resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n";

/// The command as a terminal starts it: Ctrl-C counts, though it may not for who started the tests in the background.
fn command() -> Command {
    if cfg!(target_os = "linux") {
        let mut command = Command::new("env");
        command.arg("--default-signal=INT").arg(env!("CARGO_BIN_EXE_tablewright"));
        command
    } else {
        Command::new(env!("CARGO_BIN_EXE_tablewright"))
    }
}

struct Watching {
    folder: PathBuf,
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    /// Begins to watch a docs folder of its own, and waits until it does.
    fn new(name: &str) -> Self {
        Self::with(name, &[])
    }

    fn with(name: &str, options: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("watch").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("docs/beta/resources")).expect("a folder");
        fs::write(folder.join("docs/beta/resources/thing.md"), THING).expect("a page");
        fs::write(folder.join("docs/beta/resources/other.md"), OTHER).expect("a page");
        let mut child = command()
            .args(["watch", "--docs", "docs", "--out", "out", "--color", "never"])
            .args(options)
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let (sender, lines) = mpsc::channel();
        let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
        let send = |pipe: Box<dyn BufRead + Send>, sender: mpsc::Sender<String>| {
            std::thread::spawn(move || pipe.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)))
        };
        send(Box::new(BufReader::new(out)), sender.clone());
        send(Box::new(BufReader::new(err)), sender);
        let it = Self { folder, child, lines };
        it.says("Watching docs");
        it
    }

    /// The next line that holds these words.
    fn says(&self, words: &str) -> String {
        let mut before = Vec::new();
        let end = Instant::now() + PATIENCE;
        while let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if line.contains(words) {
                return line;
            }
            before.push(line);
        }
        panic!("it does not say `{words}`, but {before:#?}");
    }

    fn is_silent(&self) {
        if let Ok(line) = self.lines.recv_timeout(PAUSE) {
            panic!("it says `{line}`");
        }
    }

    fn save(&self, path: &str, text: &str) {
        fs::write(self.folder.join("docs").join(path), text).expect("a page");
    }

    fn generated(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.folder.join("out/model/src/beta/core").join(path)).ok()
    }

    fn interrupted(mut self) -> ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().is_ok_and(|it| it.success()));
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it does not stop");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_saved_page_is_generated_again() {
    let it = Watching::new("saved");
    assert!(it.generated("thing.rs").expect("a file").contains("size: Option<i32>"));
    it.save("beta/resources/thing.md", &THING.replace("Int32", "Int64"));
    let said = it.says("thing.md");
    assert!(said.starts_with("beta/resources/thing.md: 1 written; "), "{said}");
    assert!(it.generated("thing.rs").expect("a file").contains("size: Option<i64>"));
    it.save("beta/resources/new.md", &THING.replace("thing", "new"));
    it.says("beta/resources/new.md: ");
    assert!(it.generated("new.rs").is_some());
}

#[test]
fn a_page_that_is_saved_in_pieces_is_generated_once() {
    let it = Watching::new("pieces");
    let page = THING.replace("Int32", "Int64");
    let (head, tail) = page.split_at(page.len() - 30);
    it.save("beta/resources/thing.md", head);
    std::thread::sleep(Duration::from_millis(30));
    it.save("beta/resources/thing.md", &format!("{head}{tail}"));
    let said = it.says("thing.md");
    assert!(said.starts_with("beta/resources/thing.md: 1 written; "), "{said}");
    assert!(it.generated("thing.rs").expect("a file").contains("size: Option<i64>"));
    it.is_silent();
}

#[test]
fn what_a_page_shows_is_tested_again_though_the_crates_stay_the_same() {
    let it = Watching::with("shown", &["--tests"]);
    let note = "<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.thing\" } -->";
    let shown = |size: u32| format!("{THING}\n{note}\n```json\n{{\"size\": {size}}}\n```\n");
    let tests = || {
        let folder = it.folder.join("out/replay/src/beta");
        let files = fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
        files.filter_map(|it| fs::read_to_string(it).ok()).collect::<String>()
    };
    it.save("beta/resources/thing.md", &shown(4711));
    it.says("thing.md: ");
    assert!(tests().contains("4711"));
    it.save("beta/resources/thing.md", &shown(4712));
    it.says("thing.md: ");
    assert!(tests().contains("4712"));
}

#[test]
fn ctrl_c_stops_it() {
    let it = Watching::new("stopped");
    it.save("beta/resources/thing.md", &THING.replace("Int32", "Int64"));
    it.says("thing.md");
    assert_eq!(it.interrupted().code(), None, "a signal ended it");
}

#[test]
fn errors_are_shown_when_they_come_and_named_when_they_are_gone() {
    let it = Watching::new("errors");
    it.save("beta/resources/thing.md", &THING.replace("Int32", "mystery"));
    it.says("error[unknown-type]");
    let said = it.says("beta/resources/thing.md: ");
    assert!(said.contains("1 error new"), "{said}");
    // The same error is not shown again.
    it.save("beta/resources/other.md", &OTHER.replace("Key.", "The key."));
    let said = it.says("written");
    assert!(said.starts_with("beta/resources/other.md: ") && !said.contains("error"), "{said}");
    it.save("beta/resources/thing.md", THING);
    it.says("mended[unknown-type]: beta/resources/thing.md: ");
    let said = it.says("beta/resources/thing.md: ");
    assert!(said.contains("1 error mended"), "{said}");
}

#[test]
fn a_page_that_goes_and_comes_back_is_no_change() {
    let it = Watching::new("back");
    let page = it.folder.join("docs/beta/resources/thing.md");
    fs::remove_file(&page).expect("it was there");
    std::thread::sleep(Duration::from_millis(100));
    fs::write(&page, "").expect("a file");
    std::thread::sleep(Duration::from_millis(100));
    fs::write(&page, THING).expect("a file");
    it.is_silent();
    assert!(it.generated("thing.rs").is_some());
    fs::remove_file(&page).expect("it is there");
    let said = it.says("thing.md");
    assert!(said.contains("removed"), "{said}");
    assert!(it.generated("thing.rs").is_none());
    fs::write(&page, THING).expect("a file");
    it.says("thing.md");
    assert!(it.generated("thing.rs").is_some());
}

#[test]
fn settings_count_and_a_mistake_in_them_is_shown_once() {
    let it = Watching::new("settings");
    it.save("tablewright.toml", "[docs]\ntext = \"ful");
    it.says("error: docs/tablewright.toml:2:");
    it.save("beta/resources/other.md", &OTHER.replace("Key.", "The key."));
    it.is_silent();
    it.save("tablewright.toml", "[docs]\ntext = \"link\"\n");
    let said = it.says("written");
    assert!(said.starts_with("beta/resources/other.md: "), "{said}");
    it.save("tablewright.toml", "[docs]\ntext = \"full\"\n");
    let said = it.says("written");
    assert!(said.starts_with("settings or fixups: "), "{said}");
    assert!(it.generated("thing.rs").expect("a file").contains("How big it is."));
}

#[test]
fn what_cannot_be_watched_is_said_at_once() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let run = Command::new(env!("CARGO_BIN_EXE_tablewright"))
        .args(["watch", "--docs", "nowhere", "--out", "out"])
        .current_dir(folder)
        .output()
        .expect("it runs");
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("nowhere"));
}
