//! Generating again as pages change: `changes` says when, `session` does it, remembering what did not change.

mod changes;
mod session;

pub(crate) use changes::Changes;
pub(crate) use session::Session;
