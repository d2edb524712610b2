//! What is shown of an order: progress, estimate, carrier, pickup point. Never an address, and of
//! a secret present never what it is, but to its payer.

use std::cell::LazyCell;

use serde::{Deserialize, Serialize};

use super::{EstimatedDelivery, Order, OrderFacts, Parcel};
use crate::ids::OrderKey;
use crate::pickup::{self, DayHours};
use crate::time::Timestamp;
use crate::tracking::carrier::Carrier;
use crate::tracking::{DeliveryProof, IncidentReason, PickupPoint, Status, fold};

/// For how many days a pickup point's hours are shown: as long as most carriers keep a parcel.
const PICKUP_DAYS: usize = 16;

/// Who looks at an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Who paid, or someone for whom the shop answers.
    Payer,
    /// Anyone else, who may be the one to be surprised.
    #[default]
    Other,
}

/// An order as a shopper or an agent sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    /// Which order.
    pub key: OrderKey,
    /// The number that the shopper knows, `#1042`.
    pub number: String,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Whether the shop cancelled it.
    pub cancelled: bool,
    /// What was bought; empty where that is a secret.
    pub items: Vec<ItemView>,
    /// Whether what was bought is kept from whoever looks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
    /// Its parcels; empty while nothing has been shipped.
    pub parcels: Vec<ParcelView>,
    /// Higher is newer.
    pub version: u64,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// The product's name. Foreign text.
    pub title: String,
    /// How many.
    pub quantity: u32,
}

/// A parcel as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelView {
    /// The tracking number.
    pub number: String,
    /// The carrier's name, as it was told or as the number proves it.
    pub carrier: Option<String>,
    /// The tracking page that was told, else the carrier's own; https only.
    pub url: Option<String>,
    /// The status as the fold gives it.
    pub status: Status,
    /// Why it is in trouble, where known.
    pub reason: Option<IncidentReason>,
    /// Ordered, shipped, out for delivery or at the pickup point, delivered.
    pub steps: Vec<ParcelStep>,
    /// Promised and current day.
    pub estimate: EstimatedDelivery,
    /// Where it waits or will wait.
    pub pickup_point: Option<PickupPoint>,
    /// While it waits there, when the point is open, from the day of the latest news on; empty
    /// where that is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pickup_hours: Vec<DayHours>,
    /// What shows that it was handed over, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<DeliveryProof>,
    /// All events, newest first.
    pub history: Vec<HistoryLine>,
}

/// A step on a parcel's line of progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelStep {
    /// Which step.
    pub name: StepName,
    /// Where the parcel stands against it.
    pub state: StepState,
    /// When it was reached, where known.
    pub at: Option<Timestamp>,
    /// Whether the hour of `at` may be shown.
    pub hour_known: bool,
}

/// The steps of a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// The shop has the order.
    Ordered,
    /// The carrier has the parcel.
    Shipped,
    /// On the last round. Not a step of a parcel that goes to a pickup point.
    OutForDelivery,
    /// Waiting at the pickup point.
    ReadyForPickup,
    /// Handed over.
    Delivered,
    /// On its way back or back; takes the place of the steps that will not come.
    Returned,
}

/// Where a parcel stands against a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Behind it.
    Done,
    /// It stands here.
    Current,
    /// Not yet.
    Ahead,
}

/// One event as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// The status.
    pub status: Status,
    /// The carrier's words. Foreign text.
    pub text: String,
    /// Where, as the source writes it.
    pub place: Option<String>,
    /// When it happened.
    pub at: Timestamp,
    /// Whether the hour of `at` may be shown.
    pub hour_known: bool,
}

/// The view of an order, or `None` while the shop has not told the order itself.
pub fn view(key: &OrderKey, order: &Order, audience: Audience) -> Option<OrderView> {
    let facts = order.facts.as_ref()?;
    let secret = audience == Audience::Other && facts.gift.is_some_and(|gift| gift.secret);
    Some(OrderView {
        key: key.clone(),
        number: facts.number.clone(),
        placed_at: facts.placed_at,
        cancelled: facts.cancelled_at.is_some(),
        items: if secret { Vec::new() } else { items(facts) },
        secret,
        parcels: order
            .parcels
            .iter()
            .filter(|parcel| parcel.active)
            .map(|parcel| parcel_view(parcel, facts))
            .collect(),
        version: order.version,
    })
}

fn items(facts: &OrderFacts) -> Vec<ItemView> {
    facts
        .items
        .iter()
        .map(|item| ItemView {
            title: item.title.clone(),
            quantity: item.quantity,
        })
        .collect()
}

