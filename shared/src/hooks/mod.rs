//! The sources of webhooks by name: how a delivery of each is verified and read.
//!
//! A source is one file beside the domain that it speaks of (`order/shopify.rs`,
//! `tracking/easypost.rs`); this table is all that the edge knows of them.

use sha2::{Digest, Sha256};

use crate::order::{OrderUpdate, shopify};
use crate::signature;
use crate::source::{Delivery, Malformed};
use crate::time::Timestamp;
use crate::tracking::{TrackingUpdate, aftership, easypost, seventeentrack, shippo};

/// A delivery as it came in.
#[derive(Clone, Copy)]
pub struct Envelope<'a> {
    /// The value of a header, by its name in lower case.
    pub header: &'a dyn Fn(&str) -> Option<String>,
    /// The raw bytes of the body.
    pub body: &'a [u8],
    /// When it came.
    pub received_at: Timestamp,
}

impl Envelope<'_> {
    /// The value of a header, empty when there is none.
    pub fn header(&self, name: &str) -> String {
        (self.header)(name).unwrap_or_default()
    }

    /// The hexadecimal SHA-256 of the body: the name of a delivery whose source gives it none.
    pub fn body_hash(&self) -> String {
        hex::encode(Sha256::digest(self.body))
    }
}

/// What a delivery says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Something of an order.
    Order(Box<OrderUpdate>),
    /// Something of parcels.
    Parcels(Vec<TrackingUpdate>),
    /// Nothing that concerns Grelot.
    Nothing,
}

/// A source of webhooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookSource {
    /// Orders and fulfillments of a Shopify shop.
    Shopify,
    /// `EasyPost`'s trackers.
    Easypost,
    /// `AfterShip`'s trackings.
    Aftership,
    /// Shippo's tracks.
    Shippo,
    /// 17TRACK's parcels.
    Seventeentrack,
}

impl HookSource {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Shopify,
        Self::Easypost,
        Self::Aftership,
        Self::Shippo,
        Self::Seventeentrack,
    ];

    /// The source of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.name() == name)
    }

    /// Its name in the address, in a site's secrets and in the keys of its orders.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::Easypost => "easypost",
            Self::Aftership => "aftership",
            Self::Shippo => "shippo",
            Self::Seventeentrack => "17track",
        }
    }

    /// Whether a delivery is signed with the secret. Without a secret none is.
    pub fn verify(self, secret: &str, envelope: &Envelope<'_>) -> bool {
        let Envelope { body, .. } = *envelope;
        match self {
            Self::Shopify => {
                let header = envelope.header("x-shopify-hmac-sha256");
                signature::verify_shopify(secret, body, &header)
            }
            Self::Easypost => {
                let header = envelope.header("x-hmac-signature");
                signature::verify_easypost(secret, body, &header)
            }
            Self::Aftership => aftership::verify(secret, envelope),
            Self::Shippo => shippo::verify(secret, envelope),
            Self::Seventeentrack => seventeentrack::verify(secret, envelope),
        }
    }

    /// The topic, for sources that name it beside the payload.
    pub fn topic(self, envelope: &Envelope<'_>) -> Option<String> {
        match self {
            Self::Shopify => (envelope.header)("x-shopify-topic"),
            Self::Easypost | Self::Aftership | Self::Shippo | Self::Seventeentrack => None,
        }
    }

    /// Reads a delivery.
    pub fn parse(self, envelope: &Envelope<'_>) -> Result<Said, Malformed> {
        match self {
            Self::Shopify => shopify::read(envelope).map(order),
            Self::Easypost => easypost::parse(envelope.body).map(parcel),
            Self::Aftership => aftership::read(envelope).map(parcels),
            Self::Shippo => shippo::read(envelope).map(parcels),
            Self::Seventeentrack => seventeentrack::read(envelope).map(parcels),
        }
    }
}

fn order(delivery: Delivery<OrderUpdate>) -> Said {
    match delivery {
        Delivery::Understood(update) => Said::Order(Box::new(update)),
        Delivery::Ignored => Said::Nothing,
    }
}

fn parcel(delivery: Delivery<TrackingUpdate>) -> Said {
    match delivery {
        Delivery::Understood(update) => Said::Parcels(vec![update]),
        Delivery::Ignored => Said::Nothing,
    }
}

fn parcels(delivery: Delivery<Vec<TrackingUpdate>>) -> Said {
    match delivery {
        Delivery::Understood(updates) => Said::Parcels(updates),
        Delivery::Ignored => Said::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_found_by_its_name() {
        for source in HookSource::ALL {
            assert_eq!(HookSource::named(source.name()), Some(source));
        }
        assert_eq!(HookSource::named("Shopify"), None);
    }

    #[test]
    fn wh2_a_source_without_a_secret_takes_nothing() {
        let envelope = Envelope {
            header: &|_| Some(String::new()),
            body: b"{}",
            received_at: Timestamp(0),
        };
        for source in HookSource::ALL {
            assert!(!source.verify("", &envelope), "{source:?}");
        }
    }
}
