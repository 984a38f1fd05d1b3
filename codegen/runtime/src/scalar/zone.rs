//! How a date-time names its distance from UTC.

use super::text::{Cursor, Text};
use std::fmt;

/// The end of a date-time's text: `Z`, an offset such as `-08:00`, or nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zone(Form);

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Form {
    Unspecified,
    Utc,
    /// Hours and minutes behind UTC; `-00:00` is written by some.
    West(u8, u8),
    /// Hours and minutes ahead of UTC.
    East(u8, u8),
}

impl Zone {
    /// `Z`.
    pub const UTC: Self = Self(Form::Utc);
    /// Nothing is written. Services mean UTC by it, and so do all conversions here.
    pub const UNSPECIFIED: Self = Self(Form::Unspecified);

    /// A written offset, `+00:00` for 0; `None` from 24 hours on.
    #[must_use]
    pub fn from_offset_minutes(minutes: i16) -> Option<Self> {
        let distance = minutes.unsigned_abs();
        let hour = u8::try_from(distance / 60).ok().filter(|hour| *hour < 24)?;
        let minute = u8::try_from(distance % 60).ok()?;
        Some(Self(if minutes < 0 { Form::West(hour, minute) } else { Form::East(hour, minute) }))
    }

    /// Minutes ahead of UTC, negative in the west; `None` if no zone is written.
    #[must_use]
    pub const fn offset_minutes(self) -> Option<i16> {
        match self.0 {
            Form::Unspecified => None,
            Form::Utc => Some(0),
            Form::West(hour, minute) => Some(-(hour as i16 * 60 + minute as i16)),
            Form::East(hour, minute) => Some(hour as i16 * 60 + minute as i16),
        }
    }

    /// Whether this is `Z`, which `+00:00` is not.
    #[must_use]
    pub const fn is_utc(self) -> bool {
        matches!(self.0, Form::Utc)
    }

    /// Whether no zone is written.
    #[must_use]
    pub const fn is_unspecified(self) -> bool {
        matches!(self.0, Form::Unspecified)
    }

    /// Reads the zone, which ends the text.
    pub(super) fn scan(cursor: &mut Cursor<'_>) -> Option<Self> {
        let form = match cursor.byte() {
            None => Form::Unspecified,
            Some(b'Z') => Form::Utc,
            Some(sign @ (b'+' | b'-')) => {
                let hour = cursor.pair().filter(|hour| *hour < 24)?;
                cursor.eat(b':')?;
                let minute = cursor.pair().filter(|minute| *minute < 60)?;
                if sign == b'-' { Form::West(hour, minute) } else { Form::East(hour, minute) }
            }
            Some(_) => return None,
        };
        cursor.end()?;
        Some(Self(form))
    }

    /// Writes the at most six characters of the zone.
    pub(super) fn print<const N: usize>(self, text: &mut Text<N>) {
        let (sign, hour, minute) = match self.0 {
            Form::Unspecified => return,
            Form::Utc => return text.push(b'Z'),
            Form::West(hour, minute) => (b'-', hour, minute),
            Form::East(hour, minute) => (b'+', hour, minute),
        };
        text.push(sign);
        text.push_pair(hour);
        text.push(b':');
        text.push_pair(minute);
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Text::<6>::new();
        self.print(&mut text);
        f.pad(text.as_str())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_unspecified() { f.write_str("unspecified") } else { fmt::Display::fmt(self, f) }
    }
}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn offsets_are_minutes_ahead_of_utc() {
        let text = |minutes| Zone::from_offset_minutes(minutes).map(|zone| (zone.to_string(), zone.offset_minutes()));
        assert_eq!(text(-480), Some(("-08:00".to_owned(), Some(-480))));
        assert_eq!(text(345), Some(("+05:45".to_owned(), Some(345))));
        assert_eq!(text(0), Some(("+00:00".to_owned(), Some(0))));
        for far in [1440, -1440, i16::MAX, i16::MIN] {
            assert_eq!(text(far), None);
        }
        assert_eq!(format!("{:?} {:?} [{}]", Zone::UTC, Zone::UNSPECIFIED, Zone::UNSPECIFIED), "Z unspecified []");
    }
}