fn parcel_view(parcel: &Parcel, facts: &OrderFacts) -> ParcelView {
    let state = fold(&parcel.history);
    let carrier = LazyCell::new(|| Carrier::of_parcel(parcel.carrier.as_deref(), &parcel.number));
    // The postcode of delivery stays out of the link: it is a proof, and opens the address.
    let own_page = || carrier.and_then(|carrier| carrier.page(&parcel.number, None));
    let own_name = || carrier.map(|carrier| carrier.name.to_owned());
    ParcelView {
        number: parcel.number.clone(),
        carrier: parcel.carrier.clone().or_else(own_name),
        url: parcel.url.clone().or_else(own_page),
        status: state.status,
        reason: state.reason,
        steps: steps(parcel, facts.placed_at),
        estimate: parcel.estimate.clone(),
        pickup_point: parcel.pickup_point.clone(),
        pickup_hours: pickup_hours(parcel, state.status, facts).unwrap_or_default(),
        proof: parcel.proof.clone(),
        history: parcel
            .history
            .iter()
            .rev()
            .map(|event| HistoryLine {
                status: event.status,
                text: event.description.clone(),
                place: event.place.clone(),
                at: event.occurred_at,
                hour_known: event.zone_known,
            })
            .collect(),
    }
}

fn pickup_hours(parcel: &Parcel, status: Status, facts: &OrderFacts) -> Option<Vec<DayHours>> {
    if status != Status::AvailableForPickup {
        return None;
    }
    let point = parcel.pickup_point.as_ref()?;
    // A view has no clock: the day of the latest news stands for today.
    let first = parcel.heard_upto?.utc_day()?;
    pickup::hours(point, facts.country.as_deref(), &first, PICKUP_DAYS)
}

fn steps(parcel: &Parcel, placed_at: Timestamp) -> Vec<ParcelStep> {
    let status = fold(&parcel.history).status;
    let names = step_names(parcel, status);
    let current = current_step(&names, status, parcel);
    names
        .iter()
        .enumerate()
        .map(|(index, &name)| {
            let state = match index.cmp(&current) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Current,
                std::cmp::Ordering::Greater => StepState::Ahead,
            };
            step(name, state, parcel, placed_at)
        })
        .collect()
}

fn step_names(parcel: &Parcel, status: Status) -> Vec<StepName> {
    if matches!(status, Status::Returning | Status::Returned) {
        return vec![StepName::Ordered, StepName::Shipped, StepName::Returned];
    }
    let to_pickup_point = parcel.pickup_point.is_some()
        || parcel
            .history
            .iter()
            .any(|event| event.status == Status::AvailableForPickup);
    let last_mile = if to_pickup_point {
        StepName::ReadyForPickup
    } else {
        StepName::OutForDelivery
    };
    vec![
        StepName::Ordered,
        StepName::Shipped,
        last_mile,
        StepName::Delivered,
    ]
}

fn current_step(names: &[StepName], status: Status, parcel: &Parcel) -> usize {
    let name = match status {
        Status::Delivered => StepName::Delivered,
        Status::Returning | Status::Returned => StepName::Returned,
        Status::AvailableForPickup => StepName::ReadyForPickup,
        Status::OutForDelivery | Status::DeliveryAttempted => names[2],
        Status::InTransit => StepName::Shipped,
        Status::PreTransit | Status::Cancelled => StepName::Ordered,
        // Trouble moves nothing: the parcel stands where the carrier last had it.
        Status::Delayed | Status::Exception | Status::Lost | Status::Unknown => {
            if parcel
                .history
                .iter()
                .any(|event| carrier_has_it(event.status))
            {
                StepName::Shipped
            } else {
                StepName::Ordered
            }
        }
    };
    names.iter().position(|&n| n == name).unwrap_or(0)
}

fn carrier_has_it(status: Status) -> bool {
    !matches!(
        status,
        Status::PreTransit | Status::Cancelled | Status::Unknown
    )
}

fn step(name: StepName, state: StepState, parcel: &Parcel, placed_at: Timestamp) -> ParcelStep {
    if name == StepName::Ordered {
        return ParcelStep {
            name,
            state,
            at: Some(placed_at),
            hour_known: true,
        };
    }
    let reached = |status: Status| match name {
        StepName::Ordered => false,
        StepName::Shipped => carrier_has_it(status),
        StepName::OutForDelivery => status == Status::OutForDelivery,
        StepName::ReadyForPickup => status == Status::AvailableForPickup,
        StepName::Delivered => status == Status::Delivered,
        StepName::Returned => matches!(status, Status::Returning | Status::Returned),
    };
    let event = (state != StepState::Ahead)
        .then(|| parcel.history.iter().find(|event| reached(event.status)))
        .flatten();
    ParcelStep {
        name,
        state,
        at: event.map(|event| event.occurred_at),
        hour_known: event.is_some_and(|event| event.zone_known),
    }
}

#[cfg(test)]
mod tests;
