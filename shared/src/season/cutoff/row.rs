//! One row of the merchant's calendar: what must be ordered before when, to be there by a day.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use super::Offer;
use super::destination::{Destination, is_country};
use crate::season::{Calendar, Zone};
use crate::source::https_url;
use crate::text::normalize_postcode;
use crate::time::{Day, Timestamp};
use crate::tracking::carrier::Carrier;

const FORMAT: &str = "%Y-%m-%dT%H:%M";
const MAX_NAME_CHARS: usize = 120;
const MAX_POSTCODES: usize = 500;
const MAX_POSTCODE_CHARS: usize = 10;
const MAX_TRANSIT_DAYS: u32 = 60;
/// A moment to order that lies further before its event is a slip of the pen.
const MAX_DAYS_BEFORE_EVENT: i64 = 90;

/// What a row offers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum CutoffKind {
    /// A carrier brings it.
    #[default]
    Delivery,
    /// The shopper takes it at a store.
    StorePickup,
    /// A card that is sent by e-mail or printed at home.
    GiftCard,
}

/// A row of the calendar, as the merchant writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutoff {
    /// What it offers.
    #[serde(default)]
    pub kind: CutoffKind,
    /// What shoppers read (`Colissimo à domicile`, `Retrait à la boutique de Lyon`).
    pub label: String,
    /// The carrier, as the merchant names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// The carrier's service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Where it is brought; a delivery must say so, other rows hold everywhere without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<Area>,
    /// From where it leaves, for a merchant with several warehouses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warehouse: Option<String>,
    /// The day by which it is there.
    pub event_day: Day,
    /// Until when it must be ordered for that, in the row's zone.
    pub order_before: LocalDateTime,
    /// The zone of `order_before`; Europe/Paris if left out.
    #[serde(default)]
    pub zone: Zone,
    /// Working days of the carrier between leaving and arriving. They give the moment to order
    /// for other days than the event's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transit_days: Option<u32>,
    /// Where the carrier says so, https only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
    /// The year for which it was checked: that of the event. Cut-offs change every year.
    pub year: i32,
}

/// Where a row holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// ISO 3166-1 alpha-2, in capitals.
    pub country: String,
    /// Beginnings of postcodes; none means the whole country but its remote parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postcodes: Vec<String>,
}

/// A local date and time to the minute, `2026-12-22T14:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalDateTime(NaiveDateTime);

/// How a row came to speak of a deadline, the best way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is about that very day.
    Event,
    /// It was reckoned back from the deadline by the days in transit.
    Reckoned,
    /// It is about an earlier day.
    Earlier,
}

