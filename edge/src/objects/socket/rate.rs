//! How fast frames may come.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::clock::Now;

/// How many seconds' worth of frames may come at once.
const BURST_SECONDS: f64 = 2.0;

/// How many senders are told apart before those are forgotten who have a full bucket anyway.
const MAX_SENDERS: usize = 256;

/// A bucket of frames that fills by the second.
pub struct RateLimit {
    per_second: f64,
    left: Cell<f64>,
    filled_at: Cell<i64>,
}

/// A bucket for each sender, whatever the number of its sockets.
pub struct RateLimits {
    per_second: f64,
    senders: RefCell<HashMap<String, RateLimit>>,
}

impl RateLimit {
    /// A full bucket.
    pub fn new(per_second: f64) -> Self {
        Self {
            per_second,
            left: Cell::new(per_second * BURST_SECONDS),
            filled_at: Cell::new(i64::MIN),
        }
    }

    /// Takes a frame out. `false` when there is none left.
    pub fn take(&self, now: Now) -> bool {
        let left = self.left_at(now);
        self.filled_at.set(now.millis());
        self.left.set((left - 1.0).max(0.0));
        left >= 1.0
    }

    fn left_at(&self, now: Now) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let seconds = now.millis().saturating_sub(self.filled_at.get()) as f64 / 1_000.0;
        (self.left.get() + seconds * self.per_second).min(self.capacity())
    }

    fn capacity(&self) -> f64 {
        self.per_second * BURST_SECONDS
    }

    fn is_full(&self, now: Now) -> bool {
        self.left_at(now) >= self.capacity()
    }
}

impl RateLimits {
    /// Full buckets.
    pub fn new(per_second: f64) -> Self {
        Self {
            per_second,
            senders: RefCell::default(),
        }
    }

    /// Takes a frame out of a sender's bucket. `false` when there is none left.
    pub fn take(&self, sender: &str, now: Now) -> bool {
        let mut senders = self.senders.borrow_mut();
        if senders.len() >= MAX_SENDERS {
            senders.retain(|_, bucket| !bucket.is_full(now));
        }
        senders
            .entry(sender.to_owned())
            .or_insert_with(|| RateLimit::new(self.per_second))
            .take(now)
    }
}
