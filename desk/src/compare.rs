//! An order at handoff beside the same order now. Pure.

use shared::order::{HistoryLine, OrderView, ParcelView};
use shared::time::Day;
use shared::tracking::Status;

/// What was known of an order at handoff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// There is no handoff to compare with.
    NoHandoff,
    /// The order was not known then.
    NotKnown,
    /// The order as it was.
    Known(OrderView),
}

/// Something that is different now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The order was not known at handoff.
    NewOrder,
    /// The shop has cancelled it since.
    Cancelled,
    /// A parcel has appeared since.
    NewParcel {
        /// Its tracking number.
        number: String,
    },
    /// A parcel stands elsewhere.
    Status {
        /// Where it stood.
        from: Status,
        /// Where it stands.
        to: Status,
    },
    /// A parcel is expected on another day.
    Estimate {
        /// The day that was told, where one was.
        from: Option<Day>,
        /// The day as it stands, where there is one.
        to: Option<Day>,
    },
}

/// What is different in an order since the handoff; `None` where there is none to compare with.
pub fn changes(before: &Before, now: &OrderView) -> Option<Vec<Change>> {
    let then = match before {
        Before::NoHandoff => return None,
        Before::NotKnown => return Some(vec![Change::NewOrder]),
        Before::Known(then) => then,
    };
    let cancelled = (now.cancelled && !then.cancelled).then_some(Change::Cancelled);
    let parcels = now
        .parcels
        .iter()
        .flat_map(|parcel| parcel_changes(then, parcel));
    Some(cancelled.into_iter().chain(parcels).collect())
}

/// Whether a line of a parcel's history was not there at handoff.
pub fn is_new_line(before: &Before, parcel: &str, line: &HistoryLine) -> bool {
    // An order that is new as a whole says so once, not at every line.
    let Before::Known(order) = before else {
        return false;
    };
    let then = order.parcels.iter().find(|known| known.number == parcel);
    then.is_none_or(|known| !known.history.contains(line))
}

fn parcel_changes(then: &OrderView, now: &ParcelView) -> Vec<Change> {
    let Some(then) = then
        .parcels
        .iter()
        .find(|parcel| parcel.number == now.number)
    else {
        return vec![Change::NewParcel {
            number: now.number.clone(),
        }];
    };
    let status = (then.status != now.status).then_some(Change::Status {
        from: then.status,
        to: now.status,
    });
    let (from, to) = (&then.estimate.current, &now.estimate.current);
    let estimate = (from != to).then(|| Change::Estimate {
        from: from.clone(),
        to: to.clone(),
    });
    status.into_iter().chain(estimate).collect()
}

#[cfg(test)]
mod tests {
    use shared::ids::OrderKey;
    use shared::order::EstimatedDelivery;
    use shared::time::Timestamp;

    use super::*;

    fn line(at: i64) -> HistoryLine {
        HistoryLine {
            status: Status::InTransit,
            text: "Pris en charge".into(),
            place: None,
            at: Timestamp(at),
            hour_known: true,
        }
    }

    fn parcel(number: &str, status: Status, day: &str) -> ParcelView {
        ParcelView {
            number: number.into(),
            carrier: None,
            url: None,
            status,
            reason: None,
            steps: vec![],
            estimate: EstimatedDelivery {
                promised: None,
                current: Day::parse(day),
            },
            pickup_point: None,
            pickup_hours: Vec::new(),
            proof: None,
            history: vec![line(1)],
        }
    }

    fn order(parcels: Vec<ParcelView>) -> OrderView {
        OrderView {
            key: OrderKey("shopify:1".into()),
            number: "#1042".into(),
            placed_at: Timestamp(0),
            cancelled: false,
            items: vec![],
            secret: false,
            parcels,
            version: 1,
        }
    }

    #[test]
    fn an_order_that_did_not_move_has_no_changes() {
        let same = order(vec![parcel("A", Status::InTransit, "2026-12-22")]);
        assert_eq!(changes(&Before::Known(same.clone()), &same), Some(vec![]));
        assert_eq!(changes(&Before::NoHandoff, &same), None);
    }

    #[test]
    fn each_difference_is_named() {
        let then = order(vec![parcel("A", Status::InTransit, "2026-12-22")]);
        let mut now = order(vec![
            parcel("A", Status::Delayed, "2026-12-24"),
            parcel("B", Status::PreTransit, "2026-12-23"),
        ]);
        now.cancelled = true;
        let expected = vec![
            Change::Cancelled,
            Change::Status {
                from: Status::InTransit,
                to: Status::Delayed,
            },
            Change::Estimate {
                from: Day::parse("2026-12-22"),
                to: Day::parse("2026-12-24"),
            },
            Change::NewParcel { number: "B".into() },
        ];
        assert_eq!(changes(&Before::Known(then), &now), Some(expected));
        assert_eq!(
            changes(&Before::NotKnown, &now),
            Some(vec![Change::NewOrder])
        );
    }

    #[test]
    fn lines_are_new_only_against_a_handoff() {
        let then = Before::Known(order(vec![parcel("A", Status::InTransit, "2026-12-22")]));
        assert!(!is_new_line(&then, "A", &line(1)));
        assert!(is_new_line(&then, "A", &line(2)));
        assert!(is_new_line(&then, "B", &line(1)));
        assert!(!is_new_line(&Before::NoHandoff, "A", &line(2)));
    }
}
