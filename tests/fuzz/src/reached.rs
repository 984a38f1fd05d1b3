//! The classes of outcome that inputs reached: a coarse stand-in for coverage.

use std::collections::BTreeSet;

/// Classes, each once.
#[derive(Debug, Clone, Default)]
pub struct Reached(BTreeSet<String>);

impl Reached {
    /// Notes a class.
    pub fn at(&mut self, class: &str) {
        if !self.0.contains(class) {
            self.0.insert(class.to_owned());
        }
    }

    /// How many classes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was reached.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The classes, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// A message without what differs from input to input: what it quotes, and its numbers.
pub(crate) fn kind_of(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let outside: Vec<&str> = line.split(['`', '"']).step_by(2).collect();
    let mut kind = String::new();
    for c in outside.join("…").chars().take(160) {
        match c {
            '0'..='9' if kind.ends_with('0') => {}
            '0'..='9' => kind.push('0'),
            _ => kind.push(c),
        }
    }
    kind
}
