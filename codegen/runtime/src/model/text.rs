//! Scalars that JSON writes as strings.

use std::fmt::{self, Display, Write};

use super::Taken;

/// A value that was made of this text.
pub(crate) fn taken<T: Display>(value: T, text: &str) -> Taken<T> {
    if shows_as(&value, text) { Taken::Exact(value) } else { Taken::Loose(value) }
}

/// Whether a value is shown as this text; allocates nothing.
pub(crate) fn shows_as(value: &dyn Display, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// What has not been seen yet.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
        Ok(())
    }
}
