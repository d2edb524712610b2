//! Where a parcel stands: a fold over its history by time of occurrence.

use super::{IncidentReason, Status, TrackingEvent};
use crate::time::Timestamp;

/// A bare exception at most this long after a failed attempt says no more than the attempt did.
const ATTEMPT_ECHO_MILLIS: i64 = 12 * 60 * 60 * 1000;

/// Where a parcel stands, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParcelState {
    /// The status.
    pub status: Status,
    /// Why, where the event behind the status says so.
    pub reason: Option<IncidentReason>,
    /// When the event behind the status occurred; `None` before any event.
    pub occurred_at: Option<Timestamp>,
}

/// Folds events, given in the order of receipt, by the time they occurred. Without events the
/// parcel is [`Status::PreTransit`].
pub fn fold(history: &[TrackingEvent]) -> ParcelState {
    let mut events: Vec<&TrackingEvent> = history.iter().collect();
    events.sort_by_key(|event| event.occurred_at);
    let start = ParcelState {
        status: Status::PreTransit,
        reason: None,
        occurred_at: None,
    };
    events.into_iter().fold(start, |state, event| {
        match next(state.status, event.status) {
            _ if is_attempt_retold(&state, event) => state,
            Some(status) => ParcelState {
                status,
                reason: event.reason,
                occurred_at: Some(event.occurred_at),
            },
            None => state,
        }
    })
}

/// Whether an event only says once more that the parcel could not be handed over. Carriers scan
/// a failed attempt as an exception of its own, which must not hide what went wrong.
fn is_attempt_retold(state: &ParcelState, event: &TrackingEvent) -> bool {
    state.status == Status::DeliveryAttempted
        && event.status == Status::Exception
        && event.reason.is_none()
        && state
            .occurred_at
            .is_some_and(|at| event.occurred_at.millis_since(at) <= ATTEMPT_ECHO_MILLIS)
}

/// The status after an event, or `None` when the event says nothing of where the parcel stands.
fn next(current: Status, told: Status) -> Option<Status> {
    let over = matches!(
        current,
        Status::Delivered | Status::Returned | Status::Cancelled
    );
    if over || told == Status::Unknown {
        return None;
    }
    if current == Status::Returning {
        // Handed over on its way back: the sender has it.
        let back = matches!(told, Status::Returned | Status::Delivered);
        return back.then_some(Status::Returned);
    }
    // A label printed again doesn't take the parcel from the carrier.
    let label_again = told == Status::PreTransit && current != Status::PreTransit;
    (!label_again).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::TrackingSource;
    use Status::{
        AvailableForPickup, Cancelled, Delayed, Delivered, DeliveryAttempted, Exception, InTransit,
        Lost, OutForDelivery, PreTransit, Returned, Returning, Unknown,
    };

    fn event(status: Status, at: i64) -> TrackingEvent {
        TrackingEvent {
            source: TrackingSource::Easypost,
            status,
            raw_code: String::new(),
            reason: None,
            description: String::new(),
            place: None,
            occurred_at: Timestamp(at),
            zone_known: true,
        }
    }

    fn check(statuses: &[Status], expected: Status) {
        let history: Vec<_> = statuses
            .iter()
            .zip(1..)
            .map(|(&status, at)| event(status, at))
            .collect();
        assert_eq!(fold(&history).status, expected, "{statuses:?}");
    }

    #[test]
    fn the_newest_event_tells_where_it_stands() {
        check(&[], PreTransit);
        check(
            &[InTransit, OutForDelivery, DeliveryAttempted],
            DeliveryAttempted,
        );
        check(&[OutForDelivery, InTransit], InTransit);
        check(
            &[InTransit, Delayed, InTransit, AvailableForPickup],
            AvailableForPickup,
        );
        check(&[Exception, InTransit], InTransit);
    }

    #[test]
    fn dw10_an_unknown_code_changes_nothing() {
        check(&[Unknown], PreTransit);
        check(&[OutForDelivery, Unknown], OutForDelivery);
    }

    #[test]
    fn dw5_a_terminal_status_stays() {
        for terminal in [Delivered, Returned, Cancelled] {
            for later in [PreTransit, InTransit, Delivered, Returning, Lost, Cancelled] {
                check(&[InTransit, terminal, later], terminal);
            }
        }
    }

    #[test]
    fn dw5_returning_is_sticky() {
        check(
            &[Returning, InTransit, OutForDelivery, Exception],
            Returning,
        );
        check(&[Returning, InTransit, Returned], Returned);
        check(&[Returning, InTransit, Delivered], Returned);
    }

    #[test]
    fn a_lost_parcel_may_be_found() {
        check(&[InTransit, Lost], Lost);
        check(&[InTransit, Lost, InTransit, Delivered], Delivered);
    }

    #[test]
    fn a_label_printed_late_takes_nothing_back() {
        check(&[InTransit, PreTransit], InTransit);
        check(&[PreTransit, PreTransit], PreTransit);
    }

    #[test]
    fn a_bare_exception_does_not_hide_an_attempt_and_real_trouble_does() {
        let hour = ATTEMPT_ECHO_MILLIS / 12;
        for (at, reason, expected) in [
            (0, None, DeliveryAttempted),
            (hour, None, DeliveryAttempted),
            (12 * hour, None, DeliveryAttempted),
            (13 * hour, None, Exception),
            (0, Some(IncidentReason::Damaged), Exception),
        ] {
            let exception = TrackingEvent {
                reason,
                ..event(Exception, at)
            };
            let history = [
                event(OutForDelivery, -hour),
                event(DeliveryAttempted, 0),
                exception,
            ];
            assert_eq!(fold(&history).status, expected, "{at} {reason:?}");
        }
        check(&[Exception, DeliveryAttempted], DeliveryAttempted);
    }

    #[test]
    fn dw9_time_of_occurrence_comes_before_receipt() {
        let delivered = TrackingEvent {
            reason: Some(IncidentReason::Damaged),
            ..event(Delivered, 30)
        };
        let state = fold(&[delivered, event(OutForDelivery, 20), event(InTransit, 10)]);
        let expected = ParcelState {
            status: Delivered,
            reason: Some(IncidentReason::Damaged),
            occurred_at: Some(Timestamp(30)),
        };
        assert_eq!(state, expected);
    }

    #[test]
    fn at_one_instant_the_last_received_counts() {
        let state = fold(&[event(InTransit, 10), event(OutForDelivery, 10)]);
        assert_eq!(state.status, OutForDelivery);
    }
}
