//! Work on many things at once, with the outcomes in the order of the things, whatever the number of threads.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many threads a run may use. One, unless somebody asks for more: a build script shares its machine with a compiler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threads(NonZeroUsize);

/// How many things a thread takes at a time.
const BATCH: usize = 16;

impl Threads {
    /// That many.
    #[must_use]
    pub fn new(count: NonZeroUsize) -> Self {
        Self(count)
    }

    /// As many as the machine can run at once; one where it does not say.
    #[must_use]
    pub fn available() -> Self {
        thread::available_parallelism().map_or_else(|_| Self::default(), Self)
    }

    /// What both make; at the same time, if there are two threads.
    pub(crate) fn both<A, B: Send>(self, one: impl FnOnce() -> A, two: impl FnOnce() -> B + Send) -> (A, B) {
        if self.0.get() < 2 {
            return (one(), two());
        }
        thread::scope(|scope| {
            let two = scope.spawn(two);
            (one(), joined(two))
        })
    }

    /// What `each` makes of the things, in their order.
    pub(crate) fn map<T: Sync, U: Send>(self, things: &[T], each: impl Fn(&T) -> U + Sync) -> Vec<U> {
        self.batched(BATCH, things, each)
    }

    /// The same for few things that are much work each.
    pub(crate) fn map_few<T: Sync, U: Send>(self, things: &[T], each: impl Fn(&T) -> U + Sync) -> Vec<U> {
        self.batched(1, things, each)
    }

    fn batched<T: Sync, U: Send>(self, batch: usize, things: &[T], each: impl Fn(&T) -> U + Sync) -> Vec<U> {
        let batches: Vec<&[T]> = things.chunks(batch).collect();
        let threads = self.0.get().min(batches.len());
        if threads < 2 {
            return things.iter().map(each).collect();
        }
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                // Relaxed: nothing but the number itself is shared by it.
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(batch) = batches.get(at) else { return done };
                done.push((at, batch.iter().map(&each).collect::<Vec<U>>()));
            }
        };
        let mut done: Vec<(usize, Vec<U>)> = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            own.into_iter().chain(others.into_iter().flat_map(joined)).collect()
        });
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().flat_map(|(_, batch)| batch).collect()
    }
}

/// What a thread made. A panic is a bug of ours, and goes on to who called.
fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl fmt::Display for Threads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Default for Threads {
    fn default() -> Self {
        Self(NonZeroUsize::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_things_whatever_the_number_of_threads() {
        let things: Vec<usize> = (0..1000).collect();
        let squares: Vec<usize> = things.iter().map(|it| it * it).collect();
        for count in 1..=5 {
            let threads = Threads::new(NonZeroUsize::new(count).unwrap());
            assert_eq!(threads.map(&things, |it| it * it), squares);
            assert!(threads.map(&[] as &[usize], |it| it * it).is_empty());
        }
    }

    #[test]
    fn both_are_made_whatever_the_number_of_threads() {
        for count in 1..=2 {
            let threads = Threads::new(NonZeroUsize::new(count).unwrap());
            assert_eq!(threads.both(|| 1, || "two"), (1, "two"));
        }
    }

    #[test]
    #[should_panic(expected = "a bug")]
    fn a_panic_goes_on_to_the_caller() {
        let threads = Threads::new(NonZeroUsize::new(3).unwrap());
        threads.map(&[0; 100], |_| -> usize { panic!("a bug") });
    }
}
