//! A text with a word, a number, a sign or a byte changed.

use crate::Random;

/// Numbers at the ends of what types hold, and forms that not every reader takes.
pub(super) const NUMBERS: [&str; 24] = [
    "0",
    "-0",
    "00",
    "1",
    "-1",
    "9",
    "10",
    "59",
    "60",
    "127",
    "128",
    "255",
    "256",
    "32768",
    "65536",
    "2147483648",
    "-2147483649",
    "9007199254740993",
    "9223372036854775808",
    "18446744073709551616",
    "1e999",
    "-.5",
    "0.10",
    "0.1234567890123",
];

/// Words and signs that mean something to one reader or another.
pub(super) const ODDITIES: [&str; 52] = [
    "",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{1b}[31m",
    "\u{85}",
    "\u{a0}",
    "\u{feff}",
    "\u{2028}",
    "\u{202e}",
    "é",
    "\u{1f600}",
    "İ",
    "ß",
    "２",
    "\\",
    "\\u0000",
    "\\ud800",
    "\"",
    "'",
    "''",
    "`",
    "```",
    "|",
    "\\|",
    "&#124;",
    "*/",
    "//",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "<!--",
    "-->",
    "#",
    "@",
    "@odata.type",
    "%2F",
    "..",
    "...",
    "/",
    "?",
    "null",
    "self",
    "type",
];

const SIGNS: [&str; 20] =
    ["-", "+", ":", ".", ",", ";", "T", "Z", "P", "D", "H", "M", "S", "W", "Y", "=", "_", "E", "e", "GMT"];

/// `text` with one change; some of it may come from `other`.
pub(super) fn changed(text: &str, other: &str, random: &mut Random) -> String {
    if random.once_in(6) {
        return bytes_changed(text, random);
    }
    let mut words = words(text);
    let others = self::words(other);
    let at = random.below(words.len() + 1);
    match (random.below(7), words.get(at).copied()) {
        (0, Some(_)) => drop(words.drain(within(at, words.len(), random))),
        (1, Some(_)) => {
            let again = words[within(at, words.len(), random)].to_vec();
            words.splice(at..at, again);
        }
        (2, Some(word)) => {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            words[at] = if is_number { number(word, random) } else { random.pick(&ODDITIES) };
        }
        (3, Some(_)) if !others.is_empty() => words[at] = others[random.below(others.len())],
        (4, _) if !others.is_empty() => drop(words.splice(at..at, others[random.range(others.len())].iter().copied())),
        (5, _) => words.insert(at, random.pick(&SIGNS)),
        _ => words.insert(at, if random.once_in(3) { random.pick(&NUMBERS) } else { random.pick(&ODDITIES) }),
    }
    words.concat()
}

/// Runs of letters, runs of digits, and each other character by itself.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphabetic(), c.is_ascii_digit());
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        if at > 0 && (last != Some(kind(c)) || kind(c) == (false, false)) {
            words.push(&text[start..at]);
            start = at;
        }
        last = Some(kind(c));
    }
    words.push(&text[start..]);
    words.retain(|it| !it.is_empty());
    words
}

fn within(at: usize, length: usize, random: &mut Random) -> std::ops::Range<usize> {
    at..(at + 1 + random.below(4)).min(length)
}

/// Another number, often with as many digits.
fn number<'a>(word: &'a str, random: &mut Random) -> &'a str {
    const LIKE: [&str; 14] =
        ["00", "01", "12", "13", "23", "24", "29", "30", "31", "32", "0000", "0001", "2000", "9999"];
    let like: Vec<&str> = LIKE.into_iter().filter(|it| it.len() == word.len()).collect();
    match random.below(3) {
        0 if !like.is_empty() => random.pick(&like),
        1 => &word[random.below(word.len())..],
        _ => random.pick(&NUMBERS),
    }
}

/// One byte changed, put in or left out; what is no UTF-8 then is as it would be read from a file.
fn bytes_changed(text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = random.below(bytes.len() + 1);
    let byte = u8::try_from(random.below(256)).expect("it is below 256");
    match (random.below(3), bytes.get(at)) {
        (0, Some(_)) => bytes[at] = byte,
        (1, Some(_)) => drop(bytes.remove(at)),
        _ => bytes.insert(at, byte & 0x7f),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
