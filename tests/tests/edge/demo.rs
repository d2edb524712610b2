//! The demo shop's simulator: whatever source it speaks as, the edge hears it and its customer is
//! told.

use serde_json::{Value, json};
use shared::hooks::HookSource;
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::protocol::widget::{Event, Fact};
use tests::http::Request;
use tests::identity::Identity;
use tests::pages::demo::{CUSTOMER_EMAIL, DemoShop, reserve};
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;
use tests::sources::new_secret;

use crate::server;

#[tokio::test]
async fn the_simulator_is_heard_as_every_source() {
    let (site, shop) = demo_shop().await;
    let mut camille = customer(&site, Language::French).await;
    let state = get(&shop, "state").await;
    let (platforms, trackers) = (names(&state["platforms"]), names(&state["trackers"]));
    // La Poste has no webhooks.
    assert_eq!(platforms.len() + trackers.len(), HookSource::ALL.len() + 1);

    for (tracker, platform) in trackers.iter().zip(platforms.iter().cycle()) {
        let order = json!({ "tracker": tracker, "platform": platform, "by_hand": true });
        let number = place(&shop, &order).await;
        post(
            &shop,
            &format!("orders/{number}/out_for_delivery"),
            &json!({}),
        )
        .await;
        camille
            .event(|event| is_told(event, NoticeKind::OutForDelivery, &number))
            .await;
    }
    assert_eq!(statuses(&get(&shop, "state").await), [200]);
}

#[tokio::test]
async fn silence_of_the_past_is_told_at_once_in_the_customers_language() {
    let (site, shop) = demo_shop().await;
    let mut camille = customer(&site, Language::English).await;
    for (situation, kind, words) in [
        ("never_handed_over", NoticeKind::NotHandedOver, "label"),
        ("overdue", NoticeKind::Late, "expected"),
        ("silent", NoticeKind::Stalled, "days"),
        ("vanished", NoticeKind::PresumedLost, "lost"),
    ] {
        let number = place(
            &shop,
            &json!({ "situation": situation, "tracker": "tracking" }),
        )
        .await;
        let told = camille.event(|event| is_told(event, kind, &number)).await;
        let Fact::Notice { text, .. } = told.fact else {
            unreachable!("it was found as a notice")
        };
        assert!(text.contains(words), "{situation}: {text}");
    }
}

/// A demo shop that may speak as every source, and the site that it belongs to.
async fn demo_shop() -> (Site, DemoShop) {
    let (port, url) = reserve().expect("a port is free");
    let mut site = Site::new("Atelier des Rennes");
    for source in HookSource::ALL {
        site.secrets.insert(source.name(), new_secret(source));
    }
    let laposte = json!({ "base_url": format!("{url}/suivi/v2"), "key": "the-key" });
    site.rules["sources"] = json!({ "laposte": laposte });
    let site = site.provision(&server().edge()).await;
    let shop = DemoShop::start(&site, port).expect("the shop starts");
    (site, shop)
}

async fn customer(site: &Site, language: Language) -> Shopper {
    let credentials = Credentials {
        identity: Some(Identity::new(site, CUSTOMER_EMAIL).token()),
        language,
        ..Credentials::default()
    };
    Shopper::with(site, credentials).await
}

/// Places an order, and answers its number.
async fn place(shop: &DemoShop, order: &Value) -> String {
    let placed = post(shop, "orders", order).await;
    placed["number"].to_string()
}

async fn post(shop: &DemoShop, path: &str, body: &Value) -> Value {
    let url = format!("{}/simulator/api/{path}", shop.url);
    let request = Request::new("POST", url).header("x-requested-with", "test");
    let answer = request.json(body).send().await;
    assert!(answer.status < 300, "{path}: {}", answer.body);
    answer.json()
}

async fn get(shop: &DemoShop, path: &str) -> Value {
    let url = format!("{}/simulator/api/{path}", shop.url);
    Request::new("GET", url).send().await.json()
}

fn names(voices: &Value) -> Vec<String> {
    let voices = voices.as_array().expect("voices are a list");
    let name = |voice: &Value| {
        voice["name"]
            .as_str()
            .expect("a voice has a name")
            .to_owned()
    };
    voices.iter().map(name).collect()
}

/// The statuses with which all that was sent was answered, each once.
fn statuses(state: &Value) -> Vec<u64> {
    let log = state["log"].as_array().expect("the log is a list");
    let status = |entry: &Value| entry["outcome"]["status"].as_u64().unwrap_or_default();
    let mut statuses: Vec<u64> = log.iter().map(status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

fn is_told(event: &Event, kind: NoticeKind, number: &str) -> bool {
    match &event.fact {
        Fact::Notice { notice, order, .. } => {
            *notice == kind && order.number.trim_start_matches('#') == number
        }
        _ => false,
    }
}
