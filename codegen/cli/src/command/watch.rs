//! `tablewright watch`.

use crate::args::Watch;
use crate::watch::{Changes, Session};
use crate::{Failure, Outcome, settings};

pub(crate) fn run(options: &Watch) -> Result<Outcome, Failure> {
    // A mistake of the command line is said as other commands say it, before anything is watched.
    settings::config(&options.input, Some(&options.output))?;
    // Before the first run, so that what is saved in its course is not missed.
    let changes = Changes::of(options)?;
    let mut session = Session::begin(options)?;
    loop {
        changes.wait()?;
        session.again();
    }
}
