//! `Edm.Duration`: an ISO 8601 duration as it was written.

use super::Textual;
use super::text::{Cursor, Text, fewest_digits};

/// The longest text that is kept, which is enough for the extremes of every common duration type.
const CAPACITY: usize = 39;

/// An ISO 8601 duration of at most 39 characters, exactly as written: `-PT9M16.7034979S`, `P1D`, `PT36H`, `P2W`.
///
/// Equality is exact: `PT60M` and `PT1H` are two values. There is no order, since a month has no fixed length; compare
/// [`ticks`](Self::ticks).
///
/// ```
/// use tablewright_runtime::scalar::Duration;
///
/// let duration: Duration = "-PT9M16.7034979S".parse()?;
/// assert!(duration.is_negative());
/// assert_eq!((duration.minutes(), duration.seconds(), duration.nanosecond()), (9, 16, 703_497_900));
/// assert_eq!(duration.ticks(), Some(-5_567_034_979));
/// assert_eq!(duration.to_string(), "-PT9M16.7034979S");
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    text: Text<CAPACITY>,
}

/// What the text says, without the sign's effect.
#[derive(Default)]
struct Parts {
    sign: Sign,
    years: u64,
    months: u64,
    weeks: u64,
    days: u64,
    hours: u64,
    minutes: u64,
    seconds: u64,
    nanosecond: u32,
}

/// The direction of a duration.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sign {
    #[default]
    Positive,
    Negative,
}

impl Duration {
    /// The duration of so many units of 100 ns, written with days, hours, minutes and seconds as far as not zero.
    #[must_use]
    pub fn from_ticks(ticks: i64) -> Self {
        let sign = if ticks < 0 { Sign::Negative } else { Sign::Positive };
        let distance = ticks.unsigned_abs();
        let nanosecond = u32::try_from(distance % 10_000_000 * 100).unwrap_or_default();
        Self::from_distance(sign, distance / 10_000_000, nanosecond)
    }

    /// The duration of so many seconds and nanoseconds (below 1,000,000,000).
    pub(super) fn from_distance(sign: Sign, seconds: u64, nanosecond: u32) -> Self {
        let mut text = Text::new();
        if sign == Sign::Negative {
            text.push(b'-');
        }
        text.push(b'P');
        let component = |text: &mut Text<CAPACITY>, value: u64, unit: u8| {
            if value > 0 {
                text.push_number(value);
                text.push(unit);
            }
        };
        component(&mut text, seconds / 86_400, b'D');
        let seconds = match (seconds / 86_400, seconds % 86_400, nanosecond) {
            (1.., 0, 0) => return Self { text },
            (_, seconds, _) => seconds,
        };
        text.push(b'T');
        component(&mut text, seconds / 3600, b'H');
        component(&mut text, seconds / 60 % 60, b'M');
        if nanosecond > 0 {
            text.push_number(seconds % 60);
            text.push(b'.');
            text.push_fraction(nanosecond, fewest_digits(nanosecond));
            text.push(b'S');
        } else if seconds == 0 {
            text.push(b'0');
            text.push(b'S');
        } else {
            component(&mut text, seconds % 60, b'S');
        }
        Self { text }
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Whether the text begins with a minus.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.parts().sign == Sign::Negative
    }

    /// The years as written.
    #[must_use]
    pub fn years(&self) -> u64 {
        self.parts().years
    }

    /// The months as written.
    #[must_use]
    pub fn months(&self) -> u64 {
        self.parts().months
    }

    /// The weeks as written.
    #[must_use]
    pub fn weeks(&self) -> u64 {
        self.parts().weeks
    }

    /// The days as written.
    #[must_use]
    pub fn days(&self) -> u64 {
        self.parts().days
    }

    /// The hours as written, which may be more than 23.
    #[must_use]
    pub fn hours(&self) -> u64 {
        self.parts().hours
    }

    /// The minutes as written, which may be more than 59.
    #[must_use]
    pub fn minutes(&self) -> u64 {
        self.parts().minutes
    }

    /// The whole seconds as written, which may be more than 59.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        self.parts().seconds
    }

    /// The fraction of the seconds, 0 to 999,999,999.
    #[must_use]
    pub fn nanosecond(&self) -> u32 {
        self.parts().nanosecond
    }

    /// The whole in units of 100 ns, rounded towards zero, with days of 24 hours.
    ///
    /// `None` if it has years or months, whose length differs, or if the number is too large.
    #[must_use]
    pub fn ticks(&self) -> Option<i64> {
        let (sign, seconds, nanosecond) = self.distance()?;
        let distance = i128::from(seconds) * 10_000_000 + i128::from(nanosecond / 100);
        i64::try_from(if sign == Sign::Negative { -distance } else { distance }).ok()
    }

    /// Sign, seconds and nanoseconds; `None` as for [`ticks`](Self::ticks).
    pub(super) fn distance(&self) -> Option<(Sign, u64, u32)> {
        let parts = self.parts();
        if parts.years > 0 || parts.months > 0 {
            return None;
        }
        let days = parts.weeks.checked_mul(7)?.checked_add(parts.days)?;
        let hours = days.checked_mul(24)?.checked_add(parts.hours)?;
        let minutes = hours.checked_mul(60)?.checked_add(parts.minutes)?;
        let seconds = minutes.checked_mul(60)?.checked_add(parts.seconds)?;
        Some((parts.sign, seconds, parts.nanosecond))
    }

    /// What the text says; it was read once before, so this never falls back.
    fn parts(&self) -> Parts {
        Parts::read(self.as_str()).unwrap_or_default()
    }
}

