//! Notices: what a shopper is told about a parcel without asking, each once.

pub(crate) mod details;
mod kinds;

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::order::OrderView;
use crate::protocol::widget::ChoiceId;
use crate::time::{Day, Timestamp};
use crate::words;

pub use kinds::Severity;
#[cfg(test)]
pub(crate) use kinds::sentences;

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
        self.row().name
    }

    /// How much it asks of the shopper.
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// What the shopper may choose, what matters most first.
    pub fn choices(self) -> &'static [ChoiceId] {
        self.row().choices
    }

    /// Whether it ends a parcel's story, or takes such an end back: it is told even of an order
    /// that was muted.
    pub fn concerns_the_end(self) -> bool {
        matches!(
            self,
            Self::Delivered | Self::Returned | Self::PresumedLost | Self::Found
        )
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

/// What a notice says, in plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What happened.
    pub text: String,
    /// What happens next.
    pub next: Option<String>,
    /// What the shopper may choose, what matters most first.
    pub choices: Vec<ChoiceId>,
}

/// Says a notice, on the word of its sources alone: a fact that none of them told has a sentence
/// that does without it. Hours are never said, days always by the calendar of the source.
pub fn say(notice: &Notice, language: Language) -> Words {
    let row = notice.kind.row();
    let details = details::of_notice(notice, language);
    Words {
        // Each kind's last sentence needs nothing.
        text: words::say(row.text, &details, language).unwrap_or_default(),
        next: words::say(row.next, &details, language),
        choices: row.choices.to_vec(),
    }
}

#[cfg(test)]
mod tests;
