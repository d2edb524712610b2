//! workerd killed while an order tells its news to many: the rest is told after the restart,
//! though nobody asks.

use std::time::{Duration, Instant};

use futures_util::future::select_all;
use shared::notice::NoticeKind;
use tests::hooks::{self, IN_TRANSIT, TestOrder};
use tests::identity::{Identity, ticket_like};
use tests::server::Server;
use tests::shopper::{Credentials, Shopper, open_session};
use tests::site::Site;

/// How many signed-in shoppers share the order's e-mail.
const BUYERS: usize = 50;
/// How many orders are tried until a kill comes while some are told and some are not.
const ROUNDS: usize = 8;
/// How long owed effects may take: the alarm, and what it puts off.
const SETTLING: Duration = Duration::from_secs(30);

#[tokio::test]
async fn wh9_news_that_a_crash_cut_short_is_told_to_the_rest_by_the_alarm() {
    let mut server = Server::start("crash-owed").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    for _ in 0..ROUNDS {
        let order = TestOrder::new();
        let tickets = sign_buyers_in(&site, &order).await;
        assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
        let fulfillment = order.fulfillment(0);
        assert_eq!(site.shopify("fulfillments/create", &fulfillment).await, 200);
        let shipped = order.tracker(0, &[(IN_TRANSIT, 10)]).to_string();
        let delivery = hooks::easypost(&site, shipped.as_bytes()).try_send();
        let watching = watch(&site, &tickets).await;
        let delivery = tokio::spawn(delivery);
        first_told(watching).await;
        server.kill().expect("workerd runs");
        // Whether it was still answered does not matter: some were told, so it was committed.
        let _ = delivery.await;
        server.restart().expect("workerd starts again");
        let told_late = all_are_told(&site, &tickets).await;
        println!("{told_late} of {BUYERS} were told after the restart");
        if told_late > 0 {
            return;
        }
    }
    panic!("no kill came while anything was owed");
}

/// Signs shoppers in with the order's e-mail, before there is an order; returns their tickets.
async fn sign_buyers_in(site: &Site, order: &TestOrder) -> Vec<String> {
    let mut tickets = Vec::new();
    for _ in 0..BUYERS {
        let credentials = Credentials {
            identity: Some(Identity::new(site, &order.email).token()),
            ..Credentials::default()
        };
        let session = open_session(site, &credentials).await;
        tickets.push(session.expect("the edge is there").ticket);
    }
    tickets
}

/// The buyers, each with a socket.
async fn watch(site: &Site, tickets: &[String]) -> Vec<Shopper> {
    let mut buyers = Vec::new();
    for ticket in tickets {
        let ticket = ticket_like(site, ticket);
        let buyer = Shopper::with_ticket(site, &ticket, Credentials::default()).await;
        buyers.push(buyer.expect("the edge is there"));
    }
    buyers
}

/// Waits until one of them is told.
async fn first_told(mut buyers: Vec<Shopper>) {
    let told = buyers
        .iter_mut()
        .map(|buyer| Box::pin(buyer.notice(NoticeKind::Shipped)));
    select_all(told).await;
}

/// Waits until every buyer was told, once; returns how many had not been when the edge came back.
async fn all_are_told(site: &Site, tickets: &[String]) -> usize {
    let deadline = Instant::now() + SETTLING;
    let buyers = watch(site, tickets).await;
    let late = buyers
        .iter()
        .filter(|buyer| buyer.notices().is_empty())
        .count();
    for mut buyer in buyers {
        while buyer.notices().is_empty() {
            assert!(Instant::now() < deadline, "a buyer was never told");
            tokio::time::sleep(Duration::from_millis(100)).await;
            buyer.settle().await;
        }
        buyer.settle().await;
        assert_eq!(buyer.notices(), [NoticeKind::Shipped]);
    }
    late
}
