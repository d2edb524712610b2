//! The sources of webhooks by name: how a delivery of each is verified and read.
//!
//! A source is one file beside the domain that it speaks of (`order/shopify.rs`,
//! `tracking/easypost.rs`); this table is all that the edge knows of them.

mod kept;

use sha2::{Digest, Sha256};

use crate::order::{OrderUpdate, prestashop, shopify, standard as orders, woocommerce};
use crate::signature;
use crate::source::{Delivery, Malformed};
use crate::time::Timestamp;
use crate::tracking::{
    TrackingUpdate, aftership, easypost, sendcloud, seventeentrack, ship24, shippo, standard,
};

pub use kept::KeptHeaders;

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

    /// Whether it is signed with the secret as
    /// [Standard Webhooks](https://www.standardwebhooks.com) asks, at most five minutes before or
    /// after it came.
    pub fn is_standard(&self, secret: &str) -> bool {
        signature::verify_standard(
            secret,
            &self.header("webhook-id"),
            &self.header("webhook-timestamp"),
            &self.header("webhook-signature"),
            self.body,
            self.received_at,
        )
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
    /// Orders of a `WooCommerce` shop.
    Woocommerce,
    /// Orders of a `PrestaShop` shop, as Standard Webhooks.
    Prestashop,
    /// `EasyPost`'s trackers.
    Easypost,
    /// `AfterShip`'s trackings.
    Aftership,
    /// Shippo's tracks.
    Shippo,
    /// 17TRACK's parcels.
    Seventeentrack,
    /// Sendcloud's parcels.
    Sendcloud,
    /// Ship24's trackers.
    Ship24,
    /// Any other shop's orders, as Standard Webhooks.
    Orders,
    /// Any other sender's parcels, as Standard Webhooks.
    Tracking,
}

impl HookSource {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Shopify,
        Self::Woocommerce,
        Self::Prestashop,
        Self::Easypost,
        Self::Aftership,
        Self::Shippo,
        Self::Seventeentrack,
        Self::Sendcloud,
        Self::Ship24,
        Self::Orders,
        Self::Tracking,
    ];

    /// The source of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.name() == name)
    }

    /// Its name in the address, in a site's secrets and in the keys of its orders.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::Woocommerce => "woocommerce",
            Self::Prestashop => "prestashop",
            Self::Easypost => "easypost",
            Self::Aftership => "aftership",
            Self::Shippo => "shippo",
            Self::Seventeentrack => "17track",
            Self::Sendcloud => "sendcloud",
            Self::Ship24 => "ship24",
            Self::Orders => "orders",
            Self::Tracking => "tracking",
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
            Self::Woocommerce => woocommerce::verify(secret, envelope),
            Self::Prestashop => prestashop::verify(secret, envelope),
            Self::Easypost => {
                let header = envelope.header("x-hmac-signature");
                signature::verify_easypost(secret, body, &header)
            }
            Self::Aftership => aftership::verify(secret, envelope),
            Self::Shippo => shippo::verify(secret, envelope),
            Self::Seventeentrack => seventeentrack::verify(secret, envelope),
            Self::Sendcloud => sendcloud::verify(secret, envelope),
            Self::Ship24 => ship24::verify(secret, envelope),
            Self::Orders => orders::verify(secret, envelope),
            Self::Tracking => standard::verify(secret, envelope),
        }
    }

    /// Whether it is what the source sends, unsigned, to see whether anybody is there. It is
    /// answered with 200 and has no effect.
    pub fn is_ping(self, envelope: &Envelope<'_>) -> bool {
        self == Self::Woocommerce && woocommerce::is_ping(envelope)
    }

    /// The topic, for sources that name it beside the payload.
    pub fn topic(self, envelope: &Envelope<'_>) -> Option<String> {
        match self {
            Self::Shopify => (envelope.header)("x-shopify-topic"),
            Self::Woocommerce => (envelope.header)("x-wc-webhook-topic"),
            _ => None,
        }
    }

    /// Reads a delivery.
    pub fn parse(self, envelope: &Envelope<'_>) -> Result<Said, Malformed> {
        match self {
            Self::Shopify => shopify::read(envelope).map(order),
            Self::Woocommerce => woocommerce::read(envelope).map(order),
            Self::Prestashop => prestashop::read(envelope).map(order),
            Self::Easypost => parcels(easypost::parse(envelope.body).map(one)?, envelope),
            Self::Aftership => parcels(aftership::read(envelope)?, envelope),
            Self::Shippo => parcels(shippo::read(envelope)?, envelope),
            Self::Seventeentrack => parcels(seventeentrack::read(envelope)?, envelope),
            Self::Sendcloud => parcels(sendcloud::read(envelope)?, envelope),
            Self::Ship24 => parcels(ship24::read(envelope)?, envelope),
            Self::Orders => orders::read(envelope).map(order),
            Self::Tracking => parcels(standard::read(envelope)?, envelope),
        }
    }
}

fn order(delivery: Delivery<OrderUpdate>) -> Said {
    match delivery {
        Delivery::Understood(update) => Said::Order(Box::new(update)),
        Delivery::Ignored => Said::Nothing,
    }
}

fn one<T>(delivery: Delivery<T>) -> Delivery<Vec<T>> {
    match delivery {
        Delivery::Understood(update) => Delivery::Understood(vec![update]),
        Delivery::Ignored => Delivery::Ignored,
    }
}

/// What is said of parcels, within the bounds of what is kept.
fn parcels(
    delivery: Delivery<Vec<TrackingUpdate>>,
    envelope: &Envelope<'_>,
) -> Result<Said, Malformed> {
    let Delivery::Understood(updates) = delivery else {
        return Ok(Said::Nothing);
    };
    let kept: Vec<_> = updates
        .into_iter()
        .filter_map(|update| update.bounded(envelope.received_at))
        .collect();
    if kept.is_empty() {
        return Err(Malformed::NotATrackingNumber);
    }
    Ok(Said::Parcels(kept))
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

    #[test]
    fn what_is_said_of_parcels_is_bounded() {
        let longest = "7".repeat(50);
        let too_long = "7".repeat(51);
        for (numbers, kept) in [
            (vec![&longest], Some(1)),
            (vec![&too_long, &longest], Some(1)),
            (vec![&too_long], None),
        ] {
            let parcels: Vec<_> = numbers
                .iter()
                .map(|number| serde_json::json!({ "number": number }))
                .collect();
            let body = serde_json::json!({
                "type": "tracking.updated",
                "data": { "parcels": parcels },
            });
            let said = HookSource::Tracking.parse(&Envelope {
                header: &|_| None,
                body: body.to_string().as_bytes(),
                received_at: Timestamp(0),
            });
            let count = match said {
                Ok(Said::Parcels(updates)) => Some(updates.len()),
                _ => None,
            };
            assert_eq!(count, kept, "{numbers:?}");
        }
    }
}
