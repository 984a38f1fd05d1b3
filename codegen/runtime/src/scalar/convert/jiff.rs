//! Conversions to and from the types of the `jiff` crate.

use super::foreign;
use super::parts::{date, date_time, from_signed_parts, offset_seconds, signed_parts, time_of_day};
use crate::scalar::{Date, DateTimeOffset, Duration, ParseError, Textual, TimeOfDay, Zone};
use ::jiff::tz::{Offset, TimeZone};
use ::jiff::{SignedDuration, Span, Timestamp, ZonedDateTime, civil};

/// Written with `Z` and the fewest digits; an error outside of the years 1 to 9999.
impl TryFrom<Timestamp> for DateTimeOffset {
    type Error = ParseError;

    fn try_from(value: Timestamp) -> Result<Self, ParseError> {
        // A timestamp before 1970 counts its fraction down.
        let total = value.as_nanosecond();
        let read = || {
            let seconds = i64::try_from(total.div_euclid(1_000_000_000)).ok()?;
            Self::from_unix(seconds, u32::try_from(total.rem_euclid(1_000_000_000)).ok()?, Zone::UTC)
        };
        read().ok_or_else(|| foreign::<Self>(&value))
    }
}

/// The instant; digits and offset are lost, a missing zone is taken as UTC. An error from `9999-12-30T22` on, where
/// jiff ends.
impl TryFrom<DateTimeOffset> for Timestamp {
    type Error = ParseError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ParseError> {
        let total = i128::from(value.unix_seconds()) * 1_000_000_000 + i128::from(value.nanosecond());
        Self::from_nanosecond(total).map_err(|_| value.misfit("an instant that a jiff timestamp holds"))
    }
}

/// Written with an offset and the fewest digits, the name of the zone is lost; an error outside of the years 1 to 9999
/// or if the offset has seconds.
impl TryFrom<&ZonedDateTime> for DateTimeOffset {
    type Error = ParseError;

    fn try_from(value: &ZonedDateTime) -> Result<Self, ParseError> {
        let total = value.timestamp().as_nanosecond();
        let read = || {
            let seconds = i64::try_from(total.div_euclid(1_000_000_000)).ok()?;
            date_time(seconds, total.rem_euclid(1_000_000_000), value.offset().seconds())
        };
        read().ok_or_else(|| foreign::<Self>(value))
    }
}

/// In a zone of fixed offset; digits are lost, a missing zone is taken as UTC.
impl TryFrom<DateTimeOffset> for ZonedDateTime {
    type Error = ParseError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ParseError> {
        let offset =
            Offset::from_seconds(offset_seconds(value)).map_err(|_| value.misfit("an offset that jiff holds"))?;
        Ok(Timestamp::try_from(value)?.to_zoned_datetime(TimeZone::fixed(offset)))
    }
}

/// An error outside of the years 1 to 9999.
impl TryFrom<civil::Date> for Date {
    type Error = ParseError;

    fn try_from(value: civil::Date) -> Result<Self, ParseError> {
        date(value.year(), value.month(), value.day()).ok_or_else(|| foreign::<Self>(&value))
    }
}

impl TryFrom<Date> for civil::Date {
    type Error = ParseError;

    fn try_from(value: Date) -> Result<Self, ParseError> {
        let read = || {
            let year = i16::try_from(value.year()).ok()?;
            Self::new(year, i8::try_from(value.month()).ok()?, i8::try_from(value.day()).ok()?).ok()
        };
        read().ok_or_else(|| value.misfit("a date that jiff holds"))
    }
}

/// Written with the fewest digits.
impl TryFrom<civil::Time> for TimeOfDay {
    type Error = ParseError;

    fn try_from(value: civil::Time) -> Result<Self, ParseError> {
        let seconds = i32::from(value.hour()) * 3600 + i32::from(value.minute()) * 60 + i32::from(value.second());
        time_of_day(seconds, value.subsec_nanosecond()).ok_or_else(|| foreign::<Self>(&value))
    }
}

