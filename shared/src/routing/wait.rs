//! How long a shopper will wait, from how long cases took lately.

/// From how many measured cases on an expectation is told.
pub const MIN_MEASURED: usize = 5;

const MINUTE_MILLIS: i64 = 60_000;

/// Up to this many minutes an expectation is told to the minute, beyond it in steps of five.
const EXACT_MINUTES: u32 = 10;

/// The expected wait of a case at a place of the queue, 1 first, in minutes and rather too long
/// than too short. `slots` counts the cases that the agents who are there hold at once, and
/// `handled` holds how long the latest cases took, in milliseconds. `None` while too little is
/// known, or while nobody is there.
pub fn expected_minutes(place: u32, slots: u32, handled: &[i64]) -> Option<u32> {
    if slots == 0 || handled.len() < MIN_MEASURED {
        return None;
    }
    let count = i64::try_from(handled.len()).ok()?;
    let mean = handled.iter().map(|millis| (*millis).max(0)).sum::<i64>() / count;
    let millis = mean.saturating_mul(i64::from(place)) / i64::from(slots);
    let minutes = u32::try_from(millis.saturating_add(MINUTE_MILLIS - 1) / MINUTE_MILLIS).ok()?;
    let told = if minutes > EXACT_MINUTES {
        minutes.div_ceil(5) * 5
    } else {
        minutes
    };
    Some(told.max(1))
}
