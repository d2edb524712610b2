//! Where a client goes on that was here before.

use crate::protocol::FRESH_REPLAY;

/// What a hello is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume {
    /// The client's history is of another epoch, or from the future: it begins anew.
    Reset,
    /// A welcome, and the events after a number.
    After(u64),
}

/// Answers a hello that tells so much, at a contact of this epoch and head.
pub fn resume(epoch: u32, head: u64, its_epoch: Option<u32>, last_seq: Option<u64>) -> Resume {
    let is_foreign = its_epoch.is_some_and(|its| its != epoch);
    if is_foreign || last_seq.is_some_and(|last| last > head) {
        return Resume::Reset;
    }
    Resume::After(last_seq.unwrap_or_else(|| head.saturating_sub(u64::from(FRESH_REPLAY))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cv5_what_can_not_be_of_this_history_is_reset_and_the_rest_goes_on() {
        for (its_epoch, last_seq, answer) in [
            (None, None, Resume::After(50)),
            (Some(7), None, Resume::After(50)),
            (Some(7), Some(0), Resume::After(0)),
            (Some(7), Some(100), Resume::After(100)),
            (None, Some(99), Resume::After(99)),
            (Some(7), Some(101), Resume::Reset),
            (Some(8), Some(1), Resume::Reset),
            (Some(8), None, Resume::Reset),
        ] {
            assert_eq!(
                resume(7, 100, its_epoch, last_seq),
                answer,
                "{its_epoch:?} {last_seq:?}"
            );
        }
        assert_eq!(resume(7, 3, None, None), Resume::After(0));
    }
}
