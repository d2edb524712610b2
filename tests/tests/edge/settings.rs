//! What the operator sets of a site, and what is refused.

use serde_json::{Value, json};
use tests::random_hex;

use crate::shop;

#[tokio::test]
async fn settings_are_taken_and_may_be_left_out() {
    let site = shop().await;
    let woocommerce = json!({
        "base_url": "https://localhost:9/fr/",
        "key": random_hex(),
        "secret": random_hex(),
    });
    for settings in [
        Value::Null,
        json!({}),
        json!({ "sources": { "laposte": { "key": random_hex() } } }),
        json!({ "sources": { "woocommerce": woocommerce } }),
    ] {
        let mut body = site.settings();
        if settings.is_null() {
            let fields = body.as_object_mut().expect("an object");
            fields.remove("settings");
        } else {
            body["settings"] = settings.clone();
        }
        let answer = site.put(&body).await;
        assert_eq!(answer.status, 200, "{settings}: {}", answer.body);
    }
}

#[tokio::test]
async fn settings_that_make_no_sense_are_refused_with_the_reason() {
    let site = shop().await;
    for (field, value, reason) in [
        ("time_zone", json!("Paris"), "IANA"),
        ("time_zone", json!("Europe/Paris; DROP"), "IANA"),
        ("time_zone", json!(60), "string"),
        ("language", json!("xx"), "unknown variant"),
        (
            "settings",
            json!({ "watcher": {} }),
            "unknown field `watcher`",
        ),
        ("settings", laposte(&json!({})), "missing field `key`"),
        (
            "settings",
            laposte(&json!({ "key": "a\nb" })),
            "visible ASCII",
        ),
        (
            "settings",
            laposte(&json!({ "key": "k", "base_url": "http://shop.example" })),
            "base_url",
        ),
        (
            "settings",
            laposte(&json!({ "key": "k", "base_url": "https://user:key@shop.example" })),
            "base_url",
        ),
    ] {
        let mut body = site.settings();
        body[field] = value.clone();
        let answer = site.put(&body).await;
        assert_eq!(answer.status, 400, "{field}: {value}");
        let error = answer.json()["error"].clone();
        assert_eq!(error["code"], "malformed");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(reason), "{field}: {value}: {message}");
    }
}

fn laposte(api: &Value) -> Value {
    json!({ "sources": { "laposte": api } })
}
