//! workerd killed again and again while shoppers write and a shop and its carriers send: ten times,
//! or as often as `cargo xtask crash --kills` says.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use shared::ids::Cid;
use shared::notice::NoticeKind;
use shared::protocol::widget::ShopperCommand;
use tests::agent::Agent;
use tests::hooks;
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::http::Request;
use tests::identity::{Identity, ticket_like};
use tests::server::Server;
use tests::shopper::{Credentials, Shopper, message, new_cid, open_session};
use tests::site::Site;

/// How often workerd is killed, unless `GRELOT_KILLS` says otherwise.
const KILLS: usize = 10;
const SHOPPERS: usize = 8;
/// How many deliveries are on their way at once, so that every kill finds some half done.
const SENDERS: usize = 4;
/// How long the edge is up between two kills.
const UP: Duration = Duration::from_millis(1_500);
/// How long owed effects may take after the last restart: alarms, and what they put off.
const SETTLING: Duration = Duration::from_secs(40);

/// How long a client tries before it gives up.
const COMES_BACK: Duration = Duration::from_secs(30);
/// How long a client waits between two tries.
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// A shopper's messages: what was acknowledged, and under which number.
struct Ledger {
    shopper: Shopper,
    acked: BTreeMap<u64, Cid>,
    sent: usize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cv14_wh9_what_was_acknowledged_outlives_crashes_under_load_once() {
    let kills = kills();
    let mut server =
        Server::start_with("crash-load", 1_000).expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let running = Arc::new(AtomicBool::new(true));
    let mut chats = Vec::new();
    for _ in 0..SHOPPERS {
        let shopper = Shopper::new(&site).await;
        chats.push(tokio::spawn(chat(shopper, Arc::clone(&running))));
    }
    let senders: Vec<_> = (0..SENDERS)
        .map(|_| tokio::spawn(deliver(site.clone(), Arc::clone(&running))))
        .collect();
    for _ in 0..kills {
        tokio::time::sleep(UP).await;
        server.kill().expect("workerd runs");
        server.restart().expect("workerd starts again");
    }
    running.store(false, Ordering::Relaxed);
    let restarted = Instant::now();

    let mut ledgers = Vec::new();
    for chat in chats {
        ledgers.push(chat.await.expect("a shopper writes to the end"));
    }
    let mut orders = Vec::new();
    for sender in senders {
        orders.extend(sender.await.expect("a shop sends to the end"));
    }
    let acked: usize = ledgers.iter().map(|ledger| ledger.acked.len()).sum();
    println!(
        "{acked} messages acknowledged, {} orders taken, {kills} kills",
        orders.len()
    );
    assert!(acked > kills * SHOPPERS, "there was hardly any load");
    assert!(orders.len() > kills, "there were hardly any orders");
    agent.resume().await.expect("the desk is there");
    for ledger in &mut ledgers {
        ledger.holds().await;
        let (contact, head) = (ledger.shopper.contact.clone(), ledger.shopper.last_seq());
        agent
            .case(|case| case.contact == contact && case.head == head)
            .await;
    }
    for (order, ticket) in &orders {
        told_once(&site, order, ticket, restarted + SETTLING).await;
    }
}

/// How often workerd is killed.
fn kills() -> usize {
    let told = std::env::var("GRELOT_KILLS").ok();
    told.and_then(|kills| kills.parse().ok()).unwrap_or(KILLS)
}

/// Writes message after message, each until it is acknowledged, under one cid however often it
/// is sent.
async fn chat(shopper: Shopper, running: Arc<AtomicBool>) -> Ledger {
    let mut ledger = Ledger {
        shopper,
        acked: BTreeMap::new(),
        sent: 0,
    };
    // A human is asked for first, so that the bot's answers are not most of what is written.
    ledger
        .acknowledge(&|cid| ShopperCommand::RequestHuman { cid })
        .await;
    while running.load(Ordering::Relaxed) {
        let text = format!("Message {}", ledger.sent);
        ledger
            .acknowledge(&|cid| ShopperCommand::Send {
                cid,
                text: text.clone(),
            })
            .await;
    }
    ledger
}

impl Ledger {
    async fn acknowledge(&mut self, command: &(dyn Fn(Cid) -> ShopperCommand + Sync)) {
        let cid = new_cid();
        self.sent += 1;
        let deadline = Instant::now() + COMES_BACK;
        loop {
            assert!(
                Instant::now() < deadline,
                "a message was never acknowledged"
            );
            if self
                .shopper
                .socket
                .tell(&command(cid.clone()))
                .await
                .is_ok()
                && let Ok(outcome) = self.shopper.outcome(&cid).await
            {
                let seq = outcome.expect("a message is not refused");
                self.shopper.settle_mailbox();
                let before = self.acked.insert(seq, cid);
                assert_eq!(before, None, "two messages have the number {seq}");
                return;
            }
            while self.shopper.resume().await.is_err() {
                assert!(Instant::now() < deadline, "the edge did not come back");
                tokio::time::sleep(BETWEEN_TRIES).await;
            }
        }
    }

