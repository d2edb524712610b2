//! What the buttons of the simulator make the world say.

mod notices;

use serde_json::Value;

use super::fixtures::{catalog, demo_file, scratch};
use super::*;
use crate::config::ApiKeys;

fn simulator(pace: Option<Duration>) -> Simulator {
    simulator_of(&demo_file(), pace)
}

fn simulator_of(demo: &DemoFile, pace: Option<Duration>) -> Simulator {
    let numbers = Numbers::beside(&scratch().join("demo.json")).unwrap();
    let simulator = Simulator::new(demo, numbers, Sender::start(), pace);
    simulator.tell_opening_story(&catalog()).unwrap();
    simulator
}

/// What was handed over for an order, oldest first: the topic, or the status that it tells.
fn told(simulator: &Simulator, order: u32) -> Vec<String> {
    let mut log = simulator.sender.log();
    log.reverse();
    log.iter()
        .filter(|entry| entry.order == order)
        .map(|entry| {
            let body = &simulator.sender.webhook(entry.id).unwrap().body;
            let body: Value = serde_json::from_str(body).unwrap_or_default();
            let easyposts = body["result"]["status"].as_str();
            let told = easyposts
                .or_else(|| body["msg"]["tag"].as_str())
                .or_else(|| {
                    let events = body["data"]["parcels"][0]["events"].as_array()?;
                    events.last()?["status"].as_str()
                })
                .unwrap_or(&entry.topic);
            entry
                .oddity
                .map_or_else(|| told.to_owned(), |oddity| format!("{told}, {oddity}"))
        })
        .collect()
}

fn check(number: u32, actions: &[Action], expected: &[&str]) {
    let simulator = simulator(None);
    for &action in actions {
        simulator.perform(number, action).unwrap();
    }
    assert_eq!(told(&simulator, number), expected, "{actions:?}");
}

#[test]
fn camilles_story_is_told_in_order() {
    check(
        1042,
        &[Action::Next; 5],
        &[
            "orders/create",
            "fulfillments/create",
            "orders/updated",
            "pre_transit",
            "in_transit",
            "in_transit",
            "out_for_delivery",
            "delivered",
        ],
    );
}

#[test]
fn noes_parcel_waits_at_a_pickup_point() {
    check(
        1043,
        &[Action::Next; 3],
        &[
            "order.created",
            "order.updated",
            "pre_transit",
            "in_transit",
            "available_for_pickup",
        ],
    );
}

#[test]
fn iness_parcel_is_missed_first() {
    check(
        1044,
        &[Action::Next; 4],
        &[
            "orders",
            "orders",
            "InfoReceived",
            "InTransit",
            "OutForDelivery",
            "AttemptFail",
        ],
    );
}

#[test]
fn without_their_own_sources_all_speak_as_the_usual_ones() {
    let mut demo = demo_file();
    demo.hooks
        .retain(|name, _| ["shopify", "easypost"].contains(&name.as_str()));
    demo.api_keys = ApiKeys::default();
    let simulator = simulator_of(&demo, None);
    simulator.perform(1043, Action::Next).unwrap();
    let expected = [
        "orders/create",
        "fulfillments/create",
        "orders/updated",
        "pre_transit",
    ];
    assert_eq!(told(&simulator, 1043), expected);
    assert_eq!(simulator.platforms().count(), 1);
    assert_eq!(simulator.trackers().count(), 1);
}

#[test]
fn a_button_packs_the_parcel_first() {
    check(
        1042,
        &[Action::Reach(Step::Delayed)],
        &[
            "orders/create",
            "fulfillments/create",
            "orders/updated",
            "pre_transit",
            "in_transit",
        ],
    );
}

#[test]
fn mischief_changes_no_order() {
    check(
        1042,
        &[Action::Repeat, Action::Forge, Action::Garble],
        &[
            "orders/create",
            "orders/create, doublon",
            "orders/create, mauvaise signature",
            "orders/updated, corps illisible",
        ],
    );
}

#[test]
fn a_forged_webhook_differs_only_in_its_signature() {
    let simulator = simulator(None);
    simulator.perform(1042, Action::Forge).unwrap();
    let [honest, forged] = [1, 4].map(|id| simulator.sender.webhook(id).unwrap());
    assert_eq!(honest.body, forged.body);
    let now = clock::now();
    let (honest, forged) = (honest.signed_headers(now), forged.signed_headers(now));
    let differing: Vec<_> = honest.iter().zip(&forged).filter(|(a, b)| a != b).collect();
    assert_eq!(differing.len(), 1);
    assert_eq!(differing[0].0.0, "X-Shopify-Hmac-Sha256");
}

#[test]
fn another_service_tells_the_same_parcel_once_more() {
    let actions = [Action::Reach(Step::OutForDelivery), Action::Echo];
    let expected = [
        "orders/create",
        "fulfillments/create",
        "orders/updated",
        "pre_transit",
        "out_for_delivery",
        "OutForDelivery, autre source",
    ];
    check(1042, &actions, &expected);
    let nothing_yet = simulator(None).perform(1042, Action::Echo);
    assert_eq!(nothing_yet.unwrap_err(), Refusal::NothingSent);
}

