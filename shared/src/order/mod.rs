//! Orders: what the shop says ([`OrderUpdate`]), what is kept ([`Order`]), what is shown
//! ([`OrderView`]).

mod bounds;
pub mod polling;
pub mod prestashop;
mod record;
pub mod shopify;
pub mod standard;
mod view;
mod wishes;
pub mod woocommerce;

use serde::{Deserialize, Serialize};

use crate::household::{Address, Marks};
use crate::time::{Day, Timestamp};
use crate::tracking::{DeliveryProof, PickupPoint, TrackingEvent};

pub(crate) use record::ECHO_MILLIS;
pub use record::ProofCheck;
pub use view::{
    Audience, HistoryLine, ItemView, OrderView, ParcelStep, ParcelView, StepName, StepState, view,
};

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The product's name, as the shop writes it. Foreign text.
    pub title: String,
    /// How many, after edits.
    pub quantity: u32,
}

/// What the shop says of an order, whole: a later update replaces an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderFacts {
    /// The shop's own id, decimal digits.
    pub external_id: String,
    /// The number that the shopper knows, `#1042`.
    pub number: String,
    /// E-mail, lower case, trimmed.
    pub email: Option<String>,
    /// The shop's customer id.
    pub customer_id: Option<String>,
    /// Postcode of delivery, without spaces, upper case.
    pub postcode: Option<String>,
    /// ISO 3166-1 alpha-2 country of delivery.
    pub country: Option<String>,
    /// The shopper's locale at checkout, BCP 47.
    pub locale: Option<String>,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// When the shop last changed it.
    pub updated_at: Timestamp,
    /// When it was cancelled, if it was.
    pub cancelled_at: Option<Timestamp>,
    /// What was bought.
    pub items: Vec<Item>,
    /// A note that the shopper left with the order. Foreign text.
    pub note: Option<String>,
    /// Whether it is a present, and whether what it holds is a secret.
    pub gift: Option<Gift>,
    /// The day by which it must arrive, where the order itself says so.
    pub deadline: Option<Day>,
    /// The way of shipping that was chosen, as the shop names it. Foreign text.
    pub service: Option<String>,
    /// What of the money went back.
    pub refund: Refund,
    /// What links it to other orders of one household.
    pub marks: Marks,
}

/// An order that is a present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gift {
    /// Whether its content is named to nobody but the payer.
    pub secret: bool,
}

/// What of an order's money went back to the payer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refund {
    /// Nothing.
    #[default]
    None,
    /// A part.
    Partial,
    /// All of it.
    Full,
}

/// What the shop says of one shipment (Shopify: a fulfillment).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShipmentFacts {
    /// The shop's own id of the shipment.
    pub external_id: String,
    /// Whether the shipment stands: false once cancelled, failed or in error.
    pub active: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the shop last changed it.
    pub updated_at: Timestamp,
    /// The parcels that it names, in the shop's order; empty while no number is known.
    pub parcels: Vec<ParcelFacts>,
    /// What the shop's own tracking says of them, if it says anything. As kept, the latest word
    /// that differed from the one before, at the time when it was first heard.
    pub word: Option<TrackingEvent>,
}

/// A tracking number as the shop tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelFacts {
    /// The tracking number, normalized.
    pub number: String,
    /// The carrier as the shop names it.
    pub carrier: Option<String>,
    /// The tracking page, https only.
    pub url: Option<String>,
}

/// A dated statement of the shop's own tracking about one shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShipmentWord {
    /// The shop's own id of the shipment.
    pub shipment: String,
    /// What it says, at the time when it happened.
    pub event: TrackingEvent,
    /// The day on which the shipment is to arrive, where it says so.
    pub estimated: Option<Day>,
}

/// What a shop says of an order without describing it. Each stands until the shop describes the
/// order as of a later time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remarks {
    /// When money went back to the payer, where it was not said whether it was all of it.
    pub refunded_at: Option<Timestamp>,
    /// When the shop deleted the order.
    pub deleted_at: Option<Timestamp>,
}

/// What one delivery of an order source says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderUpdate {
    /// The source's name for this delivery: the same twice is one effect.
    pub delivery_id: String,
    /// The shop's own id of the order.
    pub order_id: String,
    /// The order itself, absent when the delivery speaks of a shipment only.
    pub facts: Option<OrderFacts>,
    /// The shipments that the delivery names; others are left as they are.
    pub shipments: Vec<ShipmentFacts>,
    /// Whether `shipments` is all of them as of the order's last change: another was taken back.
    pub complete: bool,
    /// A dated word of the shop's own tracking.
    pub word: Option<ShipmentWord>,
    /// What else it says of the order.
    pub remarks: Remarks,
    /// Where the order goes. It is never written: [`OrderUpdate::marked`] leaves its mark.
    #[serde(skip)]
    pub address: Option<Address>,
}

/// Days on which a parcel is to arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstimatedDelivery {
    /// The first estimate that was told.
    pub promised: Option<Day>,
    /// The estimate as it stands.
    pub current: Option<Day>,
}

/// A parcel of an order, with all that carriers said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// The tracking number, normalized.
    pub number: String,
    /// The shop's shipment that it belongs to.
    pub shipment: String,
    /// The carrier, as the best source names it.
    pub carrier: Option<String>,
    /// The carrier's service, where known.
    pub service: Option<String>,
    /// The tracking page, https only.
    pub url: Option<String>,
    /// Whether its shipment stands.
    pub active: bool,
    /// When the shop made the shipment.
    pub created_at: Timestamp,
    /// Estimates.
    pub estimate: EstimatedDelivery,
    /// Where it waits or will wait.
    pub pickup_point: Option<PickupPoint>,
    /// What shows that it was handed over, where given.
    pub proof: Option<DeliveryProof>,
    /// When the newest event occurred that was told with an estimate or a pickup point: a
    /// delivery that knows only older events changes neither.
    pub heard_upto: Option<Timestamp>,
    /// When a carrier's source last told something new of it; `None` while none follows it.
    pub heard_at: Option<Timestamp>,
    /// When the estimate as it stands was first heard.
    pub estimate_heard_at: Option<Timestamp>,
    /// When the word was heard that made it stand where it does, for the reason that it has.
    pub standing_heard_at: Option<Timestamp>,
    /// Every event ever told, by time of occurrence, then of receipt; nothing is removed but
    /// what goes to `echoes`.
    pub history: Vec<TrackingEvent>,
    /// What the shop told and a carrier's source told too: one fact, which the history has in
    /// the carrier's words.
    pub echoes: Vec<TrackingEvent>,
}

/// An order as its object keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Order {
    /// What the shop says; absent while only a shipment has been heard of.
    pub facts: Option<OrderFacts>,
    /// The latest word of the shop on each shipment.
    pub shipments: Vec<ShipmentFacts>,
    /// The parcels, in the order in which they were heard of.
    pub parcels: Vec<Parcel>,
    /// Dated words of the shop about shipments that have no parcel yet.
    pub early_words: Vec<ShipmentWord>,
    /// What the shop said beside its descriptions.
    pub remarks: Remarks,
    /// Counts the changes: a view with a higher number is newer.
    pub version: u64,
}