/// Digits are lost.
impl TryFrom<TimeOfDay> for civil::Time {
    type Error = ParseError;

    fn try_from(value: TimeOfDay) -> Result<Self, ParseError> {
        let read = || {
            let [hour, minute, second] = [value.hour(), value.minute(), value.second()].map(i8::try_from);
            Self::new(hour.ok()?, minute.ok()?, second.ok()?, i32::try_from(value.nanosecond()).ok()?).ok()
        };
        read().ok_or_else(|| value.misfit("a time that jiff holds"))
    }
}

impl From<SignedDuration> for Duration {
    fn from(value: SignedDuration) -> Self {
        from_signed_parts(value.as_secs(), value.subsec_nanos())
    }
}

/// The length, with days of 24 hours; an error if it has years or months or is too long.
impl TryFrom<Duration> for SignedDuration {
    type Error = ParseError;

    fn try_from(value: Duration) -> Result<Self, ParseError> {
        signed_parts(&value)
            .map(|(seconds, nanosecond)| Self::new(seconds, nanosecond))
            .ok_or_else(|| value.misfit("a duration without years and months"))
    }
}

/// Unit by unit, as far as jiff's limits go.
impl TryFrom<Duration> for Span {
    type Error = ParseError;

    fn try_from(value: Duration) -> Result<Self, ParseError> {
        value.as_str().parse().map_err(|_| value.misfit("a duration within the limits of a jiff span"))
    }
}

/// Unit by unit; an error if it takes more than 39 characters.
impl TryFrom<Span> for Duration {
    type Error = ParseError;

    fn try_from(value: Span) -> Result<Self, ParseError> {
        value.to_string().parse()
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, DateTimeOffset, Duration, SignedDuration, Span, TimeOfDay, Timestamp, ZonedDateTime, civil};

    #[test]
    fn date_times_convert_both_ways() {
        for text in
            ["2017-01-01T00:02:03.0612494-08:00", "1969-12-31T23:59:59.9999999+00:00", "0001-01-01T00:00:00+05:30"]
        {
            let value: DateTimeOffset = text.parse().unwrap();
            let zoned = ZonedDateTime::try_from(value).unwrap();
            assert_eq!(DateTimeOffset::try_from(&zoned).unwrap(), value);
            let utc = DateTimeOffset::try_from(Timestamp::try_from(value).unwrap());
            // The third of them is a day earlier in UTC, and so outside of what is held.
            assert_eq!(utc.map(DateTimeOffset::unix_ticks).ok(), Some(value.unix_ticks()).filter(|_| value.year() > 1));
        }
        let never: DateTimeOffset = "9999-12-31T23:59:59.9999999Z".parse().unwrap();
        assert_eq!(Timestamp::try_from(never).unwrap_err().text(), "9999-12-31T23:59:59.9999999Z");
    }

    #[test]
    fn dates_and_times_convert_both_ways() {
        let date: Date = "2016-02-29".parse().unwrap();
        assert_eq!(Date::try_from(civil::Date::try_from(date).unwrap()), Ok(date));
        assert!(Date::try_from(civil::Date::MIN).is_err());
        let time: TimeOfDay = "17:30:00.25".parse().unwrap();
        assert_eq!(TimeOfDay::try_from(civil::Time::try_from(time).unwrap()), Ok(time));
    }

    #[test]
    fn durations_convert_both_ways() {
        for text in ["-PT9M16.7034979S", "P1DT2H", "PT0S"] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(Duration::from(SignedDuration::try_from(duration).unwrap()), duration);
        }
        for text in ["-PT9M16.7034979S", "P1Y2M3W4DT5H6M7S", "PT36H"] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(Duration::try_from(Span::try_from(duration).unwrap()), Ok(duration));
        }
        assert!(SignedDuration::try_from("P1M".parse::<Duration>().unwrap()).is_err());
        assert!(Span::try_from("P18446744073709551615Y".parse::<Duration>().unwrap()).is_err());
    }
}
