//! Where a parcel stands: a fold over its history by time of occurrence.
//!
//! What sources say contradicts itself in known ways, and each is decided here, once:
//! - of two facts at one instant the one that says more counts, whichever was heard first;
//! - what is over stays over, and a parcel on its way back doesn't turn again;
//! - a lost parcel that is scanned is found;
//! - a bare exception hides neither a failed attempt nor the trouble that was named before it;
//! - a code that no table of ours knows moves nothing.

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
    /// When it came to this status and stayed at it; `None` before any event.
    pub since: Option<Timestamp>,
}

impl ParcelState {
    const START: Self = Self {
        status: Status::PreTransit,
        reason: None,
        occurred_at: None,
        since: None,
    };

    fn after(self, event: &TrackingEvent) -> Self {
        if says_no_more(&self, event) {
            return self;
        }
        let Some(status) = next(self.status, event.status) else {
            return self;
        };
        let since = self.since.filter(|_| status == self.status);
        Self {
            status,
            reason: event.reason,
            occurred_at: Some(event.occurred_at),
            since: since.or(Some(event.occurred_at)),
        }
    }
}

/// Folds events, given in any order, by the time they occurred. Without events the parcel is
/// [`Status::PreTransit`].
pub fn fold(history: &[TrackingEvent]) -> ParcelState {
    let mut events: Vec<&TrackingEvent> = history.iter().collect();
    events.sort_by_key(|event| (event.occurred_at, weight(event)));
    events
        .into_iter()
        .fold(ParcelState::START, ParcelState::after)
}

/// How much an event says, against another at the same instant.
fn weight(event: &TrackingEvent) -> (u8, Option<IncidentReason>) {
    let weight = match event.status {
        Status::Unknown => 0,
        Status::PreTransit => 1,
        Status::InTransit => 2,
        Status::Exception if event.reason.is_none() => 3,
        Status::OutForDelivery => 4,
        Status::Delayed => 5,
        Status::DeliveryAttempted => 6,
        Status::AvailableForPickup => 7,
        Status::Exception => 8,
        Status::Lost => 9,
        Status::Returning => 10,
        Status::Returned => 11,
        Status::Delivered => 12,
        Status::Cancelled => 13,
    };
    (weight, event.reason)
}

fn says_no_more(state: &ParcelState, event: &TrackingEvent) -> bool {
    is_attempt_retold(state, event) || is_trouble_retold(state, event)
}

/// Whether an event only says again, without its reason, that the parcel is in trouble.
fn is_trouble_retold(state: &ParcelState, event: &TrackingEvent) -> bool {
    state.status == Status::Exception && event.status == Status::Exception && event.reason.is_none()
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
            since: Some(Timestamp(30)),
        };
        assert_eq!(state, expected);
    }

    #[test]
    fn dw9_at_one_instant_what_says_more_counts() {
        for (less, more) in [
            (Unknown, PreTransit),
            (PreTransit, InTransit),
            (InTransit, Exception),
            (InTransit, OutForDelivery),
            (OutForDelivery, DeliveryAttempted),
            (DeliveryAttempted, AvailableForPickup),
            (AvailableForPickup, Delivered),
            (InTransit, Lost),
        ] {
            for events in [[less, more], [more, less]] {
                let state = fold(&events.map(|status| event(status, 10)));
                assert_eq!(state.status, more, "{less:?} {more:?}");
            }
        }
        for events in [[Returning, Delivered], [Delivered, Returning]] {
            let state = fold(&events.map(|status| event(status, 10)));
            assert_eq!(state.status, Returned);
        }
    }

    #[test]
    fn a_bare_exception_does_not_hide_the_trouble_that_was_named() {
        let customs = TrackingEvent {
            reason: Some(IncidentReason::Customs),
            ..event(Exception, 10)
        };
        let state = fold(&[customs.clone(), event(Exception, 20)]);
        assert_eq!(state.reason, Some(IncidentReason::Customs));
        let state = fold(&[customs, event(InTransit, 15), event(Exception, 20)]);
        assert_eq!(state.reason, None);
    }

    #[test]
    fn a_stay_begins_with_its_first_event() {
        let history = [
            event(InTransit, 1),
            event(AvailableForPickup, 2),
            event(Unknown, 3),
            event(AvailableForPickup, 4),
        ];
        let state = fold(&history);
        assert_eq!(state.since, Some(Timestamp(2)));
        assert_eq!(state.occurred_at, Some(Timestamp(4)));
        assert_eq!(fold(&[]).since, None);
    }
}