impl Cutoff {
    /// What is wrong with the row, if anything.
    pub(super) fn problem(&self) -> Option<&'static str> {
        let mut names = [&self.carrier, &self.service, &self.warehouse]
            .into_iter()
            .flatten();
        let sourced = |url: &String| https_url(url).is_some();
        first_wrong([
            (
                !is_name(&self.label),
                "its label is blank or longer than 120 characters",
            ),
            (
                !names.all(|name| is_name(name)),
                "its carrier, service or warehouse is blank or longer than 120 characters",
            ),
            (
                self.kind == CutoffKind::Delivery && self.destination.is_none(),
                "a delivery names its destination",
            ),
            (
                self.transit_days > Some(MAX_TRANSIT_DAYS),
                "it is more than 60 working days in transit",
            ),
            (
                !self.source_url.iter().all(sourced),
                "its source_url is not an https address",
            ),
        ])
        .or_else(|| self.destination.as_ref().and_then(Area::problem))
        .or_else(|| self.problem_of_dates())
    }

    /// What the row offers by a deadline at a destination, whether or not it is still open.
    pub(super) fn offer(&self, destination: &Destination, deadline: &Day) -> Option<(Fit, Offer)> {
        let (fit, order_before) = self.moment(destination, deadline)?;
        let arrives_by = match fit {
            Fit::Event | Fit::Reckoned => deadline,
            Fit::Earlier => &self.event_day,
        };
        let offer = Offer {
            kind: self.kind,
            label: self.label.clone(),
            carrier: self.carrier.clone(),
            service: self.service.clone(),
            arrives_by: arrives_by.clone(),
            order_before,
            zone: self.zone,
        };
        Some((fit, offer))
    }

    fn moment(&self, destination: &Destination, deadline: &Day) -> Option<(Fit, Timestamp)> {
        let of_event = self.order_before.at(self.zone)?;
        if self.event_day == *deadline {
            return Some((Fit::Event, of_event));
        }
        let is_earlier = *deadline < self.event_day;
        let Some(transit) = self.transit_days else {
            return (!is_earlier).then_some((Fit::Earlier, of_event));
        };
        let calendar = self.calendar(destination);
        let leaves = calendar.last_departure(deadline, transit)?;
        let reckoned = self.order_before.at_day(&leaves, self.zone)?;
        // What must be there earlier can't be ordered later, however busy the event's days are.
        let moment = if is_earlier {
            reckoned.min(of_event)
        } else {
            reckoned
        };
        Some((Fit::Reckoned, moment))
    }

    /// How closely the row names a destination, in characters of the postcode; `None` when it
    /// does not hold there.
    pub(super) fn closeness(&self, destination: &Destination) -> Option<usize> {
        match &self.destination {
            Some(area) => area.closeness(destination),
            None => Some(0),
        }
    }

    fn calendar(&self, destination: &Destination) -> Calendar {
        let country = Some(destination.country());
        let carrier = self.carrier.as_deref().and_then(Carrier::named);
        let week = carrier.map(|carrier| carrier.week(self.service.as_deref()));
        Calendar::new(country, destination.postcode(), week.unwrap_or_default())
    }

    fn problem_of_dates(&self) -> Option<&'static str> {
        let canonical = |date: &NaiveDate| Day::from(*date) == self.event_day;
        let Some(event) = self.event_day.date().filter(canonical) else {
            return Some("its event_day is not written YYYY-MM-DD");
        };
        let last_order = self.order_before.0.date();
        let days_before = event.signed_duration_since(last_order).num_days();
        first_wrong([
            (
                !(0..=MAX_DAYS_BEFORE_EVENT).contains(&days_before),
                "its order_before is later than its event_day or more than 90 days earlier",
            ),
            (
                event.year() != self.year,
                "its year is not that of its event_day",
            ),
        ])
    }
}

impl Area {
    fn problem(&self) -> Option<&'static str> {
        let is_beginning = |postcode: &String| {
            let length = normalize_postcode(postcode).chars().count();
            (1..=MAX_POSTCODE_CHARS).contains(&length)
        };
        first_wrong([
            (
                !is_country(&self.country),
                "its country is not two capital letters",
            ),
            (
                self.postcodes.len() > MAX_POSTCODES || !self.postcodes.iter().all(is_beginning),
                "its postcodes are not at most 500 beginnings of 1 to 10 characters",
            ),
        ])
    }

    fn closeness(&self, destination: &Destination) -> Option<usize> {
        if self.country != destination.country() {
            return None;
        }
        if self.postcodes.is_empty() {
            return (!destination.is_remote()).then_some(0);
        }
        let postcode = destination.postcode()?;
        self.postcodes
            .iter()
            .map(|beginning| normalize_postcode(beginning))
            .filter(|beginning| postcode.starts_with(beginning))
            .map(|beginning| beginning.len())
            .max()
    }
}

impl LocalDateTime {
    /// Reads `YYYY-MM-DDTHH:MM`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let read = NaiveDateTime::parse_from_str(text, FORMAT).ok().map(Self);
        read.filter(|read| String::from(*read) == text)
    }

    fn at(self, zone: Zone) -> Option<Timestamp> {
        self.at_day(&Day::from(self.0.date()), zone)
    }

    /// The same time on another day.
    fn at_day(self, day: &Day, zone: Zone) -> Option<Timestamp> {
        zone.at(day, self.0.hour(), self.0.minute())
    }
}

impl TryFrom<String> for LocalDateTime {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a local time is written YYYY-MM-DDTHH:MM")
    }
}

impl From<LocalDateTime> for String {
    fn from(local: LocalDateTime) -> Self {
        local.0.format(FORMAT).to_string()
    }
}

fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= MAX_NAME_CHARS
}

/// What is wrong, of the first check that found something.
fn first_wrong<const CHECKS: usize>(
    checks: [(bool, &'static str); CHECKS],
) -> Option<&'static str> {
    let mut wrong = checks.into_iter().filter(|(is_wrong, _)| *is_wrong);
    wrong.next().map(|(_, problem)| problem)
}
