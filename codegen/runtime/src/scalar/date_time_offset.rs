//! `Edm.DateTimeOffset`: a date, a time and a zone as they were written.

use super::text::{Cursor, Text};
use super::{Date, Textual, TimeOfDay, Zone};
use std::cmp::Ordering;

/// A date-time of the years 0001 to 9999 in 16 bytes, exactly as written: `2017-01-01T00:02:03.0612494-08:00`.
///
/// It keeps the offset, whether zero is written `Z`, `+00:00` or not at all, and up to nine fraction digits with their
/// trailing zeros.
///
/// Equality is exact: the same instant written in two ways is two values. The order is by instant, a text without zone
/// taken as UTC; of one instant, by date, time, digits and zone as written.
///
/// ```
/// use tablewright_runtime::scalar::DateTimeOffset;
///
/// let then: DateTimeOffset = "2017-01-01T00:02:03.0612494-08:00".parse()?;
/// assert_eq!((then.year(), then.hour(), then.offset_minutes()), (2017, 0, Some(-480)));
/// assert_eq!(then.unix_ticks(), 1_483_257_723_061_249_4);
/// assert_eq!(then.to_string(), "2017-01-01T00:02:03.0612494-08:00");
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateTimeOffset {
    date: Date,
    time: TimeOfDay,
    zone: Zone,
}

impl DateTimeOffset {
    /// The date-time that is written with these three parts.
    #[must_use]
    pub const fn new(date: Date, time: TimeOfDay, zone: Zone) -> Self {
        Self { date, time, zone }
    }

    /// The instant so many seconds and nanoseconds after 1970-01-01T00:00:00Z, as clocks of the zone show it, with the
    /// fewest fraction digits.
    ///
    /// `None` outside of the years 1 to 9999 or from 1,000,000,000 nanoseconds on.
    #[must_use]
    pub fn from_unix(seconds: i64, nanosecond: u32, zone: Zone) -> Option<Self> {
        let offset = i64::from(zone.offset_minutes().unwrap_or_default()) * 60;
        let local = seconds.checked_add(offset)?;
        let date = Date::from_unix_days(i32::try_from(local.div_euclid(86_400)).ok()?)?;
        let time = TimeOfDay::from_second_of_day(u32::try_from(local.rem_euclid(86_400)).ok()?, nanosecond)?;
        Some(Self { date, time, zone })
    }

    /// The instant so many units of 100 ns after 1970-01-01T00:00:00Z, written with `Z` and the fewest fraction digits.
    #[must_use]
    pub fn from_unix_ticks(ticks: i64) -> Option<Self> {
        let nanosecond = u32::try_from(ticks.rem_euclid(10_000_000) * 100).ok()?;
        Self::from_unix(ticks.div_euclid(10_000_000), nanosecond, Zone::UTC)
    }

    /// The date as written.
    #[must_use]
    pub const fn date(self) -> Date {
        self.date
    }

    /// The time as written.
    #[must_use]
    pub const fn time(self) -> TimeOfDay {
        self.time
    }

    /// The zone as written.
    #[must_use]
    pub const fn zone(self) -> Zone {
        self.zone
    }

    /// The year as written, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.date.year()
    }

    /// The month as written, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.date.month()
    }

    /// The day of the month as written, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.date.day()
    }

    /// The hour as written, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.time.hour()
    }

    /// The minute as written, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.time.minute()
    }

    /// The second, 0 to 59.
    #[must_use]
    pub const fn second(self) -> u8 {
        self.time.second()
    }

    /// The fraction of the second, 0 to 999,999,999.
    #[must_use]
    pub const fn nanosecond(self) -> u32 {
        self.time.nanosecond()
    }

    /// How many digits the fraction is written with, 0 to 9.
    #[must_use]
    pub const fn fraction_digits(self) -> u8 {
        self.time.fraction_digits()
    }

    /// Minutes ahead of UTC, negative in the west; `None` if no zone is written.
    #[must_use]
    pub const fn offset_minutes(self) -> Option<i16> {
        self.zone.offset_minutes()
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down; a text without zone is taken as UTC.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        let offset = match self.zone.offset_minutes() {
            Some(minutes) => minutes as i64 * 60,
            None => 0,
        };
        self.date.unix_days() as i64 * 86_400 + self.time.second_of_day() as i64 - offset
    }

    /// Units of 100 ns since 1970-01-01T00:00:00Z, rounded down; a text without zone is taken as UTC.
    #[must_use]
    pub const fn unix_ticks(self) -> i64 {
        self.unix_seconds() * 10_000_000 + (self.time.nanosecond() / 100) as i64
    }
}

impl PartialOrd for DateTimeOffset {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTimeOffset {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (it.unix_seconds(), it.nanosecond(), it.date, it.time, it.zone);
        key(self).cmp(&key(other))
    }
}

