//! The simulator's JSON API, under `/simulator/api/`.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde::Serialize;

use super::asked::Question;
use super::order::Order;
use super::placing::Placing;
use super::sender::Entry;
use super::step::Step;
use super::{Action, OrderView, Refusal, Simulator};
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
        ["orders", number, "hold"] => hold(simulator, number, true),
        ["orders", number, "release"] => hold(simulator, number, false),
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
    platforms: Vec<Voice>,
    trackers: Vec<Voice>,
    /// What each step is called.
    labels: BTreeMap<&'static str, &'static str>,
    orders: Vec<OrderView>,
    log: Vec<Entry>,
    /// What Grelot asked, newest first.
    questions: Vec<Question>,
}

/// A platform or a tracking service that may be chosen.
#[derive(Serialize)]
struct Voice {
    name: &'static str,
    label: &'static str,
}

fn state(simulator: &Simulator) -> State {
    let platforms = simulator.platforms().map(|platform| Voice {
        name: platform.name(),
        label: platform.label(),
    });
    let trackers = simulator.trackers().map(|tracker| Voice {
        name: tracker.name(),
        label: tracker.label(),
    });
    State {
        automatic: simulator.pace.is_some(),
        paused: simulator.is_paused(),
        pace_seconds: simulator.pace.map(|pace| pace.as_secs_f64()),
        labels: Step::ALL.map(|step| (step.name(), step.label())).into(),
        platforms: platforms.collect(),
        trackers: trackers.collect(),
        orders: simulator.orders().iter().rev().map(OrderView::of).collect(),
        log: simulator.sender.log(),
        questions: simulator.questions.newest_first(),
    }
}

fn place(app: &App, body: &[u8]) -> Reply {
    let simulator = &app.simulator;
    let body = if body.is_empty() { b"{}" } else { body };
    let placing = serde_json::from_slice::<Placing>(body);
    let placing = placing.map_err(|_| "Cette commande est illisible.");
    let by_hand = placing.as_ref().is_ok_and(|placing| placing.by_hand);
    let (order, beginning) = match placing.and_then(|p| p.order(simulator, &app.catalog)) {
        Ok(placed) => placed,
        Err(problem) => return Reply::error(400, problem),
    };
    match simulator.place_begun(order, beginning) {
        Ok(order) => {
            let held = by_hand.then(|| simulator.hold(order.number, true));
            settled(simulator, 201, &held.flatten().unwrap_or(order))
        }
        Err(error) => {
            eprintln!("no order: {error:#}");
            Reply::error(500, "La commande n’a pas pu être numérotée.")
        }
    }
}

fn hold(simulator: &Simulator, number: &str, by_hand: bool) -> Reply {
    let held = number.parse().ok();
    match held.and_then(|number| simulator.hold(number, by_hand)) {
        Some(order) => Reply::json(200, &OrderView::of(&order)),
        None => unknown(),
    }
}

fn perform(simulator: &Simulator, number: &str, action: &str) -> Reply {
    let (Ok(number), Some(action)) = (number.parse(), action_named(action)) else {
        return unknown();
    };
    // Whoever moves a parcel by hand wants to read what Grelot makes of it.
    if let Action::Reach(_) = action {
        simulator.hold(number, true);
    }
    match simulator.perform(number, action) {
        Ok(order) => settled(simulator, 200, &order),
        Err(refusal) => {
            let status = if refusal == Refusal::UnknownOrder {
                404
            } else {
                409
            };
            Reply::error(status, refusal.sentence())
        }
    }
}

fn action_named(name: &str) -> Option<Action> {
    Some(match name {
        "next" => Action::Next,
        "repeat" => Action::Repeat,
        "echo" => Action::Echo,
        "shuffle" => Action::Shuffle,
        "forge" => Action::Forge,
        "garble" => Action::Garble,
        step => Action::Reach(Step::named(step).filter(|step| *step > Step::Shipped)?),
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
