//! What the tests of this crate share.

use std::fs;
use std::path::PathBuf;

use chrono::DateTime;
use uuid::Uuid;

use super::order::{Line, NewOrder, Order};
use super::people::Customer;
use super::story::Story;
use super::webhook::Hook;
use crate::catalog::Catalog;
use crate::clock::Time;
use crate::config::DemoFile;
use crate::pages::Pages;

/// Noon of a day before Christmas, in France.
pub fn noon() -> Time {
    DateTime::parse_from_rfc3339("2026-12-18T12:00:00+01:00").unwrap()
}

/// Order 1042: Camille's two trains.
pub fn order(story: Story, placed_at: Time) -> Order {
    let line = Line::of(catalog().find("petit-train").unwrap(), 2);
    let customer = Customer::camille();
    Order::place(
        1042,
        NewOrder {
            customer,
            lines: vec![line],
            note: None,
            story,
            placed_at,
        },
    )
}

/// An address where nobody listens.
pub fn hook() -> Hook {
    Hook {
        url: "http://127.0.0.1:9/hooks".to_owned(),
        secret: "hush".to_owned(),
    }
}

/// The shop's real catalog.
pub fn catalog() -> Catalog {
    Catalog::read(&Pages::in_workspace().asset("catalog.json")).unwrap()
}

/// A demo file as the launcher writes it.
pub fn demo_file() -> DemoFile {
    let text = r#"{
        "url": "http://127.0.0.1:8787", "shop_url": "http://127.0.0.1:8788",
        "site": "atelier-des-rennes",
        "hooks": {"shopify": "http://127.0.0.1:9/shopify", "easypost": "http://127.0.0.1:9/easypost"},
        "webhook_secrets": {"shopify": "hush", "easypost": "quiet"},
        "identity_key": {"kid": "k1", "secret": "identity secret"},
        "agents": []
    }"#;
    serde_json::from_str(text).unwrap()
}

/// An empty folder of its own.
pub fn scratch() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("grelot-demo-{}", Uuid::new_v4()));
    fs::create_dir_all(&folder).unwrap();
    folder
}
