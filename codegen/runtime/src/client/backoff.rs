//! How often and after which waits a request is sent again; knows neither requests nor answers.

use std::time::{Duration, SystemTime};

use super::random;

/// How often a request is sent again, and how long the client waits before.
///
/// Answers 429, 503 and 504 are retried, and connections that did not come about, since nothing was sent. The wait is what the service asks for in `Retry-After`; without that it begins
/// with 3 s and doubles, with up to a quarter more at random. If a wait would be longer than allowed, the client gives up
/// at once rather than come back too early: the error says how long the service asks to wait.
#[derive(Debug, Clone, PartialEq)]
pub struct RetryPolicy {
    tries: u32,
    base: Duration,
    max_wait: Duration,
    max_total: Duration,
    network: NetworkErrors,
}

/// What is done when a connection fails or times out: the update may have been made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NetworkErrors {
    Reported,
    Retried,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            tries: 4,
            base: Duration::from_secs(3),
            max_wait: Duration::from_secs(180),
            max_total: Duration::from_secs(600),
            network: NetworkErrors::Reported,
        }
    }
}

impl RetryPolicy {
    /// At most 4 tries, 180 s a wait and 10 minutes in all; connections that broke are not retried.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything is sent once.
    #[must_use]
    pub fn none() -> Self {
        Self::default().tries(1)
    }

    /// How often a request is sent at most, at least once.
    #[must_use]
    pub fn tries(self, tries: u32) -> Self {
        Self { tries: tries.max(1), ..self }
    }

    /// The first wait where the service names none.
    #[must_use]
    pub fn base(self, base: Duration) -> Self {
        Self { base, ..self }
    }

    /// The longest single wait.
    #[must_use]
    pub fn max_wait(self, max_wait: Duration) -> Self {
        Self { max_wait, ..self }
    }

    /// The longest time from the first try to the last.
    #[must_use]
    pub fn max_total(self, max_total: Duration) -> Self {
        Self { max_total, ..self }
    }

    /// Sends a request again when the connection failed or timed out, although the update may have been made: right where
    /// making it twice does no harm.
    #[must_use]
    pub fn retry_network_errors(self) -> Self {
        Self { network: NetworkErrors::Retried, ..self }
    }

    pub(super) fn network_errors(&self) -> NetworkErrors {
        self.network
    }
}

/// The tries of one request.
#[derive(Debug)]
pub(super) struct Backoff {
    policy: RetryPolicy,
    started: SystemTime,
    tries: u32,
}

impl Backoff {
    pub(super) fn new(policy: RetryPolicy, started: SystemTime) -> Self {
        Self { policy, started, tries: 1 }
    }

    /// How many tries there were.
    pub(super) fn tries(&self) -> u32 {
        self.tries
    }

    /// The wait before the next try, or `None` if there is none.
    pub(super) fn next(&mut self, asked: Option<Duration>, now: SystemTime) -> Option<Duration> {
        let wait = asked.unwrap_or_else(|| self.growing());
        let elapsed = now.duration_since(self.started).unwrap_or(Duration::ZERO);
        if self.tries >= self.policy.tries
            || wait > self.policy.max_wait
            || elapsed.saturating_add(wait) > self.policy.max_total
        {
            return None;
        }
        self.tries += 1;
        Some(wait)
    }

    fn growing(&self) -> Duration {
        let doubled = self.policy.base.saturating_mul(1_u32.checked_shl(self.tries - 1).unwrap_or(u32::MAX));
        let capped = doubled.min(self.policy.max_wait);
        capped.mul_f64(1.0 + random::fraction() / 4.0).min(self.policy.max_wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: SystemTime = SystemTime::UNIX_EPOCH;

    #[test]
    fn waits_double_from_three_seconds_up_to_three_minutes() {
        let mut backoff = Backoff::new(RetryPolicy::new().tries(40).max_total(Duration::MAX), START);
        let waits: Vec<f64> = std::iter::from_fn(|| backoff.next(None, START)).map(|wait| wait.as_secs_f64()).collect();
        assert_eq!(waits.len(), 39);
        for (index, wait) in waits.iter().enumerate().take(6) {
            let least = 3.0 * f64::from(1 << index);
            assert!((least..=least * 1.25).contains(wait), "{index}: {wait}");
        }
        assert!(waits[6..].iter().all(|wait| (wait - 180.0).abs() < f64::EPSILON), "{waits:?}");
    }

    #[test]
    fn tries_waits_and_total_are_bounded() {
        let asked = |seconds| Some(Duration::from_secs(seconds));
        let mut backoff = Backoff::new(RetryPolicy::new().tries(2), START);
        assert_eq!((backoff.next(asked(7), START), backoff.next(asked(7), START)), (asked(7), None));
        assert_eq!(backoff.tries(), 2);
        let mut backoff = Backoff::new(RetryPolicy::new(), START);
        assert_eq!(backoff.next(asked(181), START), None);
        assert_eq!(backoff.next(asked(180), START), asked(180));
        assert_eq!(backoff.next(asked(60), START + Duration::from_secs(541)), None);
        assert_eq!(Backoff::new(RetryPolicy::none(), START).next(asked(0), START), None);
    }
}
