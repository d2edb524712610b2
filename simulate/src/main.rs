//! `grelot-simulate`: runs the simulated Christmas, prints what was told when and what the oracle
//! says of it, and fails if a promise was broken.

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use shared::watch::Setting;
use simulate::oracle::Promise;
use simulate::queue::season::Season;
use simulate::{Outcome, Story, conversation, queue, run, simulate};

/// How many days the desk is simulated beside the one that is printed.
const DAYS: u64 = 100;

/// Runs the delivery watch over a season of orders, in virtual time
#[derive(Parser)]
#[command(name = "cargo xtask simulate", bin_name = "cargo xtask simulate")]
struct Args {
    /// How many orders
    #[arg(long, default_value_t = 100_000)]
    orders: u64,
    /// The number from which everything is drawn
    #[arg(long, default_value_t = 24)]
    seed: u64,
    /// Tell the story of one order instead
    #[arg(long, conflicts_with = "queue")]
    order: Option<u64>,
    /// Simulate 23 December at the desk instead
    #[arg(long)]
    queue: bool,
    /// How much comes to the desk that day: 1 is what is assumed
    #[arg(long, default_value_t = 1.0, requires = "queue")]
    load: f64,
    /// Run a conversation under everything that may go wrong instead
    #[arg(long)]
    conversation: bool,
    /// How many things happen in it
    #[arg(long, default_value_t = 1_000_000)]
    steps: u64,
}

fn main() -> ExitCode {
    let args = Args::parse();
    if let Some(number) = args.order {
        tell(&Story::draw(number, args.seed));
        return ExitCode::SUCCESS;
    }
    if args.queue {
        return run_queue(args.load, args.seed);
    }
    if args.conversation {
        return converse(args.steps, args.seed);
    }
    let started = Instant::now();
    let outcome = simulate(args.orders, args.seed);
    print(&outcome);
    let seconds = started.elapsed().as_secs_f64();
    println!("{} orders, seed {}, {seconds:.1} s", args.orders, args.seed);
    if outcome.verdict.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn run_queue(load: f64, seed: u64) -> ExitCode {
    let report = queue::simulate(load, seed);
    let season = Season::run(load, seed, DAYS);
    println!("{report}{season}seed {seed}, load {load}");
    if report.holds() && season.holds() {
        ExitCode::SUCCESS
    } else {
        println!("the VIP cell or a simple case waits too long");
        ExitCode::FAILURE
    }
}

/// Runs the conversation, prints what became of it, and fails if a promise was broken.
fn converse(steps: u64, seed: u64) -> ExitCode {
    let started = Instant::now();
    let outcome = conversation::simulate(steps, seed);
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{} steps, {} events, {} commands acknowledged, {} crashes, seed {seed}, {seconds:.1} s",
        outcome.steps, outcome.events, outcome.acked, outcome.crashes
    );
    for breach in &outcome.breaches {
        println!("{breach}");
    }
    println!("{} divergences", outcome.breaches.len());
    if outcome.breaches.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn print(outcome: &Outcome) {
    let verdict = &outcome.verdict;
    println!("{}", outcome.table);
    for ((_, name), count) in Promise::ALL.iter().zip(verdict.broken) {
        println!("{count:>9} {name}");
    }
    println!(
        "{:>9} presents late for Christmas Eve",
        verdict.late_presents
    );
    println!(
        "{:>9} parcels warned of, {} of them in vain",
        verdict.warnings, verdict.vain_warnings
    );
    for breach in &verdict.shown {
        println!(
            "order {}: {:?}: {}",
            breach.order, breach.promise, breach.how
        );
    }
}

/// Prints the truth of an order, what was heard of it, and what was told.
fn tell(story: &Story) {
    let zone = shared::season::Zone::default();
    let local = |at| {
        let minute = zone.minute_of_day(at);
        format!(
            "{} {:02}:{:02}",
            zone.day_of(at).as_str(),
            minute / 60,
            minute % 60
        )
    };
    let truth = &story.truth;
    println!(
        "placed {}, present {}",
        local(truth.placed_at),
        truth.present
    );
    for passage in &truth.parcels {
        println!("{} by {}", passage.number, passage.carrier);
        for (place, moment) in passage.moments.iter().enumerate() {
            let estimate = moment.estimate.as_ref().map(shared::time::Day::as_str);
            let (at, status) = (local(moment.at), moment.status);
            println!(
                "  {place:>2} {at} {status:?} {:?} {estimate:?}",
                moment.reason
            );
        }
    }
    for heard in &story.heard {
        println!("heard {} {}", local(heard.at), heard.said);
    }
    for told in run::run(story, &Setting::default()) {
        println!("told {} {}", local(told.at), told.key);
    }
}
