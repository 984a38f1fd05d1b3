//! Conversions to and from the standard library's clock and duration.

use super::foreign;
use crate::scalar::duration::Sign;
use crate::scalar::{DateTimeOffset, Duration, ParseError, Textual, Zone};
use std::time::{Duration as StdDuration, SystemTime};

/// The instant, written with `Z` and the fewest digits; an error outside of the years 1 to 9999.
impl TryFrom<SystemTime> for DateTimeOffset {
    type Error = ParseError;

    fn try_from(time: SystemTime) -> Result<Self, ParseError> {
        let after = |distance: StdDuration| {
            Self::from_unix(i64::try_from(distance.as_secs()).ok()?, distance.subsec_nanos(), Zone::UTC)
        };
        let before = |distance: StdDuration| {
            let seconds = i64::try_from(distance.as_secs()).ok()?;
            match distance.subsec_nanos() {
                0 => Self::from_unix(-seconds, 0, Zone::UTC),
                nanosecond => Self::from_unix(-seconds - 1, 1_000_000_000 - nanosecond, Zone::UTC),
            }
        };
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(distance) => after(distance),
            Err(error) => before(error.duration()),
        }
        .ok_or_else(|| foreign::<Self>(&time))
    }
}

/// The instant; digits and offset are lost, a missing zone is taken as UTC.
impl TryFrom<DateTimeOffset> for SystemTime {
    type Error = ParseError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ParseError> {
        let seconds = StdDuration::from_secs(value.unix_seconds().unsigned_abs());
        let fraction = StdDuration::from_nanos(u64::from(value.nanosecond()));
        let whole = if value.unix_seconds() < 0 {
            Self::UNIX_EPOCH.checked_sub(seconds)
        } else {
            Self::UNIX_EPOCH.checked_add(seconds)
        };
        whole
            .and_then(|whole| whole.checked_add(fraction))
            .ok_or_else(|| value.misfit("an instant of this system's clock"))
    }
}

impl From<StdDuration> for Duration {
    fn from(value: StdDuration) -> Self {
        Self::from_distance(Sign::Positive, value.as_secs(), value.subsec_nanos())
    }
}

/// The length, with days of 24 hours; an error if it is negative, too long, or has years or months.
impl TryFrom<Duration> for StdDuration {
    type Error = ParseError;

    fn try_from(value: Duration) -> Result<Self, ParseError> {
        match value.distance() {
            Some((Sign::Positive, seconds, nanosecond)) => Ok(Self::new(seconds, nanosecond)),
            Some((Sign::Negative, 0, 0)) => Ok(Self::ZERO),
            _ => Err(value.misfit("a duration that is not negative and has neither years nor months")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DateTimeOffset, Duration, StdDuration, SystemTime};

    #[test]
    fn instants_convert_both_ways() {
        for text in ["2017-01-01T08:02:03.0612494Z", "1969-12-31T23:59:59.9999999Z", "1900-01-01T00:00:00Z"] {
            let value: DateTimeOffset = text.parse().unwrap();
            let time = SystemTime::try_from(value).unwrap();
            assert_eq!(DateTimeOffset::try_from(time).unwrap().to_string(), text);
        }
        let far = SystemTime::UNIX_EPOCH + StdDuration::from_secs(1 << 40);
        assert_eq!(DateTimeOffset::try_from(far).unwrap_err().kind(), "DateTimeOffset");
    }

    #[test]
    fn durations_convert_both_ways() {
        let length = StdDuration::new(93_784, 500_000_000);
        assert_eq!(Duration::from(length).as_str(), "P1DT2H3M4.5S");
        assert_eq!(StdDuration::try_from(Duration::from(length)), Ok(length));
        assert_eq!(Duration::from(StdDuration::ZERO).as_str(), "PT0S");
        for text in ["-PT1S", "P1M", "P1Y", "P18446744073709551615D"] {
            assert!(StdDuration::try_from(text.parse::<Duration>().unwrap()).is_err(), "{text}");
        }
        assert_eq!(Duration::from(StdDuration::MAX).as_str(), "P213503982334601DT7H15.999999999S");
    }
}
