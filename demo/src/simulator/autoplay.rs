//! Moves the parcels along by itself.

use std::collections::HashMap;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::{Action, Simulator};

const TICK: Duration = Duration::from_millis(50);
/// How many orders take their steps at different moments, so that the log can be read.
const VOICES: u32 = 3;

/// Starts the thread that takes a step of every order at the given pace.
pub fn start(simulator: Arc<Simulator>, pace: Duration) {
    thread::spawn(move || {
        let mut due = HashMap::new();
        loop {
            thread::sleep(TICK);
            tick(&simulator, pace, &mut due, Instant::now());
        }
    });
}

/// Takes the steps that are due. An order waits for the answer to its last step, and all wait
/// while the simulator is paused.
fn tick(simulator: &Simulator, pace: Duration, due: &mut HashMap<u32, Instant>, now: Instant) {
    let moving: Vec<u32> = simulator
        .orders()
        .iter()
        .filter(|order| order.moves_by_itself())
        .map(|order| order.number)
        .collect();
    for number in moving {
        let at = due
            .entry(number)
            .or_insert_with(|| now + pace + pace / VOICES * (number % VOICES));
        if simulator.is_paused() || !simulator.sender.is_settled(number) {
            *at = (*at).max(now + pace / VOICES);
            continue;
        }
        if *at <= now {
            *at = now + pace;
            // A button may have delivered the parcel in between; then nothing is left to do.
            let _ = simulator.perform(number, Action::Next);
        }
    }
}
