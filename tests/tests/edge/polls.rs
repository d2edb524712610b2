//! Services that the edge asks by itself: La Poste about numbers, a shop about its orders.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::protocol::widget::Fact;
use tests::hooks::{TestOrder, ago};
use tests::peer::{Asked, Peer, Reply};
use tests::server::root;
use tests::site::Site;
use tests::{random_hex, until};

use crate::{buyer, place, server};

#[tokio::test]
async fn la_poste_is_asked_about_a_number_as_soon_as_an_order_has_it() {
    let peer = Peer::start(laposte(in_transit));
    let site = shop_asking_laposte(&peer.url).await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    buyer.notice(NoticeKind::Shipped).await;
    assert_eq!(buyer.notices(), [NoticeKind::Shipped]);
    let asked = peer.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(asked[0].path, format!("/idships/{}", order.tracking[0]));
    assert_eq!(asked[0].query, "lang=fr_FR");
    assert_eq!(asked[0].header("x-okapi-key"), Some("the-key"));
    // A number that another order claims is asked about no more often.
    site.shopify("fulfillments/update", &order.fulfillment(0))
        .await;
    buyer.settle().await;
    assert_eq!(peer.asked().len(), 1);
}

#[tokio::test]
async fn la_poste_is_asked_about_ten_numbers_at_once() {
    let answering = Arc::new(AtomicBool::new(false));
    let answers = Arc::clone(&answering);
    // While it does not answer, the numbers gather.
    let peer = Peer::start(move |asked| {
        if answers.load(Ordering::SeqCst) {
            return laposte(in_transit)(asked);
        }
        Reply::status(503).header("retry-after", "4")
    });
    let site = shop_asking_laposte(&peer.url).await;
    let orders: Vec<TestOrder> = (0..13).map(|_| TestOrder::new()).collect();
    let mut buyers = Vec::new();
    for order in &orders {
        buyers.push(place(&site, order).await);
        site.shopify("fulfillments/create", &order.fulfillment(0))
            .await;
    }
    answering.store(true, Ordering::SeqCst);
    for buyer in &mut buyers {
        buyer.notice(NoticeKind::Shipped).await;
    }
    let sizes: Vec<usize> = peer.asked().iter().map(numbers_of).collect();
    assert!(sizes.ends_with(&[10, 3]), "{sizes:?}");
}

#[tokio::test]
async fn a_service_that_wants_to_be_left_alone_is() {
    let first = Mutex::new(true);
    let peer = Peer::start(move |asked| {
        if std::mem::take(&mut *first.lock().expect("nobody panics with it")) {
            return Reply::status(429).header("retry-after", "2");
        }
        laposte(in_transit)(asked)
    });
    let site = shop_asking_laposte(&peer.url).await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    until("it was asked once", async || peer.asked().len() == 1).await;
    let refused = Instant::now();
    until("it was asked again", async || peer.asked().len() == 2).await;
    assert!(refused.elapsed() > Duration::from_millis(1_500));
    buyer.notice(NoticeKind::Shipped).await;
    assert_eq!(peer.asked().len(), 2);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Peer::start(laposte(in_transit));
    let target = elsewhere.url.clone();
    let peer = Peer::start(move |asked| {
        Reply::status(302).header("location", format!("{target}{}", asked.path))
    });
    let site = shop_asking_laposte(&peer.url).await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    until("it was asked", async || !peer.asked().is_empty()).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    buyer.settle().await;
    assert!(buyer.notices().is_empty());
    assert!(elsewhere.asked().is_empty());
}

#[tokio::test]
async fn only_numbers_of_la_postes_are_asked_about() {
    let peer = Peer::start(laposte(in_transit));
    let site = shop_asking_laposte(&peer.url).await;
    let (theirs, foreign) = (TestOrder::new(), TestOrder::new());
    let mut elsewhere = foreign.fulfillment(0);
    elsewhere["tracking_company"] = json!("Mondial Relay");
    place(&site, &foreign).await;
    site.shopify("fulfillments/create", &elsewhere).await;
    let mut buyer = place(&site, &theirs).await;
    site.shopify("fulfillments/create", &theirs.fulfillment(0))
        .await;
    buyer.notice(NoticeKind::Shipped).await;
    let asked = peer.asked();
    let about = |order: &TestOrder| asked.iter().any(|a| a.path.contains(&order.tracking[0]));
    assert!(about(&theirs) && !about(&foreign), "{asked:?}");
}

