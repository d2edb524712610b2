//! Notices: every kind is told once, to every contact of an order, in the contact's language.

use shared::language::Language;
use shared::notice::NoticeKind;
use tests::hooks::{
    ATTEMPTED, Code, DELAYED, DELIVERED, FAILURE, IN_TRANSIT, LABEL, OUT_FOR_DELIVERY,
    READY_FOR_PICKUP, TestOrder, day_in,
};
use tests::shopper::Shopper;

use crate::{buyer, place, shop, visitor_of};

#[tokio::test]
async fn dw1_shipped_is_told_once() {
    told_once(&[IN_TRANSIT], NoticeKind::Shipped).await;
}

#[tokio::test]
async fn dw1_out_for_delivery_is_told_once() {
    told_once(&[IN_TRANSIT, OUT_FOR_DELIVERY], NoticeKind::OutForDelivery).await;
}

#[tokio::test]
async fn dw1_delivered_is_told_once() {
    told_once(&[IN_TRANSIT, DELIVERED], NoticeKind::Delivered).await;
}

#[tokio::test]
async fn dw1_ready_for_pickup_is_told_once() {
    told_once(&[IN_TRANSIT, READY_FOR_PICKUP], NoticeKind::ReadyForPickup).await;
}

#[tokio::test]
async fn dw1_an_attempt_is_told_once() {
    let codes = [IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPTED];
    told_once(&codes, NoticeKind::DeliveryAttempted).await;
}

#[tokio::test]
async fn dw1_a_stated_delay_is_told_once() {
    told_once(&[LABEL, DELAYED], NoticeKind::Delayed).await;
}

#[tokio::test]
async fn dw1_a_parcels_story_is_told_in_order() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let story = [
        (LABEL, None),
        (IN_TRANSIT, Some(NoticeKind::Shipped)),
        (OUT_FOR_DELIVERY, Some(NoticeKind::OutForDelivery)),
        (DELIVERED, Some(NoticeKind::Delivered)),
    ];
    let mut expected = Vec::new();
    for step in 1..=story.len() {
        let codes: Vec<Code> = story[..step].iter().map(|(code, _)| *code).collect();
        assert_eq!(site.easypost(&order.tracker(0, &scans(&codes))).await, 200);
        if let Some(kind) = story[step - 1].1 {
            shopper.notice(kind).await;
            expected.push(kind);
        }
    }
    assert_eq!(shopper.notices(), expected);
}

#[tokio::test]
async fn dw6_a_later_estimate_is_a_delay() {
    let site = shop().await;
    let mut order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    for (days, kind) in [(2, NoticeKind::Shipped), (4, NoticeKind::Delayed)] {
        order.estimate = Some(day_in(days));
        assert_eq!(
            site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await,
            200
        );
        shopper.notice(kind).await;
    }
    assert_eq!(
        shopper.notices(),
        [NoticeKind::Shipped, NoticeKind::Delayed]
    );
}

#[tokio::test]
async fn dw10_a_failure_that_says_nothing_is_not_called_an_attempt() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &scans(&[IN_TRANSIT])))
        .await;
    shopper.notice(NoticeKind::Shipped).await;
    site.easypost(&order.tracker(0, &scans(&[IN_TRANSIT, FAILURE])))
        .await;
    let seq = shopper.last_seq();
    shopper.event(|event| event.seq > seq).await;
    assert_eq!(shopper.notices(), [NoticeKind::Shipped]);
}

/// Tells a story twice over, and looks at its last notice: once to a visitor who has verified
/// the order and once to each of two signed-in shoppers, in their languages.
async fn told_once(codes: &[Code], kind: NoticeKind) {
    let site = shop().await;
    let order = TestOrder::new();
    let french = place(&site, &order).await;
    let english = buyer(&site, &order, Language::English).await;
    let mut visitor = Shopper::new(&site).await;
    visitor.verify(&order.number, &order.email).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let history = scans(codes);
    // The same history in two events, as a carrier's service repeats it.
    for _ in 0..2 {
        assert_eq!(site.easypost(&order.tracker(0, &history)).await, 200);
    }
    let mut words = Vec::new();
    for mut shopper in [french, english, visitor] {
        let (text, _) = shopper.notice(kind).await;
        assert!(
            text.contains(order.number.trim_start_matches('#')),
            "{text}"
        );
        words.push(text);
        // What is asked after the repetition is answered after it, too.
        shopper.say("Où est ma commande ?").await;
        shopper.settle().await;
        assert_eq!(shopper.notices(), [kind]);
    }
    assert_eq!(words[0], words[2]);
    assert_ne!(words[0], words[1]);
    assert!(words[0].to_lowercase().contains("commande"), "{}", words[0]);
    assert!(words[1].to_lowercase().contains("order"), "{}", words[1]);
}

/// The codes as scans, each a quarter of an hour after the one before, the last just now.
fn scans(codes: &[Code]) -> Vec<(Code, i64)> {
    let minutes = (0..).map(|place| 1 + place * 15);
    let mut scans: Vec<_> = codes.iter().rev().copied().zip(minutes).collect();
    scans.reverse();
    scans
}
