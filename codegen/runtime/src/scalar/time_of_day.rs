//! `Edm.TimeOfDay`: a time of the clock with as many digits as were written.

use super::Textual;
use super::text::{Cursor, Text, fewest_digits};

/// A time of the day, up to the nanosecond, which knows how many digits it is written with: `17:00:00.0000000`, `08:00`.
///
/// Equality is exact, so `17:00:00` and `17:00:00.0` differ; the order is by time, and then by digits.
///
/// ```
/// use tablewright_runtime::scalar::TimeOfDay;
///
/// let time: TimeOfDay = "17:30:00.0000000".parse()?;
/// assert_eq!((time.hour(), time.minute(), time.fraction_digits()), (17, 30, 7));
/// assert_eq!(time.to_string(), "17:30:00.0000000");
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
    second: u8,
    nanosecond: u32,
    /// 0: minutes, 1: seconds, 2 to 10: one to nine digits of a fraction.
    precision: u8,
}

impl TimeOfDay {
    /// `00:00:00`.
    pub const MIDNIGHT: Self = Self { hour: 0, minute: 0, second: 0, nanosecond: 0, precision: 1 };

    /// The time, written without a fraction, or `None` if the clock has no such time. There are no leap seconds.
    #[must_use]
    pub const fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour < 24 && minute < 60 && second < 60 {
            Some(Self { hour, minute, second, nanosecond: 0, precision: 1 })
        } else {
            None
        }
    }

    /// The same second with this fraction, written with the fewest digits; `None` from 1,000,000,000 on.
    #[must_use]
    pub const fn with_nanosecond(self, nanosecond: u32) -> Option<Self> {
        if nanosecond < 1_000_000_000 {
            Some(Self { nanosecond, precision: fewest_digits(nanosecond) + 1, ..self })
        } else {
            None
        }
    }

    /// The same time written with this many fraction digits; `None` if that would lose some or is more than nine.
    #[must_use]
    pub const fn with_fraction_digits(self, digits: u8) -> Option<Self> {
        if digits <= 9 && digits >= fewest_digits(self.nanosecond) {
            Some(Self { precision: digits + 1, ..self })
        } else {
            None
        }
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// The second, 0 to 59; 0 if it is not written.
    #[must_use]
    pub const fn second(self) -> u8 {
        self.second
    }

    /// The fraction of the second, 0 to 999,999,999.
    #[must_use]
    pub const fn nanosecond(self) -> u32 {
        self.nanosecond
    }

    /// How many digits the fraction is written with, 0 to 9.
    #[must_use]
    pub const fn fraction_digits(self) -> u8 {
        self.precision.saturating_sub(1)
    }

    /// Whether seconds are written: `08:00` has none.
    #[must_use]
    pub const fn has_seconds(self) -> bool {
        self.precision > 0
    }

    /// Whole seconds since midnight.
    #[must_use]
    pub const fn second_of_day(self) -> u32 {
        self.hour as u32 * 3600 + self.minute as u32 * 60 + self.second as u32
    }

    /// The time so many seconds after midnight, with the fewest fraction digits.
    pub(super) fn from_second_of_day(seconds: u32, nanosecond: u32) -> Option<Self> {
        let hour = u8::try_from(seconds / 3600).ok()?;
        let minute = u8::try_from(seconds / 60 % 60).ok()?;
        let second = u8::try_from(seconds % 60).ok()?;
        Self::new(hour, minute, second)?.with_nanosecond(nanosecond)
    }

    /// Reads a time that more text may follow.
    pub(super) fn scan(cursor: &mut Cursor<'_>) -> Option<Self> {
        let hour = cursor.pair()?;
        cursor.eat(b':')?;
        let minute = cursor.pair()?;
        if cursor.eat(b':').is_none() {
            return Some(Self { precision: 0, ..Self::new(hour, minute, 0)? });
        }
        let time = Self::new(hour, minute, cursor.pair()?)?;
        if cursor.eat(b'.').is_none() {
            return Some(time);
        }
        let (nanosecond, digits) = cursor.fraction()?;
        Some(Self { nanosecond, precision: digits + 1, ..time })
    }

    /// Writes the at most 18 characters of the time.
    pub(super) fn print<const N: usize>(self, text: &mut Text<N>) {
        text.push_pair(self.hour);
        text.push(b':');
        text.push_pair(self.minute);
        if !self.has_seconds() {
            return;
        }
        text.push(b':');
        text.push_pair(self.second);
        if self.fraction_digits() > 0 {
            text.push(b'.');
            text.push_fraction(self.nanosecond, self.fraction_digits());
        }
    }
}

impl Textual for TimeOfDay {
    const KIND: &'static str = "TimeOfDay";
    const EXPECTED: &'static str = "a time such as 17:00:00.0000000";

    fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let time = Self::scan(&mut cursor)?;
        cursor.end()?;
        Some(time)
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        let mut text = Text::<18>::new();
        self.print(&mut text);
        borrow(text.as_str())
    }
}

super::textual_with_serde!(TimeOfDay);

#[cfg(test)]
mod tests {
    use super::TimeOfDay;
    use crate::scalar::tests::{accepts, refuses};

    #[test]
    fn times_print_as_they_came() {
        accepts::<TimeOfDay>(&["17:00:00.0000000", "08:00", "23:59:59.999999999", "00:00:00", "11:59:10.9990000"]);
    }

    #[test]
    fn times_that_do_not_exist_are_refused() {
        refuses::<TimeOfDay>(&["", "24:00", "23:60", "23:59:60", "8:00", "08:00:", "08:00:00.", "08:00.5", "08:00Z"]);
        refuses::<TimeOfDay>(&["08:00:00.1234567890", "08-00", "-08:00", " 08:00"]);
    }

    #[test]
    fn digits_are_chosen_and_never_lost() {
        let time = TimeOfDay::new(1, 2, 3).and_then(|time| time.with_nanosecond(450_000_000)).expect("a time");
        assert_eq!(time.to_string(), "01:02:03.45");
        assert_eq!(time.with_fraction_digits(7).map(|time| time.to_string()).as_deref(), Some("01:02:03.4500000"));
        assert_eq!(time.with_fraction_digits(1), None);
        assert_eq!(time.with_fraction_digits(10), None);
        assert_eq!(time.with_nanosecond(1_000_000_000), None);
    }

    #[test]
    fn the_order_is_by_time_then_by_digits() {
        let mut times: Vec<TimeOfDay> = ["10:00:00.0", "09:59:59.999", "10:00", "10:00:00", "10:00:00.001"]
            .iter()
            .map(|text| text.parse().expect("a time"))
            .collect();
        times.sort_unstable();
        let texts: Vec<String> = times.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["09:59:59.999", "10:00", "10:00:00", "10:00:00.0", "10:00:00.001"]);
    }
}
