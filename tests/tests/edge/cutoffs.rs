//! Until when to order, as any page may ask.

use chrono::{Datelike, Days, Utc};
use serde_json::{Value, json};
use shared::time::Timestamp;
use tests::http::{Answer, Request};
use tests::shopper::Shopper;
use tests::site::Site;

use crate::server;

#[tokio::test]
async fn a_page_learns_until_when_to_order_and_only_of_its_destination() {
    let site = shop_with_calendar().await;
    let answer = ask(&site, "country=FR&postcode=69001&for=2099-12-24").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=60"));
    let body = answer.json();
    assert_eq!(body["deadline"], json!("2099-12-24"));
    assert_eq!(body["until"]["label"], json!("Colissimo à domicile"));
    let in_paris = Timestamp::parse_rfc3339("2099-12-22T14:00:00+01:00");
    assert_eq!(body["until"]["order_before"], json!(in_paris));
    for (query, label) in [
        ("country=fr&for=2099-12-24", json!("Colissimo à domicile")),
        ("country=BE&for=2099-12-24", Value::Null),
        ("country=FR&postcode=97400&for=2099-12-24", Value::Null),
    ] {
        let body = ask(&site, query).await.json();
        assert_eq!(body["until"]["label"], label, "{query}");
    }
}

#[tokio::test]
async fn a_question_that_makes_no_sense_is_refused_with_the_reason() {
    let site = shop_with_calendar().await;
    for (query, reason) in [
        ("", "country"),
        ("country=", "country"),
        ("country=France", "two letters"),
        ("country=F1", "two letters"),
        ("country=FR&postcode=0123456789abcdef", "postcode"),
        ("country=FR&for=Christmas", "YYYY-MM-DD"),
        ("country=FR&for=2026-12-24T00:00", "YYYY-MM-DD"),
    ] {
        let answer = ask(&site, query).await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let message = answer.json()["error"]["message"].clone();
        let message = message.as_str().unwrap_or_default();
        assert!(message.contains(reason), "{query}: {message}");
    }
    let nobody = format!("{}/api/v1/sites/nobody-here/cutoffs", site.edge.url);
    let unknown = Request::new("GET", nobody).send().await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn a_calendar_that_makes_no_sense_is_refused_with_its_row() {
    let site = shop_with_calendar().await;
    let mut settings = site.settings();
    settings["settings"]["season"]["cutoffs"][0]["order_before"] = json!("2099-12-25T14:00");
    let answer = site.put(&settings).await;
    assert_eq!(answer.status, 400);
    let message = answer.json()["error"]["message"].clone();
    let message = message.as_str().unwrap_or_default();
    assert!(message.contains("cut-off 1"), "{message}");
}

#[tokio::test]
async fn se5_the_bot_says_until_when_to_order() {
    let day = Utc::now().date_naive() + Days::new(20);
    let mut site = Site::new("Atelier de Noël");
    site.rules["season"] = json!({
        "deadline": day.to_string(),
        "cutoffs": [{
            "label": "Colissimo à domicile",
            "destination": { "country": "FR" },
            "event_day": day.to_string(),
            "order_before": format!("{}T14:00", day - Days::new(2)),
            "year": day.year(),
        }],
    });
    let site = site.provision(&server().edge()).await;
    let mut shopper = Shopper::new(&site).await;
    let asked = shopper.say("Jusqu’à quand commander pour Noël ?").await;
    let answer = shopper.answer_after(asked).await.text;
    assert!(answer.starts_with("Pour être livré d’ici le "), "{answer}");
    assert!(answer.contains("à 14\u{a0}h"), "{answer}");
    assert!(answer.ends_with("Colissimo à domicile."), "{answer}");
}

async fn ask(site: &Site, query: &str) -> Answer {
    let url = format!("{}/api/v1/sites/{}/cutoffs", site.edge.url, site.key);
    Request::new("GET", format!("{url}?{query}"))
        .header("origin", "https://shop.example")
        .send()
        .await
}

async fn shop_with_calendar() -> Site {
    let mut site = Site::new("Atelier de Noël");
    site.rules["season"] = json!({
        "cutoffs": [{
            "label": "Colissimo à domicile",
            "carrier": "Colissimo",
            "destination": { "country": "FR" },
            "event_day": "2099-12-24",
            "order_before": "2099-12-22T14:00",
            "year": 2099,
        }],
    });
    site.provision(&server().edge()).await
}
