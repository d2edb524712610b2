//! What the desk is answered over HTTP, and the payloads that nobody could read.

use crate::client::reading::{Named, Node, Read, named, part};
use crate::household::{Household, Kin, OpenParcel};
use crate::protocol::desk::{QuarantineEntry, QuarantineState};
use crate::protocol::labels::{Label, LabelColor};
use crate::protocol::parcels::{Risk, RiskPage, RiskyParcel};
use crate::protocol::report::{Figures, Line, NoticeLine, ReasonLine, Report};
use crate::protocol::templates::{Own, Pattern, Template};
use crate::record;
use crate::routing::QueueRules;
use crate::search::{Hit, Kind, Piece};
use crate::settings::{AnsweringHours, ServicePage, ServiceRules};
use crate::sla::Targets;
use crate::source::Malformed;
use crate::template::{Draft, Field, Fill};

impl Read for QuarantineEntry {
    /// What a newer edge finds wrong counts as unknown.
    fn read<N: Node>(node: &N) -> Option<Self> {
        Some(Self {
            id: part(node, "id")?,
            at: part(node, "at")?,
            source: part(node, "source")?,
            topic: part(node, "topic")?,
            problem: part(node, "problem").unwrap_or(Malformed::Unknown),
            size: part(node, "size")?,
            state: part(node, "state")?,
            tried_at: part(node, "tried_at")?,
        })
    }
}

record!(ServicePage {
    rules,
    version,
    country,
    time_zone
});

record!(ServiceRules {
    hours,
    targets,
    queue
});

record!(Targets {
    first_answer_minutes,
    next_answer_minutes,
    solution_minutes,
    call_back_minutes,
});

record!(QueueRules {
    overflow_minutes,
    absent_minutes,
    mail_agents_from,
    mail_agents_until,
});

impl Read for AnsweringHours {
    fn read<N: Node>(node: &N) -> Option<Self> {
        node.text().map(|text| Self::from(text.as_str()))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

record!(Household { address, payer });

record!(Kin {
    orders,
    gifts,
    parcels
});

record!(OpenParcel { status, estimate });

record!(Label { id, name, color });

record!(Hit {
    kind,
    contact,
    seq,
    at,
    excerpt
});

record!(Piece { text, found });

record!(Draft {
    subject,
    chat,
    email,
    letter,
    fills
});

record!(Fill {
    field,
    value,
    language,
    order,
    parcel
});

record!(Pattern {
    title,
    subject,
    body
});

record!(Own { by, at, replaces });

impl Read for Template {
    /// The pattern's fields stand beside its own.
    fn read<N: Node>(node: &N) -> Option<Self> {
        Some(Self {
            id: part(node, "id")?,
            language: part(node, "language")?,
            pattern: Pattern::read(node)?,
            own: part(node, "own")?,
        })
    }
}

impl Read for RiskPage {
    /// The counts stand under the names of the risks.
    fn read<N: Node>(node: &N) -> Option<Self> {
        let counts = node.field("counts")?;
        let count = |risk: Risk| Some((risk, u32::read(&counts.field(risk.name())?)?));
        Some(Self {
            counts: Risk::ALL.into_iter().filter_map(count).collect(),
            parcels: part(node, "parcels")?,
            next: part(node, "next")?,
        })
    }
}

record!(RiskyParcel {
    order,
    number,
    parcel,
    carrier,
    url,
    risk,
    since,
    due,
    promised,
    estimate,
    contact
});

impl Read for Risk {
    fn read<N: Node>(node: &N) -> Option<Self> {
        Self::named(&node.text()?)
    }
}

record!(Report {
    from,
    to,
    total,
    days,
    topics,
    carriers,
    levels,
    reasons,
    notices
});

record!(Line { key, figures });

record!(ReasonLine { key, contacts });

record!(NoticeLine { key, told, quiet });

record!(Figures {
    contacts,
    by_bot,
    vip,
    matters,
    first_contact,
    good,
    fair,
    bad,
    promoters,
    passives,
    detractors,
    kept,
    broken,
    answered,
    answer_median,
    answer_p90,
    told,
    quiet
});

named!(QuarantineState {
    "waiting" => Waiting,
    "replayed" => Replayed,
    "discarded" => Discarded,
});

named!(LabelColor {
    "gray" => Gray,
    "red" => Red,
    "orange" => Orange,
    "green" => Green,
    "blue" => Blue,
    "violet" => Violet,
});

named!(Kind {
    "order" => Order,
    "shopper" => Shopper,
    "message" => Message,
    "note" => Note,
});

named!(Field {
    "name" => Name,
    "order" => Order,
    "parcel" => Parcel,
    "carrier" => Carrier,
    "estimate" => Estimate,
    "pickup_point" => PickupPoint,
    "kept_until" => KeptUntil,
    "promise_by" => PromiseBy,
    "agent" => Agent,
    "shop" => Shop,
    "amount" => Amount,
    "day" => Day,
    "item" => Item,
});

named!(Malformed {
    "not_an_object" => NotAnObject,
    "no_type" => NoType,
    "no_delivery_id" => NoDeliveryId,
    "no_delivery_time" => NoDeliveryTime,
    "delivery_id_too_long" => DeliveryIdTooLong,
    "part_not_an_object" => PartNotAnObject,
    "answer_not_json" => AnswerNotJson,
    "unexpected_answer" => UnexpectedAnswer,
    "order_without_id" => OrderWithoutId,
    "order_without_number" => OrderWithoutNumber,
    "order_unnamed" => OrderUnnamed,
    "order_id_too_long" => OrderIdTooLong,
    "order_number_too_long" => OrderNumberTooLong,
    "order_without_time" => OrderWithoutTime,
    "order_without_status" => OrderWithoutStatus,
    "order_not_kept" => OrderNotKept,
    "placed_at_not_a_time" => PlacedAtNotATime,
    "updated_at_not_a_time" => UpdatedAtNotATime,
    "cancelled_at_not_a_time" => CancelledAtNotATime,
    "deadline_not_a_day" => DeadlineNotADay,
    "gift_not_read" => GiftNotRead,
    "refund_not_read" => RefundNotRead,
    "shipments_not_a_list" => ShipmentsNotAList,
    "time_zone_unknown" => TimeZoneUnknown,
    "refund_without_order" => RefundWithoutOrder,
    "refund_without_time" => RefundWithoutTime,
    "shipment_without_id" => ShipmentWithoutId,
    "shipment_without_order" => ShipmentWithoutOrder,
    "shipment_without_time" => ShipmentWithoutTime,
    "shipment_unnamed" => ShipmentUnnamed,
    "event_without_order" => EventWithoutOrder,
    "event_without_shipment" => EventWithoutShipment,
    "event_without_status" => EventWithoutStatus,
    "event_without_time" => EventWithoutTime,
    "parcel_without_id" => ParcelWithoutId,
    "no_tracking_number" => NoTrackingNumber,
    "not_a_tracking_number" => NotATrackingNumber,
    "parcel_count" => ParcelCount,
    "source_unknown" => SourceUnknown,
    "unknown" => Unknown,
});
