//! Webhooks: an unsigned one is refused, one that was set aside reads as it would have.

use shared::hooks::{Envelope, HookSource, KeptHeaders};
use shared::order::standard;

use crate::{NOW, followed};

/// A secret that no input has signed anything with.
const SECRET: &str = "whsec_Z3JlbG90LCB3aGljaCByaW5ncyBiZWZvcmUgeW91IGFzaw==";

/// The topics under which a delivery is read, for sources that name them beside the payload.
const SHOPIFY: [&str; 5] = [
    "orders/updated",
    "fulfillments/update",
    "fulfillment_events/create",
    "refunds/create",
    "products/update",
];
const WOOCOMMERCE: [&str; 3] = ["order.updated", "order.deleted", "product.updated"];

/// The number in an order's address.
const NUMBER: &str = "XKBKNABJK";

/// How much of a body stands for what is in its headers too.
const HEADER_BYTES: usize = 64;

/// Verifies and reads a delivery with this body under each topic. Its first line is in every
/// header but those of topic and time.
pub fn check(source: HookSource, body: &[u8]) {
    let line = body.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(&line[..line.len().min(HEADER_BYTES)]);
    let seconds = (NOW.0 / 1000).to_string();
    for &topic in topics(source) {
        let header = |name: &str| {
            let value = match name {
                "x-shopify-topic" | "x-wc-webhook-topic" => topic,
                "webhook-timestamp" => seconds.as_str(),
                _ => line.as_ref(),
            };
            Some(value.to_owned())
        };
        let envelope = Envelope {
            header: &header,
            body,
            received_at: NOW,
        };
        assert!(!source.verify(SECRET, &envelope), "nobody signed it");
        let said = source.parse(&envelope);
        let kept = KeptHeaders::of(&envelope);
        let again = kept.envelope(body, NOW, |envelope| source.parse(envelope));
        assert_eq!(again, said, "set aside, it reads as it would have");
        if let Ok(said) = said {
            followed::take(&said);
        }
    }
}

/// Reads an order that stands alone, under its number and under none.
pub fn put(body: &[u8]) {
    for number in [Some(NUMBER), None] {
        if let Ok(update) = standard::read_body(body, number, "put") {
            followed::order(&update);
        }
    }
}

fn topics(source: HookSource) -> &'static [&'static str] {
    match source {
        HookSource::Shopify => &SHOPIFY,
        HookSource::Woocommerce => &WOOCOMMERCE,
        _ => &[""],
    }
}
