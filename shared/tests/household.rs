//! One home and one payer, as every shop's own payload tells of them.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod own;
}

use common::own::own;
use shared::hooks::{Envelope, HookSource, Said};
use shared::household::{MarkKey, Marks};
use shared::ids::SiteKey;
use shared::time::Timestamp;

/// The marks of an order as a shop's webhook tells it.
fn marks(source: HookSource, header: (&str, &str), body: &[u8]) -> Marks {
    let said = source.parse(&Envelope {
        header: &|name| (name == header.0).then(|| header.1.to_owned()),
        body,
        received_at: Timestamp(1_798_000_000_000),
    });
    let Ok(Said::Order(update)) = said else {
        panic!("{}: {said:?}", source.name());
    };
    let site = SiteKey::parse("atelier").unwrap();
    let marked = update.marked(&MarkKey::new(&site, "a site's own secret"));
    marked.facts.unwrap().marks
}

#[test]
fn hh1_every_shop_tells_of_the_same_home() {
    let told = [
        marks(
            HookSource::Shopify,
            ("x-shopify-topic", "orders/create"),
            &own("shopify/order_create.json"),
        ),
        marks(
            HookSource::Woocommerce,
            ("x-wc-webhook-topic", "order.created"),
            &own("woocommerce/order_created.json"),
        ),
        marks(
            HookSource::Prestashop,
            ("webhook-id", "msg_1"),
            &own("prestashop/order_push.json"),
        ),
        marks(
            HookSource::Orders,
            ("webhook-id", "msg_1"),
            &own("orders/order_updated.json"),
        ),
    ];
    // Two payloads are of one shopper in Paris, two of one in Lyon.
    let [paris, paris_too, lyon, lyon_too] = told;
    assert!(paris.address.is_some() && lyon.address.is_some());
    assert_eq!(paris, paris_too);
    assert_eq!(lyon, lyon_too);
    assert_ne!(paris.address, lyon.address);
    assert_eq!(paris.payer, lyon.payer);
}