    /// A fresh client finds what this one saw, every acknowledged message under its number, each
    /// cid once, and no gap.
    async fn holds(&mut self) {
        self.shopper.resume().await.expect("the edge is there");
        self.shopper.settle().await;
        let mut fresh = self.shopper.another().await;
        fresh.read_again().await;
        assert_eq!(fresh.history, self.shopper.history);
        assert_eq!(fresh.last_seq(), fresh.history.len() as u64);
        let own: BTreeMap<u64, Cid> = fresh
            .history
            .values()
            .filter_map(|event| Some((event.seq, message(event)?.cid.clone()?)))
            .collect();
        assert_eq!(own, self.acked);
    }
}

/// Sends orders with their first scan, each delivery until it is answered. The buyer signed in
/// before; returns the orders, each with its buyer's ticket.
async fn deliver(site: Site, running: Arc<AtomicBool>) -> Vec<(TestOrder, String)> {
    let mut taken = Vec::new();
    while running.load(Ordering::Relaxed) {
        let order = TestOrder::new();
        let ticket = sign_in(&site, &order).await;
        let bytes = |value: serde_json::Value| value.to_string().into_bytes();
        let shipped = bytes(order.tracker(0, &[(IN_TRANSIT, 10)]));
        for delivery in [
            hooks::shopify(&site, "orders/create", &bytes(order.body())),
            hooks::shopify(&site, "fulfillments/create", &bytes(order.fulfillment(0))),
            hooks::easypost(&site, &shipped),
        ] {
            until_taken(&delivery).await;
        }
        taken.push((order, ticket));
    }
    taken
}

/// Signs a buyer in at the shop, and again until the edge answers; returns the ticket.
async fn sign_in(site: &Site, order: &TestOrder) -> String {
    let credentials = Credentials {
        identity: Some(Identity::new(site, &order.email).token()),
        ..Credentials::default()
    };
    let deadline = Instant::now() + COMES_BACK;
    loop {
        match open_session(site, &credentials).await {
            Ok(session) => return session.ticket,
            Err(error) => assert!(Instant::now() < deadline, "no session: {error:#}"),
        }
        tokio::time::sleep(BETWEEN_TRIES).await;
    }
}

/// Sends a delivery as a shop does: again, with the same id, until it is answered 200.
async fn until_taken(delivery: &Request) {
    let deadline = Instant::now() + COMES_BACK;
    while !matches!(delivery.clone().try_send().await, Ok(answer) if answer.status == 200) {
        assert!(Instant::now() < deadline, "a delivery was never taken");
        tokio::time::sleep(BETWEEN_TRIES).await;
    }
}

/// Waits until the order's buyer has heard of the parcel, without signing in again, which would
/// ask for the orders anew; then looks whether it was told once.
async fn told_once(site: &Site, order: &TestOrder, ticket: &str, deadline: Instant) {
    let ticket = ticket_like(site, ticket);
    let mut buyer = Shopper::with_ticket(site, &ticket, Credentials::default())
        .await
        .expect("the edge is there");
    while buyer.notices().is_empty() {
        assert!(Instant::now() < deadline, "{} was never told", order.number);
        tokio::time::sleep(Duration::from_millis(200)).await;
        buyer.settle().await;
    }
    buyer.settle().await;
    assert_eq!(buyer.notices(), [NoticeKind::Shipped]);
}
