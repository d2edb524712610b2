//! What the tests of this crate share.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use serde_json::json;
use shared::hooks::{Envelope, HookSource, Said};
use shared::time::Timestamp;
use tiny_http::Method;
use uuid::Uuid;

use super::order::{Line, NewOrder, Order, Voices, Wishes};
use super::people::Customer;
use super::story::Story;
use super::webhook::{Hook, Webhook};
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
            wishes: Wishes::default(),
            story,
            voices: Voices::default(),
            placed_at,
        },
    )
}

/// An address where nobody listens.
pub fn hook() -> Hook {
    Hook {
        url: "http://127.0.0.1:9/hooks".to_owned(),
        secret: "whsec_aHVzaCwgaXQgaXMgYSBzZWNyZXQ=".to_owned(),
    }
}

/// The shop's real catalog.
pub fn catalog() -> Catalog {
    Catalog::read(&Pages::in_workspace().asset("catalog.json")).unwrap()
}

/// A demo file as the launcher writes it, with every source.
pub fn demo_file() -> DemoFile {
    let sources = HookSource::ALL.map(HookSource::name);
    let hooks = sources.map(|name| (name, format!("http://127.0.0.1:9/{name}")));
    let secrets = sources.map(|name| (name, "whsec_aHVzaA==".to_owned()));
    let file = json!({
        "url": "http://127.0.0.1:8787", "shop_url": "http://127.0.0.1:8788",
        "site": "atelier-des-rennes",
        "hooks": BTreeMap::from(hooks),
        "webhook_secrets": BTreeMap::from(secrets),
        "api_keys": {
            "laposte": "okapi",
            "woocommerce": { "key": "ck_demo", "secret": "cs_demo" },
        },
        "identity_key": { "kid": "k1", "secret": "identity secret" },
        "agents": [],
    });
    serde_json::from_value(file).unwrap()
}

/// What Grelot reads in a webhook that comes at a time; panics when it is not signed as its source
/// signs.
pub fn heard(source: HookSource, webhook: &Webhook, now: Time) -> Said {
    let headers = webhook.signed_headers(now);
    let header = |name: &str| {
        let found = headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    };
    let envelope = Envelope {
        header: &header,
        body: webhook.body.as_bytes(),
        received_at: Timestamp(now.timestamp_millis()),
    };
    assert!(source.verify(&webhook.hook.secret, &envelope), "{source:?}");
    source.parse(&envelope).unwrap()
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
    app_of(demo_file())
}

/// The same for a demo file.
pub fn app_of(demo: DemoFile) -> App {
    let catalog = catalog();
    let numbers = Numbers::beside(&scratch().join("demo.json")).unwrap();
    let simulator = Simulator::new(&demo, numbers, Sender::start(), None);
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
        authorization: None,
        okapi_key: None,
        same_origin: false,
        body: Vec::new(),
    }
}

/// The answer to a plain `GET`.
pub fn get(app: &App, url: &str) -> Reply {
    routes::answer(app, &call(Method::Get, url))
}
