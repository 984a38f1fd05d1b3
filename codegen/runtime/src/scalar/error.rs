//! The one error of the scalars: a text that a type does not hold exactly.

use std::fmt;

/// How much of a refused text an error repeats, in characters.
const SHOWN: usize = 40;

/// A text, or a value of another type, that a scalar type does not hold exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    kind: &'static str,
    expected: &'static str,
    text: Box<str>,
}

impl ParseError {
    pub(super) fn new(kind: &'static str, text: &str, expected: &'static str) -> Self {
        let text = match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
            None => text.into(),
        };
        Self { kind, expected, text }
    }

    /// The name of the scalar type, as `DateTimeOffset`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The beginning of the text that was refused: at most 40 characters, then an ellipsis.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What would have been accepted.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no {}: expected {}", self.text, self.kind, self.expected)
    }
}

impl std::error::Error for ParseError {}

#[cfg(test)]
mod tests {
    use super::ParseError;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let error = ParseError::new("Date", &"ä".repeat(50), "a date");
        assert_eq!(error.text(), format!("{}…", "ä".repeat(40)));
        assert_eq!(ParseError::new("Date", "x", "a date").to_string(), "\"x\" is no Date: expected a date");
    }
}
