//! Conversions to and from the types of the `time` crate.

use super::foreign;
use super::parts::{date, date_time, from_signed_parts, offset_seconds, signed_parts, time_of_day};
use crate::scalar::{Date, DateTimeOffset, Duration, ParseError, Textual, TimeOfDay};
use ::time::{Month, OffsetDateTime, Time, UtcOffset};

/// Written with an offset and the fewest digits; an error outside of the years 1 to 9999 or if the offset has seconds.
impl TryFrom<OffsetDateTime> for DateTimeOffset {
    type Error = ParseError;

    fn try_from(value: OffsetDateTime) -> Result<Self, ParseError> {
        date_time(value.unix_timestamp(), value.nanosecond(), value.offset().whole_seconds())
            .ok_or_else(|| foreign::<Self>(&value))
    }
}

/// Digits and the form of zero offsets are lost, a missing zone is taken as UTC.
impl TryFrom<DateTimeOffset> for OffsetDateTime {
    type Error = ParseError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ParseError> {
        let read = || {
            let offset = UtcOffset::from_whole_seconds(offset_seconds(value)).ok()?;
            let date = ::time::Date::try_from(value.date()).ok()?;
            Some(Self::new_in_offset(date, Time::try_from(value.time()).ok()?, offset))
        };
        read().ok_or_else(|| value.misfit("a date-time of the time crate"))
    }
}

/// An error outside of the years 1 to 9999.
impl TryFrom<::time::Date> for Date {
    type Error = ParseError;

    fn try_from(value: ::time::Date) -> Result<Self, ParseError> {
        date(value.year(), value.month(), value.day()).ok_or_else(|| foreign::<Self>(&value))
    }
}

impl TryFrom<Date> for ::time::Date {
    type Error = ParseError;

    fn try_from(value: Date) -> Result<Self, ParseError> {
        let read = || {
            let month = Month::try_from(value.month()).ok()?;
            Self::from_calendar_date(i32::from(value.year()), month, value.day()).ok()
        };
        read().ok_or_else(|| value.misfit("a date of the time crate"))
    }
}

/// Written with the fewest digits.
impl TryFrom<Time> for TimeOfDay {
    type Error = ParseError;

    fn try_from(value: Time) -> Result<Self, ParseError> {
        let (hour, minute, second, nanosecond) = value.as_hms_nano();
        let seconds = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
        time_of_day(seconds, nanosecond).ok_or_else(|| foreign::<Self>(&value))
    }
}

/// Digits are lost.
impl TryFrom<TimeOfDay> for Time {
    type Error = ParseError;

    fn try_from(value: TimeOfDay) -> Result<Self, ParseError> {
        Self::from_hms_nano(value.hour(), value.minute(), value.second(), value.nanosecond())
            .map_err(|_| value.misfit("a time of the time crate"))
    }
}

impl From<::time::Duration> for Duration {
    fn from(value: ::time::Duration) -> Self {
        from_signed_parts(value.whole_seconds(), value.subsec_nanoseconds())
    }
}

/// The length, with days of 24 hours; an error if it has years or months or is too long.
impl TryFrom<Duration> for ::time::Duration {
    type Error = ParseError;

    fn try_from(value: Duration) -> Result<Self, ParseError> {
        signed_parts(&value)
            .map(|(seconds, nanosecond)| Self::new(seconds, nanosecond))
            .ok_or_else(|| value.misfit("a duration without years and months"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, DateTimeOffset, Duration, OffsetDateTime, Time, TimeOfDay};

    #[test]
    fn date_times_convert_both_ways() {
        for text in
            ["2017-01-01T00:02:03.0612494-08:00", "9999-12-31T23:59:59.9999999+00:00", "0001-01-01T00:00:00+05:30"]
        {
            let value: DateTimeOffset = text.parse().unwrap();
            let other = OffsetDateTime::try_from(value).unwrap();
            assert_eq!(i128::from(value.unix_ticks()), other.unix_timestamp_nanos().div_euclid(100));
            assert_eq!(DateTimeOffset::try_from(other).unwrap(), value);
        }
    }

    #[test]
    fn dates_times_and_durations_convert_both_ways() {
        let date: Date = "2016-02-29".parse().unwrap();
        assert_eq!(Date::try_from(::time::Date::try_from(date).unwrap()), Ok(date));
        assert!(Date::try_from(::time::Date::MIN).is_err());
        let time: TimeOfDay = "17:30:00.25".parse().unwrap();
        assert_eq!(TimeOfDay::try_from(Time::try_from(time).unwrap()), Ok(time));
        for text in ["-PT9M16.7034979S", "P1DT2H", "PT0S"] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(Duration::from(::time::Duration::try_from(duration).unwrap()), duration);
        }
        assert!(::time::Duration::try_from("P1Y".parse::<Duration>().unwrap()).is_err());
        let least = Duration::from(::time::Duration::MIN);
        assert_eq!(::time::Duration::try_from(least), Ok(::time::Duration::MIN));
    }
}
