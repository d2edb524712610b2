//! The simulator's JSON API, under `/simulator/api/`.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::asked::Question;
use super::order::{Gift, NewOrder, Order, Voices, Wishes};
use super::people::Customer;
use super::platforms::Platform;
use super::sender::Entry;
use super::step::Step;
use super::story::{Beginning, Story};
use super::trackers::Tracker;
use super::{Action, OrderView, Refusal, Simulator, past_order};
use crate::App;
use crate::catalog::Catalog;
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

/// An order to be placed, by names; what is left out is as it usually is.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Placing {
    customer: Option<String>,
    /// A [`Story`]; the customer's own if left out.
    story: Option<String>,
    /// A [`Beginning`].
    beginning: Option<String>,
    platform: Option<String>,
    tracker: Option<String>,
    /// A [`Gift`].
    gift: Option<String>,
    /// The day by which it must be there.
    deadline: Option<NaiveDate>,
    /// Whether it waits for a visitor to move it.
    by_hand: bool,
}

impl Placing {
    /// The order; `None` when a name is unknown, or nobody speaks here by that name.
    fn order(&self, simulator: &Simulator, catalog: &Catalog) -> Option<(NewOrder, Beginning)> {
        let (customer, usual) = Customer::by_key(self.customer.as_deref().unwrap_or("camille"))?;
        let story = named(self.story.as_deref(), Story::named, usual)?;
        let beginning = self.beginning.as_deref();
        let beginning = named(beginning, Beginning::named, Beginning::Recent)?;
        let usual = Voices::default();
        let platform = named(self.platform.as_deref(), Platform::named, usual.platform)?;
        let tracker = named(self.tracker.as_deref(), Tracker::named, usual.tracker)?;
        let voices = Voices { platform, tracker };
        let gift = named(
            self.gift.as_deref(),
            |name| Gift::named(name).map(Some),
            None,
        )?;
        let order = NewOrder {
            voices,
            wishes: Wishes {
                gift,
                deadline: self.deadline,
            },
            ..past_order(catalog, customer, story, beginning)
        };
        simulator.can_speak(voices).then_some((order, beginning))
    }
}

/// What a name means; the usual without one, and `None` when it means nothing.
fn named<T>(name: Option<&str>, meaning: impl Fn(&str) -> Option<T>, usual: T) -> Option<T> {
    name.map_or(Some(usual), meaning)
}

fn place(app: &App, body: &[u8]) -> Reply {
    let simulator = &app.simulator;
    let body = if body.is_empty() { b"{}" } else { body };
    let placing = serde_json::from_slice::<Placing>(body).ok();
    let placed = placing.and_then(|placing| {
        let (order, beginning) = placing.order(simulator, &app.catalog)?;
        Some((order, beginning, placing.by_hand))
    });
    let Some((order, beginning, by_hand)) = placed else {
        return Reply::error(400, "Cette commande est illisible, ou nomme un inconnu.");
    };
    if !order.voices.platform.can_say(order.wishes) {
        let unsaid = "PrestaShop n’a de mot ni pour un secret, ni pour une date.";
        return Reply::error(400, unsaid);
    }
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
