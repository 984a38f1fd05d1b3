//! Inputs out of others: a handful of changes by chance, most of them such as a writer of docs could make.

mod json;
mod page;
mod text;

pub(crate) use text::words;

use crate::Random;

/// What an input is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text of words, numbers and signs.
    Text,
    /// Pages, with tables and code blocks.
    Page,
    /// JSON, or what nearly is.
    Json,
}

impl Form {
    /// An input made of one of the seeds, with parts of others.
    #[must_use]
    pub fn input(self, seeds: &[String], random: &mut Random) -> String {
        let mut input = seeds[random.below(seeds.len())].clone();
        for _ in 0..=random.below(6) {
            let other = &seeds[random.below(seeds.len())];
            input = match self {
                Self::Text => text::changed(&input, other, random),
                Self::Page => page::changed(&input, other, random),
                Self::Json => json::changed(&input, other, random),
            };
        }
        input
    }
}
