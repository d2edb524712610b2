//! Every source of webhooks: taken when it is signed, refused when it is not, and effective once.

use serde_json::json;
use shared::hooks::HookSource;
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::protocol::widget::Fact;
use tests::hooks::{TestOrder, ago, hook};
use tests::site::Site;
use tests::sources::{in_transit, new_secret, sign, signed};
use tests::{random_hex, until};

use crate::{buyer, place, server, shop, shop_with_agent};

#[tokio::test]
async fn wh6_every_source_of_tracking_is_told_once_however_often_it_repeats() {
    let site = shop_of_all().await;
    let mut tried = 0;
    for source in HookSource::ALL {
        let order = TestOrder::new();
        let Some(body) = in_transit(source, &order.tracking[0], 20) else {
            continue;
        };
        let body = body.to_string();
        let mut buyer = place(&site, &order).await;
        site.shopify("fulfillments/create", &order.fulfillment(0))
            .await;
        // Bearer tokens and plain digests repeat; what is signed with its time is sent anew.
        for _ in 0..3 {
            let answer = signed(&site, source, body.as_bytes()).send().await;
            assert_eq!(answer.status, 200, "{source:?}: {}", answer.body);
        }
        buyer.notice(NoticeKind::Shipped).await;
        buyer.settle().await;
        assert_eq!(buyer.notices(), [NoticeKind::Shipped], "{source:?}");
        tried += 1;
    }
    assert!(tried >= 7, "only {tried} sources were tried");
}

#[tokio::test]
async fn wh1_a_delivery_that_is_not_signed_with_the_sources_own_secret_is_refused() {
    let (site, agent) = shop_with_agent_of_all().await;
    let mut refused = 0;
    for source in HookSource::ALL {
        let body = in_transit(source, "6A000", 20).unwrap_or_else(|| json!({ "id": 1 }));
        let body = body.to_string();
        let bare = hook(&site, source.name(), body.as_bytes());
        let other = sign(bare.clone(), source, &new_secret(source), body.as_bytes());
        let altered = signed(&site, source, body.as_bytes()).body(format!("{body} "));
        for request in [bare, other, altered] {
            // A bearer token says nothing of the body.
            if request.send().await.status == 401 {
                refused += 1;
            } else {
                assert_eq!(source, HookSource::Ship24);
            }
        }
    }
    assert_eq!(refused, 3 * HookSource::ALL.len() as u64 - 1);
    until("the refusals are counted", async || {
        agent.rejections().await == refused
    })
    .await;
}

#[tokio::test]
async fn wh2_no_source_takes_anything_without_a_secret() {
    let site = shop().await;
    for source in HookSource::ALL {
        if ["shopify", "easypost"].contains(&source.name()) {
            continue;
        }
        let request = hook(&site, source.name(), b"{}");
        let signed = sign(request, source, "", b"{}");
        assert_eq!(signed.send().await.status, 401, "{source:?}");
    }
}

#[tokio::test]
async fn wh5_what_no_source_sends_is_set_aside_for_each() {
    let (site, mut agent) = shop_with_agent_of_all().await;
    for source in HookSource::ALL {
        let body = format!("[\"{}\"]", random_hex());
        let request = signed(&site, source, body.as_bytes())
            .header("x-shopify-topic", "orders/create")
            .header("x-wc-webhook-topic", "order.created");
        assert_eq!(request.send().await.status, 200, "{source:?}");
        let entry = agent.added().await;
        assert_eq!(entry.source, source.name());
        assert_eq!(agent.quarantined_body(entry.id).await, body);
    }
}

#[tokio::test]
async fn woocommerces_ping_is_answered_without_a_signature_and_without_effect() {
    let (site, mut agent) = shop_with_agent_of_all().await;
    let ping = |body: &str| hook(&site, "woocommerce", body.as_bytes()).send();
    assert_eq!(ping("webhook_id=7").await.status, 200);
    for other in ["webhook_id=", "webhook_id=7&a=b", "{\"webhook_id\":7}"] {
        assert_eq!(ping(other).await.status, 401, "{other}");
    }
    // Other sources have no such ping.
    let elsewhere = hook(&site, "shopify", b"webhook_id=7");
    assert_eq!(elsewhere.send().await.status, 401);
    agent.resume().await.expect("the desk is there");
    assert!(agent.quarantine.is_empty());
}

#[tokio::test]
async fn an_order_of_woocommerce_is_told_to_its_buyer() {
    let site = shop_of_all().await;
    let order = TestOrder::new();
    let body = json!({
        "id": order.id,
        "number": order.number,
        "status": "processing",
        "date_created_gmt": ago(90).trim_end_matches('Z'),
        "date_modified_gmt": ago(60).trim_end_matches('Z'),
        "billing": { "email": order.email, "postcode": order.postcode, "country": "FR" },
        "line_items": [{ "name": "Train en bois", "quantity": 1 }],
    })
    .to_string();
    for _ in 0..2 {
        let request = signed(&site, HookSource::Woocommerce, body.as_bytes())
            .header("x-wc-webhook-topic", "order.created");
        assert_eq!(request.send().await.status, 200);
    }
    let mut buyer = buyer(&site, &order, Language::French).await;
    let event = buyer
        .event(|event| matches!(&event.fact, Fact::OrderUpdated { .. }))
        .await;
    let Fact::OrderUpdated { order: view } = event.fact else {
        unreachable!("it was found as an update");
    };
    assert_eq!(view.number, order.number);
    assert_eq!(view.key.as_str(), format!("woocommerce:{}", order.id));
    assert_eq!(buyer.history.len(), 1);
}

/// A site that has a secret of every source.
async fn shop_of_all() -> Site {
    with_all_secrets(Site::new("Tous les transporteurs"))
        .provision(&server().edge())
        .await
}

async fn shop_with_agent_of_all() -> (Site, tests::agent::Agent) {
    let (site, agent) = shop_with_agent().await;
    let site = with_all_secrets(site).provision(&server().edge()).await;
    (site, agent)
}

fn with_all_secrets(mut site: Site) -> Site {
    for source in HookSource::ALL {
        site.secrets.insert(source.name(), new_secret(source));
    }
    // These two are fields of their own.
    site.secrets.remove("shopify");
    site.secrets.remove("easypost");
    site
}
