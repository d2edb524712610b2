//! What carriers say: one vocabulary for all sources, one file a source.

pub mod easypost;
mod fold;

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

/// Why a parcel is in trouble, where the source says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// Where a fact about a parcel came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrackingSource {
    /// `EasyPost`'s `tracker.*` webhooks.
    Easypost,
    /// Shopify's word about a fulfillment. It is coarser than a carrier's, comes later and has
    /// neither a place nor words.
    Shopify,
}

impl TrackingSource {
    /// Whether it passes on what the carriers say of each parcel, scan by scan.
    pub fn is_carriers(self) -> bool {
        match self {
            Self::Easypost => true,
            Self::Shopify => false,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickupPoint {
    /// Its name, as the carrier writes it.
    pub name: String,
    /// Street, postcode and town in one line, where known.
    pub address: Option<String>,
    /// The last day on which the parcel is kept, where the source says so.
    pub kept_until: Option<Day>,
}

/// One delivery of a tracking source: what it says of one parcel, history included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackingUpdate {
    /// The source's name for this delivery: the same twice is one effect.
    pub delivery_id: String,
    /// The tracking number, normalized by [`normalize_number`].
    pub number: String,
    /// The carrier as the source names it.
    pub carrier: Option<String>,
    /// The current estimate of the day of delivery.
    pub estimated: Option<Day>,
    /// A tracking page, https only.
    pub url: Option<String>,
    /// Where the parcel waits or will wait.
    pub pickup_point: Option<PickupPoint>,
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
