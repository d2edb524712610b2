//! The services that follow parcels: one file each, in the service's own shape, and what their
//! shapes have in common.

pub mod aftership;
pub mod easypost;
pub mod laposte;
pub mod sendcloud;
pub mod seventeentrack;
pub mod ship24;
pub mod shippo;
pub mod standard;
#[cfg(test)]
mod tests;

use chrono::SecondsFormat;
use serde::{Serialize, Serializer};

use super::order::{Carrier, Order};
use super::step::Step;
use super::webhook::{Hook, Webhook};
use crate::clock::Time;

/// A service that follows parcels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tracker {
    /// `EasyPost`.
    #[default]
    Easypost,
    /// `AfterShip`.
    Aftership,
    /// Shippo.
    Shippo,
    /// 17TRACK.
    Seventeentrack,
    /// Sendcloud.
    Sendcloud,
    /// Ship24.
    Ship24,
    /// La Poste, which has to be asked.
    Laposte,
    /// Any other, by the generic tracking webhook.
    Standard,
}

impl Tracker {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Easypost,
        Self::Aftership,
        Self::Shippo,
        Self::Seventeentrack,
        Self::Sendcloud,
        Self::Ship24,
        Self::Laposte,
        Self::Standard,
    ];

    /// The service of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tracker| tracker.name() == name)
    }

    /// Its name in the address of its webhooks.
    pub fn name(self) -> &'static str {
        match self {
            Self::Easypost => "easypost",
            Self::Aftership => "aftership",
            Self::Shippo => "shippo",
            Self::Seventeentrack => "17track",
            Self::Sendcloud => "sendcloud",
            Self::Ship24 => "ship24",
            Self::Laposte => "laposte",
            Self::Standard => "tracking",
        }
    }

    /// What it is called on the pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Easypost => easypost::LABEL,
            Self::Aftership => aftership::LABEL,
            Self::Shippo => shippo::LABEL,
            Self::Seventeentrack => seventeentrack::LABEL,
            Self::Sendcloud => sendcloud::LABEL,
            Self::Ship24 => ship24::LABEL,
            Self::Laposte => laposte::LABEL,
            Self::Standard => standard::LABEL,
        }
    }

    /// Whether it tells the day of delivery.
    pub fn tells_estimates(self) -> bool {
        self != Self::Sendcloud
    }

    /// Whether it waits to be asked.
    pub fn is_asked(self) -> bool {
        self == Self::Laposte
    }

    /// Whether it has words for a step. What the shop alone knows is told by the shop.
    pub fn can_tell(self, step: Step) -> bool {
        matches!(step, Step::Created | Step::Shipped)
            || match self {
                Self::Easypost => easypost::code(step).is_some(),
                Self::Aftership => aftership::code(step).is_some(),
                Self::Shippo => shippo::code(step).is_some(),
                Self::Seventeentrack => seventeentrack::code(step).is_some(),
                Self::Sendcloud => sendcloud::message(step).is_some(),
                Self::Ship24 => ship24::code(step).is_some(),
                Self::Laposte => laposte::code(step).is_some(),
                Self::Standard => true,
            }
    }

    /// What it says of an order's parcel as it stands; `None` before there is one, or when it has
    /// to be asked.
    pub fn webhook(self, hook: &Hook, order: &Order) -> Option<Webhook> {
        match self {
            Self::Easypost => easypost::webhook(hook, order),
            Self::Aftership => aftership::webhook(hook, order),
            Self::Shippo => shippo::webhook(hook, order),
            Self::Seventeentrack => seventeentrack::webhook(hook, order),
            Self::Sendcloud => sendcloud::webhook(hook, order),
            Self::Ship24 => ship24::webhook(hook, order),
            Self::Laposte => None,
            Self::Standard => standard::webhook(hook, order),
        }
    }
}

impl Serialize for Tracker {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Where something happens to a parcel.
struct Place<'a> {
    city: &'a str,
    postcode: &'a str,
}

impl Place<'_> {
    /// Postcode and town in one line, in capitals as carriers write them.
    fn line(&self) -> String {
        format!("{} {}", self.postcode, self.city.to_uppercase())
    }
}

/// Where a step happens.
fn place(order: &Order, step: Step) -> Place<'_> {
    let (city, postcode) = match step {
        Step::Created | Step::Shipped | Step::Returned => ("Bois-d’Amont", "39220"),
        _ if step < Step::OutForDelivery || step == Step::Returning => ("Dole", "39100"),
        _ => (
            order.customer.city.as_str(),
            order.customer.postcode.as_str(),
        ),
    };
    Place { city, postcode }
}

/// How a carrier words a step, in French as carriers of France do.
fn words(order: &Order, step: Step) -> &'static str {
    match (step, order.carrier()) {
        (Step::Created | Step::Shipped, _) => "Colis préparé, en attente de prise en charge",
        (Step::InTransit, _) => "Colis pris en charge, en cours d’acheminement",
        (Step::Sooner, _) => "Acheminement en avance sur les prévisions",
        (Step::Delayed, _) => "Acheminement retardé d’un jour, forte affluence",
        (Step::TooLate, _) => "Acheminement retardé, forte affluence",
        (Step::Customs, _) => "Colis retenu par la douane, document demandé",
        (Step::Address, _) => "Adresse incomplète, livraison impossible",
        (Step::Damaged, _) => "Colis abîmé pendant le transport",
        (Step::Lost, _) => "Colis introuvable, recherches closes",
        (Step::Found, _) => "Colis retrouvé, acheminement repris",
        (Step::OutForDelivery, _) => "Colis confié au livreur pour la tournée du jour",
        (Step::DeliveryAttempted, _) => "Destinataire absent, avis de passage déposé",
        (Step::PointClosed, _) => "Point de retrait fermé, remise reportée",
        (Step::PointFull, _) => "Point de retrait complet, colis dirigé vers un autre",
        (Step::PointMoved, _) => "Colis dirigé vers un autre point de retrait",
        (Step::AvailableForPickup | Step::KeptTwoDays | Step::KeptOneDay, Carrier::Colissimo) => {
            "Disponible au bureau de poste"
        }
        (
            Step::AvailableForPickup | Step::KeptTwoDays | Step::KeptOneDay,
            Carrier::MondialRelay,
        ) => "Disponible au point relais",
        (Step::Returning, _) => "Colis renvoyé à l’expéditeur",
        (Step::Returned, _) => "Colis rendu à l’expéditeur",
        (Step::Delivered, Carrier::Colissimo) => "Colis livré",
        (Step::Delivered, Carrier::MondialRelay) => "Colis remis au destinataire",
    }
}

/// A time with its offset, `2026-12-18T12:00:00+01:00`.
fn zoned(time: Time) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// A time on the wall where it happened, `2026-12-18T12:00:00`.
fn wall(time: Time) -> String {
    time.format("%Y-%m-%dT%H:%M:%S").to_string()
}
