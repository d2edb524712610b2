//! The kinds of notices: name, severity, words, what happens next, and what may be decided.

use serde::{Deserialize, Serialize};

use super::NoticeKind;
use crate::protocol::widget::ChoiceId;
use crate::words::Detail::{
    Beaten, Carrier, Day, DeclaredLost, Estimate, KeptUntil, Missed, Place, PointClosed, PointFull,
    PointMoved, SignedBy, SilentDays, Unsent,
};
use crate::words::{Sentence, sentence};

/// How much a notice asks of the shopper.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing: it is good to know.
    #[default]
    Info,
    /// To know that something is not as planned.
    Attention,
    /// To decide or to act.
    Urgent,
}

/// What there is to know of a kind.
pub(super) struct Row {
    pub(super) kind: NoticeKind,
    /// Its name on the wire and in keys.
    pub(super) name: &'static str,
    /// How much it asks of the shopper.
    pub(super) severity: Severity,
    /// What says what happened: the fullest sentence first, one without needs last.
    pub(super) text: &'static [Sentence],
    /// What says what happens next, in the same order.
    pub(super) next: &'static [Sentence],
    /// What the shopper may choose.
    pub(super) choices: &'static [ChoiceId],
}

impl NoticeKind {
    pub(super) fn row(self) -> &'static Row {
        &KINDS[self as usize]
    }
}

// A kind's row is found by its number.
const _: () = {
    let mut index = 0;
    while index < KINDS.len() {
        assert!(KINDS[index].kind as usize == index, "rows stand in order");
        index += 1;
    }
};

const FOLLOW: &[Sentence] = &[
    sentence("estimated-next", &[Estimate]),
    sentence("follow-next", &[]),
];
const DECIDE: &[Sentence] = &[sentence("decide-next", &[])];
/// Money back comes before another parcel, and a voucher never comes.
const MAKE_GOOD: &[ChoiceId] = &[ChoiceId::Refund, ChoiceId::SendAgain];

