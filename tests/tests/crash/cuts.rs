//! A shopper whose connection is cut at random bytes, while an agent writes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use shared::client::link::{Input, Link};
use shared::ids::ContactId;
use shared::time::Timestamp;
use tests::agent::Agent;
use tests::proxy::CuttingProxy;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;

const CUTS: usize = 40;
/// At which bytes connections end: in the handshake, in a frame, in the middle of a replay.
const ENDS: std::ops::Range<usize> = 400..40_000;
/// How long an agent takes for an answer.
const PACE: Duration = Duration::from_millis(60);
/// Within which 95 of 100 resumptions must be done.
const SOON: Duration = Duration::from_secs(2);
/// Within which every resumption must be done.
const AT_LAST: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cv3_a_resumption_fills_every_gap_wherever_it_was_cut() {
    let server = Server::start_with("crash-cuts", 1_000).expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let proxy = CuttingProxy::start(&site.edge.url, ENDS, 24)
        .await
        .expect("a port is free");
    let mut first = Shopper::new(&site).await;
    first.ask_for_human().await;
    agent.case(|case| case.contact == first.contact).await;

    let mut behind = site.clone();
    behind.edge.url.clone_from(&proxy.url);
    let mut shopper = connect(&behind, first.credentials.clone()).await;
    let running = Arc::new(AtomicBool::new(true));
    let head = Arc::new(AtomicU64::new(0));
    let contact = first.contact.clone();
    let writing = tokio::spawn(write(
        agent,
        contact,
        Arc::clone(&running),
        Arc::clone(&head),
    ));

    let mut took = Vec::new();
    let mut rng = fastrand::Rng::with_seed(24);
    while took.len() < CUTS {
        // Whatever comes until the end is folded in.
        while shopper.frame(|_| Some(())).await.is_ok() {}
        let cut_at = Instant::now();
        let missed = head.load(Ordering::Relaxed);
        let mut link = Link::default();
        while shopper.last_seq() < missed {
            assert!(cut_at.elapsed() < AT_LAST, "a gap was never filled");
            // The wait that a client draws.
            link = link.step(Input::Tick, Timestamp(0), 0).0;
            link = link.step(Input::Closed, Timestamp(0), rng.u32(..)).0;
            let wait = link.wake_at().map_or(0, |at| at.0);
            tokio::time::sleep(Duration::from_millis(wait.unsigned_abs())).await;
            let _ = shopper.resume().await;
            link = link.step(Input::Woken, Timestamp(0), 0).0;
        }
        took.push(cut_at.elapsed());
    }
    running.store(false, Ordering::Relaxed);
    writing.await.expect("the agent writes to the end");
    took.sort();
    let p95 = took[took.len() * 95 / 100];
    println!(
        "{CUTS} cuts, resumed within {:?}, p95 {p95:?}",
        took[CUTS / 2]
    );
    assert!(p95 <= SOON, "{took:?}");

    first.resume().await.expect("the edge is there");
    first.read_again().await;
    let settling = Instant::now();
    while shopper.last_seq() < first.last_seq() {
        assert!(settling.elapsed() < AT_LAST, "a gap was never filled");
        let _ = shopper.resume().await;
    }
    assert_eq!(shopper.history, first.history);
}

/// Connects through everything.
async fn connect(site: &Site, credentials: Credentials) -> Shopper {
    loop {
        if let Ok(shopper) = Shopper::connect(site, credentials.clone()).await {
            return shopper;
        }
    }
}

/// Answers and answers, and tells up to which number it was acknowledged.
async fn write(
    mut agent: Agent,
    contact: ContactId,
    running: Arc<AtomicBool>,
    head: Arc<AtomicU64>,
) {
    while running.load(Ordering::Relaxed) {
        let seq = agent.reply(&contact, "Je regarde cela.").await;
        head.store(seq.expect("taken"), Ordering::Relaxed);
        tokio::time::sleep(PACE).await;
    }
}
