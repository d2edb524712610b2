//! Looking an order up by its number and a proof: what fits opens it, what does not says nothing.

use serde_json::Value;
use shared::protocol::Refusal;
use shared::protocol::widget::{Card, Event};
use tests::hooks::TestOrder;
use tests::shopper::{Shopper, new_cid, verify_order};

use crate::{place, shop};

#[tokio::test]
async fn tr1_a_postcode_or_an_email_however_written_opens_an_order() {
    let site = shop().await;
    let mut order = TestOrder::new();
    order.postcode = "H2X 1Y4".to_owned();
    place(&site, &order).await;
    let proofs = ["h2x1y4".to_owned(), order.email.to_uppercase()];
    for proof in proofs {
        let number = order.number.trim_start_matches('#');
        let mut shopper = Shopper::new(&site).await;
        let seq = shopper.verify(&format!("  {number} "), &proof).await;
        match shopper.answer_after(seq).await.card {
            Some(Card::Order { order: shown }) => assert_eq!(shown.number, order.number),
            other => panic!("{proof} opened {other:?}"),
        }
    }
}

#[tokio::test]
async fn tr1_the_proof_itself_is_not_kept() {
    let site = shop().await;
    let order = TestOrder::new();
    place(&site, &order).await;
    let mut shopper = Shopper::new(&site).await;
    let seq = shopper.verify(&order.number, &order.email).await;
    shopper.answer_after(seq).await;
    let kept = serde_json::to_string(&shopper.history).expect("events are JSON");
    assert!(!kept.contains(&order.email), "{kept}");
    assert!(!kept.contains(&order.postcode), "{kept}");
}

#[tokio::test]
async fn tr2_a_wrong_proof_gets_the_same_answer_whether_or_not_the_order_exists() {
    let site = shop().await;
    let (known, unknown) = (TestOrder::new(), TestOrder::new());
    place(&site, &known).await;
    let mut answers = Vec::new();
    for order in [&known, &unknown] {
        let mut shopper = Shopper::new(&site).await;
        let seq = shopper.verify(&order.number, "nobody@mail.example").await;
        shopper.answer_after(seq).await;
        shopper.settle().await;
        let events: Vec<String> = shopper.history.values().map(|e| bare(e, order)).collect();
        answers.push(events);
    }
    assert!(answers[0].len() >= 2, "{answers:?}");
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn tr3_five_wrong_proofs_lock_a_number_whether_or_not_the_order_exists() {
    let site = shop().await;
    let (known, unknown) = (TestOrder::new(), TestOrder::new());
    place(&site, &known).await;
    for order in [&known, &unknown] {
        for _ in 0..5 {
            // Each from another visitor: the lock is the number's, not the visitor's.
            let mut shopper = Shopper::new(&site).await;
            shopper.verify(&order.number, "00000").await;
        }
        let mut shopper = Shopper::new(&site).await;
        let cid = new_cid();
        let right = verify_order(&cid, &order.number, &order.postcode);
        shopper.tell(&right).await;
        let (code, retry_after) = shopper.refused(&cid).await;
        assert_eq!(code, Refusal::Locked);
        let seconds = retry_after.expect("a lock has an end");
        assert!((3_500..=3_600).contains(&seconds), "{seconds}");
    }
}

#[tokio::test]
async fn tr3_right_proofs_cost_no_try_and_neither_do_repeated_commands() {
    let site = shop().await;
    let order = TestOrder::new();
    place(&site, &order).await;
    let mut shopper = Shopper::new(&site).await;
    for _ in 0..7 {
        shopper.verify(&order.number, &order.postcode).await;
    }
    let cid = new_cid();
    for _ in 0..7 {
        shopper
            .tell(&verify_order(&cid, &order.number, "00000"))
            .await;
        shopper.acked(&cid).await;
    }
    let seq = shopper.verify(&order.number, &order.postcode).await;
    let answer = shopper.answer_after(seq).await;
    assert!(
        matches!(answer.card, Some(Card::Order { .. })),
        "{answer:?}"
    );
}

#[tokio::test]
async fn tr3_parallel_tries_do_not_pass_the_limit() {
    let site = shop().await;
    let order = TestOrder::new();
    place(&site, &order).await;
    let tries = (0..12).map(|_| {
        let (site, number) = (site.clone(), order.number.clone());
        tokio::spawn(async move {
            let mut shopper = Shopper::new(&site).await;
            let cid = new_cid();
            shopper.tell(&verify_order(&cid, &number, "00000")).await;
            shopper.outcome(&cid).await.expect("an answer").is_ok()
        })
    });
    let answered = futures_util::future::join_all(tries).await;
    let looked_at = answered
        .into_iter()
        .filter(|a| matches!(a, Ok(true)))
        .count();
    assert_eq!(looked_at, 5);
}

/// An event without what differs between any two: its time, its cid and the number asked for.
fn bare(event: &Event, order: &TestOrder) -> String {
    let mut value = serde_json::to_value(event).expect("an event is JSON");
    value["at"] = Value::Null;
    if !value["fact"]["cid"].is_null() {
        value["fact"]["cid"] = Value::Null;
    }
    let number = order.number.trim_start_matches('#');
    value.to_string().replace(number, "NUMBER")
}
