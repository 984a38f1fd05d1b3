//! `tablewright watch`.

use tablewright::diagnostic::Checks;

use crate::args::Watch;
use crate::watch::{Changes, Session};
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Watch) -> Result<Outcome, Failure> {
    // A mistake of the command line is said as other commands say it, before anything is watched.
    settings::config(&options.input, Some(&options.output), Checks::Errors)?;
    // Before the first run, so that what is saved in its course is not missed.
    let changes = Changes::of(options)?;
    let mut session = Session::begin(options)?;
    loop {
        let mut burst = changes.wait()?;
        // What is read of half a save is thrown away: whoever saves at once has not waited for the end of it.
        let mut made = session.make();
        while !changes.is_over(&mut burst)? {
            made = session.make();
        }
        session.finish(made);
    }
}
