//! When what was said is searched: soon where little is said, and in ever larger pages where much is.

use crate::time::Timestamp;

/// How long after it was said something is searched, in milliseconds. While more is said within
/// that time it doubles,
const LATER_MILLIS: i64 = 5_000;

/// up to this.
const LATEST_MILLIS: i64 = 60_000;

/// When a chat's words were last to be searched, and how long that was to take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spacing {
    due: Timestamp,
    millis: i64,
}

impl Spacing {
    /// What holds for words that are said now.
    #[must_use]
    pub fn next(self, now: Timestamp) -> Self {
        let is_lively = now.0.saturating_sub(self.due.0) < self.millis;
        let millis = if is_lively {
            LATEST_MILLIS.min(self.millis * 2)
        } else {
            LATER_MILLIS
        };
        let due = Timestamp(now.0.saturating_add(millis));
        Self { due, millis }
    }

    /// When they are to be searched.
    pub fn due(self) -> Timestamp {
        self.due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How long each of some words waits that are said so long after the last ones were searched.
    fn waits(pauses: &[i64]) -> Vec<i64> {
        let mut spacing = Spacing::default();
        let mut now = Timestamp(1_000_000);
        pauses
            .iter()
            .map(|pause| {
                now = Timestamp(now.0 + pause);
                spacing = spacing.next(now);
                let wait = spacing.due().0 - now.0;
                now = spacing.due();
                wait
            })
            .collect()
    }

    #[test]
    fn a_lively_chat_is_searched_in_ever_larger_pages_up_to_a_minute() {
        let expect = [5_000, 10_000, 20_000, 40_000, 60_000, 60_000];
        assert_eq!(waits(&[0; 6]), expect);
    }

    #[test]
    fn a_pause_as_long_as_the_last_wait_makes_it_soon_again() {
        assert_eq!(
            waits(&[0, 4_999, 9_999, 20_000]),
            [5_000, 10_000, 20_000, 5_000]
        );
    }
}