#[test]
fn shuffling_tells_the_later_step_first_and_needs_two() {
    let simulator = simulator(None);
    simulator.perform(1043, Action::Shuffle).unwrap();
    let expected = ["available_for_pickup, désordre", "in_transit, désordre"];
    assert_eq!(told(&simulator, 1043)[3..], expected);
    assert_eq!(
        simulator.perform(1043, Action::Shuffle).unwrap_err(),
        Refusal::TooFewSteps
    );
}

#[test]
fn nothing_follows_a_delivery() {
    let simulator = simulator(None);
    simulator
        .perform(1042, Action::Reach(Step::Delivered))
        .unwrap();
    for action in [Action::Next, Action::Reach(Step::Delayed)] {
        assert_eq!(
            simulator.perform(1042, action).unwrap_err(),
            Refusal::Finished
        );
    }
    assert_eq!(
        simulator.perform(7, Action::Next).unwrap_err(),
        Refusal::UnknownOrder
    );
}

#[test]
fn steps_are_refused_where_they_make_no_sense() {
    for (number, steps, refused, refusal) in [
        (1042, &[][..], Step::Lost, Refusal::Untellable),
        (
            1042,
            &[Step::Returning],
            Step::Delayed,
            Refusal::OnItsWayBack,
        ),
        (1043, &[Step::InTransit], Step::Found, Refusal::NotLost),
        (
            1043,
            &[Step::Returning, Step::Returned],
            Step::Found,
            Refusal::Finished,
        ),
    ] {
        let simulator = simulator(None);
        for &step in steps {
            simulator.perform(number, Action::Reach(step)).unwrap();
        }
        let refused = simulator.perform(number, Action::Reach(refused));
        assert_eq!(refused.unwrap_err(), refusal, "{number} after {steps:?}");
    }
}

#[test]
fn la_poste_has_something_to_tell_once_the_shop_names_the_number() {
    let simulator = simulator(None);
    let mut new = past_order(
        &catalog(),
        Customer::camille(),
        Story::Plain,
        Beginning::Recent,
    );
    new.voices.tracker = Tracker::Laposte;
    let number = simulator.place(new).unwrap().number;
    let order = simulator.perform(number, Action::Next).unwrap();
    assert_eq!(order.latest(), Step::InTransit);
    let by_shop = ["orders/create", "fulfillments/create", "orders/updated"];
    assert_eq!(told(&simulator, number), by_shop);
}

#[test]
fn a_last_day_is_told_of_a_parcel_that_has_waited() {
    let simulator = simulator(None);
    let begin = |beginning: Beginning| {
        let mut new = past_order(&catalog(), Customer::noe(), beginning.story(), beginning);
        new.voices.tracker = Tracker::Standard;
        simulator.place_begun(new, beginning).unwrap().number
    };
    let waiting = begin(Beginning::Waiting);
    let before = told(&simulator, waiting).len();
    let reminded = Action::Reach(Step::KeptOneDay);
    simulator.perform(waiting, reminded).unwrap();
    assert_eq!(
        told(&simulator, waiting)[before..],
        ["available_for_pickup"]
    );

    let fresh = begin(Beginning::Recent);
    let came = Action::Reach(Step::AvailableForPickup);
    simulator.perform(fresh, came).unwrap();
    let refusal = simulator.perform(fresh, reminded).unwrap_err();
    assert_eq!(refusal, Refusal::JustCame);
}

#[test]
fn an_order_with_a_past_is_told_whole_and_then_left_alone() {
    let simulator = simulator(Some(Duration::from_secs(1)));
    let customer = Customer::camille();
    let beginning = Beginning::Silent;
    let new = past_order(&catalog(), customer, Story::Plain, beginning);
    let order = simulator.place_begun(new, beginning).unwrap();
    let expected = [
        "orders/create",
        "fulfillments/create",
        "orders/updated",
        "pre_transit",
        "in_transit",
    ];
    assert_eq!(told(&simulator, order.number), expected);
    assert!(clock::now() - order.updated_at() >= chrono::TimeDelta::days(7));
    assert!(!order.moves_by_itself());
    assert!(
        simulator
            .hold(order.number, false)
            .unwrap()
            .moves_by_itself()
    );
}

#[test]
fn camille_gets_a_new_order_only_when_hers_arrived_and_parcels_move() {
    for (pace, expected) in [(Some(Duration::from_secs(1)), 1045), (None, 1042)] {
        let simulator = simulator(pace);
        simulator
            .keep_moving(&catalog(), &Customer::camille())
            .unwrap();
        assert_eq!(simulator.sample().unwrap().number, 1042);
        simulator
            .perform(1042, Action::Reach(Step::Delivered))
            .unwrap();
        simulator
            .keep_moving(&catalog(), &Customer::camille())
            .unwrap();
        assert_eq!(simulator.sample().unwrap().number, expected);
    }
}
