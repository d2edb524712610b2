//! The simulator's JSON API, under `/simulator/api/`.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::order::Order;
use super::people::Customer;
use super::sender::Entry;
use super::story::Step;
use super::{Action, OrderView, Refusal, Simulator, past_order};
use crate::App;
use crate::http::Reply;

/// How long a button waits for Grelot's answer before it shows the order as it is.
const PATIENCE: Duration = Duration::from_secs(5);

/// `GET state`, or `GET deliveries/{id}` for the body that was sent.
pub fn get(simulator: &Simulator, path: &str) -> Reply {
    if path == "state" {
        return Reply::json(200, &state(simulator));
    }
    let id = path
        .strip_prefix("deliveries/")
        .and_then(|id| id.parse().ok());
    match id.and_then(|id| simulator.sender.webhook(id)) {
        Some(webhook) => Reply::of(200, "text/plain; charset=utf-8", webhook.body.clone()),
        None => unknown(),
    }
}

/// `POST orders`, `POST orders/{number}/{action}`, `POST pause` and `POST resume`.
pub fn post(app: &App, path: &str, body: &[u8]) -> Reply {
    let simulator = &app.simulator;
    match path.split('/').collect::<Vec<_>>()[..] {
        ["orders"] => place(app, body),
        ["orders", number, action] => perform(simulator, number, action),
        ["pause"] => pause(simulator, true),
        ["resume"] => pause(simulator, false),
        _ => unknown(),
    }
}

/// The simulator as its page shows it.
#[derive(Serialize)]
struct State {
    /// Whether orders move by themselves when not paused.
    automatic: bool,
    paused: bool,
    pace_seconds: Option<f64>,
    orders: Vec<OrderView>,
    log: Vec<Entry>,
}

fn state(simulator: &Simulator) -> State {
    State {
        automatic: simulator.pace.is_some(),
        paused: simulator.is_paused(),
        pace_seconds: simulator.pace.map(|pace| pace.as_secs_f64()),
        orders: simulator.orders().iter().rev().map(OrderView::of).collect(),
        log: simulator.sender.log(),
    }
}

#[derive(Deserialize)]
struct Placing {
    #[serde(default = "Placing::default_customer")]
    customer: String,
}

impl Placing {
    fn default_customer() -> String {
        "camille".to_owned()
    }
}

fn place(app: &App, body: &[u8]) -> Reply {
    let body = if body.is_empty() { b"{}" } else { body };
    let placing = serde_json::from_slice::<Placing>(body).ok();
    let Some((customer, story)) = placing.and_then(|p| Customer::by_key(&p.customer)) else {
        return Reply::error(400, "Les clients sont « camille », « noe » et « ines ».");
    };
    match app
        .simulator
        .place(past_order(&app.catalog, customer, story))
    {
        Ok(order) => settled(&app.simulator, 201, &order),
        Err(error) => {
            eprintln!("no order: {error:#}");
            Reply::error(500, "La commande n’a pas pu être numérotée.")
        }
    }
}

fn perform(simulator: &Simulator, number: &str, action: &str) -> Reply {
    let (Ok(number), Some(action)) = (number.parse(), action_named(action)) else {
        return unknown();
    };
    match simulator.perform(number, action) {
        Ok(order) => settled(simulator, 200, &order),
        Err(Refusal::UnknownOrder) => Reply::error(404, "Cette commande n’existe pas."),
        Err(Refusal::Finished) => Reply::error(409, "Ce colis est déjà livré."),
        Err(Refusal::TooFewSteps) => {
            Reply::error(409, "Il ne reste pas assez d’étapes pour les mélanger.")
        }
    }
}

fn action_named(name: &str) -> Option<Action> {
    Some(match name {
        "next" => Action::Next,
        "delay" => Action::Reach(Step::Delayed),
        "pickup" => Action::Reach(Step::AvailableForPickup),
        "miss" => Action::Reach(Step::DeliveryAttempted),
        "deliver" => Action::Reach(Step::Delivered),
        "repeat" => Action::Repeat,
        "shuffle" => Action::Shuffle,
        "forge" => Action::Forge,
        "garble" => Action::Garble,
        _ => return None,
    })
}

fn settled(simulator: &Simulator, status: u16, order: &Order) -> Reply {
    simulator.sender.wait_settled(order.number, PATIENCE);
    Reply::json(status, &OrderView::of(order))
}

fn pause(simulator: &Simulator, paused: bool) -> Reply {
    simulator.paused.store(paused, Ordering::Relaxed);
    Reply::json(200, &state(simulator))
}

fn unknown() -> Reply {
    Reply::error(404, "Adresse inconnue.")
}
