//! Reads the three forms of an HTTP date (RFC 9110, 5.6.7).

use std::time::{Duration, SystemTime};

/// The time that a header's value names.
pub(super) fn read(text: &str) -> Option<SystemTime> {
    let words: Vec<&str> = text.split([' ', '-', ',']).filter(|word| !word.is_empty()).collect();
    let (day, month, year, time) = match words[..] {
        [_, month, day, time, year] if time.contains(':') => (day, month, year, time),
        [_, day, month, year, time, "GMT" | "UTC"] => (day, month, year, time),
        _ => return None,
    };
    let clock: Vec<u64> = time.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [hour @ ..=23, minute @ ..=59, second @ ..=60] = clock[..] else { return None };
    let day = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let days = days_since_1970(full_year(year)?, month_number(month)?, day)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(days * 86_400 + hour * 3_600 + minute * 60 + second))
}

/// RFC 850 dates have two digits: nearly all that are written today mean this century.
fn full_year(year: &str) -> Option<u64> {
    let number: u64 = year.parse().ok()?;
    match year.len() {
        2 if number < 70 => Some(2_000 + number),
        2 => Some(1_900 + number),
        4 => Some(number),
        _ => None,
    }
}

fn month_number(month: &str) -> Option<u64> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    (1..).zip(MONTHS).find(|(_, name)| *name == month).map(|(number, _)| number)
}

/// Years are counted from March, so that the leap day is the last of its year.
fn days_since_1970(year: u64, month: u64, day: u64) -> Option<u64> {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year.checked_sub(1)?, month + 9) };
    let before_month = (153 * month + 2) / 5;
    (year * 365 + year / 4 - year / 100 + year / 400 + before_month + day).checked_sub(719_469)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> Option<u64> {
        read(text).map(|time| time.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs())
    }

    #[test]
    fn all_three_forms_name_the_same_second() {
        for text in ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
            assert_eq!(seconds(text), Some(784_111_777), "{text}");
        }
    }

    #[test]
    fn leap_days_are_counted() {
        assert_eq!(seconds("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(seconds("Thu, 29 Feb 2024 00:00:00 GMT"), Some(1_709_164_800));
        assert_eq!(seconds("Fri, 01 Mar 2024 00:00:00 GMT"), Some(1_709_251_200));
        assert_eq!(seconds("Mon, 01 Mar 2100 00:00:00 GMT"), Some(4_107_542_400));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "tomorrow", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nix 1994 08:49:37 GMT", "1 2 3 4 5 6 7"]
        {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
