//! Webhooks that go wrong, to show what Grelot makes of them.

use super::order::Order;
use super::shopify;
use super::webhook::{Hook, Webhook};

/// The same delivery once more, byte for byte, ids and all.
pub fn repeated(last: Webhook) -> Webhook {
    Webhook {
        oddity: Some("doublon"),
        ..last
    }
}

/// The same body under a signature of the right form and with the wrong key.
pub fn forged(last: Webhook) -> Webhook {
    let headers = last.headers.into_iter().map(|(name, value)| match name {
        "X-Shopify-Hmac-Sha256" => (name, shopify::signature("someone else's key", &last.body)),
        "X-Hmac-Signature" => (
            name,
            super::easypost::signature("someone else's key", &last.body),
        ),
        _ => (name, value),
    });
    Webhook {
        headers: headers.collect(),
        oddity: Some("mauvaise signature"),
        ..last
    }
}

/// A body cut off in the middle, and signed as it is.
pub fn garbled(hook: &Hook, order: &Order) -> Webhook {
    let body = format!(
        r##"{{"id":{},"name":"#{}","line_items":[{{"##,
        order.id(),
        order.number
    );
    let webhook = shopify::signed(hook, order, "orders/updated", body);
    Webhook {
        oddity: Some("corps illisible"),
        ..webhook
    }
}
