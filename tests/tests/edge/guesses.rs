//! Guessing at orders, ten thousand times: what it opens, and what its timing tells. For the
//! figures: `cargo test -p grelot-tests --test edge guesses -- --nocapture`.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use tests::hooks::TestOrder;
use tests::server::Server;
use tests::shopper::{Shopper, new_cid, verify_order};
use tests::site::Site;
use tests::until;

/// How many numbers are guessed at; every second one is an order's.
const NUMBERS: usize = 1_000;

/// How often each.
const ROUNDS: usize = 10;

/// How many guess at once.
const WORKERS: usize = 4;

/// How many visitors each of them is, one after the other.
const VISITORS: usize = 125;

/// What came of a guess.
struct Guess {
    number: usize,
    /// Whether it was looked at, and not refused because of those before.
    looked_at: bool,
    took: Duration,
}

#[tokio::test]
async fn tr3_ten_thousand_guesses_open_nothing_and_their_timing_tells_nothing() {
    // An edge of its own: nothing else shall be in what is timed.
    let server = Server::start("edge-guesses").expect("an edge that was built starts");
    let site = Site::new("Atelier des Devinettes");
    let site = site.provision(&server.edge()).await;
    let orders: Vec<TestOrder> = (0..NUMBERS).map(|_| TestOrder::new()).collect();
    for order in orders.iter().step_by(2) {
        assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    }
    until("the directory knows every order", async || {
        let stored = server.stored().expect("the databases are there");
        let of_site = format!("\"site\":\"{}\"", site.key);
        let rows = stored.lines().filter(|row| row.contains(" orders {"));
        rows.filter(|row| row.contains(&of_site)).count() == NUMBERS / 2
    })
    .await;

    let workers = (0..WORKERS).map(|worker| {
        let numbers: Vec<(usize, String)> = (worker..NUMBERS)
            .step_by(WORKERS)
            .map(|number| (number, orders[number].number.clone()))
            .collect();
        tokio::spawn(guess(site.clone(), numbers))
    });
    let guesses: Vec<Guess> = futures_util::future::join_all(workers)
        .await
        .into_iter()
        .flat_map(|guesses| guesses.expect("a worker ends"))
        .collect();

    let mut looked_at: BTreeMap<usize, u32> = BTreeMap::new();
    for guess in guesses.iter().filter(|guess| guess.looked_at) {
        *looked_at.entry(guess.number).or_default() += 1;
    }
    let most = looked_at.values().max().copied().unwrap_or_default();
    let millis = |exists: bool| -> Vec<f64> {
        let wanted = |guess: &&Guess| guess.looked_at && guess.number.is_multiple_of(2) == exists;
        let wanted = guesses.iter().filter(wanted);
        wanted
            .map(|guess| guess.took.as_secs_f64() * 1_000.0)
            .collect()
    };
    let (hits, misses) = (millis(true), millis(false));
    let (superiority, z) = mann_whitney(&hits, &misses);
    println!(
        "{} guesses, at most {most} looked at a number; medians {:.2} ms where the order exists \
         ({}), {:.2} ms where it doesn't ({}); Mann-Whitney: P(hit > miss) = {superiority:.4}, \
         z = {z:.2}",
        guesses.len(),
        median(&hits),
        hits.len(),
        median(&misses),
        misses.len(),
    );
    assert_eq!(guesses.len(), NUMBERS * ROUNDS);
    assert_eq!(most, 5);
    assert!(
        (superiority - 0.5).abs() < 0.05,
        "a hit can be told by its time"
    );
}

/// Guesses at numbers, round by round, each time as the next visitor.
async fn guess(site: Site, numbers: Vec<(usize, String)>) -> Vec<Guess> {
    let mut visitors = Vec::with_capacity(VISITORS);
    for _ in 0..VISITORS {
        visitors.push(Shopper::new(&site).await);
    }
    let mut guesses = Vec::with_capacity(numbers.len() * ROUNDS);
    for _ in 0..ROUNDS {
        for (number, text) in &numbers {
            let next = guesses.len() % VISITORS;
            let visitor = &mut visitors[next];
            let cid = new_cid();
            let begun = Instant::now();
            visitor.tell(&verify_order(&cid, text, "00000")).await;
            let outcome = visitor.outcome(&cid).await.expect("an answer");
            guesses.push(Guess {
                number: *number,
                looked_at: outcome.is_ok(),
                took: begun.elapsed(),
            });
        }
    }
    guesses
}

/// The probability that a value of the first sample is above one of the second, and how many
/// standard deviations that is from a half, were both drawn alike.
fn mann_whitney(first: &[f64], second: &[f64]) -> (f64, f64) {
    let mut second = second.to_vec();
    second.sort_by(f64::total_cmp);
    let above = |value: &f64| {
        let below = second.partition_point(|other| other < value);
        let equal = second.partition_point(|other| other <= value) - below;
        count(below) + count(equal) / 2.0
    };
    let (n, m) = (count(first.len()), count(second.len()));
    let u: f64 = first.iter().map(above).sum();
    let deviation = (n * m * (n + m + 1.0) / 12.0).sqrt();
    (u / (n * m), (u - n * m / 2.0) / deviation)
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f64 {
    number as f64
}
