//! How long a service asks to wait, from the headers of its answer.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

use super::http_date;

/// The wait in `Retry-After`: seconds, which Graph also sends with a fraction, or a date.
///
/// A date is measured against the answer's own `Date`, so that a wrong clock here does no harm; else against `now`.
pub(super) fn read(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if text.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    }
    let sent = headers.get(DATE).and_then(|date| date.to_str().ok()).and_then(http_date::read).unwrap_or(now);
    Some(http_date::read(text)?.duration_since(sent).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(headers: &[(&'static str, &str)]) -> Option<Duration> {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        read(&headers, SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_700))
    }

    #[test]
    fn seconds_may_have_a_fraction() {
        assert_eq!(wait(&[("retry-after", "30")]), Some(Duration::from_secs(30)));
        assert_eq!(wait(&[("retry-after", " 2.128 ")]), Some(Duration::from_millis(2_128)));
        for text in ["-1", "1e400", "30 s", "1.2.3", "", "soon", "NaN", "inf"] {
            assert_eq!(wait(&[("retry-after", text)]), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_measured_against_the_answers_own() {
        let at = ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(wait(&[at]), Some(Duration::from_secs(77)));
        assert_eq!(wait(&[at, ("date", "Sun, 06 Nov 1994 08:49:30 GMT")]), Some(Duration::from_secs(7)));
        assert_eq!(wait(&[at, ("date", "Sun, 06 Nov 1994 09:00:00 GMT")]), Some(Duration::ZERO));
    }
}