impl Textual for DateTimeOffset {
    const KIND: &'static str = "DateTimeOffset";
    const EXPECTED: &'static str = "a date-time such as 2017-01-31T17:00:00.0000000Z";

    fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let date = Date::scan(&mut cursor)?;
        cursor.eat(b'T')?;
        let time = TimeOfDay::scan(&mut cursor)?;
        let zone = Zone::scan(&mut cursor)?;
        Some(Self { date, time, zone })
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        let mut text = Text::<35>::new();
        self.date.print(&mut text);
        text.push(b'T');
        self.time.print(&mut text);
        self.zone.print(&mut text);
        borrow(text.as_str())
    }
}

super::textual_with_serde!(DateTimeOffset);

#[cfg(test)]
mod tests {
    use super::{DateTimeOffset, Zone};
    use crate::scalar::tests::{accepts, refuses};

    fn value(text: &str) -> DateTimeOffset {
        text.parse().expect("a date-time")
    }

    #[test]
    fn date_times_print_as_they_came() {
        accepts::<DateTimeOffset>(&["9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", "2018-08-12T12:00"]);
        accepts::<DateTimeOffset>(&["2017-01-01T00:02:03.0612494-08:00", "2017-04-24T22:40:44.5665917"]);
        accepts::<DateTimeOffset>(&[
            "2016-08-26T23:08:37.00+00:00",
            "2016-08-26T23:08:37-00:00",
            "2020-01-01T00:00+23:59",
        ]);
        accepts::<DateTimeOffset>(&["2018-11-06T18:48:12.94725647Z", "9999-12-31T23:59:59.999999999-23:59"]);
    }

    #[test]
    fn what_would_print_differently_is_refused() {
        refuses::<DateTimeOffset>(&[
            "2020-01-01t00:00:00Z",
            "2020-01-01T00:00:00z",
            "2020-01-01 00:00:00Z",
            "2020-01-01",
        ]);
        refuses::<DateTimeOffset>(&["2016-12-31T23:59:60Z", "2020-01-01T24:00:00Z", "2020-01-01T00:00:00.0123456789Z"]);
        refuses::<DateTimeOffset>(&[
            "2020-01-01T00:00:00+24:00",
            "2020-01-01T00:00:00+0000",
            "2020-01-01T00:00:00+01:60",
        ]);
        refuses::<DateTimeOffset>(&["2020-01-01T00:00:00ZZ", "2020-01-01T00:00:00.Z", "0000-01-01T00:00:00Z", "", "T"]);
    }

    #[test]
    fn a_date_time_takes_sixteen_bytes_also_when_it_may_be_absent() {
        assert_eq!(size_of::<DateTimeOffset>(), 16);
        assert_eq!(size_of::<Option<DateTimeOffset>>(), 16);
    }

    #[test]
    fn ticks_are_those_of_the_instant() {
        assert_eq!(value("1970-01-01T01:00:00.0000001+01:00").unix_ticks(), 1);
        assert_eq!(value("1969-12-31T23:59:59.9999999Z").unix_ticks(), -1);
        assert_eq!(value("0001-01-01T00:00:00").unix_ticks(), -621_355_968_000_000_000);
        for ticks in [0, -1, 1, -621_355_968_000_000_000, 2_534_023_007_999_999_999] {
            assert_eq!(DateTimeOffset::from_unix_ticks(ticks).map(DateTimeOffset::unix_ticks), Some(ticks));
        }
        for outside in [i64::MIN, -621_355_968_000_000_001, 2_534_023_008_000_000_000, i64::MAX] {
            assert_eq!(DateTimeOffset::from_unix_ticks(outside), None);
        }
    }

    #[test]
    fn an_instant_is_shown_in_the_zone_that_is_asked_for() {
        let zone = Zone::from_offset_minutes(-480).expect("a zone");
        let shown = DateTimeOffset::from_unix(1_483_257_723, 61_249_400, zone).expect("a date-time");
        assert_eq!(shown.to_string(), "2017-01-01T00:02:03.0612494-08:00");
        assert_eq!(DateTimeOffset::from_unix(i64::MAX, 0, Zone::UTC), None);
        assert_eq!(DateTimeOffset::from_unix(0, 1_000_000_000, Zone::UTC), None);
    }

    #[test]
    fn the_order_is_by_instant_then_by_form() {
        let early = value("2020-01-01T10:00:00+02:00");
        let late = value("2020-01-01T09:00:00Z");
        assert!(early < late);
        let same = value("2020-01-01T10:00:00+01:00");
        assert_ne!(late, same);
        assert_ne!(late.cmp(&same), std::cmp::Ordering::Equal);
        assert_eq!(late.cmp(&late), std::cmp::Ordering::Equal);
    }
}
