//! Notices: what a shopper is told about a parcel without asking, each once.

mod wording;

use serde::{Deserialize, Serialize};

use crate::order::OrderView;
use crate::time::Timestamp;

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
    /// The order as it stood then.
    pub order: OrderView,
}
