//! The kinds of slips, each a part of a page and what the pen does there.

use std::fmt;

use crate::part::Part;
use crate::random::Random;

/// The kinds of pages that are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// A page that an update is read from.
    Update,
    /// A page that types or enumerations are read from.
    Types,
}

impl fmt::Display for PageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Update => "update",
            Self::Types => "types",
        })
    }
}

/// What the pen does.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// Drops a letter, or writes it behind the next one.
    Slip,
    /// Forgets the part.
    Forget,
    /// Writes a number as a string.
    Quote,
    /// Writes a month or a day that there is not, or forgets a sign.
    BreakDate,
    /// Writes what belongs to one row into the other.
    Exchange,
}

/// A kind of slip.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Where.
    pub page: PageKind,
    /// What slips.
    pub name: &'static str,
    pub(crate) part: Part,
    change: Change,
}

impl Kind {
    /// The part as the slip leaves it; none where it cannot happen.
    pub(crate) fn changed(&self, piece: &str, random: &mut Random) -> Option<String> {
        match self.change {
            Change::Slip => slipped(piece, random),
            Change::Forget => Some(String::new()),
            Change::Quote => Some(format!("\"{piece}\"")),
            Change::BreakDate => broken_date(piece, random),
            Change::Exchange => exchanged(piece),
        }
        .filter(|it| it != piece)
    }
}

/// All kinds, those of update pages first.
pub fn kinds() -> impl Iterator<Item = Kind> {
    [PageKind::Update, PageKind::Types].into_iter().flat_map(|page| {
        PARTS.iter().filter(move |(part, ..)| occurs(page, *part)).map(move |&(part, change, name)| Kind {
            page,
            name,
            part,
            change,
        })
    })
}

const PARTS: [(Part, Change, &str); 21] = [
    (Part::Title, Change::Slip, "title misspelled"),
    (Part::Heading, Change::Slip, "heading misspelled"),
    (Part::Verb, Change::Slip, "verb misspelled"),
    (Part::Path, Change::Slip, "path misspelled"),
    (Part::Scope, Change::Slip, "scope misspelled"),
    (Part::Name, Change::Slip, "name misspelled"),
    (Part::Type, Change::Slip, "type misspelled"),
    (Part::Member, Change::Slip, "member misspelled"),
    (Part::JsonName, Change::Slip, "name in JSON misspelled"),
    (Part::Cell, Change::Forget, "cell missing"),
    (Part::Row, Change::Forget, "row missing"),
    (Part::Rows, Change::Exchange, "rows mixed up"),
    (Part::Delimiter, Change::Forget, "delimiter row missing"),
    (Part::Fence, Change::Forget, "fence missing"),
    (Part::Brace, Change::Forget, "brace missing"),
    (Part::Comma, Change::Forget, "comma missing"),
    (Part::Quote, Change::Forget, "quote missing"),
    (Part::StatusLine, Change::Forget, "status line missing"),
    (Part::Target, Change::Forget, "link target missing"),
    (Part::Number, Change::Quote, "number as a string"),
    (Part::Date, Change::BreakDate, "date broken"),
];

/// Whether such pages have that part as a rule: a page of a type has no request, and an update page lists no members.
fn occurs(page: PageKind, part: Part) -> bool {
    match page {
        PageKind::Update => part != Part::Member,
        PageKind::Types => !matches!(part, Part::Verb | Part::Path | Part::Scope | Part::StatusLine | Part::Date),
    }
}

fn slipped(piece: &str, random: &mut Random) -> Option<String> {
    let pairs: Vec<usize> = piece
        .as_bytes()
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| pair.iter().all(u8::is_ascii_alphabetic) && pair[0] != pair[1])
        .map(|(at, _)| at)
        .collect();
    let at = *random.pick(&pairs)?;
    let (first, second) = (&piece[at..=at], &piece[at + 1..at + 2]);
    let kept = if random.below(2)? == 0 { String::new() } else { first.to_owned() };
    Some(format!("{}{second}{kept}{}", &piece[..at], &piece[at + 2..]))
}

/// `2017-01-01T00:02:03Z` with month 13, day 32, without its first `-` or `:`, or without its `T`.
fn broken_date(piece: &str, random: &mut Random) -> Option<String> {
    let with = |range: std::ops::Range<usize>, new: &str| {
        Some(format!("{}{new}{}", piece.get(..range.start)?, piece.get(range.end..)?))
    };
    match random.below(5)? {
        0 => with(5..7, "13"),
        1 => with(8..10, "32"),
        2 => with(4..5, ""),
        3 => with(10..11, ""),
        _ => with(13..14, ""),
    }
}

/// Two rows from the second cell of the first on, with all but their first cells in each other's places.
fn exchanged(piece: &str) -> Option<String> {
    let (upper, lower) = piece.split_once('\n')?;
    let name = lower.find('|').and_then(|bar| Some(bar + 1 + lower[bar + 1..].find('|')?)).map(|bar| bar + 1)?;
    let ending = if upper.ends_with('\r') { "\r" } else { "" };
    Some(format!("{}{ending}\n{}{}", &lower[name..], &lower[..name], upper.trim_end()))
}
