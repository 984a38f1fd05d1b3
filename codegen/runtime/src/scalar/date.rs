//! `Edm.Date`: a day of the calendar.

use super::Textual;
use super::text::{Cursor, Text};

/// Days from 0001-01-01 to 1970-01-01.
const UNIX_EPOCH: i32 = 719_162;
/// Days from 0001-01-01 to the day after the last that is held.
const END: i32 = 3_652_059;

/// A day of the Gregorian calendar, of the years 0001 to 9999: `2017-01-31`.
///
/// ```
/// use tablewright_runtime::scalar::Date;
///
/// let date: Date = "2017-01-31".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2017, 1, 31));
/// assert_eq!(date.to_string(), "2017-01-31");
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `0001-01-01`.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };
    /// `9999-12-31`, which services use for "never".
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day, or `None` if the calendar of the years 1 to 9999 has no such day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year >= 1 && year <= 9999 && day >= 1 && day <= month_length(year, month) {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, negative before.
    #[must_use]
    pub const fn unix_days(self) -> i32 {
        let past = self.year as i32 - 1;
        let mut days = past * 365 + past / 4 - past / 100 + past / 400;
        let mut month = 1;
        while month < self.month {
            days += month_length(self.year, month) as i32;
            month += 1;
        }
        days + self.day as i32 - 1 - UNIX_EPOCH
    }

    /// The day so many days after 1970-01-01, or `None` outside of the years 1 to 9999.
    #[must_use]
    pub fn from_unix_days(days: i32) -> Option<Self> {
        let days = days.checked_add(UNIX_EPOCH).filter(|days| (0..END).contains(days))?;
        // The calendar repeats after 400 years; the last year of a century or of four years may be the longer one.
        let (cycles, rest) = (days / 146_097, days % 146_097);
        let centuries = (rest / 36_524).min(3);
        let rest = rest - centuries * 36_524;
        let (fours, rest) = (rest / 1_461, rest % 1_461);
        let years = (rest / 365).min(3);
        let year = u16::try_from(cycles * 400 + centuries * 100 + fours * 4 + years + 1).ok()?;
        let mut rest = rest - years * 365;
        let mut month = 1;
        while rest >= i32::from(month_length(year, month)) && month < 12 {
            rest -= i32::from(month_length(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(rest + 1).ok()?)
    }

    /// Reads a date that more text may follow.
    pub(super) fn scan(cursor: &mut Cursor<'_>) -> Option<Self> {
        let century = u16::from(cursor.pair()?);
        let year = century * 100 + u16::from(cursor.pair()?);
        cursor.eat(b'-')?;
        let month = cursor.pair()?;
        cursor.eat(b'-')?;
        Self::new(year, month, cursor.pair()?)
    }

    /// Writes the ten characters of the date.
    pub(super) fn print<const N: usize>(self, text: &mut Text<N>) {
        // Both halves of a year up to 9999 are below 100.
        text.push_pair(u8::try_from(self.year / 100).unwrap_or_default());
        text.push_pair(u8::try_from(self.year % 100).unwrap_or_default());
        text.push(b'-');
        text.push_pair(self.month);
        text.push(b'-');
        text.push_pair(self.day);
    }
}

/// Days of a month; 0 for a month that does not exist.
const fn month_length(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

impl Textual for Date {
    const KIND: &'static str = "Date";
    const EXPECTED: &'static str = "a date such as 2017-01-31";

    fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let date = Self::scan(&mut cursor)?;
        cursor.end()?;
        Some(date)
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        let mut text = Text::<10>::new();
        self.print(&mut text);
        borrow(text.as_str())
    }
}

super::textual_with_serde!(Date);

#[cfg(test)]
mod tests {
    use super::{Date, END, UNIX_EPOCH};
    use crate::scalar::tests::{accepts, refuses};

    #[test]
    fn dates_print_as_they_came() {
        accepts::<Date>(&["0001-01-01", "2016-02-29", "2000-02-29", "2017-12-31", "9999-12-31"]);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        refuses::<Date>(&["", "0000-01-01", "2017-02-29", "1900-02-29", "2017-13-01", "2017-00-01", "2017-01-00"]);
        refuses::<Date>(&[
            "2017-1-1",
            "17-01-01",
            "2017-01-01 ",
            "+2017-01-01",
            "12017-01-01",
            "2017/01/01",
            "２017-01-01",
        ]);
    }

    #[test]
    fn every_day_is_counted_there_and_back() {
        let mut before = None;
        for days in -UNIX_EPOCH..END - UNIX_EPOCH {
            let date = Date::from_unix_days(days).expect("a day of the years 1 to 9999");
            assert_eq!(date.unix_days(), days);
            assert!(before < Some(date));
            before = Some(date);
        }
        assert_eq!(before, Some(Date::MAX));
        assert_eq!(Date::from_unix_days(0), Date::new(1970, 1, 1));
        for outside in [i32::MIN, -UNIX_EPOCH - 1, END - UNIX_EPOCH, i32::MAX] {
            assert_eq!(Date::from_unix_days(outside), None);
        }
    }
}
