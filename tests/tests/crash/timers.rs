//! workerd killed between a fact and the time at which it is told: the alarm comes all the same.

use std::time::Duration;

use serde_json::json;
use shared::notice::NoticeKind;
use tests::hooks::{IN_TRANSIT, TestOrder, day_in};
use tests::identity::Identity;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;

/// How long a fact must stand, in milliseconds.
const SETTLE: u64 = 4_000;

#[tokio::test]
async fn wh9_what_was_held_back_is_told_after_a_restart_though_nobody_asks() {
    let mut server = Server::start("crash-timers").expect("an edge that was built starts");
    let mut plan = Site::new("Atelier patient");
    plan.rules["watch"]["settle_millis"] = json!(SETTLE);
    let site = plan.provision(&server.edge()).await;
    let mut order = TestOrder::new();
    let credentials = Credentials {
        identity: Some(Identity::new(&site, &order.email).token()),
        ..Credentials::default()
    };
    let mut buyer = Shopper::with(&site, credentials).await;
    site.shopify("orders/create", &order.body()).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    order.estimate = Some(day_in(2));
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    buyer.notice(NoticeKind::Shipped).await;
    order.estimate = Some(day_in(4));
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    // Long enough for the parcel to pass it on, too short for it to be told.
    tokio::time::sleep(Duration::from_millis(SETTLE / 2)).await;
    buyer.settle().await;
    assert_eq!(buyer.notices(), [NoticeKind::Shipped]);
    server.kill().expect("workerd runs");
    tokio::time::sleep(Duration::from_millis(SETTLE)).await;
    server.restart().expect("workerd starts again");
    buyer.resume().await.expect("the edge is there");
    buyer.notice(NoticeKind::Delayed).await;
    buyer.settle().await;
    assert_eq!(buyer.notices(), [NoticeKind::Shipped, NoticeKind::Delayed]);
}
