//! The numbers that all calendar crates have in common, to and from the scalars.

use crate::scalar::duration::Sign;
use crate::scalar::{Date, DateTimeOffset, Duration, TimeOfDay, Zone};

/// A duration as signed seconds and nanoseconds of the same sign; `None` if months or the size forbid it.
pub(super) fn signed_parts(duration: &Duration) -> Option<(i64, i32)> {
    let (sign, seconds, nanosecond) = duration.distance()?;
    let nanosecond = i32::try_from(nanosecond).ok()?;
    match sign {
        Sign::Positive => Some((i64::try_from(seconds).ok()?, nanosecond)),
        Sign::Negative => Some((0_i64.checked_sub_unsigned(seconds)?, -nanosecond)),
    }
}

/// The duration of seconds and nanoseconds, which have the same sign.
pub(super) fn from_signed_parts(seconds: i64, nanosecond: i32) -> Duration {
    let sign = if seconds < 0 || nanosecond < 0 { Sign::Negative } else { Sign::Positive };
    Duration::from_distance(sign, seconds.unsigned_abs(), nanosecond.unsigned_abs())
}

/// The date of numbers as other crates hold them.
pub(super) fn date(year: impl TryInto<u16>, month: impl TryInto<u8>, day: impl TryInto<u8>) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// The time of the seconds since midnight, with the fewest digits.
pub(super) fn time_of_day(seconds: impl TryInto<u32>, nanosecond: impl TryInto<u32>) -> Option<TimeOfDay> {
    TimeOfDay::from_second_of_day(seconds.try_into().ok()?, nanosecond.try_into().ok()?)
}

/// The instant as a zone shows it whose distance from UTC is given in seconds, which must be whole minutes.
pub(super) fn date_time(seconds: i64, nanosecond: impl TryInto<u32>, offset_seconds: i32) -> Option<DateTimeOffset> {
    if offset_seconds % 60 != 0 {
        return None;
    }
    let zone = Zone::from_offset_minutes(i16::try_from(offset_seconds / 60).ok()?)?;
    DateTimeOffset::from_unix(seconds, nanosecond.try_into().ok()?, zone)
}

/// The distance from UTC in seconds, 0 where none is written.
pub(super) fn offset_seconds(value: DateTimeOffset) -> i32 {
    i32::from(value.offset_minutes().unwrap_or_default()) * 60
}
