//! What the buttons of the simulator make the world say.

use serde_json::Value;

use super::fixtures::{catalog, demo_file, scratch};
use super::*;

fn simulator(pace: Option<Duration>) -> Simulator {
    let numbers = Numbers::beside(&scratch().join("demo.json")).unwrap();
    let simulator = Simulator::new(Hooks::of(&demo_file()), numbers, Sender::start(), pace);
    simulator.tell_opening_story(&catalog()).unwrap();
    simulator
}

/// What was handed over for an order, oldest first: the topic, or the tracker's status.
fn told(simulator: &Simulator, order: u32) -> Vec<String> {
    let mut log = simulator.sender.log();
    log.reverse();
    log.iter()
        .filter(|entry| entry.order == order)
        .map(|entry| {
            let body = &simulator.sender.webhook(entry.id).unwrap().body;
            let body: Value = serde_json::from_str(body).unwrap_or_default();
            let status = body["result"]["status"].as_str().unwrap_or(&entry.topic);
            entry
                .oddity
                .map_or_else(|| status.to_owned(), |oddity| format!("{status}, {oddity}"))
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
            "in_transit",
            "in_transit",
            "out_for_delivery",
            "delivered",
        ],
    );
}

#[test]
fn noes_parcel_waits_at_a_pickup_point_and_iness_is_missed_first() {
    let shipped = [
        "orders/create",
        "fulfillments/create",
        "orders/updated",
        "in_transit",
    ];
    let with = |more: &[&'static str]| [&shipped[..], more].concat();
    check(1043, &[Action::Next; 3], &with(&["available_for_pickup"]));
    let missed = with(&["out_for_delivery", "fulfillments/update", "failure"]);
    check(1044, &[Action::Next; 4], &missed);
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
    let differing: Vec<_> = honest
        .headers
        .iter()
        .zip(&forged.headers)
        .filter(|(a, b)| a != b)
        .collect();
    assert_eq!(differing.len(), 1);
    assert_eq!(differing[0].0.0, "X-Shopify-Hmac-Sha256");
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