impl Parts {
    fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let mut parts = Self::default();
        match cursor.peek()? {
            b'-' => {
                parts.sign = Sign::Negative;
                cursor.byte()?;
            }
            b'+' => _ = cursor.byte()?,
            _ => {}
        }
        cursor.eat(b'P')?;
        let has_days = parts.read_components(&mut cursor, b"YMWD")?;
        if cursor.eat(b'T').is_some() {
            parts.read_components(&mut cursor, b"HMS").filter(|count| *count > 0)?;
        } else if has_days == 0 {
            return None;
        }
        cursor.end()?;
        Some(parts)
    }

    /// Reads `number unit` as long as digits follow, the units in their order; how many there were.
    fn read_components(&mut self, cursor: &mut Cursor<'_>, mut units: &[u8]) -> Option<usize> {
        let of_time = units.contains(&b'S');
        let mut count = 0;
        while cursor.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            let value = number(cursor.run())?;
            let fraction = if cursor.eat(b'.').is_some() { Some(cursor.fraction()?) } else { None };
            let unit = cursor.byte()?;
            let place = units.iter().position(|known| *known == unit)?;
            units = units.get(place + 1..)?;
            match (unit, fraction) {
                (b'Y', None) => self.years = value,
                (b'M', None) if of_time => self.minutes = value,
                (b'M', None) => self.months = value,
                (b'W', None) => self.weeks = value,
                (b'D', None) => self.days = value,
                (b'H', None) => self.hours = value,
                (b'S', None) => self.seconds = value,
                (b'S', Some((nanosecond, _))) => (self.seconds, self.nanosecond) = (value, nanosecond),
                _ => return None,
            }
            count += 1;
        }
        Some(count)
    }
}

/// The value of a run of digits.
fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |value, byte| value.checked_mul(10)?.checked_add(u64::from(byte - b'0')))
}

impl Textual for Duration {
    const KIND: &'static str = "Duration";
    const EXPECTED: &'static str = "a duration such as P1DT2H48M5.4775807S of at most 39 characters";

    fn read(text: &str) -> Option<Self> {
        let copy = Text::of(text)?;
        Parts::read(text)?;
        Some(Self { text: copy })
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        borrow(self.as_str())
    }
}

super::textual_with_serde!(Duration);

#[cfg(test)]
mod tests {
    use super::{Duration, Sign};
    use crate::scalar::tests::{accepts, refuses};

    fn value(text: &str) -> Duration {
        text.parse().expect("a duration")
    }

    #[test]
    fn durations_print_as_they_came() {
        accepts::<Duration>(&["-PT9M16.7034979S", "P10675199DT2H48M5.4775807S", "PT0S", "P1D", "PT15M", "PT36H"]);
        accepts::<Duration>(&["P2W", "P1Y", "P1Y2M3W4DT5H6M7.123456789S", "PT05M", "+P1D", "-P1M", "PT0.0S", "P0Y"]);
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        refuses::<Duration>(&[
            "", "P", "PT", "-", "-P", "1D", "P1", "PT1", "P1H", "PT1D", "P1DT", "P1D ", "p1d", "PT1S1M",
        ]);
        refuses::<Duration>(&[
            "PT1H1H",
            "P1.5D",
            "PT.5S",
            "PT1.S",
            "PT1,5S",
            "PT1.0123456789S",
            "--P1D",
            "P-1D",
            "PT5.5M",
        ]);
        refuses::<Duration>(&["P99999999999999999999D", "P000000000000000000000000000000000000001D"]);
    }

    #[test]
    fn ticks_count_days_of_a_day_and_refuse_months() {
        assert_eq!(value("P10675199DT2H48M5.4775807S").ticks(), Some(i64::MAX));
        assert_eq!(value("-P10675199DT2H48M5.4775808S").ticks(), Some(i64::MIN));
        assert_eq!(value("P10675199DT2H48M5.4775808S").ticks(), None);
        assert_eq!(value("P1W").ticks(), value("P7D").ticks());
        assert_eq!(value("P1M").ticks(), None);
        assert_eq!(value("P1Y").ticks(), None);
        assert_eq!(value("P18446744073709551615W").ticks(), None);
    }

    #[test]
    fn ticks_are_written_as_dotnet_writes_them() {
        for text in ["P10675199DT2H48M5.4775807S", "-P10675199DT2H48M5.4775808S", "PT0S", "P1D", "PT15M", "P1DT12H"] {
            assert_eq!(value(text).ticks().map(Duration::from_ticks), Some(value(text)), "{text}");
        }
        assert_eq!(Duration::from_ticks(1).as_str(), "PT0.0000001S");
        assert_eq!(Duration::from_ticks(864_000_000_001).as_str(), "P1DT0.0000001S");
    }

    #[test]
    fn the_longest_distance_fits() {
        let longest = Duration::from_distance(Sign::Negative, u64::MAX, 999_999_999);
        assert_eq!(longest.as_str(), "-P213503982334601DT7H15.999999999S");
        assert_eq!(
            Duration::from_distance(Sign::Negative, 213_503_982_334_601 * 86_400 - 1, 999_999_999).as_str().len(),
            38
        );
        accepts::<Duration>(&[longest.as_str()]);
    }
}