#[tokio::test]
async fn a_shop_is_read_page_by_page_and_its_orders_are_told() {
    let order = TestOrder::new();
    let last = woocommerce_order(&order, 30);
    let first = Mutex::new(true);
    let peer = Peer::start(move |_| {
        if std::mem::take(&mut *first.lock().expect("nobody panics with it")) {
            let full: Vec<Value> = (0..100)
                .map(|_| woocommerce_order(&TestOrder::new(), 40))
                .collect();
            return Reply::json(&json!(full));
        }
        Reply::json(&json!([last]))
    });
    let (key, secret) = (
        format!("ck_{}", random_hex()),
        format!("cs_{}", random_hex()),
    );
    let mut site = crate::shop().await;
    let mut buyer = buyer(&site, &order, Language::French).await;
    site.rules["sources"] =
        json!({ "woocommerce": { "base_url": peer.url, "key": key, "secret": secret } });
    site.provision(&server().edge()).await;
    until("the next page was asked for", async || {
        peer.asked().len() > 1
    })
    .await;
    buyer
        .event(|event| match &event.fact {
            Fact::OrderUpdated { order: view } => {
                view.key.as_str() == format!("woocommerce:{}", order.id)
            }
            _ => false,
        })
        .await;
    let asked = peer.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    let basic = STANDARD.encode(format!("{key}:{secret}"));
    for each in &asked {
        assert_eq!(each.path, "/wp-json/wc/v3/orders");
        let authorization = each.header("authorization");
        assert_eq!(authorization, Some(format!("Basic {basic}").as_str()));
    }
}

#[tokio::test]
async fn wh5_an_order_of_a_page_that_cannot_be_read_is_set_aside() {
    let order = TestOrder::new();
    let (sound, mut broken) = (woocommerce_order(&order, 30), woocommerce_order(&order, 20));
    broken["id"] = json!("none");
    let peer = Peer::start(move |_| Reply::json(&json!([broken, sound])));
    let (mut site, mut agent) = crate::shop_with_agent().await;
    let mut buyer = buyer(&site, &order, Language::French).await;
    site.rules["sources"] = json!({
        "woocommerce": { "base_url": peer.url, "key": "ck_1", "secret": "cs_1" },
    });
    site.provision(&server().edge()).await;
    let entry = agent.added().await;
    assert_eq!(entry.source, "woocommerce");
    assert_eq!(entry.topic.as_deref(), Some("order.updated"));
    let body = agent.quarantined_body(entry.id).await;
    assert!(body.contains(&order.email), "{body}");
    // The others of the page are kept.
    buyer
        .event(|event| matches!(event.fact, Fact::OrderUpdated { .. }))
        .await;
}

#[tokio::test]
async fn a_prestashop_is_read_with_all_that_its_orders_refer_to() {
    // What the key may not read is not known, and no reason to give up.
    let peer = Peer::start(|asked| match asked.path.trim_start_matches("/api/") {
        "carriers" => Reply::status(401),
        resource => {
            let file = root().join(format!("shared/fixtures/prestashop/{resource}.json"));
            let body = fs::read_to_string(file).expect("an answer of ours");
            Reply::json(&serde_json::from_str(&body).expect("JSON"))
        }
    });
    let mut site = crate::shop().await;
    let mut order = TestOrder::new();
    "camille.roche@exemple.fr".clone_into(&mut order.email);
    let mut buyer = buyer(&site, &order, Language::French).await;
    site.rules["sources"] = json!({ "prestashop": { "base_url": peer.url, "key": "the-key" } });
    site.provision(&server().edge()).await;
    let event = buyer
        .event(|event| matches!(&event.fact, Fact::OrderUpdated { .. }))
        .await;
    let Fact::OrderUpdated { order } = event.fact else {
        unreachable!("it was found as an update");
    };
    assert_eq!(order.key.as_str(), "prestashop:58");
    let basic = format!("Basic {}", STANDARD.encode("the-key:"));
    let asked = peer.asked();
    assert_eq!(asked.len(), 7, "{asked:?}");
    for each in &asked {
        assert_eq!(each.header("authorization"), Some(basic.as_str()));
    }
}

/// La Poste, which knows every number that it is asked about and tells the same of each.
fn laposte(shipment: impl Fn(&str) -> Value + Send) -> impl Fn(&Asked) -> Reply + Send {
    move |asked| {
        let numbers = asked.path.trim_start_matches("/idships/").split(',');
        let told: Vec<Value> = numbers
            .map(|number| json!({ "returnCode": 200, "shipment": shipment(number) }))
            .collect();
        Reply::json(&json!(told))
    }
}

fn in_transit(number: &str) -> Value {
    json!({
        "idShip": number,
        "holder": 4,
        "isFinal": false,
        "event": [{ "code": "ET1", "label": "Parti de Lyon", "date": ago(15) }],
    })
}

fn numbers_of(asked: &Asked) -> usize {
    asked.path.split(',').count()
}

async fn shop_asking_laposte(url: &str) -> Site {
    let mut site = Site::new("Atelier du Colissimo");
    site.rules["sources"] = json!({ "laposte": { "key": "the-key", "base_url": url } });
    site.provision(&server().edge()).await
}

/// An order as the shop's API shows it, changed so many minutes ago.
fn woocommerce_order(order: &TestOrder, minutes: i64) -> Value {
    json!({
        "id": order.id,
        "number": order.number,
        "status": "processing",
        "date_created_gmt": ago(order.placed).trim_end_matches('Z'),
        "date_modified_gmt": ago(minutes).trim_end_matches('Z'),
        "billing": { "email": order.email, "postcode": order.postcode, "country": "FR" },
        "line_items": [{ "name": "Train en bois", "quantity": 1 }],
    })
}