static KINDS: [Row; 20] = [
    Row {
        kind: NoticeKind::Shipped,
        name: "shipped",
        severity: Severity::Info,
        text: &[sentence("shipped-by", &[Carrier]), sentence("shipped", &[])],
        next: FOLLOW,
        choices: &[ChoiceId::MuteOrder],
    },
    Row {
        kind: NoticeKind::OutForDelivery,
        name: "out_for_delivery",
        severity: Severity::Info,
        text: &[sentence("out-for-delivery", &[])],
        next: &[sentence("out-for-delivery-next", &[])],
        choices: &[],
    },
    Row {
        kind: NoticeKind::ReadyForPickup,
        name: "ready_for_pickup",
        severity: Severity::Info,
        text: &[
            sentence("ready-for-pickup-at", &[Place]),
            sentence("ready-for-pickup", &[]),
        ],
        next: &[
            sentence("ready-for-pickup-until-next", &[Place, KeptUntil]),
            sentence("ready-for-pickup-next", &[]),
        ],
        choices: &[],
    },
    Row {
        kind: NoticeKind::Delivered,
        name: "delivered",
        severity: Severity::Info,
        text: &[
            sentence("delivered-signed", &[SignedBy]),
            sentence("delivered", &[]),
        ],
        next: &[sentence("delivered-next", &[])],
        choices: &[ChoiceId::NotReceived],
    },
    Row {
        kind: NoticeKind::DeliveryAttempted,
        name: "delivery_attempted",
        severity: Severity::Attention,
        text: &[
            sentence("delivery-attempted-by", &[Carrier]),
            sentence("delivery-attempted", &[]),
        ],
        next: &[sentence("delivery-attempted-next", &[])],
        choices: &[ChoiceId::Wait, ChoiceId::OtherAddress, ChoiceId::OtherPoint],
    },
    Row {
        kind: NoticeKind::Delayed,
        name: "delayed",
        severity: Severity::Attention,
        text: &[
            sentence("delayed-from", &[Day, Missed]),
            sentence("delayed-to", &[Day]),
            sentence("delayed-by", &[Carrier]),
            sentence("delayed", &[]),
        ],
        next: &[
            sentence("delayed-to-next", &[Day]),
            sentence("delayed-next", &[]),
        ],
        choices: &[ChoiceId::Wait, ChoiceId::OtherAddress, ChoiceId::OtherPoint],
    },
    Row {
        kind: NoticeKind::Sooner,
        name: "sooner",
        severity: Severity::Info,
        text: &[
            sentence("sooner-from", &[Day, Beaten]),
            sentence("sooner-to", &[Day]),
            sentence("sooner", &[]),
        ],
        next: &[sentence("sooner-next", &[])],
        choices: &[],
    },
    Row {
        kind: NoticeKind::NotHandedOver,
        name: "not_handed_over",
        severity: Severity::Attention,
        text: &[
            sentence("not-handed-over-for", &[SilentDays]),
            sentence("not-handed-over", &[]),
        ],
        next: &[sentence("not-handed-over-next", &[])],
        choices: &[ChoiceId::Wait, ChoiceId::TalkToHuman],
    },
    Row {
        kind: NoticeKind::Stalled,
        name: "stalled",
        severity: Severity::Attention,
        text: &[
            sentence("stalled-for", &[SilentDays]),
            sentence("stalled", &[]),
        ],
        next: &[sentence("stalled-next", &[])],
        choices: &[ChoiceId::Wait, ChoiceId::TalkToHuman],
    },
    Row {
        kind: NoticeKind::Late,
        name: "late",
        severity: Severity::Attention,
        text: &[sentence("late-since", &[Day]), sentence("late", &[])],
        next: &[
            sentence("late-estimated-next", &[Estimate]),
            sentence("late-next", &[]),
        ],
        choices: &[ChoiceId::Wait, ChoiceId::Refund, ChoiceId::SendAgain],
    },
    Row {
        kind: NoticeKind::WillMissDeadline,
        name: "will_miss_deadline",
        severity: Severity::Urgent,
        text: &[
            sentence("will-miss-deadline-unsent", &[Unsent, Day]),
            sentence("will-miss-deadline-estimated", &[Day, Estimate]),
            sentence("will-miss-deadline-by", &[Day]),
            sentence("will-miss-deadline", &[]),
        ],
        next: &[sentence("will-miss-deadline-next", &[])],
        choices: &[
            ChoiceId::Wait,
            ChoiceId::OtherPoint,
            ChoiceId::Refund,
            ChoiceId::SendAgain,
        ],
    },
    Row {
        kind: NoticeKind::PickupReminder,
        name: "pickup_reminder",
        severity: Severity::Urgent,
        text: &[
            sentence("pickup-reminder-at", &[Day, Place]),
            sentence("pickup-reminder-until", &[Day]),
            sentence("pickup-reminder", &[]),
        ],
        next: &[sentence("pickup-reminder-next", &[])],
        choices: &[ChoiceId::OtherPoint, ChoiceId::TalkToHuman],
    },
    Row {
        kind: NoticeKind::PickupPointChanged,
        name: "pickup_point_changed",
        severity: Severity::Attention,
        text: &[
            sentence("point-closed", &[PointClosed]),
            sentence("point-full", &[PointFull]),
            sentence("point-moved-to", &[PointMoved, Place]),
            sentence("point-moved", &[PointMoved]),
            sentence("point-changed", &[]),
        ],
        next: &[
            sentence("point-moved-next", &[PointMoved]),
            sentence("point-changed-next", &[]),
        ],
        choices: &[ChoiceId::Wait, ChoiceId::OtherPoint, ChoiceId::OtherAddress],
    },
    Row {
        kind: NoticeKind::CustomsHold,
        name: "customs_hold",
        severity: Severity::Attention,
        text: &[sentence("customs-hold", &[])],
        next: &[sentence("customs-hold-next", &[])],
        choices: &[ChoiceId::Wait, ChoiceId::TalkToHuman],
    },
    Row {
        kind: NoticeKind::AddressProblem,
        name: "address_problem",
        severity: Severity::Urgent,
        text: &[
            sentence("address-problem-by", &[Carrier]),
            sentence("address-problem", &[]),
        ],
        next: &[sentence("address-problem-next", &[])],
        choices: &[ChoiceId::OtherAddress, ChoiceId::OtherPoint],
    },
    Row {
        kind: NoticeKind::Damaged,
        name: "damaged",
        severity: Severity::Urgent,
        text: &[sentence("damaged", &[])],
        next: DECIDE,
        choices: MAKE_GOOD,
    },
    Row {
        kind: NoticeKind::Returning,
        name: "returning",
        severity: Severity::Urgent,
        text: &[sentence("returning", &[])],
        next: DECIDE,
        choices: MAKE_GOOD,
    },
    Row {
        kind: NoticeKind::Returned,
        name: "returned",
        severity: Severity::Urgent,
        text: &[sentence("returned", &[])],
        next: DECIDE,
        choices: MAKE_GOOD,
    },
    Row {
        kind: NoticeKind::PresumedLost,
        name: "presumed_lost",
        severity: Severity::Urgent,
        text: &[
            sentence("declared-lost", &[DeclaredLost]),
            sentence("presumed-lost-after", &[SilentDays]),
            sentence("presumed-lost", &[]),
        ],
        next: DECIDE,
        choices: MAKE_GOOD,
    },
    Row {
        kind: NoticeKind::Found,
        name: "found",
        severity: Severity::Info,
        text: &[sentence("found", &[])],
        next: FOLLOW,
        choices: &[],
    },
];

/// All sentences of all kinds.
#[cfg(test)]
pub(crate) fn sentences() -> Vec<Sentence> {
    let of_kind = |row: &Row| [row.text, row.next].concat();
    KINDS.iter().flat_map(of_kind).collect()
}

#[cfg(test)]
mod tests;
