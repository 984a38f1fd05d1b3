//! Reads every date-time, date, time, duration and GUID in the examples of a folder of docs, and prints it back.
//!
//! The folder is that of the environment variable `TABLEWRIGHT_CORPUS`, or `shared/graph-docs` beside the repository.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tablewright_runtime::scalar::{Date, DateTimeOffset, Duration, Guid, ParseError, TimeOfDay};

/// Texts of the docs that look like a value and are none; a JSON reader keeps them as they are.
const MALFORMED: &[&str] = &[
    "0:00:00",
    "2016-01-29T00:00:56.22556656a56d0b2-3c51-7c5e-bc1a-1ccdb3bd9c71",
    "2016-05-04T021:00:00.0000000",
    "2018-10-04T00: 58: 45.340Z",
    "2018-10-04T01: 58: 45.340Z",
    "2018-10-04T09: 50: 45.332Z",
    "2019-01-10 12:23:23.33333",
    "2019-03-14T04: 32: 51.451Z",
    "2019-03-14T05: 32: 51.451Z",
    "2020-02-10 22:48:33.841",
    "2020-03-19T12-01-03.45Z",
    "2020-03-19T12-01-04.23Z",
    "2020-11-010T20:00:34Z",
];

/// What a text looks like, or `None` if it is no value of this kind at all.
fn shape(text: &str) -> Option<&'static str> {
    let digit = |index: usize| text.as_bytes().get(index).is_some_and(u8::is_ascii_digit);
    let byte = |index: usize| text.as_bytes().get(index).copied();
    let starts_with_date =
        (0..10).all(|index| if matches!(index, 4 | 7) { byte(index) == Some(b'-') } else { digit(index) });
    let unsigned = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let groups = || text.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    if starts_with_date && text.len() == 10 {
        Some("Date")
    } else if starts_with_date && (byte(10) != Some(b' ') || digit(11)) {
        Some("DateTimeOffset")
    } else if unsigned.first() == Some(&b'P') && unsigned.get(1).is_some_and(|it| *it == b'T' || it.is_ascii_digit()) {
        Some("Duration")
    } else if text.split(':').count() == 3 && text.bytes().all(|it| it.is_ascii_digit() || matches!(it, b':' | b'.')) {
        Some("TimeOfDay")
    } else if groups() && text.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-') {
        Some("Guid")
    } else {
        None
    }
}

/// Whether the text is read; if so it must print back.
fn comes_back<T: FromStr<Err = ParseError> + Display>(text: &str) -> bool {
    match text.parse::<T>() {
        Ok(value) => {
            assert_eq!(value.to_string(), text);
            true
        }
        Err(_) => false,
    }
}

fn is_read(kind: &str, text: &str) -> bool {
    match kind {
        "Date" => comes_back::<Date>(text),
        "DateTimeOffset" => comes_back::<DateTimeOffset>(text),
        "Duration" => comes_back::<Duration>(text),
        "TimeOfDay" => comes_back::<TimeOfDay>(text),
        _ => comes_back::<Guid>(text),
    }
}

/// The JSON strings without escapes in the fenced code of a page.
fn literals(page: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    page.lines().flat_map(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        let code = if fenced && !fence { line } else { "" };
        // Between an odd and an even quote is a string, as long as no quote is escaped.
        code.split('"').skip(1).step_by(2)
    })
}

/// The pages of a folder and all folders in it.
fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

#[test]
fn every_value_of_the_docs_prints_as_it_came() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/graph-docs");
    let folder = std::env::var_os("TABLEWRIGHT_CORPUS").map_or_else(beside, PathBuf::from);
    let mut found = Vec::new();
    pages(&folder, &mut found);
    if found.is_empty() {
        println!("no pages in {}: nothing to read", folder.display());
        return;
    }
    let mut read: BTreeMap<&str, usize> = BTreeMap::new();
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for path in &found {
        let page = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        for text in literals(&page) {
            match shape(text) {
                Some(kind) if is_read(kind, text) => *read.entry(kind).or_default() += 1,
                Some(_) => *refused.entry(text.to_owned()).or_default() += 1,
                None => {}
            }
        }
    }
    println!("{} pages, read and printed back: {read:?}, refused: {refused:?}", found.len());
    let unknown: Vec<&String> = refused.keys().filter(|text| !MALFORMED.contains(&text.as_str())).collect();
    assert!(unknown.is_empty(), "refused, and not known to be malformed: {unknown:?}");
}
