//! What becomes of a page.

/// Placeholder until the fixture pages land.
#[must_use]
pub fn outcome_of(_fixture: &str) -> String {
    String::new()
}
