//! What holds for all scalars alike.

use super::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Textual, TimeOfDay};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// Each text is read, printed back alike, and is the same through JSON.
pub(super) fn accepts<
    T: Textual + FromStr<Err = super::ParseError> + Display + Debug + Serialize + DeserializeOwned,
>(
    texts: &[&str],
) {
    for text in texts {
        let value: T = text.parse().unwrap();
        assert_eq!(value.to_string(), *text);
        assert_eq!(format!("{value:?}"), *text);
        let quoted = format!("\"{text}\"");
        let value: T = serde_json::from_str(&quoted).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), quoted);
    }
}

/// Each text is refused with an error that names the type and the text.
pub(super) fn refuses<T: Textual + FromStr<Err = super::ParseError> + Debug + DeserializeOwned>(texts: &[&str]) {
    for text in texts {
        let error = text.parse::<T>().expect_err(text);
        assert_eq!((error.kind(), error.expected()), (T::KIND, T::EXPECTED));
        assert!(error.text().starts_with(text) || text.chars().count() > 40);
        assert!(serde_json::from_value::<T>((*text).into()).is_err(), "{text}");
    }
}

/// A small generator of numbers, so that the test is the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Texts near the valid ones: some characters replaced, removed, repeated or inserted.
fn neighbour(numbers: &mut Numbers, seed: &str) -> String {
    const ALPHABET: &[char] =
        &['0', '1', '2', '5', '9', '-', '+', '.', ':', 'T', 'Z', 'P', 'D', 'M', 'S', 'a', 'F', '=', 'ä'];
    let mut characters: Vec<char> = seed.chars().collect();
    for _ in 0..=numbers.below(3) {
        let place = numbers.below(characters.len() + 1);
        let new = ALPHABET[numbers.below(ALPHABET.len())];
        match numbers.below(3) {
            0 => characters.insert(place, new),
            1 if place < characters.len() => characters[place] = new,
            _ if place < characters.len() => _ = characters.remove(place),
            _ => {}
        }
    }
    characters.into_iter().collect()
}

/// How many of the neighbours of the seeds are read; each of them is printed back alike.
fn accepted_neighbours<T: Textual + Display>(seeds: &[&str]) -> usize {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut accepted = 0;
    for _ in 0..20_000 {
        let seed = seeds[numbers.below(seeds.len())];
        let text = neighbour(&mut numbers, seed);
        if let Some(value) = T::read(&text) {
            assert_eq!(value.to_string(), text);
            accepted += 1;
        }
    }
    accepted
}

#[test]
fn whatever_is_read_prints_back() {
    let counts = [
        accepted_neighbours::<DateTimeOffset>(&[
            "2017-01-01T00:02:03.0612494-08:00",
            "2020-02-29T12:00:00Z",
            "2018-08-12T12:00",
        ]),
        accepted_neighbours::<Date>(&["2017-01-31", "2000-02-29"]),
        accepted_neighbours::<TimeOfDay>(&["17:00:00.0000000", "08:00", "12:30:15"]),
        accepted_neighbours::<Duration>(&["-PT9M16.7034979S", "P10675199DT2H48M5.4775807S", "P1Y2M3W4D"]),
        accepted_neighbours::<Guid>(&["833fc4df-c88b-4398-992f-d8afcfe41df2", "CCFC7CA3-7A19-4D57-8CEF-149DB9DDFA62"]),
        accepted_neighbours::<Binary>(&["Zm9vYg==", "-_-_", "+/8", "Zm9vYmFy"]),
        accepted_neighbours::<Decimal>(&["12.50", "-1E+3", "1e-300"]),
    ];
    assert!(counts.iter().all(|count| *count > 500), "{counts:?}");
}

#[test]
fn values_can_be_shared_between_threads() {
    fn check<T: Send + Sync + Clone + Eq + std::hash::Hash + 'static>() {}
    check::<DateTimeOffset>();
    check::<Date>();
    check::<TimeOfDay>();
    check::<Duration>();
    check::<Guid>();
    check::<Binary>();
    check::<Decimal>();
}

#[test]
fn a_width_is_honoured() {
    assert_eq!(format!("[{:>12}]", Date::MIN), "[  0001-01-01]");
}
