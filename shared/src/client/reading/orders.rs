//! Orders as they are shown.

use super::{Named, Node, Read, named};
use crate::order::{
    EstimatedDelivery, HistoryLine, ItemView, OrderView, ParcelStep, ParcelView, StepName,
    StepState,
};
use crate::pickup::{DayHours, Span};
use crate::record;
use crate::tracking::{Closure, DeliveryProof, IncidentReason, PickupPoint, Status};

record!(OrderView {
    key,
    number,
    placed_at,
    cancelled,
    items,
    secret,
    parcels,
    version
});
record!(ItemView { title, quantity });
record!(ParcelView {
    number,
    carrier,
    url,
    status,
    reason,
    steps,
    estimate,
    pickup_point,
    pickup_hours,
    proof,
    history,
});
record!(ParcelStep {
    name,
    state,
    at,
    hour_known
});
record!(EstimatedDelivery { promised, current });
record!(PickupPoint {
    id,
    name,
    address,
    country,
    opening_hours,
    closures,
    kept_until
});
record!(Closure { first, last });
record!(DeliveryProof { signed_by, url });
record!(DayHours { day, open });
record!(HistoryLine {
    status,
    text,
    place,
    at,
    hour_known
});

/// A span travels as a pair.
impl Read for Span {
    fn read<N: Node>(node: &N) -> Option<Self> {
        match node.items()?.as_slice() {
            [opens, closes] => Some(Self {
                opens: Read::read(opens)?,
                closes: Read::read(closes)?,
            }),
            _ => None,
        }
    }
}

named!(Status {
    "pre_transit" => PreTransit,
    "in_transit" => InTransit,
    "out_for_delivery" => OutForDelivery,
    "available_for_pickup" => AvailableForPickup,
    "delivery_attempted" => DeliveryAttempted,
    "delivered" => Delivered,
    "delayed" => Delayed,
    "exception" => Exception,
    "returning" => Returning,
    "returned" => Returned,
    "lost" => Lost,
    "cancelled" => Cancelled,
    "unknown" => Unknown,
});

named!(IncidentReason {
    "customs" => Customs,
    "address" => Address,
    "refused" => Refused,
    "absent" => Absent,
    "damaged" => Damaged,
    "disruption" => Disruption,
    "point_closed" => PointClosed,
    "point_full" => PointFull,
    "point_moved" => PointMoved,
});

named!(StepName {
    "ordered" => Ordered,
    "shipped" => Shipped,
    "out_for_delivery" => OutForDelivery,
    "ready_for_pickup" => ReadyForPickup,
    "delivered" => Delivered,
    "returned" => Returned,
});

named!(StepState {
    "done" => Done,
    "current" => Current,
    "ahead" => Ahead,
});
