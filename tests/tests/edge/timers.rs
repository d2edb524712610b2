//! What is told because time has passed, though nobody said anything.

use std::time::{Duration, Instant};

use serde_json::json;
use shared::notice::NoticeKind;
use tests::hooks::{IN_TRANSIT, TestOrder, day_in};
use tests::site::Site;

use crate::{server, visitor_of};

/// How long a fact must stand at the sites of these tests, in milliseconds.
const SETTLE: u64 = 1_500;

#[tokio::test]
async fn a_delay_is_told_once_it_has_stood() {
    let site = patient_shop().await;
    let mut order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    order.estimate = Some(day_in(2));
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    shopper.notice(NoticeKind::Shipped).await;
    order.estimate = Some(day_in(4));
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    let heard = Instant::now();
    shopper.settle().await;
    assert_eq!(shopper.notices(), [NoticeKind::Shipped]);
    shopper.notice(NoticeKind::Delayed).await;
    assert!(heard.elapsed() > Duration::from_millis(SETTLE - 300));
}

#[tokio::test]
async fn a_change_of_mind_is_never_told() {
    let site = patient_shop().await;
    let mut order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    for days in [2, 4, 2] {
        order.estimate = Some(day_in(days));
        site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    }
    shopper.notice(NoticeKind::Shipped).await;
    tokio::time::sleep(Duration::from_millis(2 * SETTLE)).await;
    shopper.settle().await;
    assert_eq!(shopper.notices(), [NoticeKind::Shipped]);
}

async fn patient_shop() -> Site {
    let mut site = Site::new("Atelier patient");
    site.rules["watch"]["settle_millis"] = json!(SETTLE);
    site.provision(&server().edge()).await
}
