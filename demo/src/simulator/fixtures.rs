//! What the tests of this crate share.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use tiny_http::Method;
use uuid::Uuid;

use super::order::{Line, NewOrder, Order};
use super::people::Customer;
use super::story::Story;
use super::webhook::{Hook, Hooks};
use super::{Numbers, Sender, Simulator};
use crate::App;
use crate::catalog::Catalog;
use crate::clock::Time;
use crate::config::DemoFile;
use crate::http::{Call, Reply};
use crate::pages::Pages;
use crate::routes;
use crate::sessions::Sessions;

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

/// An empty folder of its own, among the build's files.
pub fn scratch() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/demo-tests");
    let folder = tests.join(Uuid::new_v4().to_string());
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A shop with its three opening orders, where nothing moves by itself.
pub fn app() -> App {
    let (demo, catalog) = (demo_file(), catalog());
    let numbers = Numbers::beside(&scratch().join("demo.json")).unwrap();
    let simulator = Simulator::new(Hooks::of(&demo), numbers, Sender::start(), None);
    simulator.tell_opening_story(&catalog).unwrap();
    let (pages, sessions) = (Pages::in_workspace(), Sessions::default());
    App {
        demo,
        catalog,
        pages,
        sessions,
        simulator: Arc::new(simulator),
    }
}

/// A request without a body.
pub fn call(method: Method, url: &str) -> Call {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    Call {
        method,
        path: path.to_owned(),
        query: query.to_owned(),
        cookies: None,
        same_origin: false,
        body: Vec::new(),
    }
}

/// The answer to a plain `GET`.
pub fn get(app: &App, url: &str) -> Reply {
    routes::answer(app, &call(Method::Get, url))
}
