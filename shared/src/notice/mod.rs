//! Notices: what a shopper is told about a parcel without asking, each once.

mod wording;

use serde::{Deserialize, Serialize};

use crate::order::OrderView;
use crate::time::{Day, Timestamp};

pub use wording::wording;

/// What a notice tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The carrier has the parcel.
    Shipped,
    /// It arrives today.
    OutForDelivery,
    /// It waits at a pickup point.
    ReadyForPickup,
    /// It was handed over.
    Delivered,
    /// Someone came in vain.
    DeliveryAttempted,
    /// It will be later than was said.
    Delayed,
    /// It will be earlier than was said.
    Sooner,
    /// The label exists, and the carrier has not seen the parcel for days.
    NotHandedOver,
    /// Nobody has scanned it for days.
    Stalled,
    /// The day that was promised has passed.
    Late,
    /// It will not arrive by the day on which it must.
    WillMissDeadline,
    /// It still waits at the pickup point, two days or one before it goes back.
    PickupReminder,
    /// The pickup point is closed, full or another one.
    PickupPointChanged,
    /// The customs hold it.
    CustomsHold,
    /// Its address is wrong or incomplete.
    AddressProblem,
    /// It is damaged.
    Damaged,
    /// It goes back to the shop.
    Returning,
    /// The shop has it back.
    Returned,
    /// The carrier can't find it, or its own delay for finding it has passed.
    PresumedLost,
    /// It was thought lost, and is on its way.
    Found,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Shipped,
        Self::OutForDelivery,
        Self::ReadyForPickup,
        Self::Delivered,
        Self::DeliveryAttempted,
        Self::Delayed,
        Self::Sooner,
        Self::NotHandedOver,
        Self::Stalled,
        Self::Late,
        Self::WillMissDeadline,
        Self::PickupReminder,
        Self::PickupPointChanged,
        Self::CustomsHold,
        Self::AddressProblem,
        Self::Damaged,
        Self::Returning,
        Self::Returned,
        Self::PresumedLost,
        Self::Found,
    ];

    /// Its name on the wire and in keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shipped => "shipped",
            Self::OutForDelivery => "out_for_delivery",
            Self::ReadyForPickup => "ready_for_pickup",
            Self::Delivered => "delivered",
            Self::DeliveryAttempted => "delivery_attempted",
            Self::Delayed => "delayed",
            Self::Sooner => "sooner",
            Self::NotHandedOver => "not_handed_over",
            Self::Stalled => "stalled",
            Self::Late => "late",
            Self::WillMissDeadline => "will_miss_deadline",
            Self::PickupReminder => "pickup_reminder",
            Self::PickupPointChanged => "pickup_point_changed",
            Self::CustomsHold => "customs_hold",
            Self::AddressProblem => "address_problem",
            Self::Damaged => "damaged",
            Self::Returning => "returning",
            Self::Returned => "returned",
            Self::PresumedLost => "presumed_lost",
            Self::Found => "found",
        }
    }
}

/// A notice for every contact bound to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it is told once under: order, parcel, kind and, where a kind may come again, its
    /// occasion (`shopify:450789469/6A12345678901/delayed/2026-12-24`).
    pub key: String,
    /// What it tells.
    pub kind: NoticeKind,
    /// The parcels that it speaks of: several parcels of one order speak once.
    pub parcels: Vec<String>,
    /// When the fact behind it occurred.
    pub occurred_at: Timestamp,
    /// The day that the kind is about: the new estimate (`Delayed`, `Sooner`), the promised day
    /// (`Late`), the deadline (`WillMissDeadline`), the last day kept (`PickupReminder`).
    #[serde(default)]
    pub day: Option<Day>,
    /// Working days without a scan (`Stalled`, `NotHandedOver`).
    #[serde(default)]
    pub silent_days: Option<u32>,
    /// The order as it stood then.
    pub order: OrderView,
}
