//! The services that Grelot asks by itself: La Poste about its parcels, the shop's REST API about
//! orders that changed. Each answers whoever shows its key.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::json;

use super::order::Order;
use super::platforms::{Platform, woocommerce};
use super::trackers::laposte;
use crate::App;
use crate::clock::{self, Time};
use crate::http::{Call, Reply};

/// How many questions are remembered.
const REMEMBERED: usize = 50;
/// How many orders a page holds unless it is asked for otherwise, as the API has it.
const PAGE_SIZE: usize = 10;
/// The most that it holds.
const LARGEST_PAGE: usize = 100;

/// Something that Grelot asked.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// When.
    pub at: Time,
    /// Whom.
    pub service: &'static str,
    /// About what.
    pub about: String,
    /// The HTTP status of the answer.
    pub status: u16,
}

/// What Grelot asked last.
#[derive(Default)]
pub struct Questions(Mutex<VecDeque<Question>>);

impl Questions {
    /// The questions, newest first.
    pub fn newest_first(&self) -> Vec<Question> {
        self.lock().iter().rev().cloned().collect()
    }

    fn note(&self, question: Question) {
        let mut questions = self.lock();
        questions.push_back(question);
        if questions.len() > REMEMBERED {
            questions.pop_front();
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Question>> {
        self.0
            .lock()
            .expect("no thread panics while holding the questions")
    }
}

/// Answers a question of Grelot's; `None` for any other address.
pub fn answer(app: &App, call: &Call) -> Option<Reply> {
    let (service, about, reply) = match call.path.strip_prefix("/suivi/v2/idships/") {
        Some(ids) => ("La Poste", ids, laposte(app, call, ids)),
        None if call.path == "/wp-json/wc/v3/orders" => {
            let after = call.parameter("modified_after").unwrap_or_default();
            (woocommerce::LABEL, after, woocommerce(app, call, after))
        }
        None => return None,
    };
    app.simulator.questions.note(Question {
        at: clock::now(),
        service,
        about: about.replace("%3A", ":").replace(',', ", "),
        status: reply.status,
    });
    Some(reply)
}

fn laposte(app: &App, call: &Call, ids: &str) -> Reply {
    let key = app.demo.api_keys.laposte.as_ref();
    if key.is_none() || call.okapi_key.as_ref() != key {
        let problem = json!({ "code": "UNAUTHORIZED", "message": "Clé absente ou inconnue." });
        return Reply::json(401, &problem);
    }
    let (status, body) = laposte::answer(&app.simulator.orders(), ids);
    Reply::json(status, &body)
}

fn woocommerce(app: &App, call: &Call, after: &str) -> Reply {
    let consumer = app.demo.api_keys.woocommerce.as_ref();
    let expected = consumer
        .map(|consumer| STANDARD.encode(format!("{}:{}", consumer.key, consumer.secret)))
        .map(|encoded| format!("Basic {encoded}"));
    if expected.is_none() || call.authorization != expected {
        let problem = json!({ "code": "woocommerce_rest_cannot_view", "data": { "status": 401 } });
        return Reply::json(401, &problem);
    }
    let number = |name| call.parameter(name).and_then(|text| text.parse().ok());
    let size = number("per_page").unwrap_or(PAGE_SIZE).min(LARGEST_PAGE);
    let orders: Vec<Order> = app
        .simulator
        .orders()
        .iter()
        .filter(|order| order.voices.platform == Platform::Woocommerce)
        .cloned()
        .collect();
    let after = after.replace("%3A", ":");
    let page = woocommerce::page(&orders, &after, number("page").unwrap_or(1), size);
    Reply::json(200, &page)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use tiny_http::Method;

    use crate::App;
    use crate::config::ApiKeys;
    use crate::http::{Call, Reply};
    use crate::routes;
    use crate::simulator::Action;
    use crate::simulator::fixtures::{app, app_of, call, demo_file};

    const ORDERS: &str =
        "/wp-json/wc/v3/orders?modified_after=2020-01-01T00%3A00%3A00&per_page=100";
    /// `ck_demo:cs_demo`, in base64.
    const CONSUMER: &str = "Basic Y2tfZGVtbzpjc19kZW1v";

    fn ask(app: &App, url: &str, key: &str) -> Reply {
        let key = Some(key.to_owned()).filter(|key| !key.is_empty());
        let call = Call {
            authorization: key.clone(),
            okapi_key: key,
            ..call(Method::Get, url)
        };
        routes::answer(app, &call)
    }

    #[test]
    fn services_answer_those_who_show_their_key() {
        let nobody = app_of(crate::config::DemoFile {
            api_keys: ApiKeys::default(),
            ..demo_file()
        });
        let parcel = "/suivi/v2/idships/CB123456785FR";
        for (url, key, status) in [
            (ORDERS, CONSUMER, 200),
            (ORDERS, "Basic b3RoZXI6a2V5", 401),
            (ORDERS, "", 401),
            (parcel, "okapi", 404),
            (parcel, "other", 401),
            (parcel, "", 401),
        ] {
            assert_eq!(ask(&app(), url, key).status, status, "{url} with {key}");
            assert_eq!(ask(&nobody, url, key).status, 401, "{url} with {key}");
        }
    }

    #[test]
    fn the_shop_tells_its_own_orders_only() {
        let app = app();
        app.simulator.perform(1043, Action::Next).unwrap();
        let found: Value = serde_json::from_slice(&ask(&app, ORDERS, CONSUMER).body).unwrap();
        let numbers: Vec<&str> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|order| order["number"].as_str().unwrap())
            .collect();
        assert_eq!(numbers, ["1043"]);
        assert_eq!(found[0]["status"], "completed");
        let questions = app.simulator.questions.newest_first();
        assert_eq!(questions[0].about, "2020-01-01T00:00:00");
    }
}
