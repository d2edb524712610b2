//! A database that fails: what could not be committed never was, and everything goes on.

use std::time::{Duration, Instant};

use shared::ids::Cid;
use shared::notice::NoticeKind;
use shared::protocol::Refusal;
use shared::protocol::widget::ShopperCommand;
use shared::time::Timestamp;
use tests::agent::Agent;
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::identity::Identity;
use tests::in_millis;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper, new_cid};
use tests::site::Site;

/// Which words a contact's database doesn't take.
const FAULT: &str = "CREATE TRIGGER fault BEFORE INSERT ON events
    WHEN NEW.fact LIKE '%en panne%' OR NEW.fact LIKE '%\"queued\"%'
    BEGIN SELECT RAISE(ABORT, 'injected'); END";

/// An order's debt that nobody can read, before all others.
const POISON: &str = "INSERT INTO outbox (id, name, effect, due) VALUES (-1, 'poison', '{}', 0)";

/// For how long a contact's database takes nothing: longer than the alarm that guards a commit.
const OUTAGE_MILLIS: u64 = 15_000;
const OUTAGE: Duration = Duration::from_millis(OUTAGE_MILLIS);
/// Within what time after that everything is made up for.
const MADE_UP: Duration = Duration::from_secs(30);

/// A state that nobody can read.
const GARBAGE: &str = "UPDATE contact SET state = '{'";

#[tokio::test]
async fn cv17_a_fault_leaves_no_trace_and_wedges_nothing() {
    let mut server = Server::start("crash-faults").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Bonjour").await;
    shopper.settle().await;
    server.kill().expect("workerd runs");
    server
        .edit_objects("ContactObject", FAULT)
        .expect("the contact's database is there");
    server.restart().expect("workerd starts again");
    shopper.resume().await.expect("the edge is there");
    let before = shopper.history.clone();

    let say = |cid: Cid| ShopperCommand::Send {
        cid,
        text: "Le site est en panne".to_owned(),
    };
    // The second one fails at the last of its events, when others are written already.
    let ask = |cid: Cid| ShopperCommand::RequestHuman { cid };
    for command in [&say as &dyn Fn(Cid) -> ShopperCommand, &ask] {
        let cid = new_cid();
        shopper.tell(&command(cid.clone())).await;
        let refusal = shopper.refused(&cid).await;
        assert_eq!(refusal, (Refusal::Unavailable, Some(3)));
    }
    shopper.settle().await;
    assert_eq!(shopper.history, before);
    let next = shopper.say("Tant pis").await;
    assert_eq!(next, before.len() as u64 + 1);
}

#[tokio::test]
async fn cv17_an_object_that_panics_takes_no_other_with_it() {
    let mut server = Server::start("crash-panic").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let spoiled = Shopper::new(&site).await;
    server.kill().expect("workerd runs");
    server
        .edit_objects("ContactObject", GARBAGE)
        .expect("the contact's database is there");
    server.restart().expect("workerd starts again");
    let mut other = Shopper::new(&site).await;
    other.say("Bonjour").await;
    for _ in 0..3 {
        let again = Shopper::connect(&site, spoiled.credentials.clone()).await;
        assert!(again.is_err(), "nobody can read it");
        // The socket was open before, and still is.
        other.say("Vous êtes là ?").await;
        Shopper::new(&site).await.say("Bonjour").await;
    }
    let log = server.log().expect("the log is there");
    assert!(log.contains("Rust panic"), "nothing panicked");
}

#[tokio::test]
async fn wh9_a_debt_that_nobody_can_read_keeps_no_other_waiting() {
    let mut server = Server::start("crash-poison").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let order = TestOrder::new();
    let mut buyer = buyer_of(&site, &order).await;
    site.shopify("orders/create", &order.body()).await;
    server.kill().expect("workerd runs");
    server
        .edit_objects("OrderObject", POISON)
        .expect("the order's database is there");
    server.restart().expect("workerd starts again");
    buyer.resume().await.expect("the edge is there");
    let asked = Instant::now();
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    buyer.notice(NoticeKind::Shipped).await;
    assert!(asked.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn wh9_what_could_not_be_told_is_told_when_it_can_be() {
    let mut server = Server::start("crash-later").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let order = TestOrder::new();
    let mut buyer = buyer_of(&site, &order).await;
    site.shopify("orders/create", &order.body()).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let over = break_contacts(&mut server);
    buyer.resume().await.expect("the edge is there");
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 30)])).await;
    while buyer.notices().is_empty() {
        assert!(Instant::now() < over + MADE_UP, "the buyer was never told");
        tokio::time::sleep(Duration::from_millis(100)).await;
        buyer.settle().await;
    }
    assert!(Instant::now() > over, "the database took it at once");
    buyer.settle().await;
    assert_eq!(buyer.notices(), [NoticeKind::Shipped]);
}

#[tokio::test]
async fn co30_an_alarm_that_failed_comes_again() {
    let mut server = Server::start("crash-again").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.take(&contact).await.expect("nobody has it");
    let seq = agent
        .snooze(&contact, in_millis(8_000))
        .await
        .expect("it is theirs");
    let over = break_contacts(&mut server);
    shopper.resume().await.expect("the edge is there");
    while shopper.last_seq() <= seq {
        assert!(Instant::now() < over + MADE_UP, "the case never came back");
        tokio::time::sleep(Duration::from_millis(100)).await;
        shopper.settle().await;
    }
    assert!(Instant::now() > over, "the database took it at once");
}

/// The buyer of an order, signed in at the shop.
async fn buyer_of(site: &Site, order: &TestOrder) -> Shopper {
    let credentials = Credentials {
        identity: Some(Identity::new(site, &order.email).token()),
        ..Credentials::default()
    };
    Shopper::with(site, credentials).await
}

/// Kills the edge, and starts it with contacts whose databases take nothing for a while; says when
/// that is over.
fn break_contacts(server: &mut Server) -> Instant {
    server.kill().expect("workerd runs");
    let over = Instant::now() + OUTAGE;
    let Timestamp(until) = in_millis(OUTAGE_MILLIS);
    let outage = format!(
        "CREATE TRIGGER outage BEFORE INSERT ON events WHEN NEW.at < {until}
         BEGIN SELECT RAISE(ABORT, 'injected'); END"
    );
    server
        .edit_objects("ContactObject", &outage)
        .expect("the contact's database is there");
    server.restart().expect("workerd starts again");
    over
}
