//! Random numbers for request ids and jitter. They come from the seeds of the standard library's hash maps: good enough to
//! tell requests apart and to spread waits, not for secrets.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

/// 64 random bits.
pub(super) fn bits() -> u64 {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    RandomState::new().hash_one(CALLS.fetch_add(1, Ordering::Relaxed))
}

/// A random number in `0.0..1.0`.
pub(super) fn fraction() -> f64 {
    let bits = u32::try_from(bits() >> 32).expect("a shift by 32 bits leaves 32");
    f64::from(bits) / (f64::from(u32::MAX) + 1.0)
}

/// A random UUID (RFC 9562, version 4).
pub(super) fn uuid() -> String {
    let high = bits() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000;
    let low = bits() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000;
    let (first, second, third) = (high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF);
    format!("{first:08x}-{second:04x}-{third:04x}-{:04x}-{:012x}", low >> 48, low & 0xFFFF_FFFF_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_4_and_differ() {
        let ids: std::collections::BTreeSet<String> = (0..1_000).map(|_| uuid()).collect();
        assert_eq!(ids.len(), 1_000);
        for id in ids {
            let lengths: Vec<usize> = id.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
            assert_eq!(&id[14..15], "4", "{id}");
            assert!("89ab".contains(&id[19..20]), "{id}");
        }
    }

    #[test]
    fn fractions_stay_below_one() {
        assert!((0..1_000).map(|_| fraction()).all(|fraction| (0.0..1.0).contains(&fraction)));
    }
}
