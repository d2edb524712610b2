//! La Poste's Suivi v2: Colissimo, Chronopost and tracked letters. It is asked, it does not call.
//!
//! - One call asks of at most ten numbers ([`request`]). The answer ([`read`]) is a list, or a bare
//!   object when one number was asked of, even where La Poste documents a list.
//! - HTTP statuses with an answer: 200, 207 (several outcomes), 400 and 404 (an object, unless
//!   several numbers were asked of). Any other is none; see [`has_answer`].
//! - A number that La Poste does not know yet has its `returnCode` 104 and no shipment. That is how
//!   a label looks until the parcel is handed in.
//! - Events come newest first.
//! - A parcel on its way back after `RE1` passes the same steps (`ET1` and so on): the fold keeps
//!   it returning. `DI1` after `RE1` hands it back to the sender.
//! - `isFinal` ends the asking.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::carrier::{Carrier, CarrierId};
use super::number::carrier_of;
use super::vocabulary::{Entry, Meaning, look_up};
use super::{
    IncidentReason, PickupPoint, Status, TrackingEvent, TrackingSource, TrackingUpdate,
    normalize_number,
};
use crate::language::Language;
use crate::source::{Fields, Malformed, https_url};
use crate::time::{Day, Timestamp};

/// The most numbers of one call.
pub const MAX_NUMBERS: usize = 10;

/// A call to La Poste, by `GET`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Path and query, from the API's base address on.
    pub path: String,
    /// Its headers, one of them the key.
    pub headers: [(&'static str, String); 2],
}

/// What La Poste says of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polled {
    /// The number, normalized by [`normalize_number`].
    pub number: String,
    /// What is said of it.
    pub outcome: Outcome,
}

/// What became of asking about a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its whole history.
    Update {
        /// The history.
        update: Box<TrackingUpdate>,
        /// Whether nothing more will come.
        is_final: bool,
    },
    /// La Poste has not heard of it, or not yet.
    NotFound,
    /// It is no number of La Poste's.
    InvalidNumber,
    /// La Poste could not tell.
    RetryLater,
}

