//! Conversions to and from the types of the `chrono` crate.

use super::foreign;
use super::parts::{date, date_time, from_signed_parts, offset_seconds, signed_parts, time_of_day};
use crate::scalar::{Date, DateTimeOffset, Duration, ParseError, Textual, TimeOfDay, Zone};
use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};

/// Written with an offset and the fewest digits; an error outside of the years 1 to 9999, for a leap second, or if the
/// offset has seconds.
impl TryFrom<DateTime<FixedOffset>> for DateTimeOffset {
    type Error = ParseError;

    fn try_from(value: DateTime<FixedOffset>) -> Result<Self, ParseError> {
        date_time(value.timestamp(), value.timestamp_subsec_nanos(), value.offset().local_minus_utc())
            .ok_or_else(|| foreign::<Self>(&value))
    }
}

/// Written with `Z` and the fewest digits; an error outside of the years 1 to 9999 or for a leap second.
impl TryFrom<DateTime<Utc>> for DateTimeOffset {
    type Error = ParseError;

    fn try_from(value: DateTime<Utc>) -> Result<Self, ParseError> {
        Self::from_unix(value.timestamp(), value.timestamp_subsec_nanos(), Zone::UTC)
            .ok_or_else(|| foreign::<Self>(&value))
    }
}

/// Digits and the form of zero offsets are lost, a missing zone is taken as UTC.
impl TryFrom<DateTimeOffset> for DateTime<FixedOffset> {
    type Error = ParseError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ParseError> {
        let offset =
            FixedOffset::east_opt(offset_seconds(value)).ok_or_else(|| value.misfit("an offset that chrono holds"))?;
        Ok(DateTime::<Utc>::try_from(value)?.with_timezone(&offset))
    }
}

/// The instant; digits and offset are lost, a missing zone is taken as UTC.
impl TryFrom<DateTimeOffset> for DateTime<Utc> {
    type Error = ParseError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ParseError> {
        Self::from_timestamp(value.unix_seconds(), value.nanosecond())
            .ok_or_else(|| value.misfit("an instant that chrono holds"))
    }
}

/// An error outside of the years 1 to 9999.
impl TryFrom<NaiveDate> for Date {
    type Error = ParseError;

    fn try_from(value: NaiveDate) -> Result<Self, ParseError> {
        date(value.year(), value.month(), value.day()).ok_or_else(|| foreign::<Self>(&value))
    }
}

impl TryFrom<Date> for NaiveDate {
    type Error = ParseError;

    fn try_from(value: Date) -> Result<Self, ParseError> {
        Self::from_ymd_opt(i32::from(value.year()), u32::from(value.month()), u32::from(value.day()))
            .ok_or_else(|| value.misfit("a date that chrono holds"))
    }
}

/// Written with the fewest digits; an error for a leap second.
impl TryFrom<NaiveTime> for TimeOfDay {
    type Error = ParseError;

    fn try_from(value: NaiveTime) -> Result<Self, ParseError> {
        time_of_day(value.num_seconds_from_midnight(), value.nanosecond()).ok_or_else(|| foreign::<Self>(&value))
    }
}

/// Digits are lost.
impl TryFrom<TimeOfDay> for NaiveTime {
    type Error = ParseError;

    fn try_from(value: TimeOfDay) -> Result<Self, ParseError> {
        Self::from_num_seconds_from_midnight_opt(value.second_of_day(), value.nanosecond())
            .ok_or_else(|| value.misfit("a time that chrono holds"))
    }
}

impl From<TimeDelta> for Duration {
    fn from(value: TimeDelta) -> Self {
        from_signed_parts(value.num_seconds(), value.subsec_nanos())
    }
}

/// The length, with days of 24 hours; an error if it has years or months or is too long.
impl TryFrom<Duration> for TimeDelta {
    type Error = ParseError;

    fn try_from(value: Duration) -> Result<Self, ParseError> {
        let read = || {
            let (seconds, nanosecond) = signed_parts(&value)?;
            Self::try_seconds(seconds)?.checked_add(&Self::nanoseconds(i64::from(nanosecond)))
        };
        read().ok_or_else(|| value.misfit("a duration that chrono holds, without years and months"))
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Date, DateTime, DateTimeOffset, Duration, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeOfDay, Utc,
    };

    #[test]
    fn date_times_convert_both_ways() {
        for text in
            ["2017-01-01T00:02:03.0612494-08:00", "9999-12-31T23:59:59.9999999+00:00", "0001-01-01T00:00:00+05:30"]
        {
            let value: DateTimeOffset = text.parse().unwrap();
            let other = DateTime::<FixedOffset>::try_from(value).unwrap();
            assert_eq!(DateTimeOffset::try_from(other), Ok(value));
        }
        let utc: DateTimeOffset = "1969-12-31T23:59:59.9999999Z".parse().unwrap();
        assert_eq!(DateTimeOffset::try_from(DateTime::<Utc>::try_from(utc).unwrap()), Ok(utc));
        assert!(DateTimeOffset::try_from(DateTime::<Utc>::MAX_UTC).is_err());
    }

    #[test]
    fn dates_times_and_durations_convert_both_ways() {
        let date: Date = "2016-02-29".parse().unwrap();
        assert_eq!(Date::try_from(NaiveDate::try_from(date).unwrap()), Ok(date));
        assert!(Date::try_from(NaiveDate::MIN).is_err());
        let time: TimeOfDay = "17:30:00.25".parse().unwrap();
        assert_eq!(TimeOfDay::try_from(NaiveTime::try_from(time).unwrap()), Ok(time));
        let leap = NaiveTime::from_num_seconds_from_midnight_opt(86_399, 1_500_000_000).unwrap();
        assert!(TimeOfDay::try_from(leap).is_err());
        for text in ["-PT9M16.7034979S", "P1DT2H", "PT0S"] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(Duration::from(TimeDelta::try_from(duration).unwrap()), duration);
        }
        assert!(TimeDelta::try_from("P1Y".parse::<Duration>().unwrap()).is_err());
        let least = Duration::from(TimeDelta::MIN);
        assert_eq!(TimeDelta::try_from(least), Ok(TimeDelta::MIN));
    }
}
