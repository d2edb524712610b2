//! A simulated Christmas: orders from 15 November to 10 January, in virtual time, on the native
//! core.
//!
//! What truly happens to an order ([`truth`]) is drawn first: slips, closures, losses, ways back.
//! Then what shops and carriers say of it ([`sources`]): late, twice, out of order, from two sides
//! at once. The watch hears only that, and looks when it hears or had asked to ([`run`]). An
//! oracle ([`oracle`]) that knows the truth, and nothing of how the watch decides, judges what was
//! told. One number makes it all happen again in the same way.
//!
//! [`queue`] is another simulation: 23 December at the desk.
//! Beside it, [`conversation`]: a chat under everything that may go wrong.

pub mod calendar;
pub mod conversation;
pub mod oracle;
pub mod queue;
pub mod run;
pub mod sources;
pub mod table;
pub mod truth;

use fastrand::Rng;
use shared::watch::Setting;

use oracle::Verdict;
use table::Table;

/// What became of all orders.
#[derive(Default)]
pub struct Outcome {
    /// What was told, by kind and week.
    pub table: Table,
    /// What the oracle says of it.
    pub verdict: Verdict,
}

/// Runs so many orders.
pub fn simulate(orders: u64, seed: u64) -> Outcome {
    let setting = Setting::default();
    let mut outcome = Outcome::default();
    for number in 0..orders {
        let story = Story::draw(number, seed);
        let told = run::run(&story, &setting);
        outcome.table.count(&told);
        outcome.verdict.add(oracle::judge(&story, &told));
    }
    outcome
}

/// One order: what happens, and what is said of it.
pub struct Story {
    /// Its number.
    pub number: u64,
    /// What happens.
    pub truth: truth::Truth,
    /// What is said, by the time at which it is heard.
    pub heard: Vec<sources::Heard>,
}

impl Story {
    /// The story of a number: the same whatever else is run.
    pub fn draw(number: u64, seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let truth = truth::Truth::draw(number, &mut rng);
        let heard = sources::speak(number, &truth, &mut rng);
        Self {
            number,
            truth,
            heard,
        }
    }
}
