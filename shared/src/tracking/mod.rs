//! What carriers say: one vocabulary for all sources, one file a source.

pub mod aftership;
mod bounds;
pub mod carrier;
pub mod easypost;
mod fold;
pub mod laposte;
pub mod number;
pub mod polling;
mod reading;
pub mod sendcloud;
pub mod seventeentrack;
pub mod ship24;
pub mod shippo;
pub mod standard;
mod vocabulary;

use serde::{Deserialize, Serialize};

use crate::time::{Day, Timestamp};

pub use fold::{ParcelState, fold};

/// The normalized status of a parcel. An unknown carrier code stays `Unknown` and changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The label exists; the carrier has not seen the parcel.
    PreTransit,
    /// The carrier has the parcel and moves it.
    InTransit,
    /// The parcel is in the vehicle of the last round.
    OutForDelivery,
    /// The parcel waits at a pickup point or a locker.
    AvailableForPickup,
    /// Someone came and could not hand the parcel over.
    DeliveryAttempted,
    /// The parcel was handed over. Terminal.
    Delivered,
    /// The carrier says that it will be later than planned.
    Delayed,
    /// Something is wrong: customs, address, damage.
    Exception,
    /// The parcel is on its way back to the sender. Sticky: only `Returned` follows.
    Returning,
    /// The sender has the parcel back. Terminal.
    Returned,
    /// The carrier can't find the parcel. It may still be found.
    Lost,
    /// The shipment was called off. Terminal.
    Cancelled,
    /// A code that no table of ours knows; the raw code is kept beside it.
    Unknown,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::PreTransit,
        Self::InTransit,
        Self::OutForDelivery,
        Self::AvailableForPickup,
        Self::DeliveryAttempted,
        Self::Delivered,
        Self::Delayed,
        Self::Exception,
        Self::Returning,
        Self::Returned,
        Self::Lost,
        Self::Cancelled,
        Self::Unknown,
    ];
}

/// Why a parcel is in trouble, where the source says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IncidentReason {
    /// The customs hold it or ask for something.
    Customs,
    /// The address is wrong or incomplete.
    Address,
    /// The recipient refused it.
    Refused,
    /// Nobody was there.
    Absent,
    /// The parcel or its content is damaged.
    Damaged,
    /// Weather, strike or another cause that holds many parcels.
    Disruption,
    /// The pickup point is closed.
    PointClosed,
    /// The pickup point has no room left.
    PointFull,
    /// The parcel goes to another pickup point than the one that was chosen.
    PointMoved,
}

/// Where a fact about a parcel came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrackingSource {
    /// `AfterShip`'s webhooks.
    Aftership,
    /// `EasyPost`'s `tracker.*` webhooks.
    Easypost,
    /// La Poste's Suivi v2: Colissimo and Chronopost.
    Laposte,
    /// Sendcloud's webhooks.
    Sendcloud,
    /// 17TRACK's webhooks.
    Seventeentrack,
    /// Ship24's webhooks.
    Ship24,
    /// Shippo's webhooks.
    Shippo,
    /// The signed tracking endpoint that any other sender may use.
    Standard,
    /// Shopify's dated events about a fulfillment. They are coarser than a carrier's.
    ShopifyEvents,
    /// Shopify's word about a fulfillment. It is coarser than a carrier's, comes later and has
    /// neither a time of its own nor a place nor words.
    Shopify,
}

impl TrackingSource {
    /// Whether it passes on what the carriers say of each parcel, scan by scan.
    pub fn is_carriers(self) -> bool {
        !matches!(self, Self::ShopifyEvents | Self::Shopify)
    }

    /// Whether its word about a fact stands in place of the other's.
    pub fn outranks(self, other: Self) -> bool {
        match other {
            Self::Shopify => self != Self::Shopify,
            Self::ShopifyEvents => self.is_carriers(),
            _ => false,
        }
    }
}

/// One scan or statement of a carrier about one parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackingEvent {
    /// Who told it.
    pub source: TrackingSource,
    /// The normalized status.
    pub status: Status,
    /// The source's own status and detail, `in_transit/arrived_at_facility`.
    pub raw_code: String,
    /// Why, where the source says so.
    pub reason: Option<IncidentReason>,
    /// The carrier's words. Foreign text: only ever shown as text.
    pub description: String,
    /// Town and country as the source writes them.
    pub place: Option<String>,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// Whether the time zone is known. When it is not, no hour may be shown.
    pub zone_known: bool,
}

/// A place where a parcel is kept for its recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PickupPoint {
    /// The carrier's id of it, where known.
    pub id: Option<String>,
    /// Its name, as the carrier writes it.
    pub name: String,
    /// Street, postcode and town in one line, where known.
    pub address: Option<String>,
    /// ISO 3166-1 alpha-2 country, where known.
    pub country: Option<String>,
    /// When it is open, in `OpenStreetMap`'s syntax (`Mo-Fr 09:00-19:00; PH off`), where known.
    pub opening_hours: Option<String>,
    /// Days on which it is closed although its hours say otherwise.
    pub closures: Vec<Closure>,
    /// The last day on which the parcel is kept, where the source says so.
    pub kept_until: Option<Day>,
}

/// Days in a row on which a pickup point is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// What shows that a parcel was handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeliveryProof {
    /// Who signed, as the carrier writes it. Foreign text.
    pub signed_by: Option<String>,
    /// The carrier's document or picture, https only.
    pub url: Option<String>,
}

/// One delivery of a tracking source: what it says of one parcel, history included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrackingUpdate {
    /// The source's name for this delivery: the same twice is one effect.
    pub delivery_id: String,
    /// The tracking number, normalized by [`normalize_number`].
    pub number: String,
    /// The carrier as the source names it.
    pub carrier: Option<String>,
    /// The carrier's service as the source names it (`Colissimo Point Retrait`).
    pub service: Option<String>,
    /// The current estimate of the day of delivery.
    pub estimated: Option<Day>,
    /// A tracking page, https only.
    pub url: Option<String>,
    /// Where the parcel waits or will wait.
    pub pickup_point: Option<PickupPoint>,
    /// What shows that it was handed over, where given.
    pub proof: Option<DeliveryProof>,
    /// The events, in any order, repeated or not.
    pub events: Vec<TrackingEvent>,
}

/// A tracking number without spaces, dots and dashes, in capitals: the key by which two sources
/// mean one parcel.
pub fn normalize_number(number: &str) -> String {
    number
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