/// Whether a number may be La Poste's: 11 to 15 letters and digits.
pub fn may_know(number: &str) -> bool {
    (11..=15).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Whether La Poste is to be asked about a number: the shop names one of its houses, or names no
/// carrier that is known and the number proves to be one of theirs.
pub fn is_theirs(number: &str, carrier: Option<&str>) -> bool {
    let id = carrier
        .and_then(Carrier::named)
        .map(|carrier| carrier.id)
        .or_else(|| carrier_of(number));
    may_know(number)
        && matches!(
            id,
            Some(CarrierId::LaPoste | CarrierId::Colissimo | CarrierId::Chronopost)
        )
}

/// The call that asks about the first ten of the numbers that may be La Poste's, in words of a
/// language, under the application's Okapi key; none without such a number.
pub fn request(numbers: &[String], language: Language, key: &str) -> Option<Request> {
    let asked: Vec<&str> = numbers
        .iter()
        .map(String::as_str)
        .filter(|number| may_know(number))
        .take(MAX_NUMBERS)
        .collect();
    // It has words in a few languages, of which ours are these.
    let lang = match language {
        Language::French => "fr_FR",
        Language::German => "de_DE",
        Language::Spanish => "es_ES",
        Language::Italian => "it_IT",
        Language::English | Language::Dutch | Language::Portuguese | Language::Arabic => "en_GB",
    };
    (!asked.is_empty()).then(|| Request {
        path: format!("/idships/{}?lang={lang}", asked.join(",")),
        headers: [
            ("Accept", "application/json".to_owned()),
            ("X-Okapi-Key", key.to_owned()),
        ],
    })
}

/// Whether a response of this HTTP status has an answer to [`read`]. Any other is about the call,
/// not about a number: the key (401, 403), the quota (429), La Poste itself.
pub fn has_answer(status: u16) -> bool {
    matches!(status, 200 | 207 | 400 | 404)
}

/// Reads an answer that came at `polled_at`. Numbers of which it says nothing are missing; see
/// [`outcomes`].
pub fn read(body: &[u8], polled_at: Timestamp) -> Result<Vec<Polled>, Malformed> {
    let answer: Value = serde_json::from_slice(body).map_err(|_| Malformed::AnswerNotJson)?;
    let elements = match &answer {
        Value::Array(elements) => elements.as_slice(),
        Value::Object(_) => std::slice::from_ref(&answer),
        _ => {
            return Err(Malformed::UnexpectedAnswer);
        }
    };
    Ok(elements
        .iter()
        .take(MAX_NUMBERS)
        .filter_map(|element| polled(element, polled_at))
        .collect())
}

/// One outcome for each number that was asked about, in their order: to ask again where the answer
/// says nothing of it. What is said of any other number is left out.
pub fn outcomes(asked: &[String], answer: &[Polled]) -> Vec<Polled> {
    asked
        .iter()
        .map(|number| {
            let said = answer.iter().find(|polled| polled.number == *number);
            said.cloned().unwrap_or_else(|| Polled {
                number: number.clone(),
                outcome: Outcome::RetryLater,
            })
        })
        .collect()
}

/// What one element says; `None` when it names no number.
fn polled(element: &Value, polled_at: Timestamp) -> Option<Polled> {
    let fields = Fields::of(element.as_object()?);
    let shipment = fields.object("shipment");
    let number = shipment
        .text("idShip")
        .or_else(|| fields.text("idShip"))
        .map(normalize_number)
        .filter(|number| !number.is_empty())?;
    let outcome = match (element.get("shipment"), fields.count("returnCode")) {
        (Some(told @ Value::Object(_)), _) => {
            update(shipment, digest(told), number.clone(), polled_at)
        }
        (_, Some(101 | 104 | 105 | 109 | 404)) => Outcome::NotFound,
        (_, Some(400)) => Outcome::InvalidNumber,
        _ => Outcome::RetryLater,
    };
    Some(Polled { number, outcome })
}

/// The name of what is told: an answer like the one before has no effect.
fn digest(told: &Value) -> String {
    hex::encode(Sha256::digest(told.to_string()))
}

fn update(
    shipment: Fields<'_>,
    delivery_id: String,
    number: String,
    polled_at: Timestamp,
) -> Outcome {
    let is_final = shipment.flag("isFinal");
    let mut events: Vec<_> = shipment.objects("event").filter_map(event).collect();
    // Of events at one instant the last one counts, so that it must be the newest.
    events.reverse();
    let update = TrackingUpdate {
        delivery_id,
        url: link(shipment, &number),
        number,
        carrier: carrier(shipment),
        service: shipment.text("product").map(str::to_owned),
        estimated: shipment
            .text("estimDate")
            .filter(|_| !is_final)
            .and_then(Day::parse),
        pickup_point: pickup_point(shipment),
        events,
        ..TrackingUpdate::default()
    };
    update
        .bounded(polled_at)
        .map_or(Outcome::RetryLater, |update| Outcome::Update {
            update: Box::new(update),
            is_final,
        })
}

/// An event, or `None` without a code or a time: it tells nothing then.
fn event(event: Fields<'_>) -> Option<TrackingEvent> {
    let code = event.text("code")?;
    let (occurred_at, zone_known) = event.text("date").and_then(Timestamp::parse_loose)?;
    let (status, reason) = meaning(code);
    Some(TrackingEvent {
        source: TrackingSource::Laposte,
        status,
        raw_code: code.to_owned(),
        reason,
        description: event.text("label").unwrap_or_default().to_owned(),
        place: event.text("country").map(str::to_owned),
        occurred_at,
        zone_known,
    })
}

/// La Poste's page about the parcel. It documents an address that ends before the number, and sends
/// one that ends after it.
fn link(shipment: Fields<'_>, number: &str) -> Option<String> {
    let url = shipment.text("url").and_then(https_url)?;
    Some(if url.ends_with('=') {
        url + number
    } else {
        url
    })
}

/// The house of La Poste's that has the parcel, which it tells by a number.
fn carrier(shipment: Fields<'_>) -> Option<String> {
    let name = match shipment.count("holder")? {
        1 => "La Poste",
        3 => "Chronopost",
        4 => "Colissimo",
        _ => return None,
    };
    Some(name.to_owned())
}

/// The pickup point, of which La Poste tells the name alone.
fn pickup_point(shipment: Fields<'_>) -> Option<PickupPoint> {
    let point = shipment.object("contextData").object("removalPoint");
    Some(PickupPoint {
        name: point.text("name")?.to_owned(),
        ..PickupPoint::default()
    })
}

/// What La Poste's codes mean.
const CODES: [Entry; 23] = [
    Entry::new("DR1", Status::PreTransit),
    // Something is wrong with how the shop prepared it. The parcel has not left the shop.
    Entry::new("DR2", Status::PreTransit),
    Entry::new("PC1", Status::InTransit),
    Entry::new("PC2", Status::InTransit),
    Entry::new("ET1", Status::InTransit),
    Entry::new("ET2", Status::InTransit),
    Entry::new("ET3", Status::InTransit),
    Entry::new("ET4", Status::InTransit),
    Entry::new("EP1", Status::InTransit),
    Entry::because("DO1", Status::InTransit, IncidentReason::Customs),
    Entry::new("DO2", Status::InTransit),
    Entry::because("DO3", Status::Exception, IncidentReason::Customs),
    // A document for the customs was read: nothing has moved.
    Entry::new("ID0", Status::Unknown),
    Entry::new("PB1", Status::Exception),
    Entry::new("PB2", Status::InTransit),
    Entry::new("MD2", Status::OutForDelivery),
    Entry::new("ND1", Status::DeliveryAttempted),
    Entry::new("AG1", Status::AvailableForPickup),
    Entry::new("RE1", Status::Returning),
    Entry::new("DI0", Status::Delivered),
    Entry::new("DI1", Status::Delivered),
    Entry::new("DI2", Status::Returned),
    Entry::new("DI3", Status::Delayed),
];

fn meaning(code: &str) -> Meaning {
    look_up(&CODES, code).unwrap_or((Status::Unknown, None))
}

#[cfg(test)]
mod tests;
