//! Turns what the system reports of folders into moments at which somebody is done with saving.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{EventKind, RecursiveMode, Watcher};

use crate::args::Watch;
use crate::{Failure, apart};

/// How long nothing must change until it is worth a look: most editors are done by then.
const PAUSE: Duration = Duration::from_millis(10);

/// How long nothing must change until it is over: editors write a file in pieces, or another one in its place.
const QUIET: Duration = Duration::from_millis(60);

/// The same where a file is empty or gone: it mostly comes back.
const GONE: Duration = Duration::from_millis(700);

/// How long changes can go on before they are looked at all the same.
const LONGEST: Duration = Duration::from_secs(5);

/// The changes of a docs folder, and of the settings and fixups.
pub(crate) struct Changes {
    events: Receiver<notify::Result<notify::Event>>,
    docs: PathBuf,
    /// Settings and fixups that are elsewhere.
    files: Vec<PathBuf>,
    out: PathBuf,
    /// Stops reporting when it is dropped.
    _watcher: notify::RecommendedWatcher,
}

/// Changes that follow each other closely, as those of one save do.
pub(crate) struct Burst {
    touched: Vec<PathBuf>,
    first: Instant,
    last: Instant,
}

impl Changes {
    /// Begins to watch.
    pub(crate) fn of(options: &Watch) -> Result<Self, Failure> {
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(|error| error.to_string())?;
        let docs = canonical(&options.input.docs)?;
        watch(&mut watcher, &docs, RecursiveMode::Recursive)?;
        let named = [&options.input.config, &options.input.fixups].into_iter().flatten();
        let mut files = Vec::new();
        for file in named {
            let file = canonical(file)?;
            // The folder, since an editor may put another file in the place of this one.
            let folder = file.parent().unwrap_or(&file);
            if !folder.starts_with(&docs) {
                watch(&mut watcher, folder, RecursiveMode::NonRecursive)?;
            }
            files.push(file);
        }
        let out = apart::whole(&options.output.out).unwrap_or_else(|| options.output.out.clone());
        Ok(Self { events, docs, files, out, _watcher: watcher })
    }

    /// Waits until something changed, and nothing did for a moment: it may be all.
    pub(crate) fn wait(&self) -> Result<Burst, Failure> {
        let mut touched = Vec::new();
        while touched.is_empty() {
            let event = self.events.recv().map_err(|_| "nothing reports changes any more".to_owned())?;
            touched.extend(self.relevant(event)?);
        }
        let first = Instant::now();
        let mut burst = Burst { touched, first, last: first };
        self.pause(&mut burst)?;
        Ok(burst)
    }

    /// Whether nothing changed since the burst paused, for as long as it takes to be sure; if something did, waits until it
    /// pauses again.
    pub(crate) fn is_over(&self, burst: &mut Burst) -> Result<bool, Failure> {
        let quiet = if burst.touched.iter().any(|it| is_gone(it)) { GONE } else { QUIET };
        // What comes after the longest time begins another burst.
        if burst.first.elapsed() >= LONGEST || !self.goes_on(burst, quiet)? {
            return Ok(true);
        }
        self.pause(burst)?;
        Ok(false)
    }

    fn pause(&self, burst: &mut Burst) -> Result<(), Failure> {
        while self.goes_on(burst, PAUSE)? {}
        Ok(())
    }

    /// Whether something changes before it was quiet for so long.
    fn goes_on(&self, burst: &mut Burst, quiet: Duration) -> Result<bool, Failure> {
        loop {
            let end = (burst.last + quiet).min(burst.first + LONGEST);
            match self.events.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(event) => {
                    let more = self.relevant(event)?;
                    if !more.is_empty() {
                        burst.last = Instant::now();
                        burst.touched.extend(more);
                        return Ok(true);
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Ok(false),
            }
        }
    }

    /// What of an event may concern a run. Reading is no change: we read ourselves.
    fn relevant(&self, event: notify::Result<notify::Event>) -> Result<Vec<PathBuf>, Failure> {
        let event = event.map_err(|error| error.to_string())?;
        if event.need_rescan() {
            return Ok(vec![self.docs.clone()]);
        }
        let is_change = !matches!(event.kind, EventKind::Access(_));
        let concerns = |path: &PathBuf| {
            let is_ours = path.starts_with(&self.out) && self.out != self.docs;
            !is_ours && (path.starts_with(&self.docs) || self.files.contains(path))
        };
        Ok(event.paths.into_iter().filter(|path| is_change && concerns(path)).collect())
    }
}

fn watch(watcher: &mut impl Watcher, folder: &Path, mode: RecursiveMode) -> Result<(), Failure> {
    watcher.watch(folder, mode).map_err(|error| format!("{}: {error}", folder.display()))
}

fn canonical(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize().map_err(|error| format!("{}: {error}", path.display()))
}

fn is_gone(path: &Path) -> bool {
    path.metadata().map_or(true, |it| it.is_file() && it.len() == 0)
}
